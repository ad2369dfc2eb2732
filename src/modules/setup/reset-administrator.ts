import type { Work } from '../../platform/work.ts';
import { findAccountByName } from '../account/index.ts';
import { issueLink } from '../link/index.ts';
import { findUserOfAccount, listUserNames, mayUserSignIn } from '../user/index.ts';
import { refuse } from './refusals.ts';

/**
 * Emergency access for whoever runs the server (`pforte admin reset MAIL`): gives out a one-time address to set a new password, on the terminal instead
 * of by mail, because mail may be what is broken. Answers the address. Refuses a name that nobody has who may sign in.
 */
export async function resetAdministrator(work: Work, accountName: string): Promise<string> {
  const { tx, workspace, record } = work;
  const account = await findAccountByName(tx, workspace.id, 'staff', accountName);
  const user = account && (await findUserOfAccount(tx, workspace.id, account.id));
  if (!user || !mayUserSignIn(user))
    throw refuse('unknown-user', { values: { known: (await listUserNames(tx, workspace.id)).join(', ') || '–' } });
  const link = await issueLink(work, { accountId: user.accountId, portalId: null, purpose: 'reset', lifetime: workspace.lifetimes.reset });
  record('password-reset.by-operator', { type: 'account', id: user.accountId });
  return `${workspace.baseUrl}/console/link/${link.secret}`;
}
