import { isRefusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessRole, type AssignedAccess, acceptPassword, giveAccess, type LinkMailOutcome, sendLinkMail } from '../access/index.ts';
import type { MailOutcome } from '../mail/index.ts';
import { findPortal, type PortalId, refusePortal } from '../portal/index.ts';
import type { Contact } from './contact.ts';
import type { MovedLogin } from './follow-address.ts';
import { mailPerson, tellPasswordChanged } from './person.ts';

/** What the form asks for besides saving the person. `passwordHash`: of a typed password, judged and hashed before. */
export type PortalAccessOrder = {
  portalId?: PortalId;
  role?: AccessRole;
  areas?: string[];
  sendPasswordLink: boolean;
  passwordHash?: string;
};

/** A mail that tells the person what was done to their login, and what became of it. */
export type Notice = { about: 'password-changed' | 'address-changed'; address: string; outcome: MailOutcome };

/** What became of it: the mail (B011), the typed password (B009), and the notices that the person is owed (B024). */
export type AccessOutcome = { mail: LinkMailOutcome | { state: 'not-asked' }; password: 'unchanged' | 'recorded'; notices: Notice[] };

/**
 * Gives a contact access as ordered. A typed password is recorded first, because it ends open links; a link asked for in the same save is then a new one (B009).
 * The order itself is never stored (B007). A link for a person without an address is not possible, and nothing else of what was typed is lost (B015).
 */
export async function giveContactAccess(
  work: Work,
  contact: Contact,
  order: PortalAccessOrder,
  moved: readonly MovedLogin[] = [],
): Promise<AccessOutcome> {
  const access = await giveOrLackAddress(work, contact, order);
  if (!access) return { mail: { state: 'not-possible', reason: 'no-address' }, password: 'unchanged', notices: [] };

  const notices = order.passwordHash ? await recordTyped(work, access, order.passwordHash, moved) : [];
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

/** A login that was led elsewhere in the same save tells its owner at both addresses. */
async function recordTyped(work: Work, access: AssignedAccess, passwordHash: string, moved: readonly MovedLogin[]): Promise<Notice[]> {
  const { accountId, portalId, email } = access;
  await acceptPassword(work, accountId, passwordHash, { by: 'staff' });
  const before = moved.filter((login) => login.accountId === accountId).map(({ previousAddress }) => previousAddress);
  const notices: Notice[] = [];
  for (const address of [...before, email])
    notices.push({ about: 'password-changed', address, outcome: await tellPasswordChanged(work, accountId, portalId, address) });
  return notices;
}
