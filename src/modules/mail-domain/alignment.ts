import type { DkimOutcome } from './dkim.ts';
import type { DmarcOutcome, DmarcRule } from './dmarc.ts';
import { domainOf, type Finding, finding, type Point } from './mail-domain.ts';
import { envelopeDomain, type MailRoute, type Sending } from './sending.ts';
import type { SpfOutcome } from './spf/check-spf.ts';

type Outcomes = { spf: SpfOutcome; dkim: DkimOutcome; dmarc: DmarcOutcome };

/**
 * Whether a receiver believes that a mail really comes from its sender's domain: by SPF, if the envelope is of the same domain, or by DKIM with a key
 * of this domain (RFC 7489, 3.1). One of the two is enough, both are better: SPF is lost when a mail is forwarded.
 */
export function checkAlignment(route: MailRoute, sending: Sending, { spf, dkim, dmarc }: Outcomes): Finding {
  const domain = domainOf(route.senderAddress);
  const values = { domain, envelope: envelopeDomain(route), provider: sending.provider?.name ?? '' };
  if (!sending.leaves) return finding('alignment', [{ code: 'alignment-nothing-leaves', state: 'unknown', values }]);

  const points: Point[] = [];
  const isAligned = isSameOrganisation(domain, values.envelope, dmarc.rule ?? undefined);
  if (!isAligned) points.push({ code: 'alignment-envelope', state: 'ok', values });
  if (sending.provider?.ownEnvelope) points.push({ code: 'alignment-provider', state: 'ok', values });
  const bySpf = isAligned ? (sending.provider?.ownEnvelope && spf.passes ? null : spf.passes) : false;
  const [code, state] = verdict(bySpf, dkim.usable, dmarc.rule?.policy);
  return finding('alignment', [{ code, state, values }, ...points]);
}

function verdict(spf: boolean | null, dkim: boolean | null, policy: DmarcRule['policy'] | undefined): [Point['code'], Point['state']] {
  if (spf && dkim) return ['alignment-both', 'ok'];
  if (spf) return dkim === null ? ['alignment-spf', 'ok'] : ['alignment-only-spf', 'warning'];
  if (dkim) return spf === null ? ['alignment-dkim', 'ok'] : ['alignment-only-dkim', 'warning'];
  if (spf === null || dkim === null) return ['alignment-unknown', 'unknown'];
  if (policy === 'reject' || policy === 'quarantine') return ['alignment-refused', 'problem'];
  return ['alignment-neither', 'problem'];
}

/** „Strict“ wants the same domain, otherwise one organisation is enough: one domain below the other, or both below the one that holds the rule. */
function isSameOrganisation(domain: string, envelope: string, rule: DmarcRule | undefined): boolean {
  if (domain === envelope) return true;
  if (rule?.strictSpf) return false;
  const isBelow = (name: string, above: string) => name === above || name.endsWith(`.${above}`);
  return (
    isBelow(domain, envelope) ||
    isBelow(envelope, domain) ||
    (rule !== undefined && isBelow(domain, rule.organisation) && isBelow(envelope, rule.organisation))
  );
}
