import type { Work } from '../../platform/work.ts';
import { type AccountId, findAccount } from '../account/index.ts';
import { type MailOutcome, sendNotice } from '../mail/index.ts';
import { variantOfWorkspace } from '../workspace/index.ts';
import { findUserOfAccount } from './store.ts';

/**
 * After every set or reset a user is told by mail, in their own language (B024). Answers what became of the notice, which the log of events says too.
 */
export async function tellUserPasswordChanged(work: Work, accountId: AccountId): Promise<MailOutcome> {
  const { tx, workspace } = work;
  const account = await findAccount(tx, workspace.id, accountId);
  if (!account) throw new Error('The account whose owner is to be told does not exist.');
  const user = await findUserOfAccount(tx, workspace.id, accountId);
  return sendNotice(work, {
    template: 'password_changed',
    variant: variantOfWorkspace({ ...workspace, ...(user && { language: user.language }) }),
    address: account.email,
    person: { salutation: null, title: null, firstName: '', lastName: user?.name ?? account.accountName },
    accountName: account.accountName,
    accountId,
  });
}
