import { isAddress, parseAddress } from '../../platform/address.ts';
import type { Variant } from '../../platform/phrases.ts';
import { say } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessId, type AccessWithFacts, listAccessesEvenDeleted, registration } from '../access/index.ts';
import { accountNameKey } from '../account/index.ts';
import { linkState } from '../link/index.ts';
import {
  findImpossibility,
  findQueuePause,
  findTransport,
  type MailImpossibility,
  type ReadMessage,
  readMessages,
  type TemplateKey,
  templateOf,
} from '../mail/index.ts';
import { listAreas, listPortals, type Portal, signInUrl } from '../portal/index.ts';
import { listContactsOfAccesses, listUserNames } from '../portal-access/index.ts';
import { listPauses, signInLimit } from '../throttle/index.ts';
import type { AccessFacts, LinkFacts, MailFacts, Standstill } from './diagnosis.ts';
import { listClosedCustomers, listNewestLinks, listTries, type NewestLink } from './facts-store.ts';

/** The account as the limits of signing in count it. */
export const countedAs = ({ accountName }: Pick<AccessWithFacts, 'accountName'>): string => `portal:${accountNameKey(accountName)}`;

/** The mail that would be sent to let somebody in, or in again. */
function nextTemplate(access: AccessWithFacts, now: Date): TemplateKey {
  if (access.hasPassword || access.registeredAt) return 'admin_reset';
  return registration(access, now) === 'activation-sent' ? 'activation' : 'welcome';
}

/** All that is known about some accesses, by the same statements for any number of them (at most fifty), in their order. */
export async function readFacts(work: Work, accessIds: readonly AccessId[], variant: Variant): Promise<AccessFacts[]> {
  const { tx, workspace, now, actor } = work;
  const found = await listAccessesEvenDeleted(tx, workspace.id, accessIds);
  const accesses = accessIds.flatMap((id) => found.find((access) => access.id === id) ?? []);
  const around = await readSurroundings(work, accesses, variant);

  return accesses.map((access) => {
    const contacts = around.contacts.filter(({ accessId }) => accessId === access.id);
    const link = around.links.find(({ accessId }) => accessId === access.id);
    const mail = around.mails.find(({ message }) => message.id === link?.messageId);
    const tries = around.tries.find(({ accountId }) => accountId === access.accountId);
    const elsewhere = around.portals.find(({ id }) => id === tries?.elsewherePortalId && id !== access.portalId);
    const [first] = contacts;
    return {
      access,
      name: first ? nameOf(first) : (access.givenName ?? access.accountName),
      contacts: contacts.map((contact) => ({
        contactId: contact.contactId,
        name: nameOf(contact),
        customerId: contact.customerId,
        company: contact.company,
        isClosed: around.closed.has(contact.customerId),
        areas: contact.areas,
      })),
      blockedByName: (access.blockedBy && around.userNames.get(access.blockedBy)) ?? null,
      portalHasAreas: around.areas.some(({ portalId }) => portalId === access.portalId),
      signInUrl: signInUrl(workspace, portalOf(around.portals, access)),
      link: link ? linkFacts(link, now) : null,
      mail: mail ? mailFacts(mail) : null,
      standstill: around.standstill,
      impossible: impossibilityOf(access, around.impossible.get(nextTemplate(access, now)), nextTemplate(access, now), variant),
      tries: { failures: tries?.failures ?? 0, lastFailureAt: tries?.lastFailureAt ?? null },
      slowed: around.pauses.get(countedAs(access)) ?? null,
      elsewhere: elsewhere && tries?.elsewhereAt ? { portalName: elsewhere.name, at: tries.elsewhereAt } : null,
      isAdministrator: actor.kind === 'user' && actor.administrator,
    };
  });
}

async function readSurroundings(work: Work, accesses: readonly AccessWithFacts[], variant: Variant) {
  const { tx, workspace, now } = work;
  const contacts = await listContactsOfAccesses(
    tx,
    workspace.id,
    accesses.map(({ id }) => id),
  );
  const links = await listNewestLinks(tx, workspace.id, accesses);
  const messageIds = links.flatMap(({ messageId }) => messageId ?? []);
  const portals = await listPortals(tx, workspace.id);
  return {
    contacts,
    links,
    portals,
    closed: await listClosedCustomers(tx, workspace.id, [...new Set(contacts.map(({ customerId }) => customerId))]),
    userNames: await listUserNames(
      tx,
      workspace.id,
      accesses.flatMap(({ blockedBy }) => blockedBy ?? []),
    ),
    areas: await listAreas(
      tx,
      workspace.id,
      portals.map(({ id }) => id),
    ),
    mails: messageIds.length ? await readMessages(work, { ids: messageIds }, variant) : [],
    tries: await listTries(tx, workspace.id, [...new Set(accesses.map(({ accountId }) => accountId))]),
    pauses: await listPauses(work, signInLimit, [...new Set(accesses.map(countedAs))]),
    standstill: await readStandstill(work),
    impossible: await readImpossibilities(work, new Set(accesses.map((access) => nextTemplate(access, now)))),
  };
}

async function readStandstill({ tx, workspace }: Work): Promise<Standstill> {
  const transport = await findTransport(tx, workspace.id);
  if (!transport || transport.transport === 'none') return { by: 'no-transport' };
  const stopped = await findQueuePause(tx, workspace.id);
  if (stopped) return { by: 'user', name: stopped.pausedByName };
  return transport.pausedSince ? { by: 'transport' } : null;
}

async function readImpossibilities({ tx, workspace }: Work, templates: ReadonlySet<TemplateKey>) {
  const impossible = new Map<TemplateKey, MailImpossibility>();
  for (const template of templates) {
    const reason = await findImpossibility(tx, workspace.id, template);
    if (reason) impossible.set(template, reason);
  }
  return impossible;
}

function impossibilityOf(
  { email }: AccessWithFacts,
  reason: MailImpossibility | undefined,
  templateKey: TemplateKey,
  variant: Variant,
): AccessFacts['impossible'] {
  const found = reason ?? (isAddress(parseAddress(email)) ? undefined : 'invalid-address');
  return found ? { reason: found, templateKey, templateLabel: say(templateOf(templateKey).label, variant) } : null;
}

const linkFacts = ({ accountGeneration, ...link }: NewestLink, now: Date): LinkFacts => ({
  purpose: link.purpose,
  state: linkState(link, accountGeneration, now),
  createdAt: link.createdAt,
  expiresAt: link.expiresAt,
  openedAt: link.openedAt,
  machineAt: link.machineAt,
  refusals: link.refusals,
  refusedAt: link.refusedAt,
  refusal: link.refusal,
  olderOpenedAt: link.olderOpenedAt && link.olderOpenedAt > link.createdAt ? link.olderOpenedAt : null,
});

function mailFacts({ message, view }: ReadMessage): MailFacts {
  const last = message.attempts.findLast(({ endedAt }) => endedAt);
  return {
    id: message.id,
    templateKey: message.templateKey,
    templateLabel: view.templateLabel,
    address: view.recipientAddress,
    state: view.state,
    cause: view.state === 'withdrawn' && !message.withdrawnAt ? 'link-expired' : message.cause,
    hold: view.heldBecause,
    queuedAt: message.queuedAt,
    settledAt: view.settledAt ? new Date(view.settledAt) : null,
    nextAttemptAt: view.nextAttemptAt ? new Date(view.nextAttemptAt) : null,
    isRetryPossible: view.allowed.includes('retry'),
    isKept: view.state === 'accepted' && last?.transport === 'test-mailbox',
    sentence: view.sentence,
  };
}

const portalOf = (portals: readonly Portal[], { portalId }: AccessWithFacts): Portal => {
  const portal = portals.find(({ id }) => id === portalId);
  if (!portal) throw new Error('The portal of an access cannot be read.');
  return portal;
};

type Named = { title: string | null; firstName: string; lastName: string };
export const nameOf = ({ title, firstName, lastName }: Named): string => [title, firstName, lastName].filter(Boolean).join(' ');
