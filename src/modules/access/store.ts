import { type Generated, type GeneratedAlways, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { AreaId, PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Access, AccessId, AdmissionFacts, Registration } from './access.ts';

type ContactId = Id<'contact'>;

export type AccessTable = Omit<Access, 'id' | 'pending'> & {
  workspaceId: WorkspaceId;
  id: AccessId;
  /** Kept by the database, like the two below. */
  pending: GeneratedAlways<boolean>;
  sortName: GeneratedAlways<string>;
  searchText: GeneratedAlways<string>;
  /** The name as the person typed it at registration. */
  givenName: string | null;
  version: Generated<number>;
  createdAt: Date;
  /** When the invitation was asked for that reminders follow; `null`: none do. */
  remindersFrom: Date | null;
  remindersSent: Generated<number>;
  /** The „Ablaufdatum“ that the person was reminded of, and the one that staff were told of. */
  expiryRemindedFor: string | null;
  expiryToldFor: string | null;
};
export type AssignmentTable = { workspaceId: WorkspaceId; accessId: AccessId; contactId: ContactId; assignedAt: Date };
export type AssignmentAreaTable = { workspaceId: WorkspaceId; accessId: AccessId; contactId: ContactId; areaId: AreaId };

/** An access together with what its verdict depends on. */
export type AccessWithFacts = Access &
  AdmissionFacts & {
    accountName: string;
    email: string;
    /** An address that waits for its confirmation, and how long. */
    newEmail: string | null;
    newEmailUntil: Date | null;
    passwordSetAt: Date | null;
    generation: number;
    portalName: string;
    /** The name as the person typed it at registration. */
    givenName: string | null;
    version: number;
    createdAt: Date;
  };

/** An access as it belongs to one contact, with the areas that this contact's assignment opens. */
export type AssignedAccess = AccessWithFacts & { contactId: ContactId; areaIds: AreaId[] };

/** Whether the access acts for companies, and every one of them is switched off. */
const companiesClosedSql = sql<boolean>`(not access.pending and not exists (
  select from assignment
  join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
  join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
  where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null))`;

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
      'access.origin',
      'access.pending',
      'access.givenName',
      'access.invitedAt',
      'access.activationSentAt',
      'access.registeredAt',
      'access.lastSignInAt',
      'access.blockedAt',
      'access.blockedBy',
      'access.blockReason',
      'access.expiresOn',
      'access.version',
      'access.createdAt',
      'account.accountName',
      'account.email',
      'account.newEmail',
      'account.newEmailUntil',
      'account.passwordSetAt',
      'account.generation',
      'portal.name as portalName',
      'portal.timeZone',
      'portal.closedAt as portalClosedAt',
      companiesClosedSql.as('companiesClosed'),
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

/** A living access by its id. */
export const findAccessById = (db: Kysely<Schema>, workspaceId: WorkspaceId, accessId: AccessId): Promise<AccessWithFacts | undefined> =>
  selectFacts(db, workspaceId).where('access.id', '=', accessId).where('access.deletedAt', 'is', null).executeTakeFirst();

/** Living accesses by their ids, in no order. */
export const listAccesses = (db: Kysely<Schema>, workspaceId: WorkspaceId, accessIds: readonly AccessId[]): Promise<AccessWithFacts[]> =>
  accessIds.length
    ? selectFacts(db, workspaceId).where('access.id', 'in', accessIds).where('access.deletedAt', 'is', null).execute()
    : Promise.resolve([]);

/** Accesses by their ids, deleted ones too, in no order. */
export const listAccessesEvenDeleted = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessIds: readonly AccessId[],
): Promise<AccessWithFacts[]> =>
  accessIds.length ? selectFacts(db, workspaceId).where('access.id', 'in', accessIds).execute() : Promise.resolve([]);

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

/**
 * The contacts that an account acts for, in all portals or in one, those of companies that are switched off last; without one, there is nobody to greet by
 * name.
 */
export async function listContactIdsOfAccount(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  portalId?: PortalId,
): Promise<ContactId[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'assignment.workspaceId').onRef('access.id', '=', 'assignment.accessId'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.workspaceId', '=', 'assignment.workspaceId').onRef('contact.id', '=', 'assignment.contactId'),
    )
    .innerJoin('customer', (join) =>
      join.onRef('customer.workspaceId', '=', 'contact.workspaceId').onRef('customer.id', '=', 'contact.customerId'),
    )
    .select('assignment.contactId')
    .where('assignment.workspaceId', '=', workspaceId)
    .where('access.accountId', '=', accountId)
    .where('access.deletedAt', 'is', null)
    .$if(portalId !== undefined, (query) => query.where('access.portalId', '=', portalId ?? ('' as PortalId)))
    .orderBy((eb) => eb('customer.closedAt', 'is not', null))
    .orderBy('assignment.assignedAt')
    .orderBy('assignment.contactId')
    .execute();
  return [...new Set(rows.map(({ contactId }) => contactId))];
}

export async function insertAccess(
  tx: Tx,
  workspaceId: WorkspaceId,
  access: Pick<Access, 'id' | 'accountId' | 'portalId' | 'role' | 'registeredAt'> & Partial<Pick<AccessTable, 'origin' | 'givenName'>>,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('access')
    .values({
      origin: 'given',
      givenName: null,
      ...access,
      workspaceId,
      activationSentAt: null,
      lastSignInAt: null,
      blockedAt: null,
      blockedBy: null,
      blockReason: null,
      expiresOn: null,
      createdAt: now,
      remindersFrom: null,
      expiryRemindedFor: null,
      expiryToldFor: null,
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

/** Takes the assignment with its areas away; that there was one stands in the log. */
export async function deleteAssignment(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, contactId: ContactId): Promise<void> {
  await tx
    .deleteFrom('assignment')
    .where('workspaceId', '=', workspaceId)
    .where('accessId', '=', accessId)
    .where('contactId', '=', contactId)
    .execute();
}

/** The contacts that an access acts for, the first assigned first, each with its areas. */
export async function listAssignments(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessId: AccessId,
): Promise<{ contactId: ContactId; areaIds: AreaId[] }[]> {
  const rows = await db
    .selectFrom('assignment')
    .select('contactId')
    .where('workspaceId', '=', workspaceId)
    .where('accessId', '=', accessId)
    .orderBy('assignedAt')
    .orderBy('contactId')
    .execute();
  const areas = await listAssignedAreas(db, workspaceId, [accessId]);
  return rows.map(({ contactId }) => ({
    contactId,
    areaIds: areas.filter((area) => area.contactId === contactId).map(({ areaId }) => areaId),
  }));
}

/** Makes whoever decided on an older state look again. */
export async function raiseVersion(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** What staff decide about an access; raises its version. */
export async function saveGrant(
  tx: Tx,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  change: Partial<Pick<AccessTable, 'blockedAt' | 'blockedBy' | 'blockReason' | 'expiresOn'>>,
): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** When somebody last came in here; says nothing to anybody who changes the access at the same time. */
export async function markSignedIn(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, now: Date): Promise<void> {
  await tx.updateTable('access').set({ lastSignInAt: now }).where('workspaceId', '=', workspaceId).where('id', '=', accessId).execute();
}

export async function saveRole(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, role: Access['role']): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ role, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

const openSql = (now: Date): RawBuilder<boolean> => sql<boolean>`(
  access.deleted_at is null and account.deleted_at is null and access.blocked_at is null
  and (access.expires_on is null or access.expires_on > (${now}::timestamptz at time zone portal.time_zone)::date)
  and portal.closed_at is null and not ${companiesClosedSql})`;

/** `admission` in SQL, over the tables `access`, `account` and `portal` of a statement; a test feeds both 100,000 states. */
export const admittedSql = (now: Date): RawBuilder<boolean> =>
  sql<boolean>`(access.registered_at is not null and account.password_hash is not null and ${openSql(now)})`;

/** Asked in by a mail, and nothing else stands in the way but the password that they have not set; over the same tables. */
export const invitedSql = (now: Date): RawBuilder<boolean> =>
  sql<boolean>`(access.registered_at is null and (access.invited_at is not null or access.activation_sent_at is not null) and ${openSql(now)})`;

/** `registration` in SQL, over the tables `access` and `account`. */
export const registrationSql = (now: Date): RawBuilder<Registration> => sql<Registration>`(case
  when access.registered_at is not null then case when account.new_email_until > ${now} then 'email-change' else 'registered' end
  when access.activation_sent_at is not null then 'activation-sent'
  when access.invited_at is not null then 'invited'
  else 'none' end)`;
