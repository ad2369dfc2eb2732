import { isRefusal } from '../../../platform/refusal.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessWithFacts, giveAccess, type LinkMailOutcome, listAccessesOfContacts, lockAccess } from '../../access/index.ts';
import { type ContactId, findContact, mailPerson, refuseContact } from '../../contact/index.ts';
import { findPortal, type PortalId, refusePortal } from '../../portal/index.ts';
import { refuse } from './refusals.ts';
import { sendWelcome } from './send-welcome.ts';

/** Whom to unlock in which portal, in which role and with which areas (their keys); `welcome`: whether the mail leaves at once. */
export type PortalAccessOrder = { portalId: PortalId; contactId: ContactId; role?: string; areas?: string[]; welcome: boolean };

export type GivenAccess = { access: AccessWithFacts; mail: LinkMailOutcome | { state: 'not-asked' } };

/**
 * Unlocks a person in a portal; the welcome mail leaves at once (B061). Somebody who has a password keeps it and is registered there at once (B077).
 * That no mail could be sent is said and loses nothing. Refuses: unknown person or portal, no address, an access that is there already.
 */
export async function givePortalAccess(work: Work, { contactId, welcome, ...order }: PortalAccessOrder): Promise<GivenAccess> {
  const { tx, workspace } = work;
  const contact = await findContact(tx, workspace.id, contactId);
  if (!contact) throw refuseContact('unknown', { pointer: '/contactId' });
  const portal = await findPortal(tx, workspace.id, order.portalId);
  if (!portal) throw refusePortal('unknown', { pointer: '/portalId' });
  if (!contact.email) throw refuse('address-needed', { pointer: '/contactId' });
  const existing = await listAccessesOfContacts(tx, workspace.id, [contactId]);
  if (existing.some(({ portalId }) => portalId === portal.id)) throw refuse('already-given', { pointer: '/contactId' });

  const given = await giveOrSayTaken(work, { contactId, email: contact.email }, order);
  const access = await lockAccess(work, given.id);
  if (!welcome) return { access, mail: { state: 'not-asked' } };
  const mail = await sendWelcome(work, access, portal, mailPerson(contact, workspace), { again: false });
  return { access: await lockAccess(work, given.id), mail };
}

/** Here the address is the person's, not a field of the form. */
async function giveOrSayTaken(work: Work, holder: Parameters<typeof giveAccess>[1], order: Parameters<typeof giveAccess>[2]) {
  try {
    return await giveAccess(work, holder, order, '');
  } catch (error) {
    if (isRefusal(error, 'access.account-name-taken')) throw refuse('address-taken', { pointer: '/contactId' });
    throw error;
  }
}
