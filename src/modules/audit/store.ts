import type { Kysely } from 'kysely';
import { countRows } from '../../platform/db/count.ts';
import { type Order, type Page, pageOf, readCursor } from '../../platform/http/list-page.ts';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { type Actor, type ChainedEvent, chainStart } from './audit.ts';

export type EventTable = {
  workspaceId: WorkspaceId;
  sequence: number;
  id: string;
  at: Date;
  name: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  onBehalfOf: string | null;
  subjectType: string;
  subjectId: string;
  change: unknown;
  commitment: Buffer;
  previousHash: Buffer;
  hash: Buffer;
};
export type EventDetailTable = { workspaceId: WorkspaceId; sequence: number; salt: Buffer; personal: unknown };
export type EventHeadTable = { workspaceId: WorkspaceId; sequence: number; hash: Buffer };

export type StoredEvent = ChainedEvent & { previousHash: Buffer; hash: Buffer; salt: Buffer | null; personal: unknown };

/** Locks the end of a workspace's chain until commit. Taken last in a transaction, so that it is held for the commit only. */
export async function lockHead(tx: Tx, workspaceId: WorkspaceId): Promise<{ sequence: number; hash: Buffer }> {
  await tx
    .insertInto('eventHead')
    .values({ workspaceId, sequence: 0, hash: chainStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('eventHead')
    .select(['sequence', 'hash'])
    .where('workspaceId', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** PostgreSQL takes 65,535 values in one statement; what one transaction did may be more events than fit into it. */
const eventsAtATime = 1000;

export async function appendEvents(tx: Tx, workspaceId: WorkspaceId, events: EventTable[], details: EventDetailTable[]): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  for (let start = 0; start < events.length; start += eventsAtATime)
    await tx
      .insertInto('event')
      .values(events.slice(start, start + eventsAtATime).map((event) => ({ ...event, change: JSON.stringify(event.change) })))
      .execute();
  for (let start = 0; start < details.length; start += eventsAtATime)
    await tx
      .insertInto('eventDetail')
      .values(details.slice(start, start + eventsAtATime).map((detail) => ({ ...detail, personal: JSON.stringify(detail.personal) })))
      .execute();
  await tx.updateTable('eventHead').set({ sequence: last.sequence, hash: last.hash }).where('workspaceId', '=', workspaceId).execute();
}

export const findHead = (db: Kysely<Schema>, workspaceId: WorkspaceId) =>
  db.selectFrom('eventHead').select(['sequence', 'hash']).where('workspaceId', '=', workspaceId).executeTakeFirst();

/** The chain in its order, a thousand at a time, starting after a sequence. */
export const readChain = (db: Kysely<Schema>, workspaceId: WorkspaceId, after: number): Promise<StoredEvent[]> =>
  db
    .selectFrom('event')
    .leftJoin('eventDetail', (join) =>
      join.onRef('eventDetail.workspaceId', '=', 'event.workspaceId').onRef('eventDetail.sequence', '=', 'event.sequence'),
    )
    .select([
      'event.workspaceId',
      'event.sequence',
      'event.id',
      'event.at',
      'event.name',
      'event.actorKind',
      'event.actorId',
      'event.onBehalfOf',
      'event.subjectType',
      'event.subjectId',
      'event.change',
      'event.commitment',
      'event.previousHash',
      'event.hash',
      'eventDetail.salt',
      'eventDetail.personal',
    ])
    .where('event.workspaceId', '=', workspaceId)
    .where('event.sequence', '>', after)
    .orderBy('event.sequence')
    .limit(1000)
    .execute();

type ListQuery = {
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  name?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export type ListedEvent = Pick<
  StoredEvent,
  'id' | 'sequence' | 'at' | 'name' | 'actorKind' | 'actorId' | 'onBehalfOf' | 'subjectType' | 'subjectId' | 'change' | 'personal'
> & { actorName: string | null };

const bySequence: Order = { name: 'event', key: 'number' };

/** Newest first, by sequence. */
export async function listEvents(tx: Tx, workspaceId: WorkspaceId, query: ListQuery): Promise<Page<ListedEvent>> {
  const cursor = readCursor(query.cursor, bySequence);
  const backward = cursor?.direction === 'backward';
  const matching = tx
    .selectFrom('event')
    .where('event.workspaceId', '=', workspaceId)
    .$if(Boolean(query.subjectType), (q) => q.where('event.subjectType', '=', query.subjectType ?? ''))
    .$if(Boolean(query.subjectId), (q) => q.where('event.subjectId', '=', query.subjectId ?? ''))
    .$if(Boolean(query.name), (q) => q.where('event.name', '=', query.name ?? ''));
  const rows = await matching
    .leftJoin('eventDetail', (join) =>
      join.onRef('eventDetail.workspaceId', '=', 'event.workspaceId').onRef('eventDetail.sequence', '=', 'event.sequence'),
    )
    .leftJoin('user', (join) => join.onRef('user.workspaceId', '=', 'event.workspaceId').onRef('user.id', '=', 'event.actorId'))
    .select([
      'event.id',
      'event.sequence',
      'event.at',
      'event.name',
      'event.actorKind',
      'event.actorId',
      'event.onBehalfOf',
      'event.subjectType',
      'event.subjectId',
      'event.change',
      'eventDetail.personal',
      'user.name as actorName',
    ])
    .$if(cursor !== undefined, (q) => q.where('event.sequence', backward ? '>' : '<', Number(cursor?.key ?? 0)))
    .orderBy('event.sequence', backward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  return pageOf(rows, {
    limit: query.limit,
    order: bySequence,
    cursor,
    keyOf: (row) => String(row.sequence),
    ...(await countRows(tx, matching.select('event.sequence'))),
  });
}
