import { refusing } from '../../platform/constraint.ts';
import type { Work } from '../../platform/work.ts';
import { lockAccount, raiseGeneration } from '../account/index.ts';
import { type AreaId, refusePortal } from '../portal/index.ts';
import type { AccessRole } from './access.ts';
import { type AssignedAccess, raiseVersion, saveAreas, saveRole } from './store.ts';

/** What somebody else took away between the look and the save; the database holds both to the portal. */
export const goneMeanwhile = {
  access_role: () => refusePortal('unknown-role', { pointer: '/portalAccess/role' }),
  access_workspace_id_portal_id_fkey: () => refusePortal('unknown', { pointer: '/portalAccess/portalId' }),
  assignment_area_of_portal: () => refusePortal('unknown-area', { pointer: '/portalAccess/areas' }),
  assignment_area_workspace_id_area_id_fkey: () => refusePortal('unknown-area', { pointer: '/portalAccess/areas' }),
};

/** The areas behind their keys, each once. Refuses a key that the portal does not have. */
export function areaIdsOf(areas: { id: AreaId; key: string }[], keys: readonly string[], pointer = '/portalAccess/areas'): AreaId[] {
  return [...new Set(keys)].map((key) => {
    const area = areas.find((candidate) => candidate.key === key);
    if (!area) throw refusePortal('unknown-area', { pointer });
    return area.id;
  });
}

/** What an access opens. What is `undefined` stays. */
export type Opening = { role?: AccessRole | undefined; areaIds?: readonly AreaId[] | undefined };

/**
 * Changes what an access is in its portal, and which areas it opens for one of its contacts. Another role ends every session (rule 5); areas count from the
 * next request on. Answers whether anything changed. The role is one of the portal's; refuses what somebody took away meanwhile.
 */
export async function changeOpening(
  { tx, workspace, record }: Work,
  access: Pick<AssignedAccess, 'id' | 'accountId' | 'role' | 'contactId' | 'areaIds'>,
  { role, areaIds }: Opening,
): Promise<boolean> {
  // Accounts are locked before accesses everywhere, so that two changes wait for each other instead of for ever.
  await lockAccount(tx, workspace.id, access.accountId);
  const isNewRole = role !== undefined && role !== access.role;
  if (isNewRole) {
    await refusing(saveRole(tx, workspace.id, access.id, role), goneMeanwhile);
    await raiseGeneration(tx, workspace.id, access.accountId);
    record('access.role-changed', { type: 'access', id: access.id }, { before: { role: access.role }, after: { role } });
  }
  const areNewAreas = areaIds !== undefined && !sameSet(areaIds, access.areaIds);
  if (areNewAreas) {
    await refusing(saveAreas(tx, workspace.id, access.id, access.contactId, areaIds), goneMeanwhile);
    await raiseVersion(tx, workspace.id, access.id);
    record('access.areas-changed', { type: 'access', id: access.id }, { before: { areaIds: access.areaIds }, after: { areaIds } });
  }
  return isNewRole || areNewAreas;
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((entry) => other.includes(entry));
