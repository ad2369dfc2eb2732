import { type AccessId, changeAccess, insertAccess, listAccessesOfContacts, type Past, setPast } from '../modules/access/index.ts';
import { insertAccount } from '../modules/account/index.ts';
import { type ContactId, createContact, type NewContactFields } from '../modules/contact/index.ts';
import { type Portal, type PortalId, usualRole } from '../modules/portal/index.ts';
import { dayIn, days, later } from '../platform/clock.ts';
import { newId } from '../platform/id.ts';
import type { Work } from '../platform/work.ts';

export type DemoPortals = { customers: Portal; installers: Portal; project: Portal };

/** One of each way in which an access can stand, as often as in life: most people are in, and every question of the telephone is there. */
const states = [
  'registered',
  'registered',
  'registered',
  'registered',
  'registered',
  'self-registered',
  'never-signed-in',
  'invited',
  'link-over',
  'not-invited',
  'blocked',
  'expired',
  'expiring',
] as const;
type State = (typeof states)[number];

/** A person with the next state, in the next portal. `passwordHash`: of a password that nobody knows. */
export async function createPersonWithAccess(
  work: Work,
  fields: NewContactFields,
  index: number,
  { portals, passwordHash }: { portals: DemoPortals; passwordHash: string },
): Promise<void> {
  const portal =
    [portals.customers, portals.customers, portals.installers, portals.customers, portals.project][index % 5] ?? portals.customers;
  const state: State = states[index % states.length] ?? 'registered';
  const hasPassword = !['invited', 'link-over', 'not-invited'].includes(state);
  const { contact } = await createContact(work, fields, {
    portalId: portal.id,
    ...(index % 11 === 4 && { role: 'team-admin' }),
    // A few real invitations, so that the test mailbox and the queue have something to show.
    sendPasswordLink: state === 'invited' && index % 3 === 0,
    ...(hasPassword && { passwordHash }),
  });
  const accessId = await accessOf(work, contact.id, portal.id);
  await setPast(work.tx, work.workspace.id, accessId, pastOf(state, index, work.now));
  await decide(work, accessId, state, index, portal);
}

async function accessOf({ tx, workspace }: Work, contactId: ContactId, portalId: PortalId): Promise<AccessId> {
  const access = (await listAccessesOfContacts(tx, workspace.id, [contactId])).find((one) => one.portalId === portalId);
  if (!access) throw new Error('The demonstration gave an access that cannot be read.');
  return access.id;
}

function pastOf(state: State, index: number, now: Date): Past {
  const ago = (count: number) => later(now, -days(count) - index * 61_000);
  const invitedAt = ago(20 + (index % 200));
  const registered: Past = {
    createdAt: invitedAt,
    invitedAt,
    registeredAt: later(invitedAt, days(index % 6)),
    lastSignInAt: ago(index % 19),
  };
  switch (state) {
    case 'registered':
    case 'blocked':
    case 'expired':
    case 'expiring':
      return registered;
    case 'self-registered':
      return { ...registered, origin: 'self-registration', invitedAt: null, activationSentAt: invitedAt };
    case 'never-signed-in':
      return { ...registered, lastSignInAt: null };
    case 'invited':
      return { createdAt: ago(1), invitedAt: ago(1) };
    case 'link-over':
      return { createdAt: invitedAt, invitedAt };
    case 'not-invited':
      return { createdAt: ago(index % 9) };
  }
}

const reasons = ['Ist nicht mehr im Unternehmen', 'Auf Wunsch des Unternehmens', 'Ungewöhnliche Anmeldungen, Rückruf abwarten'];

async function decide(work: Work, accessId: AccessId, state: State, index: number, { timeZone }: Portal): Promise<void> {
  const day = (shift: number) => dayIn(timeZone, later(work.now, days(shift)));
  if (state === 'blocked')
    await changeAccess(work, accessId, { granted: false, blockReason: reasons[index % reasons.length] ?? null }, undefined);
  if (state === 'expired') await changeAccess(work, accessId, { expiresOn: day(-1 - (index % 40)) }, undefined);
  if (state === 'expiring') await changeAccess(work, accessId, { expiresOn: day(2 + (index % 12)) }, undefined);
}

/**
 * Somebody who registered themselves and fits no contact, or several: „Ausstehend“. Every third has not opened the link of the activation mail yet.
 */
export async function createPendingAccess(
  { tx, now, workspace, record }: Work,
  { name, email, index }: { name: string; email: string; index: number },
  portal: Portal,
  passwordHash: string,
): Promise<void> {
  const accountId = newId<'account'>(now);
  const id = newId<'access'>(now);
  const activated = index % 3 !== 0;
  const sentAt = later(now, -days(index % 12) - index * 61_000);
  await insertAccount(tx, workspace.id, { id: accountId, kind: 'portal', accountName: email, email, passwordHash }, sentAt);
  const access = { id, accountId, portalId: portal.id, role: usualRole(portal), registeredAt: activated ? sentAt : null };
  await insertAccess(tx, workspace.id, { ...access, origin: 'self-registration', givenName: name }, sentAt);
  await setPast(tx, workspace.id, id, { activationSentAt: sentAt, ...(activated && { lastSignInAt: sentAt }) });
  record('account.opened', { type: 'account', id: accountId }, { after: { kind: 'portal' }, personal: { accountName: email } });
}
