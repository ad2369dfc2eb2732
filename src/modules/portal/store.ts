import type { Generated, Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Area, Portal, PortalId } from './portal.ts';

export type PortalTable = Omit<Portal, 'version' | 'isDefault'> & {
  workspaceId: WorkspaceId;
  isDefault: Generated<boolean>;
  version: Generated<number>;
  createdAt: Date;
};
export type AreaTable = Area & { workspaceId: WorkspaceId; position: number };

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
  'version',
] as const;
const areaColumns = ['id', 'portalId', 'key', 'nameDe', 'nameEn', 'descriptionDe', 'descriptionEn'] as const;

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

export const findPortalBySlug = (db: Kysely<Schema>, workspaceId: WorkspaceId, slug: string): Promise<Portal | undefined> =>
  db.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('slug', '=', slug).executeTakeFirst();

export const findDefaultPortal = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<Portal | undefined> =>
  db.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('isDefault', '=', true).executeTakeFirst();

export const lockPortal = (tx: Tx, workspaceId: WorkspaceId, id: PortalId): Promise<Portal | undefined> =>
  tx.selectFrom('portal').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();

/** The areas of these portals, in their order. */
export const listAreas = (db: Kysely<Schema>, workspaceId: WorkspaceId, portalIds: readonly PortalId[]): Promise<Area[]> =>
  portalIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('area')
        .select(areaColumns)
        .where('workspaceId', '=', workspaceId)
        .where('portalId', 'in', portalIds)
        .orderBy('position')
        .orderBy('id')
        .execute();

export async function insertPortal(
  tx: Tx,
  workspaceId: WorkspaceId,
  portal: Omit<Portal, 'version'>,
  areas: Area[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('portal')
    .values({ ...portal, workspaceId, createdAt: now })
    .execute();
  if (!areas.length) return;
  await tx
    .insertInto('area')
    .values(areas.map((area, index) => ({ ...area, workspaceId, position: index + 1 })))
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
