import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, admission, denialSentence, reasonSentence, registration } from '../access/index.ts';
import { listOpenLinks, type OneTimeLink } from '../link/index.ts';
import { listPortals, type Portal } from '../portal/index.ts';
import { countSessions } from './assignment/assignment-store.ts';
import { type AccessView, accessActions } from './contract.ts';
import { actionRefusal } from './policy.ts';
import { type ContactOfAccess, listContactsOfAccesses, listUserNames } from './store.ts';

/** What is known beside some accesses: the same few statements for any number of them. */
type Surroundings = {
  contacts: ContactOfAccess[];
  links: OneTimeLink[];
  portals: Portal[];
  userNames: ReadonlyMap<string, string>;
  sessions: ReadonlyMap<string, number>;
};

/** Presents accesses in the order in which they came. */
export async function presentAccesses(
  { tx, now, workspace, actor }: Work,
  accesses: AccessWithFacts[],
  variant: Variant,
): Promise<AccessView[]> {
  const accountIds = [...new Set(accesses.map(({ accountId }) => accountId))];
  const blockers = accesses.flatMap(({ blockedBy }) => (blockedBy ? [blockedBy] : []));
  const around: Surroundings = {
    contacts: await listContactsOfAccesses(
      tx,
      workspace.id,
      accesses.map(({ id }) => id),
    ),
    links: await listOpenLinks(tx, workspace.id, accountIds, now),
    portals: await listPortals(tx, workspace.id),
    userNames: await listUserNames(tx, workspace.id, blockers),
    sessions: await countSessions(tx, workspace.id, accountIds, now),
  };
  return accesses.map((access) => presentAccess(access, around, { actor, now }, variant));
}

function presentAccess(
  access: AccessWithFacts,
  { contacts, links, portals, userNames, sessions: sessionCounts }: Surroundings,
  { actor, now }: Pick<Work, 'actor' | 'now'>,
  variant: Variant,
): AccessView {
  const own = contacts.filter(({ accessId }) => accessId === access.id);
  const portal = portals.find(({ id }) => id === access.portalId);
  const link = links.find(({ accountId, portalId }) => accountId === access.accountId && portalId === access.portalId);
  const verdict = admission(access, now);
  const sessions = sessionCounts.get(access.accountId) ?? 0;
  const denied = accessActions.flatMap((action) => {
    const refusal = actionRefusal(action, access, { actor, now, sessions });
    return refusal ? [{ action, code: refusal.code, sentence: refusal.sentence(variant) }] : [];
  });
  return {
    id: access.id,
    name: own[0] ? nameOf(own[0]) : (access.givenName ?? access.accountName),
    accountId: access.accountId,
    accountName: access.accountName,
    email: access.email,
    newEmail: registration(access, now) === 'email-change' ? access.newEmail : null,
    portal: { id: access.portalId, name: access.portalName, slug: portal?.slug ?? '', timeZone: access.timeZone },
    role: access.role,
    origin: access.origin,
    contacts: own.map((contact) => ({
      contactId: contact.contactId,
      name: nameOf(contact),
      email: contact.email,
      customerId: contact.customerId,
      customerName: contact.company,
      areas: contact.areas,
    })),
    assignment: access.pending ? 'pending' : 'assigned',
    registration: registration(access, now),
    hasPassword: access.hasPassword,
    granted: access.blockedAt === null,
    block: access.blockedAt && {
      at: access.blockedAt.toISOString(),
      by: (access.blockedBy && userNames.get(access.blockedBy)) ?? null,
      reason: access.blockReason,
    },
    expiresOn: access.expiresOn,
    admitted: verdict.admitted,
    reasons: verdict.reasons.map((code) => ({ code, sentence: reasonSentence(code, variant) })),
    sentence: denialSentence(verdict, variant),
    sessions,
    openLink: link ? { purpose: link.purpose, createdAt: link.createdAt.toISOString(), expiresAt: link.expiresAt.toISOString() } : null,
    invitedAt: access.invitedAt?.toISOString() ?? null,
    registeredAt: access.registeredAt?.toISOString() ?? null,
    lastSignInAt: access.lastSignInAt?.toISOString() ?? null,
    createdAt: access.createdAt.toISOString(),
    version: access.version,
    allowed: accessActions.filter((action) => denied.every((one) => one.action !== action)),
    denied,
  };
}

const nameOf = ({ title, firstName, lastName }: ContactOfAccess): string => [title, firstName, lastName].filter(Boolean).join(' ');
