import { isIPv4, isIPv6 } from 'node:net';
import { type Mechanism, type Modifier, parseTerm, type SpfRecord, type Term } from './syntax.ts';

/** What the record to publish starts from, and what is to be different. */
export type ProposalOrder = {
  /** The records that are there; none, one, or several to be made one. */
  records: readonly SpfRecord[];
  /** Mechanisms to be inserted, such as `include:spf.example.com`. */
  ours: readonly string[];
  /** Terms that lead nowhere and are left out. */
  without: readonly string[];
  /** What a first record begins with, where there is none yet. */
  start: readonly string[];
};

/**
 * The one record to publish: everything that is there stays in its order, ours comes in front of `all`, faults that have an obvious meaning are mended.
 * `undefined`: nothing is to be changed.
 */
export function proposeSpf({ records, ours, without, start }: ProposalOrder): string | undefined {
  const kept = records.flatMap(countingTerms).filter(({ text }) => !without.includes(text));
  const mechanisms = kept.filter((term): term is Mechanism => term.kind === 'mechanism' && term.name !== 'all');
  const modifiers = kept.filter((term): term is Modifier => term.kind === 'modifier');
  const redirects = modifiers.filter(({ name }) => name === 'redirect');
  const ends = kept.filter((term): term is Mechanism => term.kind === 'mechanism' && term.name === 'all');
  // A redirect beside another one, or beside an „all“, would not count; as an include it means the same.
  const keepsRedirect = redirects.length === 1 && ends.length === 0 && records.length === 1;

  const words = [
    ...(records.length === 0 ? start : []),
    ...mechanisms.map(({ text }) => text),
    ...(keepsRedirect ? [] : redirects.map(({ value }) => `include:${value}`)),
    ...ours,
    ...(keepsRedirect ? redirects.map(({ text }) => text) : [endOf(ends)]),
    ...modifiers.filter(({ name }) => name !== 'redirect').map(({ text }) => text),
  ];
  const proposal = ['v=spf1', ...unique(words)].join(' ');
  return records.length === 1 && proposal.toLowerCase() === plain(records[0]?.text ?? '') ? undefined : proposal;
}

const plain = (text: string): string => text.trim().replace(/ +/g, ' ').toLowerCase();

const unique = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.findIndex((other) => meaning(other) === meaning(word)) === index);

const meaning = (word: string): string => word.toLowerCase().replace(/^\+/, '');

const strictness = ['-', '~', '?', '+'];

/** The strictest end that is there; one that lets everybody in, and a missing one, become „~all“. */
function endOf(ends: readonly Mechanism[]): string {
  const strictest = ends.map(({ qualifier }) => qualifier).sort((one, other) => strictness.indexOf(one) - strictness.indexOf(other))[0];
  return strictest === '-' ? '-all' : '~all';
}

/** Beside an „all“ a redirect never counts (RFC 7208, 6.1). */
function countingTerms(record: SpfRecord): Term[] {
  const terms = termsOf(record);
  const hasEnd = terms.some((term) => term.kind === 'mechanism' && term.name === 'all');
  return hasEnd ? terms.filter(({ name }) => name !== 'redirect') : terms;
}

/** The terms of a record in their order, mended ones in place of those that could not be read. */
function termsOf({ text }: SpfRecord): Term[] {
  return text
    .slice('v=spf1'.length)
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((word) => {
      const term = parseTerm(word);
      const isMeant = term && (term.kind === 'mechanism' || !isMechanismName(term.name));
      return (isMeant ? term : mend(word)) ?? [];
    });
}

/** `include=…` reads as a modifier that nobody knows, which receivers pass over. */
const isMechanismName = (name: string): boolean => ['include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'].includes(name);

/** What people write when they mean something else; `undefined`: nobody can know what was meant. */
export function mend(word: string): Term | undefined {
  const bare = word.replace(/^["'“„]+|["'”“;]+$/g, '');
  const network = /^([+\-~?]?)(?:ip4|ip6|ipv4|ipv6|ip)?[:=]?([0-9a-f.:]+)(\/\d+)?$/i.exec(bare);
  if (network) {
    const [, qualifier = '', address = '', prefix = ''] = network;
    const kind = isIPv4(address) ? 'ip4' : isIPv6(address) ? 'ip6' : undefined;
    if (kind) return parseTerm(`${qualifier}${kind}:${address}${prefix}`);
  }
  const host = /^([+\-~?]?)(include|includes|a|mx|exists)[=:]+(.+)$/i.exec(bare);
  if (host) return parseTerm(`${host[1]}${(host[2] ?? '').toLowerCase().replace('includes', 'include')}:${host[3]}`);
  return bare === word ? undefined : parseTerm(bare);
}
