import { days, hours, later } from '../../platform/clock.ts';
import type { PhraseValues } from '../../platform/phrases.ts';
import type { PointCode } from './point-phrases.ts';

/** The records of a domain that decide whether its mails are believed, in the order in which they are shown. */
export const recordKinds = ['mx', 'spf', 'dkim', 'dmarc', 'alignment'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** `unknown`: nobody can say, DNS did not answer above all. It is never the same as a record that is missing. */
export type State = 'ok' | 'warning' | 'problem' | 'unknown';

/** One thing to say about a record. Its sentence is made from code and values where it is read, in the reader's language. */
export type Point = { code: PointCode; state: State; values?: PhraseValues };

/** A record to publish. `value` is `null` where only the mail provider knows it; `replaces` holds records that have to go or are changed. */
export type Proposal = { name: string; type: 'TXT' | 'MX'; value: string | null; replaces: string[] };

/** What was found out about one kind of record: the most telling point first, what is published now, what to publish. */
export type Finding = { kind: RecordKind; state: State; points: Point[]; found: string[]; proposals: Proposal[] };

/** One look at a domain. */
export type Report = { domain: string; findings: Finding[] };

const weight: Record<State, number> = { ok: 0, unknown: 1, warning: 2, problem: 3 };

export const worstOf = (states: readonly State[]): State =>
  states.reduce((worst, state) => (weight[state] > weight[worst] ? state : worst), 'ok');

/** Puts the points of a record together, the worst first; among equals their order stays. */
export function finding(kind: RecordKind, points: readonly Point[], rest: Partial<Pick<Finding, 'found' | 'proposals'>> = {}): Finding {
  const sorted = [...points].sort((one, other) => weight[other.state] - weight[one.state]);
  return {
    kind,
    state: worstOf(sorted.map(({ state }) => state)),
    points: sorted,
    found: rest.found ?? [],
    proposals: rest.proposals ?? [],
  };
}

export const stateOf = ({ findings }: Pick<Report, 'findings'>): State => worstOf(findings.map(({ state }) => state));

/** What is known of a kind of record, and since which check; an unknown state leaves it as it was. */
export type Known = Partial<Record<RecordKind, { state: Exclude<State, 'unknown'>; at: string }>>;

export function knownAfter(before: Known, { findings }: Pick<Report, 'findings'>, now: Date): Known {
  const fresh = findings.flatMap(({ kind, state }) => (state === 'unknown' ? [] : [[kind, { state, at: now.toISOString() }] as const]));
  return { ...before, ...Object.fromEntries(fresh) };
}

/** One record that has become worse. */
export type Worsening = { kind: RecordKind; from: Exclude<State, 'unknown'>; to: Exclude<State, 'unknown'> };

/** What became worse from one look to the next. What is unknown on either side tells nothing. */
export const worsenings = (before: Known, after: Known): Worsening[] =>
  recordKinds.flatMap((kind) => {
    const [from, to] = [before[kind]?.state, after[kind]?.state];
    return from && to && weight[to] > weight[from] ? [{ kind, from, to }] : [];
  });

/** An alarm goes on for each record that is still worse than it was before; new ones join it. */
export function alarmAfter(alarm: readonly Worsening[], before: Known, after: Known): Worsening[] {
  const fresh = worsenings(before, after);
  return recordKinds.flatMap((kind) => {
    const from = alarm.find((entry) => entry.kind === kind)?.from ?? fresh.find((entry) => entry.kind === kind)?.from;
    const to = after[kind]?.state;
    return from && to && weight[to] > weight[from] ? [{ kind, from, to }] : [];
  });
}

/** Names that RFC 2606 and RFC 6761 keep for trying out: no mail can come from them, and asking DNS tells nothing. */
export const isReservedDomain = (domain: string): boolean =>
  /(^|\.)(invalid|example|test|localhost|local|localdomain|internal|lan|home\.arpa|example\.(com|net|org))$/.test(domain);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The facts that decide when the next check is due. `basis` says what was checked: the domain and what should stand in its records. */
export type CheckFacts = { checkedAt: Date | null; basis: string | null; findings: readonly Pick<Finding, 'state' | 'points'>[] };

/** Every day; an hour later where DNS did not answer; at once where something else is to be checked than before. */
export function isDue({ checkedAt, basis, findings }: CheckFacts, wanted: string, now: Date): boolean {
  if (!checkedAt || basis !== wanted) return true;
  const silent = findings.some(({ points }) => points.some(({ code }) => code.endsWith('-silent')));
  return later(checkedAt, silent ? hours(1) : days(1)) <= now;
}
