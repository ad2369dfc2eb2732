import { type Resolver, rememberingResolver } from '../../platform/dns/resolver.ts';
import { checkAlignment } from './alignment.ts';
import { checkDkim } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import { domainOf, type Report } from './mail-domain.ts';
import { checkMx } from './mx.ts';
import { providerOf } from './providers.ts';
import { envelopeDomain, type MailRoute, type Sending } from './sending.ts';
import { checkSpf } from './spf/check-spf.ts';

/** Looks at all records that mails of this sender are judged by. Asks nothing but the resolver, and each question once. */
export async function examine(given: Resolver, route: MailRoute, sending: Sending, selectors: readonly string[]): Promise<Report> {
  const resolver = rememberingResolver(given);
  const domain = domainOf(route.senderAddress);
  const [mx, dkim, dmarc] = await Promise.all([
    checkMx(resolver, domain),
    checkDkim(resolver, domain, sending, selectors),
    checkDmarc(resolver, domain),
  ]);
  const spf = await checkSpf({
    resolver,
    domain: envelopeDomain(route),
    sender: route.returnPath ?? route.senderAddress,
    sending,
    start: envelopeDomain(route) === domain ? startOf(mx.exchanges ?? []) : [],
  });
  const alignment = checkAlignment(route, sending, { spf, dkim, dmarc });
  return { domain, findings: [mx.finding, spf.finding, dkim.finding, dmarc.finding, alignment] };
}

/** Whoever takes a company's mails mostly sends them too; without them a first record would cast doubt on the mails that people write. */
const startOf = (exchanges: readonly string[]): string[] => {
  const known = new Set(exchanges.flatMap((exchange) => providerOf(exchange)?.mechanism ?? []));
  return known.size > 0 ? [...known] : exchanges.length > 0 ? ['mx'] : [];
};
