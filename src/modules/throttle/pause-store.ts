import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** Counters whose keys lie between two texts, the second one not included; letters in the order of their codes, whatever the database's own order is. */
export type CounterRange = { account: string; kind: string; from: string; before: string };

const between = sql`throttle.key ~>=~ asked."from" and throttle.key ~<~ asked.before`;
const asked = (ranges: readonly CounterRange[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) as asked (account text, kind text, "from" text, before text)`;

/** Until when counters are shut, those only that are. */
export async function listShutCounters(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  ranges: readonly CounterRange[],
  now: Date,
): Promise<{ account: string; kind: string; until: Date }[]> {
  const { rows } = await sql<{ account: string; kind: string; until: Date }>`
    select asked.account, asked.kind, max(throttle.blocked_until) as until
    from ${asked(ranges)}
    join throttle on throttle.workspace_id = ${workspaceId} and ${between} and throttle.blocked_until > ${now}
    group by asked.account, asked.kind
  `.execute(db);
  return rows;
}

/** Empties counters. Answers how many of them were shut. */
export async function emptyCounters(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  ranges: readonly CounterRange[],
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ wasShut: boolean }>`
    delete from throttle using ${asked(ranges)}
    where throttle.workspace_id = ${workspaceId} and ${between}
    returning coalesce(throttle.blocked_until > ${now}, false) as was_shut
  `.execute(db);
  return rows.filter(({ wasShut }) => wasShut).length;
}
