import type { Work } from '../../platform/work.ts';
import { type AccountId, accountNameKey, findAccount, recordPassword } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { endSessions } from '../session/index.ts';
import { forgetBrowsers } from '../throttle/index.ts';
import { markRegistered } from './registered-store.ts';

/** How a password came to be: by a link of a certain purpose, by the person themselves in the profile, or typed by staff. */
export type PasswordOrigin = { by: 'link'; purpose: string } | { by: 'oneself' } | { by: 'staff' } | { by: 'operator' };

/**
 * Records a password that was judged and hashed before. Every session and open link of the account ends with the commit (rule 5), mails with older
 * links that still wait never leave, and the account's accesses count as registered (B045). Unless its owner changed it, knowing the one before, the
 * browsers in which that one was typed are forgotten: one of them may be a thief's. Answers the account's new generation.
 */
export async function acceptPassword(
  { tx, now, workspace, record }: Work,
  accountId: AccountId,
  passwordHash: string,
  origin: PasswordOrigin,
): Promise<number> {
  const generation = await recordPassword(tx, workspace.id, accountId, passwordHash, now);
  if (origin.by !== 'oneself') {
    await endSessions(tx, workspace.id, accountId, {}, now);
    await forgetBrowsersOf({ tx, now, workspace }, accountId);
  }
  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: true, cause: 'password-set', now });
  const registered = await markRegistered(tx, workspace.id, accountId, now);
  record('password.set', { type: 'account', id: accountId }, { after: { ...origin, generation, registered } });
  return generation;
}

async function forgetBrowsersOf(work: Pick<Work, 'tx' | 'now' | 'workspace'>, accountId: AccountId): Promise<void> {
  const account = await findAccount(work.tx, work.workspace.id, accountId);
  if (account) await forgetBrowsers(work, `${account.kind}:${accountNameKey(account.accountName)}`);
}
