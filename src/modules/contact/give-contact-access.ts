import type { Work } from '../../platform/work.ts';
import { type AccessRole, acceptPassword, giveAccess, type LinkMailOutcome, sendLinkMail } from '../access/index.ts';
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

/** What became of it: the mail (B011) and the typed password (B009). */
export type AccessOutcome = { mail: LinkMailOutcome | { state: 'not-asked' }; password: 'unchanged' | 'recorded' };

/**
 * Gives a contact access as ordered. A typed password is recorded first, because it ends open links; a link asked for in the same save is then a new one (B009).
 * The order itself is never stored (B007).
 */
export async function giveContactAccess(work: Work, contact: Contact, order: PortalAccessOrder): Promise<AccessOutcome> {
  const holder = { contactId: contact.id, email: contact.email };
  const access = await giveAccess(work, holder, order);

  if (order.passwordHash) {
    await acceptPassword(work, access.accountId, order.passwordHash, { by: 'staff' });
    await tellPasswordChanged(work, access.accountId, access.portalId);
  }
  const password = order.passwordHash ? 'recorded' : 'unchanged';
  if (!order.sendPasswordLink) return { mail: { state: 'not-asked' }, password };

  const portal = await findPortal(work.tx, work.workspace.id, access.portalId);
  if (!portal) throw refusePortal('unknown');
  return { mail: await sendLinkMail(work, access, portal, mailPerson(contact, work.workspace), 'set-password'), password };
}
