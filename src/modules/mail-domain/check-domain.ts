import type { Resolver } from '../../platform/dns/resolver.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { findTransport } from '../mail/index.ts';
import { examine } from './examine.ts';
import { alarmAfter, domainOf, isReservedDomain, type Known, knownAfter, type Report, worsenings } from './mail-domain.ts';
import { refuse } from './refusals.ts';
import { basisOf, type Installation, type MailRoute, type Sending, sendingOf } from './sending.ts';
import { findMailDomain, lockMailDomain, type MailDomain, saveReport } from './store.ts';

/** What is known outside a transaction: how to ask DNS, and what the operator says about this installation. */
export type DoctorTools = { resolver: Resolver; installation: Omit<Installation, 'host'> & { relayHost: string } };

/** Everything that a check needs to know beforehand, and what the last one found. */
export type Plan = {
  route: MailRoute;
  sending: Sending;
  selectors: string[];
  basis: string;
  /** `undefined`: never checked, nothing set. */
  stored: MailDomain | undefined;
  isReal: boolean;
};

/** Reads how mail leaves and what is to be found in DNS because of it. Refuses `no-settings`. */
export async function planCheck(
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  { relayHost, relaySpf }: DoctorTools['installation'],
): Promise<Plan> {
  const transport = await findTransport(tx, workspace.id);
  if (!transport) throw refuse('no-settings');
  const stored = await findMailDomain(tx, workspace.id);
  const { transport: kind, senderAddress, returnPath } = transport;
  const route: MailRoute = { transport: kind, host: kind === 'mail' ? relayHost : transport.host, senderAddress, returnPath };
  const stated = stored?.spfMechanisms ?? [];
  const sending = sendingOf(route, { relaySpf, host: new URL(workspace.baseUrl).hostname }, stated);
  const selectors = stored?.dkimSelectors ?? [];
  const isReal = !isReservedDomain(domainOf(senderAddress));
  return { route, sending, selectors, basis: basisOf(route, sending, selectors), stored, isReal };
}

/** Looks at the domain now and keeps what was seen. Nothing of the database is held while DNS is asked. Refuses `no-settings`, `no-real-domain`. */
export async function checkDomain(perform: Perform, { resolver, installation }: DoctorTools): Promise<void> {
  const { route, sending, selectors, basis, isReal } = await perform(planCheck, installation);
  if (!isReal) throw refuse('no-real-domain');
  const report = await examine(resolver, route, sending, selectors);
  await perform(saveCheck, basis, report, true);
}

/**
 * Keeps a report and compares it with what was known. One event says that something became worse, or that an alarm is over; a look that somebody asked
 * for is recorded in any case. The daily look that finds everything as before leaves no event.
 */
export async function saveCheck({ tx, now, workspace, record }: Work, basis: string, report: Report, isAsked: boolean): Promise<void> {
  const stored = await lockMailDomain(tx, workspace.id);
  // Of something else than before, nothing can be worse than before.
  const isSame = stored.basis === basis;
  const before = isSame ? stored.known : {};
  const known = knownAfter(before, report, now);
  const alarm = isSame ? alarmAfter(stored.alarm, before, known) : [];
  const alarmSince = alarm.length > 0 ? (stored.alarmSince ?? now) : null;
  await saveReport(tx, workspace.id, { checkedAt: now, basis, report, known, alarm, alarmSince });

  const isOver = stored.alarm.length > 0 && alarm.length === 0;
  const name = worsenings(before, known).length > 0 ? 'worsened' : isOver ? 'recovered' : isAsked ? 'checked' : undefined;
  if (!name) return;
  const [from, to] = [statesOf(before), statesOf(known)];
  record(`mail-domain.${name}`, { type: 'workspace', id: workspace.id }, { before: from, after: { domain: report.domain, ...to } });
}

const statesOf = (known: Known) => Object.fromEntries(Object.entries(known).map(([kind, { state }]) => [kind, state]));
