import { isIPv4 } from 'node:net';
import type { Answer, Resolver } from '../../../platform/dns/resolver.ts';
import { evaluateSpf, type SpfCause, type Verdict } from './evaluate.ts';
import { hasMacro } from './macro.ts';
import { isPublicAddress } from './network.ts';
import { countingMechanisms, isSpf, type Mechanism, parseMechanism, parseSpf, type SpfRecord } from './syntax.ts';

/**
 * Whether a domain's record lets our server send: all its addresses, some, none; or nobody can say, because DNS is silent (`unknown`) or because what
 * stands for us leads to no address (`unresolvable`).
 */
export type Presence = {
  kind: 'all' | 'some' | 'none' | 'unknown' | 'unresolvable';
  /** Addresses that the record does not let send. */
  missing: string[];
  /** Why a receiver gives up on the record before it finds us. */
  brokenBy: SpfCause | undefined;
  /** Mechanisms that stand for us and are still to be inserted. */
  toInsert: string[];
};

type Asked = {
  resolver: Resolver;
  domain: string;
  sender: string;
  records: readonly SpfRecord[];
  included: ReadonlySet<string>;
};

const samplesAtMost = 8;

export async function presenceOf(asked: Asked, mechanisms: readonly string[]): Promise<Presence> {
  const each = await Promise.all(mechanisms.map((text) => presenceOfOne(asked, text)));
  const kinds = each.map(({ kind }) => kind);
  const kind = (['unknown', 'unresolvable'] as const).find((one) => kinds.includes(one)) ?? together(kinds);
  return {
    kind,
    missing: each.flatMap(({ missing }) => missing),
    brokenBy: each.find(({ brokenBy }) => brokenBy)?.brokenBy,
    toInsert: each.flatMap(({ toInsert }) => toInsert),
  };
}

function together(kinds: readonly Presence['kind'][]): Presence['kind'] {
  if (kinds.every((kind) => kind === 'all')) return 'all';
  return kinds.every((kind) => kind === 'none') ? 'none' : 'some';
}

async function presenceOfOne(asked: Asked, text: string): Promise<Presence> {
  const mechanism = parseMechanism(text);
  const stands = mechanism !== undefined && standsThere(asked, mechanism);
  const samples = mechanism ? await samplesOf(asked.resolver, mechanism) : [];
  if (samples === undefined) return { kind: stands ? 'all' : 'unknown', missing: [], brokenBy: undefined, toInsert: stands ? [] : [text] };
  if (samples.length === 0) return { kind: 'unresolvable', missing: [], brokenBy: undefined, toInsert: stands ? [] : [text] };

  const verdicts = await Promise.all(
    samples.map((address) => evaluateSpf(asked.resolver, asked.domain, { address, sender: asked.sender })),
  );
  const brokenBy = verdicts.find(({ cause }) => cause)?.cause;
  const missing = samples.filter((_, index) => verdicts[index]?.result !== 'pass');
  const kind = kindOf(verdicts, stands);
  // Who gets in only because everybody does is not named; a record that is closed again would lose them.
  const isIn = stands || (kind === 'all' && !verdicts.some(({ by }) => by && /^\+?all$/i.test(by)));
  return { kind, missing: kind === 'some' || kind === 'none' ? missing : [], brokenBy, toInsert: isIn ? [] : [text] };
}

function kindOf(verdicts: readonly Verdict[], stands: boolean): Presence['kind'] {
  const passing = verdicts.filter(({ result }) => result === 'pass').length;
  if (passing === verdicts.length) return 'all';
  if (verdicts.some(({ result }) => result === 'temperror')) return stands ? 'all' : 'unknown';
  // A record that is broken is told by its own fault; what stands in it is not missing.
  if (stands && verdicts.some(({ result }) => result === 'permerror')) return 'all';
  return passing === 0 ? 'none' : 'some';
}

const standsThere = ({ records, included }: Asked, { name, target, text }: Mechanism): boolean => {
  if (name === 'include' && included.has((target ?? '').toLowerCase())) return true;
  const counting = records.flatMap(countingMechanisms).filter(({ qualifier }) => qualifier === '+');
  return counting.some((mechanism) => mechanism.text.toLowerCase().replace(/^\+/, '') === text.toLowerCase());
};

/** Some addresses that a mechanism stands for. `undefined`: DNS did not answer. */
async function samplesOf(resolver: Resolver, mechanism: Mechanism, depth = 0): Promise<string[] | undefined> {
  const { name, target } = mechanism;
  if (!target || hasMacro(target)) return [];
  if (name === 'ip4' || name === 'ip6') return [target];
  if (name === 'a') return addressesOf(resolver, target);
  if (name === 'mx') return exchangesOf(resolver, target);
  return name === 'include' && depth < 5 ? samplesOfInclude(resolver, target, depth) : [];
}

async function addressesOf(resolver: Resolver, host: string): Promise<string[] | undefined> {
  const answers = await Promise.all([resolver.a(host), resolver.aaaa(host)]);
  const found = answers.flatMap(recordsOf).filter(isPublicAddress);
  return found.length === 0 && answers.some(({ kind }) => kind === 'failed') ? undefined : found.slice(0, samplesAtMost);
}

async function exchangesOf(resolver: Resolver, domain: string): Promise<string[] | undefined> {
  const answer = await resolver.mx(domain);
  if (answer.kind === 'failed') return undefined;
  return collect(
    recordsOf(answer).map(
      ({ exchange }) =>
        () =>
          addressesOf(resolver, exchange),
    ),
  );
}

async function samplesOfInclude(resolver: Resolver, domain: string, depth: number): Promise<string[] | undefined> {
  const answer = await resolver.txt(domain);
  if (answer.kind === 'failed') return undefined;
  const text = recordsOf(answer).find(isSpf);
  const mechanisms = text ? countingMechanisms(parseSpf(text)).filter(({ qualifier }) => qualifier === '+') : [];
  return collect(mechanisms.map((mechanism) => () => samplesOf(resolver, mechanism, depth + 1)));
}

/** Until there are enough; silence counts only where nothing was found. IPv4 first, because that is what servers mostly send from. */
async function collect(questions: readonly (() => Promise<string[] | undefined>)[]): Promise<string[] | undefined> {
  const found: string[] = [];
  let silent = false;
  for (const question of questions) {
    const samples = await question();
    if (samples) found.push(...samples);
    else silent = true;
    if (found.length >= samplesAtMost) break;
  }
  if (found.length === 0 && silent) return undefined;
  return found.sort((one, other) => Number(isIPv4(other)) - Number(isIPv4(one))).slice(0, samplesAtMost);
}

const recordsOf = <Entry>(answer: Answer<Entry>): Entry[] => (answer.kind === 'found' ? answer.records : []);
