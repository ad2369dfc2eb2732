import { addDays, dayIn } from '../../../platform/clock.ts';
import { mustBeFresh } from '../../../platform/http/version.ts';
import type { Work } from '../../../platform/work.ts';
import {
  type AccessChange,
  type AccessId,
  type AccessWithFacts,
  areaIdsOf,
  changeAccess,
  changeOpening,
  listAssignments,
  lockAccess,
  refuseAccess,
} from '../../access/index.ts';
import { type ContactId, mailPersonOf } from '../../contact/index.ts';
import { findImpossibility, sendNotice } from '../../mail/index.ts';
import { findPortal, listAreas, listRoles, mailPortal, refusePortal } from '../../portal/index.ts';
import { mustBePossible } from '../policy.ts';

/** What staff save about an access: the switch, the day, the role, and which areas it opens for which of its contacts (their keys). */
export type PortalAccessChange = AccessChange & { role?: string; contacts?: { contactId: ContactId; areas: string[] }[] };

/**
 * Saves what staff decide about an access, all or nothing, and tells a person who was shut out by it if the template for that is on (B114, B115).
 * Refuses: unknown, stale, a role or an area that the portal does not have, areas of a contact that is not assigned.
 */
export async function changePortalAccess(
  work: Work,
  accessId: AccessId,
  { role, contacts, ...change }: PortalAccessChange,
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  const before = await lockAccess(work, accessId);
  mustBeFresh(before.version, expectedVersion);
  if (role !== undefined) await changeRole(work, before, role);
  if (contacts?.length) await changeAreas(work, before, contacts);
  const after = await changeAccess(work, accessId, change, undefined);
  if (after.blockedAt && !before.blockedAt) await tellBlocked(work, after);
  return after;
}

/** Moves the „Ablaufdatum“ by some days; one that is over counts from today in the portal's time zone. Refuses: unknown, stale, no date to move. */
export async function extendAccess(
  work: Work,
  accessId: AccessId,
  days: number,
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  const access = await lockAccess(work, accessId);
  mustBePossible('extend', access, work);
  const today = dayIn(access.timeZone, work.now);
  const from = access.expiresOn && access.expiresOn > today ? access.expiresOn : today;
  return changeAccess(work, accessId, { expiresOn: addDays(from, days) }, expectedVersion);
}

async function changeRole(work: Work, access: AccessWithFacts, role: string): Promise<void> {
  const roles = await listRoles(work.tx, work.workspace.id, [access.portalId]);
  if (!roles.some(({ key }) => key === role)) throw refusePortal('unknown-role', { pointer: '/role' });
  await changeOpening(work, { ...access, contactId: '' as ContactId, areaIds: [] }, { role });
}

async function changeAreas(work: Work, access: AccessWithFacts, contacts: NonNullable<PortalAccessChange['contacts']>): Promise<void> {
  const { tx, workspace } = work;
  const areas = await listAreas(tx, workspace.id, [access.portalId]);
  const assignments = await listAssignments(tx, workspace.id, access.id);
  for (const [index, { contactId, areas: keys }] of contacts.entries()) {
    const assignment = assignments.find((one) => one.contactId === contactId);
    if (!assignment) throw refuseAccess('not-assigned', { pointer: `/contacts/${index}/contactId` });
    await changeOpening(work, { ...access, ...assignment }, { areaIds: areaIdsOf(areas, keys, `/contacts/${index}/areas`) });
  }
}

/** Off until somebody switches the template on: then nobody expects a mail, and that there was none is no failure. */
async function tellBlocked(work: Work, access: AccessWithFacts): Promise<void> {
  const { tx, workspace } = work;
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal || (await findImpossibility(tx, workspace.id, 'access_blocked')) === 'template-inactive') return;
  await sendNotice(work, {
    ...(await mailPersonOf(work, access)),
    template: 'access_blocked',
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    portal: mailPortal(workspace, portal),
  });
}
