import type { Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Area, AreaId, PortalId } from './portal.ts';

export type AreaTable = Area & { workspaceId: WorkspaceId; position: number };

const columns = ['id', 'portalId', 'key', 'nameDe', 'nameEn', 'descriptionDe', 'descriptionEn'] as const;

/** The areas of these portals, in their order. */
export const listAreas = (db: Kysely<Schema>, workspaceId: WorkspaceId, portalIds: readonly PortalId[]): Promise<Area[]> =>
  portalIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('area')
        .select(columns)
        .where('workspaceId', '=', workspaceId)
        .where('portalId', 'in', portalIds)
        .orderBy('position')
        .orderBy('id')
        .execute();

/** Adds areas behind those that a portal has; `after`: how many it has. */
export async function insertAreas(tx: Tx, workspaceId: WorkspaceId, areas: readonly Area[], after: number): Promise<void> {
  if (!areas.length) return;
  await tx
    .insertInto('area')
    .values(areas.map((area, index) => ({ ...area, workspaceId, position: after + index + 1 })))
    .execute();
}

export async function saveArea(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: AreaId,
  change: Partial<Omit<AreaTable, 'workspaceId' | 'id' | 'portalId' | 'key'>>,
): Promise<void> {
  await tx.updateTable('area').set(change).where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** Keeps everybody from opening an area to somebody until commit. */
export async function lockArea(tx: Tx, workspaceId: WorkspaceId, id: AreaId): Promise<void> {
  await tx.selectFrom('area').select('id').where('workspaceId', '=', workspaceId).where('id', '=', id).forUpdate().execute();
}

/** Closes an area to everybody who has it, and deletes it. The caller holds its lock. */
export async function deleteArea(tx: Tx, workspaceId: WorkspaceId, id: AreaId): Promise<void> {
  await tx.deleteFrom('assignmentArea').where('workspaceId', '=', workspaceId).where('areaId', '=', id).execute();
  await tx.deleteFrom('area').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** How many living accesses each of a portal's areas is open to; an area that nobody has is absent. */
export async function countPeopleByArea(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  areaIds: readonly AreaId[],
): Promise<ReadonlyMap<AreaId, number>> {
  if (!areaIds.length) return new Map();
  const rows = await db
    .selectFrom('assignmentArea')
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'assignmentArea.workspaceId').onRef('access.id', '=', 'assignmentArea.accessId'),
    )
    .select((eb) => ['assignmentArea.areaId', eb.fn.count<number>('assignmentArea.accessId').distinct().as('people')])
    .where('assignmentArea.workspaceId', '=', workspaceId)
    .where('assignmentArea.areaId', 'in', areaIds)
    .where('access.deletedAt', 'is', null)
    .groupBy('assignmentArea.areaId')
    .execute();
  return new Map(rows.map(({ areaId, people }) => [areaId, Number(people)]));
}
