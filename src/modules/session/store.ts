import type { Kysely } from 'kysely';
import type { Id } from '../../platform/id.ts';
import { hashSecret } from '../../platform/secret.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccountId, AccountKind } from '../account/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Session, SessionId, SessionKind } from './session.ts';

export type SessionTable = Session & { workspaceId: WorkspaceId; secretHash: Buffer; generation: number; endedAt: Date | null };

const columns = [
  'id',
  'accountId',
  'remembered',
  'createdAt',
  'lastUsedAt',
  'expiresAt',
  'device',
  'network',
  'contactId',
  'impersonationId',
] as const;

/**
 * The session behind a secret, if it lives: not ended, not run out, of the account's present generation, of the right kind of account, and a user's own or
 * the person's as the kind says.
 */
export const findSession = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  kind: SessionKind,
  secret: string,
  now: Date,
): Promise<Session | undefined> =>
  db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'session.workspaceId').onRef('account.id', '=', 'session.accountId'),
    )
    .select(columns.map((column) => `session.${column}` as const))
    .where('session.workspaceId', '=', workspaceId)
    .where('session.secretHash', '=', hashSecret(secret))
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('session.impersonationId', kind === 'acting' ? 'is not' : 'is', null)
    .where('account.kind', '=', kind === 'acting' ? 'portal' : kind)
    .where('account.deletedAt', 'is', null)
    .whereRef('session.generation', '=', 'account.generation')
    .executeTakeFirst();

/**
 * Opens a session if the account still has the generation that was checked; a block or password change in between wins.
 * Answers whether a session exists now.
 */
export async function insertSession(
  tx: Tx,
  workspaceId: WorkspaceId,
  session: Session & { generation: number; kind: AccountKind },
  secret: string,
): Promise<boolean> {
  const { generation, kind, ...row } = session;
  const account = await tx
    .selectFrom('account')
    .select('generation')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', session.accountId)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (account?.generation !== generation) return false;
  await tx
    .insertInto('session')
    .values({ ...row, workspaceId, secretHash: hashSecret(secret), generation, endedAt: null })
    .execute();
  return true;
}

/** Moves the idle end of a session; one that was ended meanwhile stays ended. Answers whether it lives on. */
export async function prolongSession(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  sessionId: SessionId,
  now: Date,
  expiresAt: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('session')
    .set({ lastUsedAt: now, expiresAt })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sessionId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The living sessions of an account's owner, the last used first. Users who act as the person are none of them. */
export const listSessions = (tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, now: Date): Promise<Session[]> =>
  tx
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'session.workspaceId').onRef('account.id', '=', 'session.accountId'),
    )
    .select(columns.map((column) => `session.${column}` as const))
    .where('session.workspaceId', '=', workspaceId)
    .where('session.accountId', '=', accountId)
    .where('session.impersonationId', 'is', null)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .whereRef('session.generation', '=', 'account.generation')
    .orderBy('session.lastUsedAt', 'desc')
    .limit(100)
    .execute();

/** Ends sessions of one account: one, all, or all but one. Answers how many were living. */
export async function endSessions(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  which: { only?: SessionId; except?: SessionId },
  now: Date,
): Promise<number> {
  const result = await tx
    .updateTable('session')
    .set({ endedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? ('' as SessionId)))
    .$if(which.except !== undefined, (query) => query.where('id', '!=', which.except ?? ('' as SessionId)))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * Carries the session in which a password was changed over from the account's generation before to the new one; all others stay behind and are dead.
 * `undefined`: it was not living any more. The caller holds the account's lock.
 */
export const carrySession = (
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, accountId }: Pick<Session, 'id' | 'accountId'>,
  { from, to, secret }: { from: number; to: number; secret: string },
  now: Date,
): Promise<Pick<Session, 'remembered'> | undefined> =>
  tx
    .updateTable('session')
    .set({ generation: to, secretHash: hashSecret(secret) })
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('generation', '=', from)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('remembered')
    .executeTakeFirst();

/** In whose name the person goes on in this session. */
export async function saveContactInView(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, accountId }: Pick<Session, 'id' | 'accountId'>,
  contactId: Id<'contact'>,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ contactId })
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .execute();
}

/** Ends whatever users do in somebody's name by these impersonations. */
export async function endActingSessions(
  tx: Tx,
  workspaceId: WorkspaceId,
  impersonationIds: readonly Id<'impersonation'>[],
  now: Date,
): Promise<void> {
  if (!impersonationIds.length) return;
  await tx
    .updateTable('session')
    .set({ endedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('impersonationId', 'in', impersonationIds)
    .where('endedAt', 'is', null)
    .execute();
}

/** Deletes sessions that ended or ran out long ago. Only tidies: what counts stands in the WHERE clauses above (rule 4). */
export async function forgetSessions(db: Kysely<Schema>, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('workspaceId', '=', workspaceId)
    .where((eb) => eb.or([eb('expiresAt', '<', before), eb('endedAt', '<', before)]))
    .execute();
}
