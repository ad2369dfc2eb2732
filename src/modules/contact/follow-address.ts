import { refusing } from '../../platform/constraint.ts';
import type { Work } from '../../platform/work.ts';
import { listAccessesOfContacts, refuseAccess } from '../access/index.ts';
import { accountNameKey, changeAddress, findAccountByName, lockAccount } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import type { Contact } from './contact.ts';

/**
 * A corrected address takes the login along: mails go to the new one only, open links and sessions end (rule 5), and what still waits for the old
 * address never leaves. The account name follows only while nobody has used it yet and it was the old address; afterwards it stays (B052).
 */
export async function followAddress(work: Work, contact: Contact, previous: string | null): Promise<void> {
  const { tx, now, workspace, record } = work;
  const accesses = await listAccessesOfContacts(tx, workspace.id, [contact.id]);
  const accountIds = [...new Set(accesses.map(({ accountId }) => accountId))];
  if (!accountIds.length) return;
  if (!contact.email) throw refuseAccess('address-needed-by-access', { pointer: '/email' });

  for (const accountId of accountIds) {
    const account = await lockAccount(tx, workspace.id, accountId);
    if (!account) continue;
    const followsName = !account.hasPassword && accountNameKey(account.accountName) === accountNameKey(previous ?? '');
    const taken = () => refuseAccess('account-name-taken', { pointer: '/email' });
    const other = followsName ? await findAccountByName(tx, workspace.id, 'portal', contact.email) : undefined;
    if (other && other.id !== accountId) throw taken();
    await refusing(
      changeAddress(tx, workspace.id, accountId, { email: contact.email, ...(followsName && { accountName: contact.email }) }),
      { one_account_name: taken },
    );
    await withdrawMails(tx, { workspaceId: workspace.id, accountId, cause: 'address-changed', now });
    record(
      'account.address-changed',
      { type: 'account', id: accountId },
      {
        after: { accountNameFollows: followsName },
        personal: { before: { email: account.email, accountName: account.accountName }, after: { email: contact.email } },
      },
    );
  }
}
