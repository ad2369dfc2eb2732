import type { Log } from '../../platform/log.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { findAccess, type LinkMailPerson, sendLinkMail } from '../access/index.ts';
import { type AccountId, lockAccount } from '../account/index.ts';
import { findNewestLink } from '../link/index.ts';
import { findPortal } from '../portal/index.ts';
import { dueReminder, usualReminders } from './reminder.ts';
import { type DueInvitation, findDueInvitation, findReminderSetting, takeReminder } from './store.ts';

/** Who is behind an account, as mails speak to them; the module that knows people fills this. `undefined`: nobody. */
export type PersonOf = (work: Work, accountId: AccountId) => Promise<LinkMailPerson | undefined>;

/**
 * Sends the reminder that has been due longest, if there is one. Answers whether there was. One that fails for a reason of its own is counted as sent,
 * and says so in the log, so that it never stands in the way of the others.
 */
export async function sendNextReminder(perform: Perform, personOf: PersonOf, log: Log): Promise<boolean> {
  let taken: Taken | undefined;
  try {
    return await perform(async (work) => {
      taken = await findNext(work);
      if (taken) await sendReminder(work, taken, personOf);
      return taken !== undefined;
    });
  } catch (error) {
    const failed = taken;
    if (!failed) throw error;
    log.error({ err: error, accessId: failed.accessId }, 'an invitation could not be reminded of');
    await perform(async ({ tx, workspace }) => takeReminder(tx, workspace.id, failed, failed.number));
    return true;
  }
}

type Taken = DueInvitation & { number: number };

async function findNext({ tx, workspace, now }: Work): Promise<Taken | undefined> {
  const setting = (await findReminderSetting(tx, workspace.id)) ?? usualReminders;
  const invitation = setting.active ? await findDueInvitation(tx, workspace.id, setting, now) : undefined;
  const number = invitation && dueReminder(invitation, setting, now);
  return invitation && number ? { ...invitation, number } : undefined;
}

/** The reminder carries a link of its own, of the same purpose as the invitation's: the newest is the only one that works (B073). */
async function sendReminder(work: Work, invitation: Taken, personOf: PersonOf): Promise<void> {
  const { tx, workspace, record } = work;
  const { accessId, accountId, portalId, invitedAt, number } = invitation;
  await lockAccount(tx, workspace.id, accountId);
  if (!(await takeReminder(tx, workspace.id, invitation, number))) return;
  const access = await findAccess(tx, workspace.id, accountId, portalId);
  const portal = await findPortal(tx, workspace.id, portalId);
  const person = await personOf(work, accountId);
  const newest = await findNewestLink(tx, workspace.id, accountId, ['set-password', 'welcome']);
  const purpose = newest?.purpose === 'welcome' ? 'welcome' : 'set-password';
  const outcome =
    access && portal && person
      ? await sendLinkMail(work, access, portal, person, purpose, { remindOf: invitedAt })
      : ({ state: 'not-possible', reason: 'nobody' } as const);
  record(
    `invitation-reminder.${outcome.state}`,
    { type: 'access', id: accessId },
    { after: { number, ...(outcome.state === 'queued' ? { messageId: outcome.messageId } : { reason: outcome.reason }) } },
  );
}
