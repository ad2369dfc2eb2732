import type { Generated, Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { User, UserId } from './user.ts';

export type UserTable = User & { workspaceId: WorkspaceId; version: Generated<number>; createdAt: Date };

const columns = ['id', 'accountId', 'name', 'language', 'administrator', 'mayImpersonate', 'deactivatedAt'] as const;

export const findUserOfAccount = (db: Kysely<Schema>, workspaceId: WorkspaceId, accountId: AccountId): Promise<User | undefined> =>
  db.selectFrom('user').select(columns).where('workspaceId', '=', workspaceId).where('accountId', '=', accountId).executeTakeFirst();

export async function insertUser(tx: Tx, workspaceId: WorkspaceId, user: User, now: Date): Promise<void> {
  await tx
    .insertInto('user')
    .values({ ...user, workspaceId, createdAt: now })
    .execute();
}

export const saveUser = (
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: UserId,
  change: Partial<Pick<User, 'name' | 'language' | 'administrator' | 'mayImpersonate' | 'deactivatedAt'>>,
): Promise<User> =>
  tx
    .updateTable('user')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', userId)
    .returning(columns)
    .executeTakeFirstOrThrow();

/** The account names of the active users, for the operator at the terminal. */
export async function listUserNames(db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await db
    .selectFrom('user')
    .innerJoin('account', (join) => join.onRef('account.workspaceId', '=', 'user.workspaceId').onRef('account.id', '=', 'user.accountId'))
    .select('account.accountName')
    .where('user.workspaceId', '=', workspaceId)
    .where('user.deactivatedAt', 'is', null)
    .orderBy('account.accountName')
    .limit(20)
    .execute();
  return rows.map(({ accountName }) => accountName);
}
