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

/**
 * A text with the addresses in it held together: a line breaks before one, or after its „@“ or a dot, not at a hyphen or within a word (the stylesheet's
 * `.address` and `.piece`); only a piece that may be wider than a telephone breaks where it must. What is no address stays as it is.
 */
export const withAddresses = (text: string): Html => html`${text.split(/(\S+@\S+)/).map((part, index) => (index % 2 ? held(part) : part))}`;

const widestPiece = 24;

function held(address: string): Html {
  const pieces = address.split(/(?<=[@.])(?=.)/).map((piece, index) => {
    const whole = piece.includes('-') && piece.length <= widestPiece;
    return html`${index > 0 && html`<wbr>`}${whole ? html`<span class="piece">${piece}</span>` : piece}`;
  });
  return html`<span class="address">${pieces}</span>`;
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
