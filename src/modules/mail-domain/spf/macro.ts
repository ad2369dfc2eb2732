import { isIPv4 } from 'node:net';

/** What a macro can stand for. `sender` is the whole address, `domain` the one that is being evaluated. */
export type MacroValues = { sender: string; domain: string; address: string };

const macro = /%(?:\{([slodiphcrtv])(\d{0,3})(r?)([-.+,/_=]*)\}|([%_-]))/gi;

/** Visible ASCII in which every `%` begins something that the standard knows (RFC 7208, 7.1). */
export const isMacroString = (text: string): boolean =>
  /^[\x21-\x7e]*$/.test(text) && !text.replace(macro, '').includes('%') && !/%\{[a-z]0/i.test(text);

/** A name with at least two labels, or one that ends in a macro. `c`, `r` and `t` are for explanations only. */
export function isDomainSpec(text: string): boolean {
  if (text === '' || !isMacroString(text) || /%\{[crt]/i.test(text)) return false;
  if (/%(?:\{[^}]*\}|[%_-])$/.test(text)) return true;
  const labels = text.replace(/\.$/, '').split('.');
  const top = labels.at(-1) ?? '';
  return labels.length >= 2 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(top) && !/^\d+$/.test(top);
}

export const hasMacro = (text: string): boolean => text.includes('%');

/** Fills the macros of a domain-spec. `p` is not looked up (RFC 7208 advises against it) and says `unknown`. */
export function expandMacros(text: string, values: MacroValues): string {
  const expanded = text.replace(macro, (_, letter?: string, keep?: string, reverse?: string, delimiters?: string, sign?: string) => {
    if (sign) return sign === '%' ? '%' : sign === '_' ? ' ' : '%20';
    const parts = letterValue((letter ?? '').toLowerCase(), values).split(new RegExp(`[${escapeClass(delimiters || '.')}]`));
    if (reverse) parts.reverse();
    const kept = (keep ? parts.slice(-Number(keep)) : parts).join('.');
    return letter === letter?.toUpperCase() ? encodeURIComponent(kept) : kept;
  });
  return shortened(expanded);
}

const escapeClass = (characters: string) => characters.replace(/[-\\\]^]/g, '\\$&');

function letterValue(letter: string, { sender, domain, address }: MacroValues): string {
  const at = sender.lastIndexOf('@');
  const known: Record<string, string> = {
    s: sender,
    l: sender.slice(0, at),
    o: sender.slice(at + 1),
    d: domain,
    i: isIPv4(address) ? address : nibbles(address),
    v: isIPv4(address) ? 'in-addr' : 'ip6',
    h: sender.slice(at + 1),
  };
  return known[letter] ?? 'unknown';
}

/** `2001:db8::1` as the 32 hexadecimal digits that names below ip6.arpa are made of. */
export function nibbles(address: string): string {
  const [head = '', tail] = expandDotted(address).split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...middle, ...right].flatMap((group) => [...group.toLowerCase().padStart(4, '0')]).join('.');
}

/** `::ffff:192.0.2.1` without its decimal end. */
const expandDotted = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, one: string, two: string, three: string, four: string) =>
    [
      [one, two],
      [three, four],
    ]
      .map(([high, low]) => (Number(high) * 256 + Number(low)).toString(16))
      .join(':'),
  );

/** A name that became too long loses labels at its front (RFC 7208, 7.3). */
function shortened(name: string): string {
  let rest = name;
  while (rest.length > 253 && rest.includes('.')) rest = rest.slice(rest.indexOf('.') + 1);
  return rest;
}
