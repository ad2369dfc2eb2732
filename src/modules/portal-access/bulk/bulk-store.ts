import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { AccessId } from '../../access/index.ts';
import type { AccountId } from '../../account/index.ts';
import type { LinkPurpose } from '../../link/index.ts';
import type { Schema } from '../../schema.ts';
import type { User, UserId } from '../../user/index.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { BulkDetail, BulkPlan, BulkPlanId, BulkPlanState, NewestMail, RowChange } from './bulk.ts';
import type { BulkAction, BulkRowState } from './contract.ts';

export type BulkPlanTable = Omit<BulkPlan, 'detail'> & { workspaceId: WorkspaceId; action: BulkAction; detail: unknown };
export type BulkRowTable = {
  workspaceId: WorkspaceId;
  planId: BulkPlanId;
  number: number;
  accessId: AccessId;
  state: BulkRowState;
  code: string | null;
  reason: unknown;
  before: unknown;
};

/** A reason in both languages, as it stood when the row was judged. */
export type RowReason = { code: string; de: string; en: string };
export type NewRow = { accessId: AccessId; state: 'affected' | 'skipped'; reason: RowReason | undefined };
export type Row = Pick<BulkRowTable, 'number' | 'accessId' | 'state' | 'code'> & { reason: RowReason | null };

const planColumns = ['id', 'detail', 'state', 'userId', 'createdAt', 'startedAt', 'finishedAt'] as const;

export async function insertPlan(tx: Tx, workspaceId: WorkspaceId, { detail, ...plan }: BulkPlan): Promise<void> {
  await tx
    .insertInto('bulkPlan')
    .values({ ...plan, workspaceId, action: detail.action, detail: JSON.stringify(detail) })
    .execute();
}

/** Every row of a stretch in one statement; `from` is the number of the first. */
export async function insertRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  planId: BulkPlanId,
  rows: readonly NewRow[],
  from: number,
): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into bulk_row (workspace_id, plan_id, number, access_id, state, code, reason)
    select ${workspaceId}::uuid, ${planId}::uuid, ${from} + row.ordinality - 1, row.access_id, row.state, row.code, row.reason
    from unnest(
      ${rows.map(({ accessId }) => accessId)}::uuid[],
      ${rows.map(({ state }) => state)}::text[],
      ${rows.map(({ reason }) => reason?.code ?? null)}::text[],
      ${rows.map(({ reason }) => (reason ? JSON.stringify(reason) : null))}::jsonb[]
    ) with ordinality as row (access_id, state, code, reason, ordinality)
  `.execute(tx);
}

export const findPlan = (db: Kysely<Schema>, workspaceId: WorkspaceId, id: BulkPlanId): Promise<BulkPlan | undefined> =>
  db
    .selectFrom('bulkPlan')
    .select(planColumns)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .$castTo<BulkPlan>()
    .executeTakeFirst();

export const lockPlan = (tx: Tx, workspaceId: WorkspaceId, id: BulkPlanId): Promise<BulkPlan | undefined> =>
  tx
    .selectFrom('bulkPlan')
    .select(planColumns)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .$castTo<BulkPlan>()
    .executeTakeFirst();

/** Plans that were started, the newest first. */
export const listPlans = (db: Kysely<Schema>, workspaceId: WorkspaceId, limit: number): Promise<BulkPlan[]> =>
  db
    .selectFrom('bulkPlan')
    .select(planColumns)
    .where('workspaceId', '=', workspaceId)
    .where('startedAt', 'is not', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .$castTo<BulkPlan>()
    .execute();

/** The plan that has been under way longest, with who started it. */
export const findPlanAtWork = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
): Promise<(Pick<BulkPlan, 'id' | 'state' | 'userId'> & { detail: BulkDetail }) | undefined> =>
  db
    .selectFrom('bulkPlan')
    .select(['id', 'state', 'userId', 'detail'])
    .where('workspaceId', '=', workspaceId)
    .where('state', 'in', ['running', 'undoing'])
    .orderBy('createdAt')
    .limit(1)
    .$castTo<Pick<BulkPlan, 'id' | 'state' | 'userId'> & { detail: BulkDetail }>()
    .executeTakeFirst();

export async function savePlan(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: BulkPlanId,
  change: Partial<Pick<BulkPlan, 'state' | 'userId' | 'startedAt' | 'finishedAt'>>,
): Promise<void> {
  await tx.updateTable('bulkPlan').set(change).where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** Moves all rows of one state to another; answers how many. */
export async function moveRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  planId: BulkPlanId,
  from: BulkRowState,
  to: BulkRowState,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('bulkRow')
    .set({ state: to, ...(to === 'waiting' && { code: null, reason: null }) })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends a plan if none of its rows waits any more, also none that another server works on. Answers whether it did. */
export async function finishPlan(
  tx: Tx,
  workspaceId: WorkspaceId,
  planId: BulkPlanId,
  { from, to, now }: { from: BulkPlanState; to: BulkPlanState; now: Date },
): Promise<boolean> {
  const finished = await tx
    .updateTable('bulkPlan')
    .set({ state: to, finishedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .where('state', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('bulkRow')
            .select('number')
            .where('bulkRow.workspaceId', '=', workspaceId)
            .where('bulkRow.planId', '=', planId)
            .where('bulkRow.state', 'in', ['waiting', 'undo-waiting']),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return finished !== undefined;
}

/** The next row that waits, locked until commit; those that another server works on are passed over. */
export const takeRow = (
  tx: Tx,
  workspaceId: WorkspaceId,
  planId: BulkPlanId,
  state: 'waiting' | 'undo-waiting',
): Promise<{ number: number; accessId: AccessId; before: RowChange | null } | undefined> =>
  tx
    .selectFrom('bulkRow')
    .select(['number', 'accessId', 'before'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', state)
    .orderBy('number')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .$castTo<{ number: number; accessId: AccessId; before: RowChange | null }>()
    .executeTakeFirst();

export async function saveRow(
  tx: Tx,
  workspaceId: WorkspaceId,
  planId: BulkPlanId,
  number: number,
  { state, reason, before }: { state: BulkRowState; reason?: RowReason | undefined; before?: RowChange | undefined },
): Promise<void> {
  await tx
    .updateTable('bulkRow')
    .set({
      state,
      code: reason?.code ?? null,
      reason: reason ? JSON.stringify(reason) : null,
      ...(before && { before: JSON.stringify(before) }),
    })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('number', '=', number)
    .execute();
}

export type StateCount = { planId: BulkPlanId; state: BulkRowState; reason: RowReason | null; count: number };

/** How many rows of some plans stand where, and why, the most frequent first. */
export async function countRowStates(db: Kysely<Schema>, workspaceId: WorkspaceId, planIds: readonly BulkPlanId[]): Promise<StateCount[]> {
  if (!planIds.length) return [];
  const anyReason: RawBuilder<RowReason | null> = sql`(array_agg(reason))[1]`;
  return db
    .selectFrom('bulkRow')
    .select(['planId', 'state', anyReason.as('reason'), sql<number>`count(*)`.as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('planId', 'in', planIds)
    .groupBy(['planId', 'state', 'code'])
    .orderBy('count', 'desc')
    .execute();
}

/** The rows of a plan in their order, beyond `after`. */
export const listRows = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  { planId, state, after, limit }: { planId: BulkPlanId; state: BulkRowState | undefined; after: number; limit: number },
): Promise<Row[]> =>
  db
    .selectFrom('bulkRow')
    .select(['number', 'accessId', 'state', 'code', 'reason'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('number', '>', after)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'done'))
    .orderBy('number')
    .limit(limit)
    .$castTo<Row>()
    .execute();

/** The newest link of these purposes of each of some accounts. */
export async function listNewestLinks(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountIds: readonly AccountId[],
  purposes: readonly LinkPurpose[],
): Promise<ReadonlyMap<AccountId, NewestMail>> {
  const { rows } = await sql<NewestMail & { accountId: AccountId }>`
    select asked.account_id, newest.created_at, newest.generation
    from unnest(${[...accountIds]}::uuid[]) as asked (account_id)
    cross join lateral (
      select one_time_link.created_at, one_time_link.generation from one_time_link
      where one_time_link.workspace_id = ${workspaceId} and one_time_link.account_id = asked.account_id
        and one_time_link.purpose = any(${[...purposes]}::text[])
      order by one_time_link.created_at desc, one_time_link.id desc
      limit 1
    ) as newest
  `.execute(db);
  return new Map(rows.map(({ accountId, ...newest }) => [accountId, newest]));
}

/** Who started a plan, as they are now. */
export const findPlanner = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<Pick<User, 'id' | 'accountId' | 'name' | 'administrator' | 'mayImpersonate' | 'deactivatedAt'> | undefined> =>
  db
    .selectFrom('user')
    .select(['id', 'accountId', 'name', 'administrator', 'mayImpersonate', 'deactivatedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', userId)
    .executeTakeFirst();
