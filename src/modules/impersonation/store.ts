import { type Kysely, sql } from 'kysely';
import { hashSecret } from '../../platform/secret.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccessId } from '../access/index.ts';
import type { Schema } from '../schema.ts';
import type { SessionId } from '../session/index.ts';
import type { UserId } from '../user/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Impersonation, ImpersonationId } from './impersonation.ts';

export type ImpersonationTable = Impersonation & { workspaceId: WorkspaceId; linkHash: Buffer };

const columns = [
  'id',
  'accessId',
  'userId',
  'userSessionId',
  'userGeneration',
  'reason',
  'createdAt',
  'startableUntil',
  'endsAt',
  'startedAt',
  'endedAt',
] as const;

export async function insertImpersonation(tx: Tx, workspaceId: WorkspaceId, impersonation: Impersonation, secret: string): Promise<void> {
  await tx
    .insertInto('impersonation')
    .values({ ...impersonation, workspaceId, linkHash: hashSecret(secret) })
    .execute();
}

const whoAsks = (db: Kysely<Schema>, workspaceId: WorkspaceId) =>
  db
    .selectFrom('impersonation')
    .innerJoin('user', (join) =>
      join.onRef('user.workspaceId', '=', 'impersonation.workspaceId').onRef('user.id', '=', 'impersonation.userId'),
    )
    .innerJoin('account', (join) => join.onRef('account.workspaceId', '=', 'user.workspaceId').onRef('account.id', '=', 'user.accountId'))
    .where('impersonation.workspaceId', '=', workspaceId)
    .where('impersonation.endedAt', 'is', null)
    .whereRef('impersonation.userGeneration', '=', 'account.generation');

/** What can be begun with this secret now, in this session of the console and no other. Reading spends nothing (rule 6). */
export const findStartable = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  secret: string,
  userSessionId: SessionId,
  now: Date,
): Promise<Impersonation | undefined> =>
  whoAsks(db, workspaceId)
    .select(columns.map((column) => `impersonation.${column}` as const))
    .where('impersonation.linkHash', '=', hashSecret(secret))
    .where('impersonation.userSessionId', '=', userSessionId)
    .where('impersonation.startedAt', 'is', null)
    .where('impersonation.startableUntil', '>', now)
    .executeTakeFirst();

/** One statement checks and begins: of two clicks at the same moment the database lets only one through. */
export async function markStarted(tx: Tx, workspaceId: WorkspaceId, id: ImpersonationId, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('impersonation')
    .set({ startedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('startedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('startableUntil', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What a user does now in somebody's name: begun, not over, on the session of the console that this browser holds, with the user's password unchanged. */
export const findActing = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  { id, userId, userSessionId, now }: { id: ImpersonationId; userId: UserId; userSessionId: SessionId; now: Date },
): Promise<Pick<Impersonation, 'id' | 'accessId' | 'endsAt'> | undefined> =>
  whoAsks(db, workspaceId)
    .select(['impersonation.id', 'impersonation.accessId', 'impersonation.endsAt'])
    .where('impersonation.id', '=', id)
    .where('impersonation.userId', '=', userId)
    .where('impersonation.userSessionId', '=', userSessionId)
    .where('impersonation.startedAt', 'is not', null)
    .where('impersonation.endsAt', '>', now)
    .executeTakeFirst();

/** Ends what is not over yet: of one access, or all that hang on a session of the console. Answers which. */
export async function endImpersonations(
  tx: Tx,
  workspaceId: WorkspaceId,
  which: { id: ImpersonationId; accessId?: AccessId } | { userSessionId: SessionId; except: ImpersonationId },
  now: Date,
): Promise<Pick<Impersonation, 'id' | 'accessId'>[]> {
  const open = tx
    .updateTable('impersonation')
    .set({ endedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('endedAt', 'is', null)
    .where('endsAt', '>', now);
  const meant =
    'id' in which
      ? open
          .where('id', '=', which.id)
          .$if(which.accessId !== undefined, (query) => query.where('accessId', '=', which.accessId as AccessId))
      : open.where('userSessionId', '=', which.userSessionId).where('id', '!=', which.except);
  return meant.returning(['id', 'accessId']).execute();
}

export type ListedImpersonation = Impersonation & { userName: string; running: boolean };

/**
 * Those of an access that were begun, or still can be, the newest first. `running`: the user can go on with it; whatever has ended one of its two sessions,
 * the person's password or the user's, has ended it too.
 */
export const listImpersonations = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  now: Date,
): Promise<ListedImpersonation[]> =>
  db
    .selectFrom('impersonation')
    .innerJoin('user', (join) =>
      join.onRef('user.workspaceId', '=', 'impersonation.workspaceId').onRef('user.id', '=', 'impersonation.userId'),
    )
    .select(columns.map((column) => `impersonation.${column}` as const))
    .select('user.name as userName')
    .select(
      sql<boolean>`(impersonation.started_at is not null and impersonation.ended_at is null and impersonation.ends_at > ${now}
        and "user".deactivated_at is null
        and exists (select from session join account on account.workspace_id = ${workspaceId} and account.id = session.account_id
          where session.workspace_id = ${workspaceId} and session.impersonation_id = impersonation.id
            and session.ended_at is null and session.generation = account.generation)
        and exists (select from session join account on account.workspace_id = ${workspaceId} and account.id = session.account_id
          where session.workspace_id = ${workspaceId} and session.id = impersonation.user_session_id
            and session.ended_at is null and session.expires_at > ${now}
            and session.generation = account.generation and account.generation = impersonation.user_generation))`.as('running'),
    )
    .where('impersonation.workspaceId', '=', workspaceId)
    .where('impersonation.accessId', '=', accessId)
    .where((eb) => eb.or([eb('impersonation.startedAt', 'is not', null), eb('impersonation.startableUntil', '>', now)]))
    .orderBy('impersonation.createdAt', 'desc')
    .orderBy('impersonation.id')
    .limit(50)
    .execute();
