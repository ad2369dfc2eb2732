import { isIPv4, isIPv6 } from 'node:net';
import { isDomainSpec, isMacroString } from './macro.ts';

/** RFC 7208. */
export type Qualifier = '+' | '-' | '~' | '?';
export type MechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

export type Mechanism = {
  kind: 'mechanism';
  qualifier: Qualifier;
  name: MechanismName;
  /** Domain-spec, or the address of `ip4` and `ip6`; `null`: the domain that the record belongs to. */
  target: string | null;
  prefix4: number;
  prefix6: number;
  text: string;
};
export type Modifier = { kind: 'modifier'; name: string; value: string; text: string };
export type Term = Mechanism | Modifier;

/** One SPF record: its terms in order, and those that cannot be read. A receiver takes a record with a single fault for none. */
export type SpfRecord = { text: string; terms: Term[]; faults: string[] };

export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

export function parseSpf(text: string): SpfRecord {
  const record: SpfRecord = { text, terms: [], faults: [] };
  const seen = new Set<string>();
  for (const word of text.slice('v=spf1'.length).split(' ').filter(Boolean)) {
    const term = parseTerm(word);
    const single = term?.kind === 'modifier' && ['redirect', 'exp'].includes(term.name) ? term.name : undefined;
    if (!term || (single && seen.has(single))) record.faults.push(word);
    else record.terms.push(term);
    if (single) seen.add(single);
  }
  return record;
}

/** `undefined`: nothing that the standard knows. */
export function parseTerm(text: string): Term | undefined {
  if (/[^\x21-\x7e]/.test(text)) return undefined;
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(text);
  return modifier ? parseModifier(text, modifier[1] ?? '', modifier[2] ?? '') : parseMechanism(text);
}

function parseModifier(text: string, name: string, value: string): Modifier | undefined {
  const lower = name.toLowerCase();
  const isRight = ['redirect', 'exp'].includes(lower) ? isDomainSpec(value) : isMacroString(value);
  return isRight ? { kind: 'modifier', name: lower, value, text } : undefined;
}

export function parseMechanism(text: string): Mechanism | undefined {
  const parts = /^([+\-~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:([:/])(.*))?$/i.exec(text);
  if (!parts) return undefined;
  const name = (parts[2] ?? '').toLowerCase() as MechanismName;
  const rest = parts[3] === undefined ? undefined : parts[3] === '/' ? `/${parts[4]}` : (parts[4] ?? '');
  const hasTarget = parts[3] === ':';
  const details = detailsOf(name, rest, hasTarget);
  return details && { kind: 'mechanism', qualifier: (parts[1] || '+') as Qualifier, name, text, prefix4: 32, prefix6: 128, ...details };
}

type Details = { target: string | null; prefix4?: number; prefix6?: number };

function detailsOf(name: MechanismName, rest: string | undefined, hasTarget: boolean): Details | undefined {
  if (name === 'all') return rest === undefined ? { target: null } : undefined;
  if (name === 'ip4' || name === 'ip6') return hasTarget ? networkOf(name, rest ?? '') : undefined;
  if (name === 'include' || name === 'exists') return hasTarget && isDomainSpec(rest ?? '') ? { target: rest ?? '' } : undefined;
  if (rest === undefined) return { target: null };
  if (name === 'ptr') return hasTarget && isDomainSpec(rest) ? { target: rest } : undefined;
  return hostOf(rest, hasTarget);
}

function networkOf(name: 'ip4' | 'ip6', text: string): Details | undefined {
  const [address = '', prefix, more] = text.split('/');
  const longest = name === 'ip4' ? 32 : 128;
  const isRight = name === 'ip4' ? isIPv4(address) : isIPv6(address);
  const length = lengthOf(prefix, longest);
  if (!isRight || length === undefined || more !== undefined) return undefined;
  return name === 'ip4' ? { target: address, prefix4: length } : { target: address, prefix6: length };
}

/** `mail.example.com/24//64`: a name, how many bits of an IPv4 address count, how many of an IPv6 address. */
function hostOf(text: string, hasTarget: boolean): Details | undefined {
  const parts = /^(.*?)(?:\/(\d{1,2}))?(?:\/\/(\d{1,3}))?$/.exec(text);
  const target = parts?.[1] ?? '';
  const [prefix4, prefix6] = [lengthOf(parts?.[2], 32), lengthOf(parts?.[3], 128)];
  if (prefix4 === undefined || prefix6 === undefined) return undefined;
  if (!hasTarget) return target === '' ? { target: null, prefix4, prefix6 } : undefined;
  return isDomainSpec(target) ? { target, prefix4, prefix6 } : undefined;
}

function lengthOf(text: string | undefined, longest: number): number | undefined {
  if (text === undefined) return longest;
  return /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) <= longest ? Number(text) : undefined;
}

export const redirectOf = ({ terms }: Pick<SpfRecord, 'terms'>): Modifier | undefined =>
  terms.find((term): term is Modifier => term.kind === 'modifier' && term.name === 'redirect');

/** The last word of a record: what counts for everybody whom nothing before it names. */
export const allOf = ({ terms }: Pick<SpfRecord, 'terms'>): Mechanism | undefined =>
  terms.find((term): term is Mechanism => term.kind === 'mechanism' && term.name === 'all');

/** The mechanisms that a receiver looks at; what stands behind `all` never counts. */
export function countingMechanisms({ terms }: Pick<SpfRecord, 'terms'>): Mechanism[] {
  const mechanisms = terms.filter((term) => term.kind === 'mechanism');
  const end = mechanisms.findIndex(({ name }) => name === 'all');
  return end === -1 ? mechanisms : mechanisms.slice(0, end + 1);
}
