import { type Generated, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { AreaId, PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Access, AccessId, AdmissionFacts } from './access.ts';

type ContactId = Id<'contact'>;

export type AccessTable = Omit<Access, 'id'> & {
  workspaceId: WorkspaceId;
  id: AccessId;
  blockedBy: Id<'user'> | null;
  version: Generated<number>;
  createdAt: Date;
  /** When the invitation was asked for that reminders follow; `null`: none do. */
  remindersFrom: Date | null;
  remindersSent: Generated<number>;
};
export type AssignmentTable = { workspaceId: WorkspaceId; accessId: AccessId; contactId: ContactId; assignedAt: Date };
export type AssignmentAreaTable = { workspaceId: WorkspaceId; accessId: AccessId; contactId: ContactId; areaId: AreaId };

/** An access together with what its verdict depends on. */
export type AccessWithFacts = Access &
  AdmissionFacts & { accountName: string; email: string; passwordSetAt: Date | null; generation: number; portalName: string };

/** An access as it belongs to one contact, with the areas that this contact's assignment opens. */
export type AssignedAccess = AccessWithFacts & { contactId: ContactId; areaIds: AreaId[] };

const selectFacts = (db: Kysely<Schema>, workspaceId: WorkspaceId) =>
  db
    .selectFrom('access')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'access.workspaceId').onRef('account.id', '=', 'access.accountId'),
    )
    .innerJoin('portal', (join) => join.onRef('portal.workspaceId', '=', 'access.workspaceId').onRef('portal.id', '=', 'access.portalId'))
    .select([
      'access.id',
      'access.accountId',
      'access.portalId',
      'access.role',
      'access.invitedAt',
      'access.registeredAt',
      'access.blockedAt',
      'access.blockReason',
      'access.expiresOn',
      'account.accountName',
      'account.email',
      'account.passwordSetAt',
      'account.generation',
      'portal.name as portalName',
      'portal.timeZone',
      sql<boolean>`account.password_hash is not null`.as('hasPassword'),
      sql<Date | null>`coalesce(access.deleted_at, account.deleted_at)`.as('deletedAt'),
    ])
    .where('access.workspaceId', '=', workspaceId);

/** The living access of an account to a portal. */
export const findAccess = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  portalId: PortalId,
): Promise<AccessWithFacts | undefined> =>
  selectFacts(db, workspaceId)
    .where('access.accountId', '=', accountId)
    .where('access.portalId', '=', portalId)
    .where('access.deletedAt', 'is', null)
    .executeTakeFirst();

/** Every living access of an account, the oldest first. */
export const listAccessesOfAccount = (db: Kysely<Schema>, workspaceId: WorkspaceId, accountId: AccountId): Promise<AccessWithFacts[]> =>
  selectFacts(db, workspaceId)
    .where('access.accountId', '=', accountId)
    .where('access.deletedAt', 'is', null)
    .orderBy('access.createdAt')
    .orderBy('access.id')
    .execute();

/** The accesses of some contacts with their areas. Locks nothing. */
export async function listAccessesOfContacts(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  contactIds: readonly ContactId[],
): Promise<AssignedAccess[]> {
  if (!contactIds.length) return [];
  const accesses = await selectFacts(db, workspaceId)
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.workspaceId', '=', 'access.workspaceId').onRef('assignment.accessId', '=', 'access.id'),
    )
    .select('assignment.contactId')
    .where('assignment.contactId', 'in', contactIds)
    .where('access.deletedAt', 'is', null)
    .orderBy('access.createdAt')
    .orderBy('access.id')
    .execute();
  const areas = await listAssignedAreas(
    db,
    workspaceId,
    accesses.map(({ id }) => id),
  );
  return accesses.map((access) => ({
    ...access,
    areaIds: areas.filter((area) => area.accessId === access.id && area.contactId === access.contactId).map(({ areaId }) => areaId),
  }));
}

const listAssignedAreas = (db: Kysely<Schema>, workspaceId: WorkspaceId, accessIds: readonly AccessId[]) =>
  accessIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('assignmentArea')
        .select(['accessId', 'contactId', 'areaId'])
        .where('workspaceId', '=', workspaceId)
        .where('accessId', 'in', accessIds)
        .execute();

/** The areas that an access opens through any of its assignments. */
export async function listAreaIdsOfAccess(db: Kysely<Schema>, workspaceId: WorkspaceId, accessId: AccessId): Promise<AreaId[]> {
  return [...new Set((await listAssignedAreas(db, workspaceId, [accessId])).map(({ areaId }) => areaId))];
}

/** The contacts that an account acts for; without one, there is nobody to greet by name. */
export async function listContactIdsOfAccount(db: Kysely<Schema>, workspaceId: WorkspaceId, accountId: AccountId): Promise<ContactId[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'assignment.workspaceId').onRef('access.id', '=', 'assignment.accessId'),
    )
    .select('assignment.contactId')
    .where('assignment.workspaceId', '=', workspaceId)
    .where('access.accountId', '=', accountId)
    .where('access.deletedAt', 'is', null)
    .orderBy('assignment.assignedAt')
    .execute();
  return [...new Set(rows.map(({ contactId }) => contactId))];
}

export async function insertAccess(
  tx: Tx,
  workspaceId: WorkspaceId,
  access: Pick<Access, 'id' | 'accountId' | 'portalId' | 'role' | 'registeredAt'>,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('access')
    .values({
      ...access,
      workspaceId,
      blockedAt: null,
      blockedBy: null,
      blockReason: null,
      expiresOn: null,
      createdAt: now,
      remindersFrom: null,
      deletedAt: null,
    })
    .execute();
}

/**
 * The first mail with a link to register makes somebody invited; later ones leave that as it is. `remind`: it is an invitation of ours, and its reminders
 * are counted from here.
 */
export async function markInvited(
  tx: Tx,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  { now, remind }: { now: Date; remind: boolean },
): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ invitedAt: eb.fn.coalesce('invitedAt', eb.val(now)), ...(remind && { remindersFrom: now, remindersSent: 0 }) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .where('registeredAt', 'is', null)
    .execute();
}

export async function insertAssignment(
  tx: Tx,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  contactId: ContactId,
  now: Date,
): Promise<void> {
  await tx.insertInto('assignment').values({ workspaceId, accessId, contactId, assignedAt: now }).execute();
}

/** Replaces the areas of one assignment. */
export async function saveAreas(
  tx: Tx,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  contactId: ContactId,
  areaIds: readonly AreaId[],
): Promise<void> {
  await tx
    .deleteFrom('assignmentArea')
    .where('workspaceId', '=', workspaceId)
    .where('accessId', '=', accessId)
    .where('contactId', '=', contactId)
    .execute();
  if (!areaIds.length) return;
  await tx
    .insertInto('assignmentArea')
    .values(areaIds.map((areaId) => ({ workspaceId, accessId, contactId, areaId })))
    .execute();
}

export async function saveRole(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, role: Access['role']): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ role, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** A recorded password completes the registration of every access of the account that is not registered yet. */
export async function markRegistered(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, now: Date): Promise<AccessId[]> {
  const rows = await tx
    .updateTable('access')
    .set((eb) => ({ registeredAt: now, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('registeredAt', 'is', null)
    .where('deletedAt', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** `admission` in SQL, over the tables `access`, `account` and `portal` of a statement; a test feeds both every combination. */
export const admittedSql = (now: Date): RawBuilder<boolean> => sql<boolean>`(
  access.deleted_at is null and account.deleted_at is null and access.blocked_at is null
  and (access.expires_on is null or access.expires_on > (${now}::timestamptz at time zone portal.time_zone)::date)
  and access.registered_at is not null and account.password_hash is not null)`;

/** Invited, and nothing else stands in the way but the password that they have not set; over the same tables. */
export const invitedSql = (now: Date): RawBuilder<boolean> => sql<boolean>`(
  access.deleted_at is null and account.deleted_at is null and access.blocked_at is null
  and (access.expires_on is null or access.expires_on > (${now}::timestamptz at time zone portal.time_zone)::date)
  and access.registered_at is null and access.invited_at is not null)`;

/**
 * For lists of contacts: those with an access that is admitted (`with`), or with one that waits for its password (`invited`). A subquery for `in` and
 * `not in`, which PostgreSQL answers by one hash instead of a question for each contact, as long as the hash fits into `roomForHash`.
 */
export const contactsWithAccess = (kind: 'with' | 'invited', workspaceId: WorkspaceId, now: Date): RawBuilder<ContactId> => sql<ContactId>`(
  select assignment.contact_id from assignment
  join access on access.workspace_id = ${workspaceId} and access.id = assignment.access_id
  join account on account.workspace_id = ${workspaceId} and account.id = access.account_id
  join portal on portal.workspace_id = ${workspaceId} and portal.id = access.portal_id
  where assignment.workspace_id = ${workspaceId}
    and ${kind === 'with' ? admittedSql(now) : invitedSql(now)})`;

/** Whether a contact has, or ever had, any access; a deleted one counts. */
export async function hasEverHadAccess(db: Kysely<Schema>, workspaceId: WorkspaceId, contactId: ContactId): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .select('accessId')
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', contactId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of some contacts who have, or ever had, any access. */
export async function listContactsEverWithAccess(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  contactIds: readonly ContactId[],
): Promise<Set<ContactId>> {
  if (!contactIds.length) return new Set();
  const rows = await db
    .selectFrom('assignment')
    .select('contactId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('contactId', 'in', contactIds)
    .execute();
  return new Set(rows.map(({ contactId }) => contactId));
}

/** For the rest of the transaction: room for a hash of some two million accesses. */
export const roomForHash = sql`select set_config('work_mem', '64MB', true)`;
