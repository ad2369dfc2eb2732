import { refusing } from '../../platform/constraint.ts';
import type { Work } from '../../platform/work.ts';
import { listAccessesOfContacts, refuseAccess } from '../access/index.ts';
import {
  type Account,
  type AccountId,
  accountNameKey,
  changeAddress,
  findAccountByName,
  firstAccountName,
  lockAccount,
} from '../account/index.ts';
import { type MailOutcome, withdrawMails } from '../mail/index.ts';
import type { Contact } from './contact.ts';
import { tellAddressChanged } from './person.ts';

/** A login with a password that was led to another address: where it was before, and whether its owner is told there. */
export type MovedLogin = { accountId: AccountId; previousAddress: string; notice: MailOutcome };

/**
 * A corrected address takes the login along: mails go to the new one only, open links and sessions end (rule 5), and links that still wait for the old
 * address never leave; notices do, because their reader may be the only one who notices a theft. For the same reason whoever has a password is told
 * at the old address. The account name follows only while nobody has used it yet and it was the old address; afterwards it stays (B052).
 */
export async function followAddress(work: Work, contact: Contact, previous: string | null): Promise<MovedLogin[]> {
  const { tx, workspace } = work;
  const accesses = await listAccessesOfContacts(tx, workspace.id, [contact.id]);
  const accountIds = [...new Set(accesses.map(({ accountId }) => accountId))];
  if (!accountIds.length) return [];
  if (!contact.email) throw refuseAccess('address-needed-by-access', { pointer: '/email' });

  const moved: MovedLogin[] = [];
  for (const accountId of accountIds) {
    const account = await lockAccount(tx, workspace.id, accountId);
    if (!account) continue;
    const isTold = account.hasPassword && account.email !== contact.email;
    if (isTold) moved.push({ accountId, previousAddress: account.email, notice: await tellAddressChanged(work, accountId, contact.email) });
    await moveLogin(work, account, contact.email, previous);
  }
  return moved;
}

async function moveLogin({ tx, now, workspace, record }: Work, account: Account, email: string, previous: string | null): Promise<void> {
  const followsName = !account.hasPassword && accountNameKey(account.accountName) === accountNameKey(previous ?? '');
  const taken = () => refuseAccess('account-name-taken', { pointer: '/email' });
  const other = followsName ? await findAccountByName(tx, workspace.id, 'portal', email) : undefined;
  if (other && other.id !== account.id) throw taken();
  await refusing(changeAddress(tx, workspace.id, account.id, { email, ...(followsName && { accountName: firstAccountName(email) }) }), {
    one_account_name: taken,
  });
  await withdrawMails(tx, { workspaceId: workspace.id, accountId: account.id, onlyWithLink: true, cause: 'address-changed', now });
  record(
    'account.address-changed',
    { type: 'account', id: account.id },
    {
      after: { by: 'staff', hasPassword: account.hasPassword, accountNameFollows: followsName },
      personal: { before: { email: account.email, accountName: account.accountName }, after: { email } },
    },
  );
}
