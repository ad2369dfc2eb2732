import { newSecret } from '../../platform/secret.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { acceptPassword } from '../access/index.ts';
import { type AccountId, findCredentialOf, lockAccount } from '../account/index.ts';
import { hashJudgedPassword } from '../password/index.ts';
import { carrySession, endSessions, type SessionId } from '../session/index.ts';
import { confirmPasswordLimit, countSuccess, takeTry } from '../throttle/index.ts';
import { refuse } from './refusals.ts';
import type { SignInTools } from './sign-in-with-password.ts';

export type PasswordChange = {
  accountId: AccountId;
  sessionId: SessionId;
  currentPassword: string;
  newPassword: string;
  /** Words that the new password must not be built from (rule 25). */
  words: string[];
  network: string;
  /** Tells the person by mail; runs in the same transaction. */
  tell: (work: Work) => Promise<unknown>;
};

/** The session in which the password was changed, as it goes on: with a new secret, remembered or not as before. */
export type CarriedSession = { secret: string; remembered: boolean };

/**
 * Changes one's own password with the present one. All other devices are signed out; this one goes on.
 * Refuses a wrong present password (counted and slowed down like a sign-in, before anything is hashed), what the password policy refuses,
 * and where the account changed between the proof and the record.
 */
export async function changeOwnPassword(
  { db, hasher }: Pick<SignInTools, 'db' | 'hasher'>,
  { perform, workspace }: { perform: Perform; workspace: Work['workspace'] },
  change: PasswordChange,
): Promise<CarriedSession> {
  const attempt = await perform((work) => takeTry(work, confirmPasswordLimit, { account: change.accountId, network: change.network }));
  const credential = await findCredentialOf(db, workspace.id, change.accountId);
  const { matches } = await hasher.verify(change.currentPassword, credential?.passwordHash ?? null);
  if (!credential || !matches) {
    await perform(fail, change);
    throw refuse('wrong-password', { pointer: '/currentPassword' });
  }
  await perform((work) => countSuccess(work, attempt));

  const policy = { minimumLength: workspace.passwordMinimumLength, words: change.words };
  const passwordHash = await hashJudgedPassword(hasher, change.newPassword, policy, '/newPassword');
  return perform(replacePassword, change, { passwordHash, provenAt: credential.generation });
}

/** A session in the wrong hands guesses here: it is logged like a sign-in that failed. */
async function fail({ record }: Work, { accountId, network }: PasswordChange): Promise<void> {
  record('password.confirmation-failed', { type: 'account', id: accountId }, { personal: { network } });
}

/** The proof counts for the generation it was given at: a link, a block or another device that was faster wins (rule 5). */
async function replacePassword(
  work: Work,
  { accountId, sessionId, tell }: PasswordChange,
  { passwordHash, provenAt }: { passwordHash: string; provenAt: number },
): Promise<CarriedSession> {
  const { tx, now, workspace } = work;
  const account = await lockAccount(tx, workspace.id, accountId);
  if (!account || account.deletedAt || account.generation !== provenAt) throw refuse('account-changed');

  const secret = newSecret();
  const generation = await acceptPassword(work, accountId, passwordHash, { by: 'oneself' });
  const next = { from: provenAt, to: generation, secret };
  const carried = await carrySession(tx, workspace.id, { id: sessionId, accountId }, next, now);
  if (!carried) throw refuse('account-changed');

  await endSessions(tx, workspace.id, accountId, { except: sessionId }, now);
  await tell(work);
  return { secret, remembered: carried.remembered };
}
