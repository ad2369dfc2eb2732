declare const safe: unique symbol;

/** Text that is HTML already. Made only by `html`, so that a name can never become markup. */
export type Html = { readonly [safe]: true; toString(): string };

type Part = Html | string | number | false | null | undefined | readonly Part[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** A template whose values are escaped, whatever they are; only what `html` itself made is taken as it is. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += partText(value) + (strings[index + 1] ?? '');
  });
  return made(text);
}

function partText(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (Array.isArray(part)) return (part as readonly Part[]).map(partText).join('');
  if (typeof part === 'object') return isHtml(part) ? String(part) : '';
  return escapeHtml(String(part));
}

const brands = new WeakSet<object>();

function made(text: string): Html {
  const value = { toString: () => text } as Html;
  brands.add(value);
  return value;
}

const isHtml = (value: object): value is Html => brands.has(value);
