import { type Generated, type Kysely, sql } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Portal, PortalId, PortalRules } from './portal.ts';

type Made = 'version' | 'isDefault' | 'tellOfImpersonation' | keyof PortalRules;
export type PortalTable = Omit<Portal, Made> & { [Name in Made]: Generated<Portal[Name]> } & { workspaceId: WorkspaceId; createdAt: Date };
/** Every slug that a portal has or had. Kept by the database from the table `portal`. */
export type PortalAddressTable = { workspaceId: WorkspaceId; slug: string; portalId: PortalId };

const columns = [
  'id',
  'slug',
  'name',
  'kind',
  'timeZone',
  'brandColor',
  'supportContact',
  'imprintUrl',
  'privacyUrl',
  'openToContacts',
  'isDefault',
  'closedAt',
  'selfRegistration',
  'identifiers',
  'allowedDomains',
  'refusedDomains',
  'pendingNoticeTo',
  'oneAccessPerContact',
  'teamMaySetPasswords',
  'expiryReminderDays',
  'tellOfImpersonation',
  'version',
] as const;

/** All portals, the default one first. */
export const listPortals = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<Portal[]> =>
  db
    .selectFrom('portal')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .orderBy('isDefault', 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();

export const findPortal = (db: Kysely<Schema>, workspaceId: WorkspaceId, id: PortalId): Promise<Portal | undefined> =>
  db.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).executeTakeFirst();

/** The portal at a slug, or the one that had it before: its present slug is then another one. */
export const findPortalBySlug = (db: Kysely<Schema>, workspaceId: WorkspaceId, slug: string): Promise<Portal | undefined> =>
  db
    .selectFrom('portalAddress')
    .innerJoin('portal', (join) =>
      join.onRef('portal.workspaceId', '=', 'portalAddress.workspaceId').onRef('portal.id', '=', 'portalAddress.portalId'),
    )
    .select(columns.map((column) => `portal.${column}` as const))
    .where('portalAddress.workspaceId', '=', workspaceId)
    .where('portalAddress.slug', '=', slug)
    .executeTakeFirst();

export const findDefaultPortal = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<Portal | undefined> =>
  db.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('isDefault', '=', true).executeTakeFirst();

export const lockPortal = (tx: Tx, workspaceId: WorkspaceId, id: PortalId): Promise<Portal | undefined> =>
  tx.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();

/** Locks all portals of a workspace, in one order everywhere: which of them is the default one is decided by one after the other. */
export async function lockPortals(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.selectFrom('portal').select('id').where('workspaceId', '=', workspaceId).orderBy('id').forUpdate().execute();
}

/** No portal is the default one, until the next statement of the same transaction. */
export async function clearDefaultPortal(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.updateTable('portal').set({ isDefault: false }).where('workspaceId', '=', workspaceId).where('isDefault', '=', true).execute();
}

/** The slugs that these portals had before, which still lead to them. */
export const listFormerSlugs = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  portalIds: readonly PortalId[],
): Promise<{ portalId: PortalId; slug: string }[]> =>
  portalIds.length
    ? db
        .selectFrom('portalAddress')
        .innerJoin('portal', (join) =>
          join.onRef('portal.workspaceId', '=', 'portalAddress.workspaceId').onRef('portal.id', '=', 'portalAddress.portalId'),
        )
        .select(['portalAddress.portalId', 'portalAddress.slug'])
        .where('portalAddress.workspaceId', '=', workspaceId)
        .where('portalAddress.portalId', 'in', portalIds)
        .whereRef('portalAddress.slug', '<>', 'portal.slug')
        .orderBy('portalAddress.slug')
        .execute()
    : Promise.resolve([]);

/** Those of some portals to which anybody has, or ever had, access. */
export async function listUsedPortals(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  portalIds: readonly PortalId[],
): Promise<Set<PortalId>> {
  if (!portalIds.length) return new Set();
  const rows = await db
    .selectFrom('portal')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', portalIds)
    .where(sql<boolean>`exists (select from access where access.workspace_id = portal.workspace_id and access.portal_id = portal.id)`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How many living accesses a portal has. */
export async function countAccesses(db: Kysely<Schema>, workspaceId: WorkspaceId, portalId: PortalId): Promise<number> {
  const { count } = await db
    .selectFrom('access')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertPortal(tx: Tx, workspaceId: WorkspaceId, portal: Omit<Portal, 'version'>, now: Date): Promise<void> {
  await tx
    .insertInto('portal')
    .values({ ...portal, workspaceId, createdAt: now })
    .execute();
}

export const savePortal = (
  tx: Tx,
  workspaceId: WorkspaceId,
  id: PortalId,
  change: Partial<Omit<Portal, 'id' | 'version'>>,
): Promise<Portal> =>
  tx
    .updateTable('portal')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

/** Deletes a portal with all that is its own; the areas go before. */
export async function deletePortalRow(tx: Tx, workspaceId: WorkspaceId, id: PortalId): Promise<void> {
  await tx.deleteFrom('portal').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}
