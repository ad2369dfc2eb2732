import type { Generated, Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { AreaId, PortalId } from './portal.ts';
import type { Role } from './role.ts';

export type PortalRoleTable = Omit<Role, 'areaIds' | 'startsWithAll'> & {
  workspaceId: WorkspaceId;
  startsWithAll: Generated<boolean>;
  position: number;
};
export type PortalRoleAreaTable = { workspaceId: WorkspaceId; portalId: PortalId; roleKey: string; areaId: AreaId };

/** The roles of these portals with the areas that they start with, in their order. */
export async function listRoles(db: Kysely<Schema>, workspaceId: WorkspaceId, portalIds: readonly PortalId[]): Promise<Role[]> {
  if (!portalIds.length) return [];
  const roles = await db
    .selectFrom('portalRole')
    .select(['portalId', 'key', 'nameDe', 'nameEn', 'isTeamAdmin', 'startsWithAll'])
    .where('workspaceId', '=', workspaceId)
    .where('portalId', 'in', portalIds)
    .orderBy('position')
    .orderBy('key')
    .execute();
  const areas = await db
    .selectFrom('portalRoleArea')
    .select(['portalId', 'roleKey', 'areaId'])
    .where('workspaceId', '=', workspaceId)
    .where('portalId', 'in', portalIds)
    .orderBy('areaId')
    .execute();
  return roles.map((role) => ({
    ...role,
    areaIds: areas.filter(({ portalId, roleKey }) => portalId === role.portalId && roleKey === role.key).map(({ areaId }) => areaId),
  }));
}

export async function insertRole(tx: Tx, workspaceId: WorkspaceId, { areaIds: _, ...role }: Role, position: number): Promise<void> {
  await tx
    .insertInto('portalRole')
    .values({ ...role, workspaceId, position })
    .execute();
}

export async function saveRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  { portalId, key }: Pick<Role, 'portalId' | 'key'>,
  change: Pick<Role, 'nameDe' | 'nameEn' | 'isTeamAdmin' | 'startsWithAll'>,
): Promise<void> {
  await tx
    .updateTable('portalRole')
    .set(change)
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('key', '=', key)
    .execute();
}

/** Replaces the areas that a role starts with. */
export async function saveStartingAreas(
  tx: Tx,
  workspaceId: WorkspaceId,
  { portalId, key, areaIds }: Pick<Role, 'portalId' | 'key' | 'areaIds'>,
): Promise<void> {
  await tx
    .deleteFrom('portalRoleArea')
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('roleKey', '=', key)
    .execute();
  if (!areaIds.length) return;
  await tx
    .insertInto('portalRoleArea')
    .values(areaIds.map((areaId) => ({ workspaceId, portalId, roleKey: key, areaId })))
    .execute();
}

/** Deletes a role that no living access has; those that were deleted take another one, because they have to have one. */
export async function deleteRole(tx: Tx, workspaceId: WorkspaceId, portalId: PortalId, key: string, other: string): Promise<void> {
  await tx
    .updateTable('access')
    .set({ role: other })
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('role', '=', key)
    .where('deletedAt', 'is not', null)
    .execute();
  await tx
    .deleteFrom('portalRole')
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('key', '=', key)
    .execute();
}

/** How many living accesses have each role of a portal; a role that nobody has is absent. */
export async function countPeopleByRole(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  portalId: PortalId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('access')
    .select((eb) => ['role', eb.fn.countAll<number>().as('people')])
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('deletedAt', 'is', null)
    .groupBy('role')
    .execute();
  return new Map(rows.map(({ role, people }) => [role, Number(people)]));
}
