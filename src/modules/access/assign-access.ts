import { mustBeFresh } from '../../platform/http/version.ts';
import type { Id } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import type { AreaId } from '../portal/index.ts';
import type { AccessId } from './access.ts';
import { lockAccess } from './lock-access.ts';
import { refuse } from './refusals.ts';
import { type AccessWithFacts, deleteAssignment, insertAssignment, listAssignments, raiseVersion, saveAreas } from './store.ts';

type ContactId = Id<'contact'>;

/**
 * Lets an access act for a contact, with these areas (B110). Whoever assigns at the same moment waits; who decided on an older state is refused as stale.
 * Refuses: unknown access, stale, assigned to this contact already.
 */
export async function assignAccess(
  work: Work,
  accessId: AccessId,
  { contactId, areaIds }: { contactId: ContactId; areaIds: readonly AreaId[] },
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  const { tx, now, workspace, record } = work;
  const access = await lockAccess(work, accessId);
  mustBeFresh(access.version, expectedVersion);
  const assigned = await listAssignments(tx, workspace.id, accessId);
  if (assigned.some((assignment) => assignment.contactId === contactId)) throw refuse('already-assigned', { pointer: '/contactId' });
  await insertAssignment(tx, workspace.id, accessId, contactId, now);
  await saveAreas(tx, workspace.id, accessId, contactId, areaIds);
  await raiseVersion(tx, workspace.id, accessId);
  record('access.assigned', { type: 'access', id: accessId }, { after: { contactId, areaIds, wasPending: access.pending } });
  return lockAccess(work, accessId);
}

/**
 * Undoes an assignment: from the next request on the person sees nothing of this contact; without any other they wait again (B125).
 * Refuses: unknown access, stale, not assigned to this contact.
 */
export async function unassignAccess(
  work: Work,
  accessId: AccessId,
  contactId: ContactId,
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  const { tx, workspace, record } = work;
  const access = await lockAccess(work, accessId);
  mustBeFresh(access.version, expectedVersion);
  const assignment = (await listAssignments(tx, workspace.id, accessId)).find((one) => one.contactId === contactId);
  if (!assignment) throw refuse('not-assigned', { pointer: '/contactId' });
  await deleteAssignment(tx, workspace.id, accessId, contactId);
  await raiseVersion(tx, workspace.id, accessId);
  record('access.unassigned', { type: 'access', id: accessId }, { before: { contactId, areaIds: assignment.areaIds } });
  return lockAccess(work, accessId);
}
