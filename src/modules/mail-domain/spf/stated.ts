import { isIPv4, isIPv6 } from 'node:net';
import { readHost } from '../../../platform/host.ts';
import { hasMacro } from './macro.ts';
import { mend } from './proposal.ts';
import { isSpf, type Mechanism, parseMechanism } from './syntax.ts';

/** The most that fits beside what others have in a record. */
export const mostMechanisms = 10;

/**
 * What stands for a mail server in an SPF record, as people type it: a host, an IP address, a network, a provider's `include:…`, or a whole record, of
 * which everything counts that lets somebody send. Answers the mechanisms as a record has them, or the first word that cannot be one.
 */
export function readStated(typed: string): { mechanisms: string[] } | { fault: string } {
  const text = typed.trim().replace(/^["'“„]+|["'”“]+$/g, '');
  const words = (isSpf(text) ? text.slice('v=spf1'.length) : text).split(/[\s,;]+/).filter((word) => word !== '' && !isEnd(word));
  const mechanisms: string[] = [];
  for (const word of words) {
    const mechanism = mechanismOf(word);
    if (!mechanism) return { fault: word };
    if (!mechanisms.includes(mechanism)) mechanisms.push(mechanism);
  }
  return mechanisms.length > mostMechanisms ? { fault: words[mostMechanisms] ?? '' } : { mechanisms };
}

const isEnd = (word: string): boolean => /^[+\-~?]?all$/i.test(word);

function mechanismOf(word: string): string | undefined {
  const term = parseMechanism(word) ?? mend(word);
  if (term?.kind === 'mechanism') return usable(term);
  if (isIPv4(word) || isIPv6(word)) return `${isIPv4(word) ? 'ip4' : 'ip6'}:${word}`;
  const host = readHost(word);
  return host?.includes('.') && !/^[\d.]+$/.test(host) ? `a:${host}` : undefined;
}

/** Only what lets somebody send, by a name or an address of its own: „mx“ alone would mean another server at each domain. */
function usable({ name, target, qualifier, text }: Mechanism): string | undefined {
  if (qualifier !== '+' || !target || hasMacro(target)) return undefined;
  if (name === 'all' || name === 'ptr' || name === 'exists') return undefined;
  if (name !== 'ip4' && name !== 'ip6' && !target.includes('.')) return undefined;
  return text.toLowerCase().replace(/^\+/, '');
}
