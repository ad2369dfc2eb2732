import type { Answer, Resolver } from '../../../platform/dns/resolver.ts';
import { hasMacro } from './macro.ts';
import { countingMechanisms, isSpf, type Mechanism, parseSpf, redirectOf, type SpfRecord } from './syntax.ts';

/** What is wrong with a record that another one leads to. `via`: the term of the domain's own record where the way begins. */
export type ChainFault = { cause: 'missing' | 'several' | 'syntax' | 'loop'; domain: string; via: string };

/** All that a record can make a receiver look up, whatever address a mail comes from. */
export type Walk = {
  lookups: number;
  /** Questions to which there is no answer. */
  voids: number;
  /** Domains whose senders may send, by `include` or `redirect`, in lower case. */
  included: Set<string>;
  usesPtr: boolean;
  faults: ChainFault[];
  /** Domains of the chain that DNS did not answer for. */
  silent: string[];
};

type Step = { domain: string; path: readonly string[]; via: string | undefined; passes: boolean };

/** Far beyond the ten that are allowed; a chain that branches without an end stops here. */
const recordsAtMost = 60;

/** Follows every branch of a record. A part with macros depends on the mail and is counted, but not followed. */
export async function walkSpf(resolver: Resolver, domain: string, record: SpfRecord): Promise<Walk> {
  const walk: Walk = { lookups: 0, voids: 0, included: new Set(), usesPtr: false, faults: [], silent: [] };
  await visit({ resolver, walk, records: { count: 0 } }, record, { domain, path: [domain], via: undefined, passes: true });
  return walk;
}

type Walking = { resolver: Resolver; walk: Walk; records: { count: number } };

async function visit(walking: Walking, record: SpfRecord, step: Step): Promise<void> {
  const mechanisms = countingMechanisms(record);
  for (const mechanism of mechanisms) await count(walking, mechanism, step);
  const redirect = mechanisms.some(({ name }) => name === 'all') ? undefined : redirectOf(record);
  if (!redirect) return;
  walking.walk.lookups += 1;
  await follow(walking, redirect.value, { ...step, via: step.via ?? redirect.text });
}

async function count({ resolver, walk, records }: Walking, mechanism: Mechanism, step: Step): Promise<void> {
  const { name, target, qualifier, text } = mechanism;
  if (['all', 'ip4', 'ip6'].includes(name)) return;
  walk.lookups += 1;
  if (name === 'ptr') walk.usesPtr = true;
  const host = target ?? step.domain;
  if (hasMacro(host) || name === 'ptr') return;
  if (name === 'include')
    return follow({ resolver, walk, records }, host, { ...step, via: step.via ?? text, passes: step.passes && qualifier === '+' });
  const answers = await questionsOf(resolver, name, host);
  if (answers.every(({ kind }) => kind === 'none')) walk.voids += 1;
}

const questionsOf = (resolver: Resolver, name: Mechanism['name'], host: string): Promise<Answer<unknown>[]> => {
  if (name === 'mx') return Promise.all([resolver.mx(host)]);
  return Promise.all(name === 'a' ? [resolver.a(host), resolver.aaaa(host)] : [resolver.a(host)]);
};

async function follow(walking: Walking, target: string, { path, via = '', passes }: Step): Promise<void> {
  const { resolver, walk, records } = walking;
  const domain = target.toLowerCase().replace(/\.$/, '');
  if (hasMacro(domain)) return;
  if (passes) walk.included.add(domain);
  const fault = (cause: ChainFault['cause']) => walk.faults.push({ cause, domain, via });
  if (path.includes(domain)) return void fault('loop');
  records.count += 1;
  if (records.count > recordsAtMost) return;
  const answer = await resolver.txt(domain);
  if (answer.kind === 'failed') return void walk.silent.push(domain);
  const texts = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  const [text] = texts;
  if (text === undefined) return void fault('missing');
  if (texts.length > 1) return void fault('several');
  const record = parseSpf(text);
  if (record.faults.length > 0) return void fault('syntax');
  await visit(walking, record, { domain, path: [...path, domain], via, passes });
}
