type Raw = Record<string, unknown>;

/** One word of the address; empty means absent. */
export const textOf = (search: Raw, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** One of a few words of the address; anything else means absent. */
export const oneOf = <const Words extends readonly string[]>(search: Raw, name: string, words: Words): Words[number] | undefined =>
  words.find((word) => word === search[name]);

/** Addresses carry plain text (`?q=12`), not JSON: what a person sees and sends to a colleague. */
export const readSearch = (text: string): Raw => Object.fromEntries(new URLSearchParams(text));

export function writeSearch(search: Raw): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  }
  return words.size > 0 ? `?${words}` : '';
}

/**
 * Where to go after signing in: only a path of the console itself, so that a crafted link cannot lead elsewhere.
 * Gives the path inside the console (without `/console`).
 */
export function safeNext(next: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from addresses, which would hide a second slash
  if (!next || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(next)) return '/';
  const path = next.replace(/^\/console(?=\/|$)/, '') || '/';
  return path.startsWith('//') ? '/' : path;
}
