import { isAddress, parseAddress } from '../../platform/address.ts';
import type { PortalRules } from './portal.ts';
import { refuse } from './refusals.ts';

/** The rules as they are stored: each domain and address once, in its stored form (rule 10). What is absent stays. Refuses what nobody could mean. */
export function tidyRules<Change extends Partial<PortalRules>>(change: Change): Change {
  return {
    ...change,
    ...(change.identifiers && { identifiers: [...new Set(change.identifiers)] }),
    ...(change.allowedDomains && { allowedDomains: domainsOf(change.allowedDomains, '/allowedDomains') }),
    ...(change.refusedDomains && { refusedDomains: domainsOf(change.refusedDomains, '/refusedDomains') }),
    ...(change.pendingNoticeTo && { pendingNoticeTo: addressesOf(change.pendingNoticeTo) }),
  };
}

/** Refuses rules that contradict each other. */
export function mustAgree({ identifiers, allowedDomains, refusedDomains }: PortalRules): void {
  if (!identifiers.length) throw refuse('identifier-needed', { pointer: '/identifiers' });
  const domain = allowedDomains.find((allowed) => refusedDomains.includes(allowed));
  if (domain) throw refuse('domain-on-both-lists', { pointer: '/refusedDomains', values: { domain } });
}

const domainsOf = (typed: readonly string[], pointer: string): string[] => [
  ...new Set(
    typed.map((domain) => {
      const parsed = parseAddress(`anybody@${domain.replace(/^@/, '')}`);
      if (!isAddress(parsed)) throw refuse('no-domain', { pointer, values: { domain } });
      return parsed.address.slice(parsed.address.indexOf('@') + 1);
    }),
  ),
];

function addressesOf(typed: readonly string[]): string[] {
  const byKey = new Map(
    typed.map((address) => {
      const parsed = parseAddress(address);
      if (!isAddress(parsed)) throw refuse('no-notice-address', { pointer: '/pendingNoticeTo', values: { address } });
      return [parsed.key, parsed.address] as const;
    }),
  );
  return [...byKey.values()];
}
