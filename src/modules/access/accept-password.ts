import type { Work } from '../../platform/work.ts';
import { type AccountId, recordPassword } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { endSessions } from '../session/index.ts';
import { markRegistered } from './store.ts';

/** How a password came to be: by a link of a certain purpose, by the person themselves in the profile, or typed by staff. */
export type PasswordOrigin = { by: 'link'; purpose: string } | { by: 'oneself' } | { by: 'staff' } | { by: 'operator' };

/**
 * Records a password that was judged and hashed before. Every session and open link of the account ends with the commit (rule 5), mails with older
 * links that still wait never leave, and the account's accesses count as registered (B045). Answers the account's new generation.
 */
export async function acceptPassword(
  { tx, now, workspace, record }: Work,
  accountId: AccountId,
  passwordHash: string,
  origin: PasswordOrigin,
): Promise<number> {
  const generation = await recordPassword(tx, workspace.id, accountId, passwordHash, now);
  if (origin.by !== 'oneself') await endSessions(tx, workspace.id, accountId, {}, now);
  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: true, cause: 'password-set', now });
  const registered = await markRegistered(tx, workspace.id, accountId, now);
  record('password.set', { type: 'account', id: accountId }, { after: { ...origin, generation, registered } });
  return generation;
}
