import { type Kysely, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import { type AccessId, invitedSql } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { Actor } from '../audit/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { OneTimeLinkId } from '../link/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MachineReason } from './trace.ts';

export type LinkVisitTable = {
  workspaceId: WorkspaceId;
  linkId: OneTimeLinkId;
  kind: 'person' | 'machine';
  /** 1 to `mostVisits`, within link and kind. */
  number: number;
  at: Date;
  method: string;
  reason: MachineReason | null;
  /** The name of the browser or program; empty where it did not say. */
  program: string;
  /** How many came after this one and are only counted; the last of them at `lastAt`. */
  further: number;
  lastAt: Date;
};

/** How many visits of a link are kept, of people and of programs each. Later ones are only counted. */
const mostVisits = 10;

/** When the mail with a link was handed over; before that is known, when it was tried last. `undefined`: no mail has left with it. */
export async function findDelivery(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, accountId }: { id: OneTimeLinkId; accountId: AccountId },
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('message')
    .leftJoin('attempt', (join) =>
      join.onRef('attempt.workspaceId', '=', 'message.workspaceId').onRef('attempt.messageId', '=', 'message.id'),
    )
    .select(({ fn }) => fn.coalesce('message.acceptedAt', fn.max('attempt.startedAt')).as('deliveredAt'))
    .where('message.workspaceId', '=', workspaceId)
    .where('message.accountId', '=', accountId)
    .where('message.linkId', '=', id)
    .where('message.copyOf', 'is', null)
    .groupBy(['message.queuedAt', 'message.id', 'message.acceptedAt'])
    .orderBy('message.queuedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.deliveredAt ?? undefined;
}

/** One statement for any number at the same moment: two that take the same number are told by its count, none gets lost. */
export async function addVisit(
  tx: Tx,
  { workspaceId, linkId, kind, at, method, reason, program }: Omit<LinkVisitTable, 'number' | 'further' | 'lastAt'>,
): Promise<void> {
  await sql`
    insert into link_visit (workspace_id, link_id, kind, number, at, method, reason, program, last_at)
    select ${workspaceId}::uuid, ${linkId}::uuid, ${kind}, least(count(*) + 1, ${mostVisits}), ${at}, ${method}, ${reason}, ${program}, ${at}
    from link_visit where workspace_id = ${workspaceId} and link_id = ${linkId} and kind = ${kind}
    on conflict (workspace_id, link_id, kind, number)
      do update set further = link_visit.further + 1, last_at = greatest(link_visit.last_at, excluded.last_at)
  `.execute(tx);
}

export type Visit = Omit<LinkVisitTable, 'workspaceId' | 'number' | 'linkId'>;
/** A link as its mail tells of it, with who has looked at it, the earliest first. */
export type TracedLink = {
  id: OneTimeLinkId;
  accountId: AccountId;
  expiresAt: Date;
  usedAt: Date | null;
  supersededAt: Date | null;
  visits: Visit[];
};

/** One statement for links and visits. No secret is part of it. */
export async function listTracedLinks(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  linkIds: readonly OneTimeLinkId[],
): Promise<TracedLink[]> {
  if (!linkIds.length) return [];
  const rows = await db
    .selectFrom('oneTimeLink')
    .leftJoin('linkVisit', (join) =>
      join.onRef('linkVisit.workspaceId', '=', 'oneTimeLink.workspaceId').onRef('linkVisit.linkId', '=', 'oneTimeLink.id'),
    )
    .select([
      'oneTimeLink.id',
      'oneTimeLink.accountId',
      'oneTimeLink.expiresAt',
      'oneTimeLink.usedAt',
      'oneTimeLink.supersededAt',
      'linkVisit.kind',
      'linkVisit.at',
      'linkVisit.method',
      'linkVisit.reason',
      'linkVisit.program',
      'linkVisit.further',
      'linkVisit.lastAt',
    ])
    .where('oneTimeLink.workspaceId', '=', workspaceId)
    .where('oneTimeLink.id', '=', sql<OneTimeLinkId>`any(${[...linkIds]}::uuid[])`)
    .orderBy('linkVisit.at')
    .orderBy('linkVisit.number')
    .execute();
  const links = new Map<OneTimeLinkId, TracedLink>();
  for (const { id, accountId, expiresAt, usedAt, supersededAt, ...visit } of rows) {
    const link = links.get(id) ?? { id, accountId, expiresAt, usedAt, supersededAt, visits: [] };
    links.set(id, link);
    if (isVisit(visit)) link.visits.push(visit);
  }
  return [...links.values()];
}

const isVisit = (visit: { [Name in keyof Visit]: Visit[Name] | null }): visit is Visit => visit.kind !== null;

/** What happened to accounts, accesses and mails, as the log of events has it; of a password that was set, also when its owner first came in with it. */
export type TracedEvent = {
  sequence: number;
  at: Date;
  name: string;
  actorKind: Actor['kind'];
  actorName: string | null;
  subjectId: string;
  change: { after?: Record<string, unknown> };
  signedInAt: Date | null;
};

const tracedNames = [
  'link.issued',
  'password.set',
  'password-reset.requested',
  'invitation-reminder.queued',
  'invitation-reminder.not-possible',
  'password-notice.queued',
  'password-notice.not-possible',
  'address-notice.queued',
  'address-notice.not-possible',
  'message.retried',
  'message.delayed',
  'address.released',
];

/**
 * The newest 200 of each subject, the oldest first. `subjects`: each by the type that events call it by. `offset 0` keeps the database from looking for
 * the first sign-in among those of everybody.
 */
export async function listTracedEvents(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  subjects: readonly { type: 'account' | 'access' | 'message'; id: string }[],
): Promise<TracedEvent[]> {
  if (!subjects.length) return [];
  const { rows } = await sql<TracedEvent>`
    select told.sequence, told.at, told.name, told.actor_kind, "user".name as actor_name, told.subject_id, told.change, entered.at as signed_in_at
    from unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::uuid[]) as subject (type, id)
    cross join lateral (
      select event.sequence, event.at, event.name, event.actor_kind, event.actor_id, event.subject_id, event.change
      from event
      where event.workspace_id = ${workspaceId} and event.subject_type = subject.type and event.subject_id = subject.id
        and event.name = any(${tracedNames}::text[])
      order by event.sequence desc limit 200
    ) told
    left join lateral (
      select later.at
      from (
        select event.at, event.name
        from event
        where told.name = 'password.set' and event.workspace_id = ${workspaceId} and event.subject_type = 'account'
          and event.subject_id = told.subject_id and event.sequence > told.sequence
        order by event.sequence offset 0
      ) later
      where later.name = 'session.started' limit 1
    ) entered on true
    left join "user" on "user".workspace_id = ${workspaceId} and "user".id = told.actor_id
    order by told.sequence
  `.execute(db);
  return rows;
}

/** A way of a person into a portal, and where its invitation stands that reminders follow. */
export type TracedAccess = {
  id: AccessId;
  accountId: AccountId;
  portalId: PortalId;
  portalName: string;
  timeZone: string;
  email: string;
  remindersFrom: Date | null;
  remindersSent: number;
  isWaiting: boolean;
  /** Mails came back from the address, and nobody has released it. */
  isMarked: boolean;
};

/** The oldest first. */
export async function listTracedAccesses(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  now: Date,
): Promise<TracedAccess[]> {
  const { rows } = await sql<TracedAccess>`
    select access.id, access.account_id, access.portal_id, portal.name as portal_name, portal.time_zone, account.email,
      access.reminders_from, access.reminders_sent, ${invitedSql(now)} and account.password_hash is null as is_waiting,
      exists (select from address_mark where address_mark.workspace_id = account.workspace_id
        and address_mark.address_key = lower(account.email) and address_mark.released_at is null) as is_marked
    from assignment
    join access on access.workspace_id = assignment.workspace_id and access.id = assignment.access_id
    join account on account.workspace_id = access.workspace_id and account.id = access.account_id
    join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
    where assignment.workspace_id = ${workspaceId} and assignment.contact_id = ${contactId} and access.deleted_at is null
    order by access.created_at, access.id
  `.execute(db);
  return rows;
}

/** The access that a mail speaks for, if it still exists: for what has happened to it. */
export const findTracedAccess = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: Id<'account'>,
  portalId: Id<'portal'>,
): Promise<{ id: AccessId } | undefined> =>
  db
    .selectFrom('access')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('portalId', '=', portalId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
