import { type Generated, type Kysely, sql } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { type Account, type AccountId, type AccountKind, accountNameKey } from './account.ts';

export type AccountTable = {
  workspaceId: WorkspaceId;
  id: AccountId;
  kind: AccountKind;
  accountName: string;
  accountNameKey: string;
  email: string;
  newEmail: string | null;
  newEmailUntil: Date | null;
  passwordHash: string | null;
  passwordSetAt: Date | null;
  generation: Generated<number>;
  createdAt: Date;
  deletedAt: Date | null;
};

const columns = [
  'id',
  'kind',
  'accountName',
  'email',
  'newEmail',
  'newEmailUntil',
  'passwordSetAt',
  'generation',
  'deletedAt',
  sql<boolean>`password_hash is not null`.as('hasPassword'),
] as const;

/** What checking a password needs. Read outside a transaction, because hashing must not hold one open; the generation is compared again later. */
export type Credential = { accountId: AccountId; generation: number; passwordHash: string | null };

export const findCredential = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  kind: AccountKind,
  accountName: string,
): Promise<Credential | undefined> =>
  db
    .selectFrom('account')
    .select(['id as accountId', 'generation', 'passwordHash'])
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('accountNameKey', '=', accountNameKey(accountName))
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

export const findCredentialOf = (db: Kysely<Schema>, workspaceId: WorkspaceId, accountId: AccountId): Promise<Credential | undefined> =>
  db
    .selectFrom('account')
    .select(['id as accountId', 'generation', 'passwordHash'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

export const findAccount = (tx: Kysely<Schema>, workspaceId: WorkspaceId, accountId: AccountId): Promise<Account | undefined> =>
  tx.selectFrom('account').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', accountId).executeTakeFirst();

export const findAccountByName = (
  tx: Kysely<Schema>,
  workspaceId: WorkspaceId,
  kind: AccountKind,
  accountName: string,
): Promise<Account | undefined> =>
  tx
    .selectFrom('account')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('accountNameKey', '=', accountNameKey(accountName))
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

/** Everybody whom a typed address or account name may mean (a forgotten password takes both). At most twenty. */
export const listAccountsMeant = (
  tx: Tx,
  workspaceId: WorkspaceId,
  kind: AccountKind,
  typed: string,
  address: string | undefined,
): Promise<Account[]> =>
  tx
    .selectFrom('account')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('accountNameKey', '=', accountNameKey(typed)),
        ...(address === undefined ? [] : [eb(sql`lower(email)`, '=', address.toLowerCase())]),
      ]),
    )
    .orderBy('createdAt')
    .limit(20)
    .execute();

/** Locks the account until commit: whoever gives out links or sets passwords does it one after the other. */
export const lockAccount = (tx: Tx, workspaceId: WorkspaceId, accountId: AccountId): Promise<Account | undefined> =>
  tx
    .selectFrom('account')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();

export async function insertAccount(
  tx: Tx,
  workspaceId: WorkspaceId,
  account: { id: AccountId; kind: AccountKind; accountName: string; email: string; passwordHash: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      ...account,
      workspaceId,
      accountNameKey: accountNameKey(account.accountName),
      passwordSetAt: account.passwordHash ? now : null,
      createdAt: now,
      deletedAt: null,
      newEmail: null,
      newEmailUntil: null,
    })
    .execute();
}

/** Records a password. Raises the generation: sessions, half sign-ins and open links of this account end with the commit. Answers the new generation. */
export async function recordPassword(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  passwordHash: string,
  now: Date,
): Promise<number> {
  const { generation } = await tx
    .updateTable('account')
    .set((eb) => ({ passwordHash, passwordSetAt: now, generation: eb('generation', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .returning('generation')
    .executeTakeFirstOrThrow();
  return generation;
}

/** Replaces a hash by one of today's cost after a successful check; nothing else changes, so no session ends. */
export async function renewHash(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  generation: number,
  passwordHash: string,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ passwordHash })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .where('generation', '=', generation)
    .execute();
}

/** Changes address and, where given, account name; raises the generation. The unique index `one_account_name` speaks where the name is taken. */
export async function changeAddress(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  change: { email: string; accountName?: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      email: change.email,
      ...(change.accountName !== undefined && { accountName: change.accountName, accountNameKey: accountNameKey(change.accountName) }),
      generation: eb('generation', '+', 1),
    }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}

/** Remembers an address that counts once it was confirmed; `null` forgets it. */
export async function awaitAddress(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  awaited: { newEmail: string; newEmailUntil: Date } | null,
): Promise<void> {
  await tx
    .updateTable('account')
    .set(awaited ?? { newEmail: null, newEmailUntil: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}

/** Deletes the password: the old one no longer works even before a new one is set. Raises the generation, as a new one would. */
export async function deletePassword(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({ passwordHash: null, passwordSetAt: null, generation: eb('generation', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}

/** Ends every session and open link of an account with the commit (rule 5). */
export async function raiseGeneration(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({ generation: eb('generation', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}
