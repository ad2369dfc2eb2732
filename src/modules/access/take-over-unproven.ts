import type { Work } from '../../platform/work.ts';
import { type AccountId, changeAddress, findAccountByName, lockAccount } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { deleteUnproven } from './registered-store.ts';
import { type AccessWithFacts, listAccessesOfAccount } from './store.ts';

/**
 * Somebody typed an address to register and never proved that it is theirs: no password, nobody assigned, every access waits for its link. Such a login keeps
 * its rightful owner from nothing.
 */
export const isUnproven = ({ hasPassword }: { hasPassword: boolean }, accesses: readonly AccessWithFacts[]): boolean =>
  !hasPassword &&
  accesses.length > 0 &&
  accesses.every(({ origin, registeredAt, pending }) => origin === 'self-registration' && registeredAt === null && pending);

/**
 * Takes a login that nobody has proven over for a person whom staff know (rule 11: there is nothing that it could be joined with). Every link that was sent for
 * it ends with this transaction, and with it the password that somebody typed. Answers whether it was such a login. `email` is a stored address.
 */
export async function takeOverUnproven({ tx, now, workspace, record }: Work, accountId: AccountId, email: string): Promise<boolean> {
  const account = await lockAccount(tx, workspace.id, accountId);
  if (!account || account.deletedAt || !isUnproven(account, await listAccessesOfAccount(tx, workspace.id, accountId))) return false;
  await changeAddress(tx, workspace.id, accountId, { email });
  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: true, cause: 'newer-link', now });
  record(
    'registration.taken-over',
    { type: 'account', id: accountId },
    { personal: { before: { email: account.email }, after: { email } } },
  );
  return true;
}

/** Frees an account name for somebody who is known, where nobody but an unproven login has it: that login ends with its links. */
export async function freeUnprovenName({ tx, now, workspace, record }: Work, accountName: string): Promise<void> {
  const found = await findAccountByName(tx, workspace.id, 'portal', accountName);
  const account = found && (await lockAccount(tx, workspace.id, found.id));
  if (!account || account.deletedAt || !isUnproven(account, await listAccessesOfAccount(tx, workspace.id, account.id))) return;
  await deleteUnproven(tx, workspace.id, account.id, now);
  await withdrawMails(tx, { workspaceId: workspace.id, accountId: account.id, cause: 'account-deleted', now });
  record('registration.taken-over', { type: 'account', id: account.id }, { personal: { before: { email: account.email } } });
}
