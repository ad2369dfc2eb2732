import { type Selectable, sql } from 'kysely';
import { beyondInstant } from '../../platform/db/beyond.ts';
import { countRows } from '../../platform/db/count.ts';
import { type Order, type Page, pageOf, readCursor } from '../../platform/http/list-page.ts';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Bounce, BounceKind, BounceOutcome, BounceWay } from './bounce.ts';

export type BounceTable = {
  workspaceId: WorkspaceId;
  id: Id<'bounce'>;
  digest: Buffer;
  number: number;
  receivedAt: Date;
  way: BounceWay;
  subject: string;
  kind: BounceKind | null;
  outcome: BounceOutcome;
  recipientAddress: string | null;
  status: string | null;
  answer: string | null;
  messageId: Id<'message'> | null;
};

/** Keeps what a report said of one recipient. The same report again changes a row only that had no effect so far. */
export async function saveBounce(tx: Tx, bounce: Selectable<BounceTable>): Promise<void> {
  const { kind, outcome, recipientAddress, status, answer, messageId } = bounce;
  await tx
    .insertInto('bounce')
    .values(bounce)
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'digest', 'number'])
        .doUpdateSet({ kind, outcome, recipientAddress, status, answer, messageId })
        .where('bounce.messageId', 'is', null),
    )
    .execute();
}

/** A report that had its effect before, by the mail it came in and its place there. */
export const findMatchedBounce = (
  tx: Tx,
  workspaceId: WorkspaceId,
  { digest, number }: Pick<BounceTable, 'digest' | 'number'>,
): Promise<Bounce | undefined> =>
  tx
    .selectFrom('bounce')
    .select(bounceColumns)
    .where('workspaceId', '=', workspaceId)
    .where('digest', '=', digest)
    .where('number', '=', number)
    .where('messageId', 'is not', null)
    .executeTakeFirst();

/** What has been reported of a mail so far: how often, and of a delay with this status. */
export async function countReports(
  tx: Tx,
  workspaceId: WorkspaceId,
  { messageId, status }: { messageId: Id<'message'>; status: string | null },
): Promise<{ all: number; delays: number }> {
  const row = await tx
    .selectFrom('bounce')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) => where.and([where('kind', '=', 'temporary'), where(sql`status`, 'is not distinct from', status)]))
        .as('delays'),
    ])
    .where('workspaceId', '=', workspaceId)
    .where('messageId', '=', messageId)
    .executeTakeFirst();
  return { all: Number(row?.all ?? 0), delays: Number(row?.delays ?? 0) };
}

/** When the last report came in that could not be matched. */
export async function findLastUnmatched(tx: Tx, workspaceId: WorkspaceId): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('bounce')
    .select('receivedAt')
    .where('workspaceId', '=', workspaceId)
    .where('messageId', 'is', null)
    .where('outcome', '<>', 'no-failure')
    .orderBy('receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.receivedAt;
}

/** How many reports of failures since a moment could not be matched. */
export async function countUnmatched(tx: Tx, workspaceId: WorkspaceId, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('bounce')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('messageId', 'is', null)
    .where('outcome', '<>', 'no-failure')
    .where('receivedAt', '>', since)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Keeps the newest reports that have no effect: anybody can send such ones, as many as they like. */
export async function forgetUnmatched(tx: Tx, workspaceId: WorkspaceId, kept: number): Promise<void> {
  await tx
    .deleteFrom('bounce')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', (from) =>
      from
        .selectFrom('bounce as old')
        .select('old.id')
        .where('old.workspaceId', '=', workspaceId)
        .where('old.messageId', 'is', null)
        .orderBy('old.receivedAt', 'desc')
        .orderBy('old.id', 'desc')
        .offset(kept),
    )
    .execute();
}

export async function deleteUnmatched(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await tx
    .deleteFrom('bounce')
    .where('workspaceId', '=', workspaceId)
    .where('messageId', 'is', null)
    .where('receivedAt', '<', before)
    .execute();
}

const bounceOrder: Order = { name: 'bounce', key: 'instant' };
const bounceColumns = [
  'id',
  'receivedAt',
  'way',
  'subject',
  'kind',
  'outcome',
  'recipientAddress',
  'status',
  'answer',
  'messageId',
] as const;

export type BounceQuery = {
  matched?: boolean | undefined;
  messageId?: Id<'message'> | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Newest first. */
export async function listBouncePage(tx: Tx, workspaceId: WorkspaceId, query: BounceQuery): Promise<Page<Bounce>> {
  const cursor = readCursor(query.cursor, bounceOrder);
  const backward = cursor?.direction === 'backward';
  const matching = tx
    .selectFrom('bounce')
    .where('workspaceId', '=', workspaceId)
    .$if(query.matched !== undefined, (list) => list.where('messageId', query.matched ? 'is not' : 'is', null))
    .$if(query.messageId !== undefined, (list) => list.where('messageId', '=', query.messageId ?? null));
  const rows = await matching
    .select(bounceColumns)
    .$if(cursor !== undefined, (list) => list.where(beyondInstant('receivedAt', cursor)))
    .orderBy('receivedAt', backward ? 'asc' : 'desc')
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  return pageOf(rows, {
    limit: query.limit,
    order: bounceOrder,
    cursor,
    keyOf: ({ receivedAt }) => receivedAt.toISOString(),
    ...(await countRows(tx, matching.select('id'))),
  });
}
