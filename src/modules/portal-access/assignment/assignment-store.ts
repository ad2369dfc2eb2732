import { type Kysely, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import { type AccessId, admittedSql } from '../../access/index.ts';
import type { AccountId } from '../../account/index.ts';
import type { PortalId } from '../../portal/index.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** How many devices each of some accounts is signed in on; who acts as the person is none of them. An account without any is absent. */
export async function countSessions(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountIds: readonly AccountId[],
  now: Date,
): Promise<ReadonlyMap<AccountId, number>> {
  if (!accountIds.length) return new Map();
  const rows = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'session.workspaceId').onRef('account.id', '=', 'session.accountId'),
    )
    .select((eb) => ['session.accountId', eb.fn.countAll<number>().as('sessions')])
    .where('session.workspaceId', '=', workspaceId)
    .where('session.accountId', 'in', accountIds)
    .where('session.impersonationId', 'is', null)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .whereRef('session.generation', '=', 'account.generation')
    .groupBy('session.accountId')
    .execute();
  return new Map(rows.map(({ accountId, sessions }) => [accountId, Number(sessions)]));
}

/** How many mails to an account have not left yet. */
export async function countWaitingMails(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  { onlyWithLink }: { onlyWithLink: boolean },
): Promise<number> {
  const { count } = await tx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('copyOf', 'is', null)
    .where('acceptedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .$if(onlyWithLink, (query) => query.where('linkId', 'is not', null))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function markAccessDeleted(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, now: Date): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ deletedAt: now, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** The login with its password; its name is free again. */
export async function markAccountDeleted(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ deletedAt: now, passwordHash: null, newEmail: null, newEmailUntil: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}

/** An access whose „Ablaufdatum“ comes near. */
export type ExpiringAccess = { accessId: AccessId; expiresOn: string };

/** Admitted still, and so near to the day that the portal wants it told; `hours` are `HH:MM` in the portal's time zone, the last not included. */
const isNear = (now: Date, { fromTime, toTime }: ReminderHours) => {
  const there = sql`(${now}::timestamptz at time zone portal.time_zone)`;
  return sql<boolean>`(${admittedSql(now)} and access.expires_on - ${there}::date <= portal.expiry_reminder_days
    and ${there}::time >= ${fromTime}::time and ${there}::time < ${toTime}::time)`;
};
export type ReminderHours = { fromTime: string; toTime: string };

/** The access whose person is to be reminded of its „Ablaufdatum“ next; each of its dates is reminded of once. Locks nothing. */
export async function findExpiring(tx: Tx, workspaceId: WorkspaceId, hours: ReminderHours, now: Date): Promise<ExpiringAccess | undefined> {
  const { rows } = await sql<ExpiringAccess>`
    select access.id as access_id, access.expires_on
    from access
    join account on account.workspace_id = access.workspace_id and account.id = access.account_id
    join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
    where access.workspace_id = ${workspaceId} and access.deleted_at is null and access.expires_on is not null
      and access.expiry_reminded_for is distinct from access.expires_on
      and access.expires_on between ${now}::timestamptz::date - 2 and ${now}::timestamptz::date + 367
      and ${isNear(now, hours)}
    order by access.expires_on, access.id
    limit 1
  `.execute(tx);
  return rows[0];
}

/** Counts the reminder of this date as sent, if nobody else has, and if it is the date still. Answers whether it did. The caller holds the account's lock. */
export async function takeExpiryReminder(tx: Tx, workspaceId: WorkspaceId, { accessId, expiresOn }: ExpiringAccess): Promise<boolean> {
  const taken = await tx
    .updateTable('access')
    .set({ expiryRemindedFor: expiresOn })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .where('expiresOn', '=', expiresOn)
    .where('blockedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where(sql<boolean>`expiry_reminded_for is distinct from expires_on`)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * Counts every date of a portal that comes near and that staff were not told of as told, at most a thousand at once. Rows that somebody changes at this
 * moment are left for the next time, so that nobody waits for anybody.
 */
export async function takeExpiryNotices(
  tx: Tx,
  workspaceId: WorkspaceId,
  portalId: PortalId,
  hours: ReminderHours,
  now: Date,
): Promise<ExpiringAccess[]> {
  const { rows } = await sql<ExpiringAccess>`
    update access set expiry_told_for = near.expires_on
    from (
      select access.id, access.expires_on
      from access
      join account on account.workspace_id = access.workspace_id and account.id = access.account_id
      join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
      where access.workspace_id = ${workspaceId} and access.portal_id = ${portalId} and access.deleted_at is null and access.expires_on is not null
        and access.expiry_told_for is distinct from access.expires_on
        and access.expires_on between ${now}::timestamptz::date - 2 and ${now}::timestamptz::date + 367
        and ${isNear(now, hours)}
      order by access.expires_on, access.id
      limit 1000
      for update of access skip locked
    ) as near
    where access.workspace_id = ${workspaceId} and access.id = near.id
    returning access.id as access_id, access.expires_on
  `.execute(tx);
  return rows;
}
