import type { Resolver } from '../../../platform/dns/resolver.ts';
import { type Finding, finding, type Point, type Proposal } from '../mail-domain.ts';
import { isGuess, type Sending } from '../sending.ts';
import { lookupLimit, voidLimit } from './evaluate.ts';
import { type Presence, presenceOf } from './presence.ts';
import { proposeSpf } from './proposal.ts';
import { allOf, isSpf, parseMechanism, parseSpf, redirectOf, type SpfRecord } from './syntax.ts';
import { type ChainFault, type Walk, walkSpf } from './walk.ts';

/** `domain`: the one of the envelope. `start`: mechanisms that a first record begins with, for those who send by now. */
export type SpfQuestion = { resolver: Resolver; domain: string; sender: string; sending: Sending; start: readonly string[] };

/** `passes`: whether a receiver lets our mails through by SPF; `null`: nobody can say. */
export type SpfOutcome = { finding: Finding; passes: boolean | null };

/** A piece of a TXT record holds no more; longer records are published in several pieces (RFC 7208, 3.3). */
const longestPiece = 255;

export async function checkSpf(question: SpfQuestion): Promise<SpfOutcome> {
  const { resolver, domain } = question;
  const answer = await resolver.txt(domain);
  if (answer.kind === 'failed')
    return { finding: finding('spf', [{ code: 'spf-silent', state: 'unknown', values: { domain } }]), passes: null };
  const texts = answer.kind === 'found' ? answer.records : [];
  const records = texts.filter(isSpf).map(parseSpf);
  return records.length === 0 ? missing(question, texts.filter(looksLikeSpf)) : judge(question, records);
}

/** Somebody meant it, and no receiver takes it for an SPF record. */
const looksLikeSpf = (text: string): boolean => /^[\s"'“„]*v\s*=\s*spf/i.test(text);

async function missing(question: SpfQuestion, misspelt: string[]): Promise<SpfOutcome> {
  const { domain, sending, start } = question;
  // A record that allows nobody would turn away every mail of the company; better none until somebody knows what belongs in it.
  const isOpen = sending.mechanisms.length === 0 && start.length === 0;
  const code = isOpen ? 'spf-missing-open' : misspelt.length > 0 ? 'spf-misspelt' : 'spf-missing';
  const points: Point[] = [{ code, state: 'problem', values: { domain } }];
  points.push({ code: 'spf-who-else', state: 'ok' });
  if (sending.leaves && sending.mechanisms.length === 0) points.push({ code: 'spf-sender-unknown', state: 'unknown' });
  const value = isOpen ? undefined : proposeSpf({ records: [], ours: sending.mechanisms, without: [], start });
  const proposals = value ? [proposalOf(domain, value, misspelt)] : [];
  return { finding: finding('spf', points, { found: misspelt, proposals }), passes: sending.leaves ? false : null };
}

const proposalOf = (domain: string, value: string, replaces: string[]): Proposal => ({ name: domain, type: 'TXT', value, replaces });

type Judged = { records: SpfRecord[]; walk: Walk; presence: Presence | undefined };

async function judge(question: SpfQuestion, records: SpfRecord[]): Promise<SpfOutcome> {
  const { resolver, domain, sender, sending } = question;
  const walk = join(await Promise.all(records.map((record) => walkSpf(resolver, domain, record))));
  const presence =
    sending.mechanisms.length === 0
      ? undefined
      : await presenceOf({ resolver, domain, sender, records, included: walk.included }, sending.mechanisms);
  const judged = { records, walk, presence };

  const points = [...recordPoints(judged), ...chainPoints(judged), ...ownPoints(question, judged)];
  const isWhole = points.length === 0;
  if (isWhole) points.push({ code: 'spf-ok', state: 'ok', values: { domain } });
  const { proposals, points: more } = await propose(question, judged);
  const all = [...points, ...more];
  return { finding: finding('spf', all, { found: records.map(({ text }) => text), proposals }), passes: passesBy(all, sending, presence) };
}

const join = (walks: readonly Walk[]): Walk => ({
  lookups: walks.reduce((sum, { lookups }) => sum + lookups, 0),
  voids: walks.reduce((sum, { voids }) => sum + voids, 0),
  included: new Set(walks.flatMap(({ included }) => [...included])),
  usesPtr: walks.some(({ usesPtr }) => usesPtr),
  faults: walks.flatMap(({ faults }) => faults),
  silent: walks.flatMap(({ silent }) => silent),
});

/** What is wrong with the words of the record itself. */
function recordPoints({ records, walk }: Judged): Point[] {
  const points: Point[] = [];
  const faults = records.flatMap((record) => record.faults);
  if (records.length > 1) points.push({ code: 'spf-several', state: 'problem', values: { count: records.length } });
  if (faults.length > 0) points.push({ code: 'spf-syntax', state: 'problem', values: { words: faults.join(', ') } });
  const ends = records.flatMap((record) => allOf(record) ?? []);
  if (ends.some(({ qualifier }) => qualifier === '+')) points.push({ code: 'spf-open', state: 'problem' });
  else if (ends.some(({ qualifier }) => qualifier === '?')) points.push({ code: 'spf-neutral', state: 'warning' });
  else if (ends.length === 0 && !records.some(redirectOf)) points.push({ code: 'spf-no-end', state: 'warning' });
  const behind = records.flatMap(wordsBehindEnd);
  if (behind.length > 0) points.push({ code: 'spf-behind-all', state: 'warning', values: { words: behind.join(', ') } });
  if (walk.usesPtr) points.push({ code: 'spf-ptr', state: 'warning' });
  return points;
}

function wordsBehindEnd({ terms }: SpfRecord): string[] {
  const mechanisms = terms.filter(({ kind }) => kind === 'mechanism');
  const end = mechanisms.findIndex(({ name }) => name === 'all');
  return end === -1 ? [] : mechanisms.slice(end + 1).map(({ text }) => text);
}

const chainCodes = {
  missing: 'spf-chain-missing',
  several: 'spf-chain-several',
  syntax: 'spf-chain-syntax',
  loop: 'spf-chain-loop',
} as const satisfies Record<ChainFault['cause'], Point['code']>;

/** What is wrong with where the record leads. A receiver that finds us before it gets there does not notice. */
function chainPoints({ walk, presence }: Judged): Point[] {
  const reached = presence?.kind === 'all' && !presence.brokenBy;
  const seen = new Set<string>();
  const points: Point[] = walk.faults.flatMap(({ cause, domain, via }) => {
    if (seen.has(domain + cause)) return [];
    seen.add(domain + cause);
    return [{ code: chainCodes[cause], state: reached ? 'warning' : 'problem', values: { domain, via } }];
  });
  if (walk.lookups > lookupLimit)
    points.push({
      code: reached ? 'spf-too-many-later' : 'spf-too-many',
      state: reached ? 'warning' : 'problem',
      values: { count: walk.lookups, limit: lookupLimit },
    });
  if (walk.voids > voidLimit)
    points.push({
      code: 'spf-voids',
      state: presence?.brokenBy === 'too-many-voids' ? 'problem' : 'warning',
      values: { count: walk.voids },
    });
  const [silent] = walk.silent;
  if (silent) points.push({ code: 'spf-chain-silent', state: 'unknown', values: { domain: silent } });
  return points;
}

/** Whether we are in it (B029). Of a server whose sending addresses are a guess, nobody can be sure that it is missing. */
function ownPoints({ sending, domain }: SpfQuestion, { walk, presence }: Judged): Point[] {
  const ours = sending.mechanisms.join(' ');
  if (!sending.leaves) return [{ code: 'spf-nothing-leaves', state: 'unknown' }];
  if (!presence) return [{ code: 'spf-sender-unknown', state: 'unknown' }];
  if (presence.kind === 'unknown') return [{ code: 'spf-ours-silent', state: 'unknown', values: { ours } }];
  if (presence.kind === 'unresolvable') return [{ code: 'spf-ours-unresolvable', state: 'unknown', values: { ours } }];
  const addresses = presence.missing.join(', ');
  if (presence.kind === 'some') return [{ code: 'spf-partly', state: 'warning', values: { domain, ours, addresses } }];
  if (presence.kind === 'all') return [];
  const relative = isGuess(sending) ? relativeOf(sending, walk) : undefined;
  if (relative) return [{ code: 'spf-likely', state: 'ok', values: { domain, relative } }];
  const state = isGuess(sending) ? 'warning' : 'problem';
  if (presence.brokenBy) return [{ code: 'spf-without-us-too', state, values: { ours } }];
  return [{ code: isGuess(sending) ? 'spf-perhaps-without-us' : 'spf-without-us', state, values: { domain, ours } }];
}

/** A domain that the record includes and that belongs to the same company as our server, going by its name. */
function relativeOf({ mechanisms }: Sending, { included }: Walk): string | undefined {
  const own = mechanisms.flatMap((text) => parseMechanism(text)?.target ?? []).map(companyOf);
  return [...included].find((domain) => own.includes(companyOf(domain)));
}

/** `anbieter.de` of `mail.anbieter.de`; below endings like `co.uk` one label more. */
function companyOf(name: string): string {
  const labels = name.toLowerCase().split('.');
  const isDoubleEnding = (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isDoubleEnding ? -3 : -2).join('.');
}

function passesBy(points: readonly Point[], sending: Sending, presence: Presence | undefined): boolean | null {
  if (points.some(({ code }) => code === 'spf-several' || code === 'spf-syntax')) return false;
  if (presence?.kind === 'none' && !presence.brokenBy && isGuess(sending)) return null;
  if (!presence || presence.kind === 'unknown' || presence.kind === 'unresolvable') return null;
  return presence.kind !== 'none' && !presence.brokenBy;
}

async function propose({ resolver, domain, sending }: SpfQuestion, { records, walk, presence }: Judged) {
  const isLikely = isGuess(sending) && relativeOf(sending, walk) !== undefined;
  const ours = isLikely ? [] : (presence?.toInsert ?? []);
  const deadEnds = walk.faults.filter(({ cause }) => cause === 'missing' || cause === 'loop').map(({ via }) => via);
  const value = proposeSpf({ records, ours, without: deadEnds, start: [] });
  if (!value) return { proposals: [], points: [] };
  const points: Point[] = [];
  const { lookups } = await walkSpf(resolver, domain, parseSpf(value));
  if (ours.length > 0 && lookups > lookupLimit && walk.lookups <= lookupLimit)
    points.push({ code: 'spf-would-be-too-many', state: 'warning', values: { count: lookups, limit: lookupLimit } });
  if (value.length > longestPiece) points.push({ code: 'spf-long', state: 'ok', values: { count: value.length } });
  return {
    proposals: [
      proposalOf(
        domain,
        value,
        records.map(({ text }) => text),
      ),
    ],
    points,
  };
}
