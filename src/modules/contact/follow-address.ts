import type { Work } from '../../platform/work.ts';
import { listAccessesOfAccount, listAccessesOfContacts, refuseAccess } from '../access/index.ts';
import { type Account, type AccountId, lockAccount } from '../account/index.ts';
import type { Contact, ContactId } from './contact.ts';
import { isOwned, moveLogin } from './lead-login.ts';
import { lockContactsOfAccount } from './login-address-store.ts';
import { saveContact } from './store.ts';

/**
 * A corrected address takes the login along as long as nobody has used it. A login that has an owner stays where it is: answers those, because their new
 * address waits for its confirmation, and with it the contact's.
 */
export async function followAddress(work: Work, before: Contact, email: string | null): Promise<Account[]> {
  const { tx, workspace } = work;
  const accesses = await listAccessesOfContacts(tx, workspace.id, [before.id]);
  const accountIds = [...new Set(accesses.map(({ accountId }) => accountId))];
  if (!accountIds.length) return [];
  if (!email) throw refuseAccess('address-needed-by-access', { pointer: '/email' });

  const owned: Account[] = [];
  for (const accountId of accountIds.sort()) {
    const account = await lockAccount(tx, workspace.id, accountId);
    if (!account || account.email === email) continue;
    if (isOwned(account, await listAccessesOfAccount(tx, workspace.id, accountId))) owned.push(account);
    else await moveLogin(work, account, email, { by: 'staff' });
  }
  return owned;
}

/** Locks the people behind a login, and then the login, in the order of whoever saves a contact. */
export async function lockLogin(
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  accountId: AccountId,
): Promise<{ account: Account | undefined; contacts: { id: ContactId; email: string | null }[] }> {
  const contacts = await lockContactsOfAccount(tx, workspace.id, accountId);
  return { contacts, account: await lockAccount(tx, workspace.id, accountId) };
}

/** The people behind a login that is led elsewhere: whoever had its address, or none, has the new one. */
export async function carryContacts(
  { tx, now, workspace, record }: Work,
  contacts: readonly { id: ContactId; email: string | null }[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const { id, email } of contacts) {
    if (email !== null && email.toLowerCase() !== from.toLowerCase()) continue;
    await saveContact(tx, workspace.id, id, { email: to, updatedAt: now });
    record('contact.changed', { type: 'contact', id }, { personal: { before: { email }, after: { email: to } } });
  }
}
