import type { Work } from '../../platform/work.ts';
import { type AccountId, findAccount } from '../account/index.ts';
import { variantOfWorkspace } from '../workspace/index.ts';
import { findUserOfAccount } from './store.ts';

/** After every set or reset a user is told by mail, in their own language (B024). */
export async function tellUserPasswordChanged({ tx, workspace, send }: Work, accountId: AccountId): Promise<void> {
  const account = await findAccount(tx, workspace.id, accountId);
  const user = await findUserOfAccount(tx, workspace.id, accountId);
  if (!account || !user) return;
  await send({
    template: 'password_changed',
    variant: variantOfWorkspace({ ...workspace, language: user.language }),
    address: account.email,
    person: { salutation: null, title: null, firstName: '', lastName: user.name },
    accountName: account.accountName,
    accountId,
  });
}
