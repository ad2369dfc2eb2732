import { refusing } from '../../platform/constraint.ts';
import type { Work } from '../../platform/work.ts';
import { lockWithAreas } from './change-areas.ts';
import { type AreaId, isKey, type Portal, type PortalId } from './portal.ts';
import { refuse } from './refusals.ts';
import { fixedRoles, type Role, usualRole } from './role.ts';
import { countPeopleByRole, deleteRole, insertRole, listRoles, saveRole, saveStartingAreas } from './role-store.ts';
import { savePortal } from './store.ts';

/** A role as it is asked for. `areas`: the keys of those that it starts with; they count where `startsWithAll` is off. */
export type RoleOrder = Pick<Role, 'key' | 'nameDe' | 'nameEn' | 'isTeamAdmin' | 'startsWithAll'> & { areas: string[] };
export type RoleChange = Partial<Omit<RoleOrder, 'key'>>;

const mostRoles = 30;

/** Adds a role of the portal's own. Refuses: key malformed or taken, an area of another portal. */
export async function addRole(work: Work, portalId: PortalId, { areas: keys, ...order }: RoleOrder, expectedVersion?: number) {
  const { tx, workspace, record } = work;
  const { areas } = await lockWithAreas(work, portalId, expectedVersion);
  const roles = await listRoles(tx, workspace.id, [portalId]);
  if (!isKey(order.key)) throw refuse('malformed-key', { pointer: '/key' });
  if (roles.length >= mostRoles) throw refuse('too-many', { values: { most: mostRoles } });

  const role: Role = { ...order, portalId, areaIds: areaIdsOf(areas, keys) };
  const taken = { portal_role_pkey: () => refuse('role-key-taken', { pointer: '/key' }) };
  await refusing(insertRole(tx, workspace.id, role, roles.length + 1), taken);
  await saveStartingAreas(tx, workspace.id, role);
  record('portal.role-added', { type: 'portal', id: portalId }, { after: toldOf(role) });
  return savePortal(tx, workspace.id, portalId, {});
}

/** Changes what a role is called, what it may, and what it starts with; accesses that exist keep their areas. */
export async function changeRole(
  work: Work,
  portalId: PortalId,
  key: string,
  { areas: keys, ...change }: RoleChange,
  expectedVersion?: number,
): Promise<Portal> {
  const { tx, workspace, record } = work;
  const { areas } = await lockWithAreas(work, portalId, expectedVersion);
  const before = await mustFind(work, portalId, key);
  const after: Role = { ...before, ...change, areaIds: keys ? areaIdsOf(areas, keys) : before.areaIds };
  const { nameDe, nameEn, isTeamAdmin, startsWithAll } = after;
  await saveRole(tx, workspace.id, after, { nameDe, nameEn, isTeamAdmin, startsWithAll });
  await saveStartingAreas(tx, workspace.id, after);
  record('portal.role-changed', { type: 'portal', id: portalId }, { before: toldOf(before), after: toldOf(after) });
  return savePortal(tx, workspace.id, portalId, {});
}

/** Removes a role that nobody has. Those that every portal has stay. */
export async function removeRole(work: Work, portalId: PortalId, key: string, expectedVersion?: number): Promise<void> {
  const { tx, workspace, record } = work;
  const { portal } = await lockWithAreas(work, portalId, expectedVersion);
  const role = await mustFind(work, portalId, key);
  if (fixedRoles.includes(key)) throw refuse('fixed-role');
  const count = (await countPeopleByRole(tx, workspace.id, portalId)).get(key) ?? 0;
  const inUse = (count: number) => refuse('role-in-use', { values: { count } });
  if (count) throw inUse(count);
  await refusing(deleteRole(tx, workspace.id, portalId, key, usualRole(portal)), { access_role: () => inUse(1) });
  record('portal.role-removed', { type: 'portal', id: portalId }, { before: toldOf(role) });
  await savePortal(tx, workspace.id, portalId, {});
}

async function mustFind({ tx, workspace }: Work, portalId: PortalId, key: string): Promise<Role> {
  const role = (await listRoles(tx, workspace.id, [portalId])).find((one) => one.key === key);
  if (!role) throw refuse('no-such-role');
  return role;
}

function areaIdsOf(areas: readonly { id: AreaId; key: string }[], keys: readonly string[]): AreaId[] {
  return [...new Set(keys)].map((key) => {
    const area = areas.find((candidate) => candidate.key === key);
    if (!area) throw refuse('unknown-area', { pointer: '/areas' });
    return area.id;
  });
}

const toldOf = ({ key, nameDe, nameEn, isTeamAdmin, startsWithAll, areaIds }: Role) => ({
  key,
  nameDe,
  nameEn,
  isTeamAdmin,
  startsWithAll,
  areaIds,
});
