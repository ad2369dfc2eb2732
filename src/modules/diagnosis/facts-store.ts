import { type Kysely, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { AccessId } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { CustomerId } from '../customer/index.ts';
import type { OneTimeLink } from '../link/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

type Db = Kysely<Schema>;
export type AskedAccess = { id: AccessId; accountId: AccountId; portalId: PortalId };

export type NewestLink = Pick<OneTimeLink, 'purpose' | 'generation' | 'createdAt' | 'expiresAt' | 'usedAt' | 'supersededAt'> & {
  accessId: AccessId;
  accountGeneration: number;
  refusals: number;
  refusedAt: Date | null;
  refusal: string | null;
  openedAt: Date | null;
  machineAt: Date | null;
  /** When a person last opened one of the twenty links before it after that had been replaced. */
  olderOpenedAt: Date | null;
  messageId: Id<'message'> | null;
};

/** The newest link of each access behind which a password is set, with who looked at it and the newest mail that carries it. */
export async function listNewestLinks(db: Db, workspaceId: WorkspaceId, accesses: readonly AskedAccess[]): Promise<NewestLink[]> {
  if (!accesses.length) return [];
  const { rows } = await sql<NewestLink>`
    select asked.id as access_id, account.generation as account_generation, link.purpose, link.generation, link.created_at, link.expires_at, link.used_at,
      link.superseded_at, link.refusals, link.refused_at, link.refusal, seen.opened_at, seen.machine_at, older.opened_at as older_opened_at,
      mail.id as message_id
    from unnest(${accesses.map(({ id }) => id)}::uuid[], ${accesses.map(({ accountId }) => accountId)}::uuid[],
      ${accesses.map(({ portalId }) => portalId)}::uuid[]) as asked (id, account_id, portal_id)
    join account on account.workspace_id = ${workspaceId} and account.id = asked.account_id
    cross join lateral (
      select * from one_time_link
      where workspace_id = ${workspaceId} and account_id = asked.account_id and portal_id = asked.portal_id
        and purpose in ('welcome', 'set-password', 'reset', 'activation')
      order by created_at desc, id desc limit 1
    ) link
    left join lateral (
      select max(last_at) filter (where kind = 'person') as opened_at, max(last_at) filter (where kind = 'machine') as machine_at
      from link_visit where workspace_id = ${workspaceId} and link_id = link.id
    ) seen on true
    left join lateral (
      select max(link_visit.last_at) as opened_at
      from (
        select id, superseded_at from one_time_link
        where workspace_id = ${workspaceId} and account_id = asked.account_id and id <> link.id and superseded_at is not null
        order by created_at desc, id desc limit 20
      ) earlier
      join link_visit on link_visit.workspace_id = ${workspaceId} and link_visit.link_id = earlier.id and link_visit.kind = 'person'
        and link_visit.last_at > earlier.superseded_at
    ) older on true
    left join lateral (
      select id from message
      where workspace_id = ${workspaceId} and account_id = asked.account_id and link_id = link.id and copy_of is null
      order by queued_at desc limit 1
    ) mail on true
  `.execute(db);
  return rows;
}

export type Tries = {
  accountId: AccountId;
  failures: number;
  lastFailureAt: Date | null;
  /** The right password at a portal that the account has no access to. */
  elsewhereAt: Date | null;
  elsewherePortalId: PortalId | null;
};

/** What happened at the door since the last sign-in and the last change of the password: among the newest 200 events of each account. */
export async function listTries(db: Db, workspaceId: WorkspaceId, accountIds: readonly AccountId[]): Promise<Tries[]> {
  if (!accountIds.length) return [];
  const { rows } = await sql<Tries>`
    select asked.id as account_id, since.failures::int as failures, since.last_failure_at,
      elsewhere.at as elsewhere_at, elsewhere.portal_id as elsewhere_portal_id
    from unnest(${[...accountIds]}::uuid[]) as asked (id)
    cross join lateral (
      with newest as (
        select sequence, name, at, change from event
        where workspace_id = ${workspaceId} and subject_type = 'account' and subject_id = asked.id
        order by sequence desc limit 200
      ), entered as (
        select coalesce(max(sequence), 0) as sequence from newest where name in ('session.started', 'password.set', 'password-reset.imposed')
      )
      select count(*) filter (where newest.name = 'sign-in.failed') as failures,
        max(newest.at) filter (where newest.name = 'sign-in.failed') as last_failure_at,
        max(newest.sequence) filter (where newest.name = 'sign-in.denied') as denied
      from newest, entered where newest.sequence > entered.sequence
    ) since
    left join lateral (
      select at, (change -> 'after' ->> 'portalId')::uuid as portal_id from event
      where workspace_id = ${workspaceId} and sequence = since.denied
    ) elsewhere on true
  `.execute(db);
  return rows;
}

/** Those of some companies that are switched off. */
export async function listClosedCustomers(
  db: Db,
  workspaceId: WorkspaceId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlySet<CustomerId>> {
  if (!customerIds.length) return new Set();
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', customerIds)
    .where('closedAt', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
