import type { Log } from '../../../platform/log.ts';
import type { Perform, Work } from '../../../platform/work.ts';
import { type AccessId, findAccessById, lockAccess } from '../../access/index.ts';
import { mailPersonOf } from '../../contact/index.ts';
import { sendNotice } from '../../mail/index.ts';
import { findPortal, listPortals, mailPortal, type PortalId } from '../../portal/index.ts';
import { getReminders } from '../../reminder/index.ts';
import { type ExpiringAccess, findExpiring, takeExpiryNotices, takeExpiryReminder } from './assignment-store.ts';
import { tellStaff } from './tell-staff.ts';

/**
 * Tells people, and the staff that their portal names, of the next „Ablaufdatum“ that comes near (`portal.expiryReminderDays`), in the hours in which
 * reminders go. Each date is told of once. Answers whether there was anything to tell. Access ends on its day whether or not this has run.
 */
export async function remindOfExpiry(perform: Perform, log: Log): Promise<boolean> {
  const told = await perform(tellStaffOfNext);
  return (await remindNext(perform, log)) || told;
}

/** One that fails for a reason of its own is counted as told, and says so in the log, so that it never stands in the way of the others. */
async function remindNext(perform: Perform, log: Log): Promise<boolean> {
  let taken: ExpiringAccess | undefined;
  try {
    return await perform(async (work) => {
      taken = await findExpiring(work.tx, work.workspace.id, await getReminders(work), work.now);
      if (taken) await remind(work, taken);
      return taken !== undefined;
    });
  } catch (error) {
    const failed = taken;
    if (!failed) throw error;
    log.error({ err: error, accessId: failed.accessId }, 'a person could not be reminded of an expiry date');
    await perform(({ tx, workspace }) => takeExpiryReminder(tx, workspace.id, failed));
    return true;
  }
}

async function remind(work: Work, expiring: ExpiringAccess): Promise<void> {
  const { tx, workspace } = work;
  const access = await lockAccess(work, expiring.accessId as AccessId);
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal || !(await takeExpiryReminder(tx, workspace.id, expiring))) return;
  await sendNotice(work, {
    ...(await mailPersonOf(work, access)),
    template: 'access_expiring',
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    portal: mailPortal(workspace, portal),
    details: { expiresOn: expiring.expiresOn },
  });
}

/** One mail for all of a portal that have come near since the last one. */
async function tellStaffOfNext(work: Work): Promise<boolean> {
  const { tx, workspace } = work;
  const portals = (await listPortals(tx, workspace.id)).filter(
    ({ pendingNoticeTo, expiryReminderDays }) => pendingNoticeTo.length > 0 && expiryReminderDays !== null,
  );
  for (const { id } of portals) if (await tellStaffOf(work, id)) return true;
  return false;
}

async function tellStaffOf(work: Work, portalId: PortalId): Promise<boolean> {
  const { tx, workspace, record } = work;
  const portal = await findPortal(tx, workspace.id, portalId);
  const expiring = portal ? await takeExpiryNotices(tx, workspace.id, portalId, await getReminders(work), work.now) : [];
  const expiresOn = expiring.map((one) => one.expiresOn).sort()[0];
  if (!portal || !expiresOn) return false;
  const first = expiring.length === 1 && expiring[0] ? await findAccessById(tx, workspace.id, expiring[0].accessId) : undefined;
  const pageUrl = first
    ? `${workspace.baseUrl}/console/accesses/${first.id}`
    : `${workspace.baseUrl}/console/accesses?expiry=soon&portalId=${portalId}`;
  const told = await tellStaff(work, portal, {
    template: 'access_expiring_to_staff',
    details: { count: expiring.length, expiresOn, pageUrl },
  });
  record('portal.expiry-told', { type: 'portal', id: portalId }, { after: { count: expiring.length, ...told } });
  return true;
}
