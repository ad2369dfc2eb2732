import { isIPv4 } from 'node:net';
import type { Answer, Resolver } from '../../../platform/dns/resolver.ts';
import { expandMacros } from './macro.ts';
import { isInNetwork } from './network.ts';
import { countingMechanisms, isSpf, type Mechanism, parseSpf, redirectOf, type SpfRecord } from './syntax.ts';

export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** What a receiver may look up at most for one mail (RFC 7208, 4.6.4). */
export const lookupLimit = 10;
export const voidLimit = 2;
export const addressLimit = 10;

/** Why a record cannot be used at all. */
export type SpfCause = 'several' | 'syntax' | 'include-missing' | 'too-many-lookups' | 'too-many-voids' | 'too-many-addresses';

/** `by`: the mechanism of the domain's own record that decided. */
export type Verdict = { result: SpfResult; cause?: SpfCause; by?: string };

/** A mail as its receiver sees it: where it comes from, and the address of its envelope. */
export type Incoming = { address: string; sender: string };

type Run = Incoming & { resolver: Resolver; lookups: number; voids: number };
type Broken = Verdict & { result: 'temperror' | 'permerror' };
type Match = boolean | Broken;

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;
const permanent = (cause: SpfCause): Broken => ({ result: 'permerror', cause });
const temporary: Broken = { result: 'temperror' };

/** Judges one sending address by the SPF record of a domain, exactly as a receiver does (`check_host` of RFC 7208). */
export const evaluateSpf = (resolver: Resolver, domain: string, incoming: Incoming): Promise<Verdict> =>
  checkHost({ ...incoming, resolver, lookups: 0, voids: 0 }, domain);

async function checkHost(run: Run, domain: string): Promise<Verdict> {
  const answer = await run.resolver.txt(domain);
  if (answer.kind === 'failed') return temporary;
  const [text, another] = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  if (text === undefined) return { result: 'none' };
  if (another !== undefined) return permanent('several');
  const record = parseSpf(text);
  return record.faults.length > 0 ? permanent('syntax') : judge(run, domain, record);
}

async function judge(run: Run, domain: string, record: SpfRecord): Promise<Verdict> {
  const mechanisms = countingMechanisms(record);
  for (const mechanism of mechanisms) {
    const match = await matches(run, domain, mechanism);
    if (match === true) return { result: results[mechanism.qualifier], by: mechanism.text };
    if (match) return match;
  }
  const redirect = mechanisms.some(({ name }) => name === 'all') ? undefined : redirectOf(record);
  if (!redirect) return { result: 'neutral' };
  const tooMany = countLookup(run);
  if (tooMany) return tooMany;
  const verdict = await checkHost(run, expandMacros(redirect.value, { ...run, domain }));
  return verdict.result === 'none' ? permanent('include-missing') : { ...verdict, by: redirect.text };
}

async function matches(run: Run, domain: string, mechanism: Mechanism): Promise<Match> {
  const { name, target } = mechanism;
  if (name === 'all') return true;
  if (name === 'ip4' || name === 'ip6')
    return isInNetwork(run.address, target ?? '', name === 'ip4' ? mechanism.prefix4 : mechanism.prefix6);
  const tooMany = countLookup(run);
  if (tooMany) return tooMany;
  const host = target === null ? domain : expandMacros(target, { ...run, domain });
  if (name === 'include') return includes(run, host);
  if (name === 'a') return matchesAddresses(run, mechanism, countVoid(run, await addressesOf(run, host)));
  if (name === 'mx') return matchesExchanges(run, mechanism, host);
  if (name === 'ptr') return matchesNames(run, host);
  const found = countVoid(run, await run.resolver.a(host));
  return Array.isArray(found) ? found.length > 0 : found;
}

/** RFC 7208, 5.2: only a „pass“ of what is included counts; if there is nothing to include, the whole record is broken. */
async function includes(run: Run, host: string): Promise<Match> {
  const verdict = await checkHost(run, host);
  if (verdict.result === 'pass') return true;
  if (verdict.result === 'none') return permanent('include-missing');
  return verdict.result === 'temperror' || verdict.result === 'permerror' ? (verdict as Broken) : false;
}

const addressesOf = (run: Run, host: string): Promise<Answer<string>> =>
  isIPv4(run.address) ? run.resolver.a(host) : run.resolver.aaaa(host);

function matchesAddresses(run: Run, { prefix4, prefix6 }: Mechanism, addresses: string[] | Broken): Match {
  if (!Array.isArray(addresses)) return addresses;
  const prefix = isIPv4(run.address) ? prefix4 : prefix6;
  return addresses.some((address) => isInNetwork(run.address, address, prefix));
}

async function matchesExchanges(run: Run, mechanism: Mechanism, host: string): Promise<Match> {
  const exchanges = countVoid(run, await run.resolver.mx(host));
  if (!Array.isArray(exchanges)) return exchanges;
  if (exchanges.length > addressLimit) return permanent('too-many-addresses');
  for (const { exchange } of exchanges) {
    const answer = await addressesOf(run, exchange);
    if (answer.kind === 'failed') return temporary;
    if (answer.kind === 'found' && matchesAddresses(run, mechanism, answer.records) === true) return true;
  }
  return false;
}

/** RFC 7208, 5.5: a name of the address that leads back to it. DNS that does not answer here is no match, not an error. */
async function matchesNames(run: Run, host: string): Promise<Match> {
  const names = await run.resolver.ptr(run.address);
  if (names.kind === 'none') return Array.isArray(countVoid(run, names)) ? false : permanent('too-many-voids');
  if (names.kind === 'failed') return false;
  for (const name of names.records.slice(0, addressLimit)) {
    if (name !== host.toLowerCase() && !name.endsWith(`.${host.toLowerCase()}`)) continue;
    const back = await addressesOf(run, name);
    if (back.kind === 'found' && back.records.some((address) => isInNetwork(run.address, address, isIPv4(address) ? 32 : 128))) return true;
  }
  return false;
}

function countLookup(run: Run): Broken | undefined {
  run.lookups += 1;
  return run.lookups > lookupLimit ? permanent('too-many-lookups') : undefined;
}

function countVoid<Entry>(run: Run, answer: Answer<Entry>): Entry[] | Broken {
  if (answer.kind === 'found') return answer.records;
  if (answer.kind === 'failed') return temporary;
  run.voids += 1;
  return run.voids > voidLimit ? permanent('too-many-voids') : [];
}
