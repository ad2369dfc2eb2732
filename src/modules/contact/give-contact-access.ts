import { isRefusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessRole, type AssignedAccess, acceptPassword, giveAccess, type LinkMailOutcome, sendLinkMail } from '../access/index.ts';
import { findPortal, type PortalId, refusePortal } from '../portal/index.ts';
import type { Contact } from './contact.ts';
import { mailPerson, tellPasswordChanged } from './person.ts';

/** What the form asks for besides saving the person. `passwordHash`: of a typed password, judged and hashed before. */
export type PortalAccessOrder = {
  portalId?: PortalId;
  role?: AccessRole;
  areas?: string[];
  sendPasswordLink: boolean;
  passwordHash?: string;
};

/** A mail that tells the person what was done to their login, or asks a new address for its confirmation, and what became of it. */
export type Notice = {
  about: 'password-changed' | 'address-requested' | 'address-confirmation';
  address: string;
  outcome: LinkMailOutcome;
};

/** What became of it: the mail (B011), the typed password (B009), and the notices that the person is owed (B024). */
export type AccessOutcome = { mail: LinkMailOutcome | { state: 'not-asked' }; password: 'unchanged' | 'recorded'; notices: Notice[] };

/**
 * Gives a contact access as ordered. A typed password is recorded first, because it ends open links; a link asked for in the same save is then a new one (B009).
 * The order itself is never stored (B007). A link for a person without an address is not possible, and nothing else of what was typed is lost (B015).
 */
export async function giveContactAccess(work: Work, contact: Contact, order: PortalAccessOrder): Promise<AccessOutcome> {
  const access = await giveOrLackAddress(work, contact, order);
  if (!access) return { mail: { state: 'not-possible', reason: 'no-address' }, password: 'unchanged', notices: [] };

  const notices = order.passwordHash ? await recordTyped(work, access, order.passwordHash) : [];
  const password = order.passwordHash ? 'recorded' : 'unchanged';
  if (!order.sendPasswordLink) return { mail: { state: 'not-asked' }, password, notices };

  const portal = await findPortal(work.tx, work.workspace.id, access.portalId);
  if (!portal) throw refusePortal('unknown');
  return { mail: await sendLinkMail(work, access, portal, mailPerson(contact, work.workspace), 'set-password'), password, notices };
}

/** `undefined`: only a link was asked for, and there is no address. A typed password without one is refused, because it would be lost. */
async function giveOrLackAddress(work: Work, contact: Contact, order: PortalAccessOrder): Promise<AssignedAccess | undefined> {
  try {
    return await giveAccess(work, { contactId: contact.id, email: contact.email }, order);
  } catch (error) {
    if (order.sendPasswordLink && !order.passwordHash && isRefusal(error, 'access.no-address')) return undefined;
    throw error;
  }
}

async function recordTyped(work: Work, { accountId, portalId, email }: AssignedAccess, passwordHash: string): Promise<Notice[]> {
  await acceptPassword(work, accountId, passwordHash, { by: 'staff' });
  return [{ about: 'password-changed', address: email, outcome: await tellPasswordChanged(work, accountId, portalId, { address: email }) }];
}
