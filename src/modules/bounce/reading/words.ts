import { decodeWords } from 'postal-mime';

/**
 * Words of a stranger as one line of text: encoded words are read, control and invisible characters go, and so does whatever is as long as the secret
 * of a link, because servers quote what they were sent (rule 18). `null` where nothing is left.
 */
export function strangersWords(text: string | null | undefined, most: number): string | null {
  if (!text) return null;
  const line = decodeWords(text.slice(0, 8 * most))
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .normalize('NFC')
    .replace(/[A-Za-z0-9_-]{40,}/g, '…')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, most).join('') || null;
}

/** A Message-ID in its brackets. What is longer than any real one, or holds white space or control characters, is none. */
export const messageIdIn = (text: string | null | undefined): string | null =>
  /<[^<>\s\p{Cc}]{1,250}@[^<>\s\p{Cc}]{1,250}>/u.exec(text ?? '')?.[0] ?? null;

/** RFC 3463, `5.1.1`: class 2, 4 or 5. */
export const statusIn = (text: string | null | undefined): string | null =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/.exec(text ?? '')?.[0] ?? null;

/** Bytes as text, whatever they are: UTF-8 where they are that, else the Latin letters of old. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Header fields of a text, by lower-case name; folded lines are joined, of a field that stands twice the first counts (as mail readers do). */
export function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name: string | undefined;
  for (const line of text.split(/\r?\n|\r/)) {
    if (name !== undefined && /^[ \t]/.test(line)) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const [, key, value] = /^([!-9;-~]{1,80})[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const isNew = key !== undefined && !fields.has(key.toLowerCase());
    name = isNew ? key.toLowerCase() : undefined;
    if (name !== undefined) fields.set(name, value ?? '');
  }
  return fields;
}
