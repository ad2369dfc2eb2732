import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import { type AccessId, invitedSql } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { OpenInvitation, ReminderSetting } from './reminder.ts';

export type ReminderSettingTable = ReminderSetting & { workspaceId: WorkspaceId; version: number };
export type StoredReminderSetting = ReminderSetting & { version: number };

const columns = ['active', 'days', 'fromTime', 'toTime', 'weekend', 'version'] as const;

export const findReminderSetting = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<StoredReminderSetting | undefined> =>
  db.selectFrom('reminderSetting').select(columns).where('workspaceId', '=', workspaceId).executeTakeFirst();

/** Writes the setting if it still has the version that was read; `0` where there was none. Answers whether it did. */
export async function saveReminderSetting(
  tx: Tx,
  workspaceId: WorkspaceId,
  { days, ...setting }: ReminderSetting,
  readVersion: number,
): Promise<boolean> {
  const values = { ...setting, days: daysArray(days) };
  const saved = readVersion
    ? tx
        .updateTable('reminderSetting')
        .set({ ...values, version: readVersion + 1 })
        .where('workspaceId', '=', workspaceId)
        .where('version', '=', readVersion)
        .returning('version')
    : tx
        .insertInto('reminderSetting')
        .values({ ...values, workspaceId, version: 1 })
        .onConflict((conflict) => conflict.column('workspaceId').doNothing())
        .returning('version');
  return (await saved.execute()).length > 0;
}

const daysArray = (days: readonly number[]): RawBuilder<readonly number[]> => sql<readonly number[]>`${[...days]}::integer[]`;

export type DueInvitation = OpenInvitation & { accessId: AccessId; accountId: AccountId; portalId: PortalId };

/**
 * Open invitations that a reminder is due for now, those that have waited longest first; the rule is that of `dueReminder`. `only`: this one, if it
 * still is. Locks nothing.
 */
export async function listDueInvitations(
  tx: Tx,
  workspaceId: WorkspaceId,
  { days, fromTime, toTime, weekend }: ReminderSetting,
  now: Date,
  { limit, only }: { limit: number; only?: AccessId },
): Promise<DueInvitation[]> {
  const there = sql`(${now}::timestamptz at time zone portal.time_zone)`;
  const { rows } = await sql<DueInvitation>`
    select access.id as access_id, access.account_id, access.portal_id, access.reminders_from as invited_at, access.reminders_sent, portal.time_zone
    from access
    join account on account.workspace_id = access.workspace_id and account.id = access.account_id
    join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
    where access.workspace_id = ${workspaceId} and access.reminders_from is not null and ${invitedSql(now)} and account.password_hash is null
      and ${there}::date - (access.reminders_from at time zone portal.time_zone)::date >= (${[...days]}::integer[])[access.reminders_sent + 1]
      and (${weekend} or extract(isodow from ${there}) < 6)
      and ${there}::time >= ${fromTime}::time and ${there}::time < ${toTime}::time
      ${only ? sql`and access.id = ${only}` : sql``}
    order by access.reminders_from, access.id
    limit ${limit}
  `.execute(tx);
  return rows;
}

/**
 * Counts a reminder of the series, if nobody else has, and if the invitation is still open. Answers whether it did. The caller holds the account's lock,
 * so that an acceptance, a block or another server at the same moment is seen.
 */
export async function takeReminder(
  tx: Tx,
  workspaceId: WorkspaceId,
  { accessId, invitedAt, remindersSent }: Pick<DueInvitation, 'accessId' | 'invitedAt' | 'remindersSent'>,
  number: number,
): Promise<boolean> {
  const taken = await tx
    .updateTable('access')
    .set({ remindersSent: number })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .where('remindersSent', '=', remindersSent)
    .where('remindersFrom', '=', invitedAt)
    .where('registeredAt', 'is', null)
    .where('blockedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}
