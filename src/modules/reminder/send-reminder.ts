import { isPassingComplaint } from '../../platform/db/passing.ts';
import type { Log } from '../../platform/log.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccessId, findAccess, type LinkMailPerson, sendLinkMail } from '../access/index.ts';
import { type AccountId, lockAccount } from '../account/index.ts';
import { findNewestLink } from '../link/index.ts';
import { findPortal } from '../portal/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { getReminders } from './change-reminders.ts';
import { dueReminder } from './reminder.ts';
import { type DueInvitation, listDueInvitations, takeReminder } from './store.ts';

/** Who is behind an account, as mails speak to them; the module that knows people fills this. `undefined`: nobody. */
export type PersonOf = (work: Work, accountId: AccountId) => Promise<LinkMailPerson | undefined>;

/** So many are looked up at once, so that each of thousands is not searched for among all the others. */
const mostLookedUp = 500;

type Taken = DueInvitation & { number: number };

/** Sends one reminder that is due in a workspace. Answers whether there was one. */
export type RemindNext = (workspaceId: WorkspaceId, perform: Perform) => Promise<boolean>;

/**
 * Reminds of one invitation after the other. Which ones are due is looked up for many at once and, before each is sent, once more for this one: the
 * setting, the hours and the person may have changed meanwhile. One that fails for a reason of its own is counted as sent, and says so in the log, so
 * that it never stands in the way of the others. Where it is only the database that is not up to it, nothing is counted: the error is thrown, and the
 * reminder comes up again with the next look-up.
 */
export function createReminders(personOf: PersonOf, log: Log): RemindNext {
  const lookedUp = new Map<WorkspaceId, Taken[]>();

  return async (workspaceId, perform) => {
    const known = lookedUp.get(workspaceId) ?? [];
    const due = known.length ? known : await perform((work) => listDue(work, { limit: mostLookedUp }));
    lookedUp.set(workspaceId, due);
    const next = due.shift();
    if (!next) return false;
    try {
      await perform(sendReminder, next, personOf);
    } catch (error) {
      if (isPassingComplaint(error)) throw error;
      log.error({ err: error, accessId: next.accessId }, 'an invitation could not be reminded of');
      await perform(takeUnsent, next);
    }
    return true;
  };
}

async function takeUnsent({ tx, workspace }: Work, taken: Taken): Promise<void> {
  await lockAccount(tx, workspace.id, taken.accountId);
  await takeReminder(tx, workspace.id, taken, taken.number);
}

async function listDue({ tx, workspace, now }: Work, which: { limit: number; only?: AccessId }): Promise<Taken[]> {
  const setting = await getReminders({ tx, workspace });
  const invitations = setting.active ? await listDueInvitations(tx, workspace.id, setting, now, which) : [];
  return invitations.flatMap((invitation) => {
    const number = dueReminder(invitation, setting, now);
    return number ? [{ ...invitation, number }] : [];
  });
}

/** The reminder carries a link of its own, of the same purpose as the invitation's: the newest is the only one that works (B073). */
async function sendReminder(work: Work, { accessId, accountId, portalId }: Taken, personOf: PersonOf): Promise<void> {
  const { tx, workspace, record } = work;
  await lockAccount(tx, workspace.id, accountId);
  const [invitation] = await listDue(work, { limit: 1, only: accessId });
  if (!invitation || !(await takeReminder(tx, workspace.id, invitation, invitation.number))) return;
  const { invitedAt, number } = invitation;
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
