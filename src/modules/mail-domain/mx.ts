import { isIP } from 'node:net';
import type { Answer, MailExchange, Resolver } from '../../platform/dns/resolver.ts';
import { type Finding, finding } from './mail-domain.ts';

/** `exchanges`: the servers that take the domain's mail; `null`: DNS did not say. */
export type MxOutcome = { finding: Finding; exchanges: string[] | null };

/** Whether answers and reports about undeliverable mails find a way back. Many receivers refuse mails from a domain that takes none. */
export async function checkMx(resolver: Resolver, domain: string): Promise<MxOutcome> {
  const answer = await resolver.mx(domain);
  if (answer.kind === 'failed')
    return { finding: finding('mx', [{ code: 'mx-silent', state: 'unknown', values: { domain } }]), exchanges: null };
  if (answer.kind === 'none') return { finding: await withoutMx(resolver, domain), exchanges: [] };
  const records = answer.records.toSorted((one, other) => one.preference - other.preference);
  return { finding: await judge(resolver, domain, records), exchanges: records.map(({ exchange }) => exchange).filter(Boolean) };
}

/** RFC 5321, 5.1: without MX, mail goes to the domain's own address. */
async function withoutMx(resolver: Resolver, domain: string): Promise<Finding> {
  const addresses = await addressesOf(resolver, domain);
  const values = { domain };
  if (addresses === 'silent') return finding('mx', [{ code: 'mx-silent', state: 'unknown', values }]);
  if (addresses === 'none') return finding('mx', [{ code: 'mx-missing', state: 'problem', values }]);
  return finding('mx', [{ code: 'mx-implicit', state: 'warning', values }]);
}

async function judge(resolver: Resolver, domain: string, records: readonly MailExchange[]): Promise<Finding> {
  const found = records.map(({ exchange, preference }) => `${preference} ${exchange || '.'}`);
  // RFC 7505: „0 .“ says that a domain takes no mail.
  if (records.every(({ exchange }) => exchange === ''))
    return finding('mx', [{ code: 'mx-null', state: 'problem', values: { domain } }], { found });
  const hosts = records.map(({ exchange }) => exchange).filter(Boolean);
  const answers = await Promise.all(
    hosts.map(async (host) => ({ host, answer: isIP(host) ? ('none' as const) : await addressesOf(resolver, host) })),
  );
  const dead = answers.filter(({ answer }) => answer === 'none').map(({ host }) => host);
  const values = { hosts: (dead.length > 0 ? dead : hosts).join(', ') };
  if (dead.length === hosts.length) return finding('mx', [{ code: 'mx-dead', state: 'problem', values }], { found });
  if (dead.length > 0) return finding('mx', [{ code: 'mx-partly-dead', state: 'warning', values }], { found });
  if (answers.every(({ answer }) => answer === 'silent'))
    return finding('mx', [{ code: 'mx-hosts-silent', state: 'unknown', values }], { found });
  return finding('mx', [{ code: 'mx-ok', state: 'ok', values }], { found });
}

async function addressesOf(resolver: Resolver, host: string): Promise<'found' | 'none' | 'silent'> {
  const answers: Answer<string>[] = await Promise.all([resolver.a(host), resolver.aaaa(host)]);
  if (answers.some(({ kind }) => kind === 'found')) return 'found';
  return answers.some(({ kind }) => kind === 'failed') ? 'silent' : 'none';
}
