import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { AskedCounter } from './throttle.ts';

export type ThrottleTable = {
  workspaceId: WorkspaceId;
  /** A counter (`sign-in:pair:…`), or an account's own network (`known:…`). */
  key: string;
  failures: number;
  lastAt: Date;
  blockedUntil: Date | null;
};

/** A counter that took a try, and the pause that it ended in. */
export type TakenCounter = { key: string; blockedUntil: Date | null };

/** What became of one judged counter: whether the try was counted there, until when it is shut now, until when any of them was shut before. */
export type JudgedCounter = TakenCounter & { counted: boolean; shutUntil: Date | null };

/**
 * One statement judges and counts a try (rule 14): if none of the judged counters is shut, each takes it, in the order of their keys.
 * A counter that another try shut in the same moment does not take this one; it comes back as not counted.
 */
export async function countTry(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  now: Date,
  { counters, ownNetwork, ownSince }: { counters: AskedCounter[]; ownNetwork: string | undefined; ownSince: Date },
): Promise<JudgedCounter[]> {
  const { rows } = await sql<JudgedCounter>`
    with asked as (
      select key, always, "drainSeconds" * interval '1 second' as drain, pauses
      from jsonb_to_recordset(${JSON.stringify(counters)}::jsonb) as one (key text, always boolean, "drainSeconds" float8, pauses float8[])
    ), judged as (
      select * from asked where always or not exists (
        select from throttle where workspace_id = ${workspaceId} and key = ${ownNetwork ?? null} and last_at > ${ownSince})
    ), shut as (
      select max(blocked_until) as until from throttle
      where workspace_id = ${workspaceId} and key in (select key from judged) and blocked_until > ${now}
    ), counted as (
      insert into throttle as counter (workspace_id, key, failures, last_at, blocked_until)
      select ${workspaceId}::uuid, key, 1, ${now}::timestamptz, ${now}::timestamptz + nullif(pauses[1], 0) * interval '1 second'
      from judged where (select until from shut) is null
      order by key
      on conflict (workspace_id, key) do update set (failures, last_at, blocked_until) = (
        select filled.failures, filled.last_at,
          ${now}::timestamptz + nullif(pauses[least(filled.failures, cardinality(pauses))], 0) * interval '1 second'
        from asked
        cross join lateral (
          select greatest(floor(extract(epoch from ${now}::timestamptz - counter.last_at) / extract(epoch from drain))::int, 0) as drained
        ) leak
        cross join lateral (
          select greatest(counter.failures - drained, 0) + 1 as failures,
            case when counter.failures > drained then counter.last_at + drained * drain else ${now}::timestamptz end as last_at
        ) filled
        where asked.key = excluded.key
      )
      where counter.blocked_until is null or counter.blocked_until <= ${now}
      returning key, blocked_until
    )
    select judged.key, counted.key is not null as counted, counted.blocked_until, shut.until as shut_until
    from judged cross join shut left join counted on counted.key = judged.key
    order by judged.key
  `.execute(db);
  return rows;
}

/**
 * One statement for what a success changes: tries that were counted are taken back (a pause goes with its try if that one began it), the counter of
 * this account from this network is emptied, and the network is remembered, at most once a day, because the row is not worth a write at every sign-in.
 */
export async function settleSuccess(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  now: Date,
  { taken, emptied, ownNetwork }: { taken: TakenCounter[]; emptied: string | undefined; ownNetwork: string | undefined },
): Promise<void> {
  await sql`
    with taken as (
      select key, "blockedUntil" as until
      from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as one (key text, "blockedUntil" timestamptz)
    ), locked as (
      select key from throttle
      where workspace_id = ${workspaceId} and key = any (array(select key from taken union all select ${emptied ?? null}::text))
      order by key for update
    ), taken_back as (
      update throttle as counter
      set failures = greatest(counter.failures - 1, 0),
        blocked_until = case when counter.blocked_until = taken.until then null else counter.blocked_until end
      from locked join taken on taken.key = locked.key
      where counter.workspace_id = ${workspaceId} and counter.key = locked.key and counter.key is distinct from ${emptied ?? null}
    ), emptied as (
      delete from throttle where workspace_id = ${workspaceId} and key in (select key from locked where key = ${emptied ?? null})
    )
    insert into throttle as known (workspace_id, key, failures, last_at, blocked_until)
    select ${workspaceId}::uuid, own.key, 0, ${now}::timestamptz, null from (values (${ownNetwork ?? null}::text)) as own (key) where own.key is not null
    on conflict (workspace_id, key) do update set last_at = excluded.last_at
    where known.last_at < excluded.last_at - interval '1 day'
  `.execute(db);
}

/** Writes down that something holds for an account since now. */
export async function rememberSince(db: Kysely<Schema>, workspaceId: WorkspaceId, key: string, now: Date): Promise<void> {
  await db
    .insertInto('throttle')
    .values({ workspaceId, key, failures: 0, lastAt: now, blockedUntil: null })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'key']).doUpdateSet({ lastAt: now }))
    .execute();
}

/** Since when it holds; `undefined` where it does not. */
export async function findSince(db: Kysely<Schema>, workspaceId: WorkspaceId, key: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('throttle')
    .select('lastAt')
    .where('workspaceId', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.lastAt;
}

/** Answers how many rows went. */
export async function deleteOld(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  before: { counters: Date; ownNetworks: Date },
): Promise<number> {
  const { rows } = await sql<{ key: string }>`
    delete from throttle
    where workspace_id = ${workspaceId} and last_at < ${before.counters}
      and (not starts_with(key, 'known:') or last_at < ${before.ownNetworks})
    returning key
  `.execute(db);
  return rows.length;
}
