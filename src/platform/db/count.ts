import { type Compilable, CompiledQuery } from 'kysely';
import type { Tx } from '../work.ts';

/** Up to here a list's total is counted; above it is estimated. */
export const exactUpTo = 10_000;

/** How many rows a query finds: exact up to 10,000, the planner's estimate above, which costs nothing at a million rows. */
export async function countRows(db: Tx, query: Compilable): Promise<{ total: number; totalIsEstimate: boolean }> {
  const { sql, parameters } = query.compile();
  const counted = await db.executeQuery<{ count: number }>(
    CompiledQuery.raw(`select count(*) as count from (${sql} limit ${exactUpTo + 1}) as counted`, [...parameters]),
  );
  const total = Number(counted.rows[0]?.count ?? 0);
  if (total <= exactUpTo) return { total, totalIsEstimate: false };
  return { total: Math.max(exactUpTo + 1, await estimateRows(db, query)), totalIsEstimate: true };
}

/** How many rows the planner expects of a query: costs nothing, and may be far off. */
export async function estimateRows(db: Tx, query: Compilable): Promise<number> {
  const { sql, parameters } = query.compile();
  const explained = await db.executeQuery<Record<string, [{ Plan: { 'Plan Rows': number } }]>>(
    CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]),
  );
  const plan = Object.values(explained.rows[0] ?? {})[0]?.[0];
  return plan?.Plan['Plan Rows'] ?? 0;
}
