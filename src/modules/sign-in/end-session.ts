import type { Call } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import { endSessions, type SessionId } from '../session/index.ts';

/** Signs out one device of an account. `false`: it is not theirs, or not signed in any more; that is the same to whoever wished it. */
export async function endSession({ tx, now, workspace, record }: Work, accountId: AccountId, sessionId: SessionId): Promise<boolean> {
  const ended = await endSessions(tx, workspace.id, accountId, { only: sessionId }, now);
  if (ended) record('session.ended', { type: 'account', id: accountId }, { after: { sessionId } });
  return ended > 0;
}

/** Signs out all devices of an account but one. */
export async function endOtherSessions({ tx, now, workspace, record }: Work, accountId: AccountId, sessionId: SessionId): Promise<void> {
  const count = await endSessions(tx, workspace.id, accountId, { except: sessionId }, now);
  record('session.others-ended', { type: 'account', id: accountId }, { after: { count } });
}

/** The session that a request came with ends, if there is one, of staff or portal people: nobody leaves an open one behind a cookie that is gone. */
export async function endOwnSession({ actor, sessionId, perform }: Pick<Call, 'actor' | 'sessionId' | 'perform'>): Promise<void> {
  if ('accountId' in actor && sessionId) await perform(endSession, actor.accountId, sessionId as SessionId);
}
