import type { Generated, Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { Lifetimes, Workspace, WorkspaceId } from './workspace.ts';

export type WorkspaceTable = {
  id: WorkspaceId;
  slug: string;
  name: string;
  language: 'de' | 'en';
  addressForm: 'sie' | 'du';
  timeZone: string;
  lifetimes: Lifetimes;
  passwordMinimumLength: Generated<number>;
  version: Generated<number>;
  createdAt: Date;
};

/** A workspace as stored; its base URL comes from the settings. */
export type StoredWorkspace = Omit<Workspace, 'baseUrl'>;

const columns = ['id', 'slug', 'name', 'language', 'addressForm', 'timeZone', 'lifetimes', 'passwordMinimumLength', 'version'] as const;

/** The one table that is read without a workspace: it says which there are. */
export const listWorkspaces = (db: Kysely<Schema>): Promise<StoredWorkspace[]> =>
  db.selectFrom('workspace').select(columns).orderBy('createdAt').orderBy('id').execute();

export const findWorkspaceBySlug = (db: Kysely<Schema>, slug: string): Promise<StoredWorkspace | undefined> =>
  db.selectFrom('workspace').select(columns).where('slug', '=', slug).executeTakeFirst();

export const lockWorkspace = (tx: Tx, id: WorkspaceId): Promise<StoredWorkspace> =>
  tx.selectFrom('workspace').select(columns).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

export async function insertWorkspace(tx: Tx, workspace: Omit<StoredWorkspace, 'version'>, now: Date): Promise<void> {
  await tx
    .insertInto('workspace')
    .values({ ...workspace, lifetimes: JSON.stringify(workspace.lifetimes) as unknown as Lifetimes, createdAt: now })
    .execute();
}

/** Writes a change under its lock; answers the workspace as it is then. */
export const saveWorkspace = (
  tx: Tx,
  id: WorkspaceId,
  change: Partial<Omit<StoredWorkspace, 'id' | 'version'>>,
): Promise<StoredWorkspace> =>
  tx
    .updateTable('workspace')
    .set((eb) => ({
      ...change,
      ...(change.lifetimes && { lifetimes: JSON.stringify(change.lifetimes) as unknown as Lifetimes }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const getWorkspace = (db: Kysely<Schema>, id: WorkspaceId): Promise<StoredWorkspace> =>
  db.selectFrom('workspace').select(columns).where('id', '=', id).executeTakeFirstOrThrow();
