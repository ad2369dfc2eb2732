import { newSecret } from '../../platform/secret.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { acceptPassword } from '../access/index.ts';
import { type AccountId, findCredentialOf } from '../account/index.ts';
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
  tell: (work: Work) => Promise<void>;
};

/**
 * Changes one's own password with the present one. All other devices are signed out; this one goes on with a new secret, which is the answer.
 * Refuses a wrong present password (counted and slowed down like a sign-in) and what the password policy refuses.
 */
export async function changeOwnPassword(
  { db, hasher }: SignInTools,
  { perform, workspace }: { perform: Perform; workspace: Work['workspace'] },
  change: PasswordChange,
): Promise<string> {
  const passwordHash = await hashJudgedPassword(
    hasher,
    change.newPassword,
    { minimumLength: workspace.passwordMinimumLength, words: change.words },
    '/newPassword',
  );

  const attempt = await perform((work) => takeTry(work, confirmPasswordLimit, { account: change.accountId, network: change.network }));
  const credential = await findCredentialOf(db, workspace.id, change.accountId);
  const { matches } = await hasher.verify(change.currentPassword, credential?.passwordHash ?? null);
  if (!matches) throw refuse('wrong-password', { pointer: '/currentPassword' });

  const secret = newSecret();
  await perform(async (work) => {
    const { tx, now } = work;
    await countSuccess(work, attempt);
    const generation = await acceptPassword(work, change.accountId, passwordHash, { by: 'oneself' });
    await endSessions(tx, workspace.id, change.accountId, { except: change.sessionId }, now);
    await carrySession(tx, workspace.id, change.sessionId, generation, secret);
    await change.tell(work);
  });
  return secret;
}
