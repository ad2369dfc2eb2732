/** The tags of a DKIM or DMARC record (`v=DKIM1; p=…`), names in lower case; `undefined`: not such a list (RFC 6376, 3.2). */
export function readTags(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  const parts = text.split(';').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    const tag = /^([a-z][a-z0-9_]*)\s*=\s*([^;]*)$/i.exec(part);
    const name = tag?.[1]?.toLowerCase();
    if (!name || tags.has(name)) return undefined;
    tags.set(name, (tag?.[2] ?? '').trim());
  }
  return tags;
}
