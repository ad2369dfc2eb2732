import { type ColumnType, type Generated, type Kysely, type Selectable, sql } from 'kysely';
import { beyondInstant } from '../../platform/db/beyond.ts';
import { countRows } from '../../platform/db/count.ts';
import { type Order, type Page, pageOf, readCursor } from '../../platform/http/list-page.ts';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Bounce, BounceKind, BounceOutcome, BounceWay, MailboxFailure } from './bounce.ts';

/** `null` until it is known. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined>;

export type BounceMailboxTable = {
  workspaceId: WorkspaceId;
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  sealedPassword: Buffer;
  folder: string;
  /** What happens to a report that was read: it stays as read, or it goes. Other mails are left alone. */
  afterReading: 'keep' | 'delete';
  uidValidity: Later<number>;
  lastUid: Generated<number>;
  nextReadAt: Date;
  claimedUntil: Later<Date>;
  claimedBy: Later<string>;
  lastReadAt: Later<Date>;
  failedSince: Later<Date>;
  failure: Later<MailboxFailure>;
  failureAnswer: Later<string>;
};

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

type Database = Kysely<Schema>;
type Row = Selectable<BounceMailboxTable>;

const chosenColumns = ['host', 'port', 'encryption', 'userName', 'folder', 'afterReading'] as const;
const foundColumns = ['lastReadAt', 'nextReadAt', 'failedSince', 'failure', 'failureAnswer'] as const;
const positionColumns = ['uidValidity', 'lastUid'] as const;

/** What people set, and the password sealed. */
export type ChosenMailbox = Pick<Row, (typeof chosenColumns)[number] | 'sealedPassword'>;
/** A mailbox with what the last reading found. Holds the sealed password. */
export type StoredMailbox = ChosenMailbox & Pick<Row, (typeof foundColumns)[number]>;
/** A mailbox as it is taken for reading. */
export type ClaimedMailbox = ChosenMailbox & Pick<Row, (typeof positionColumns)[number] | 'failure'>;

export const findMailbox = (db: Database, workspaceId: WorkspaceId): Promise<StoredMailbox | undefined> =>
  db
    .selectFrom('bounceMailbox')
    .select([...chosenColumns, 'sealedPassword', ...foundColumns])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst();

export const lockMailbox = (tx: Tx, workspaceId: WorkspaceId): Promise<StoredMailbox | undefined> =>
  tx
    .selectFrom('bounceMailbox')
    .select([...chosenColumns, 'sealedPassword', ...foundColumns])
    .where('workspaceId', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst();

/** Sets the mailbox up or changes it. Whoever reads it at this moment loses their claim; with `fromStart` it is read from its first mail on. */
export async function saveMailbox(
  tx: Tx,
  workspaceId: WorkspaceId,
  { chosen, nextReadAt, fromStart }: { chosen: ChosenMailbox; nextReadAt: Date; fromStart: boolean },
): Promise<void> {
  const fresh = { nextReadAt, claimedUntil: null, claimedBy: null, failedSince: null, failure: null, failureAnswer: null };
  const position = fromStart ? { uidValidity: null, lastUid: 0 } : {};
  await tx
    .insertInto('bounceMailbox')
    .values({ workspaceId, ...chosen, nextReadAt })
    .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet({ ...chosen, ...fresh, ...position }))
    .execute();
}

export async function deleteMailbox(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.deleteFrom('bounceMailbox').where('workspaceId', '=', workspaceId).execute();
}

type Claim = { workspaceId: WorkspaceId; workerId: string };

/** Takes the mailbox for reading, if it is due and nobody reads it: of two servers one gets it. A claim that is not given back runs out. */
export const claimMailbox = (
  db: Database,
  { workspaceId, workerId, now, until }: Claim & { now: Date; until: Date },
): Promise<ClaimedMailbox | undefined> =>
  db
    .updateTable('bounceMailbox')
    .set({ claimedBy: workerId, claimedUntil: until })
    .where('workspaceId', '=', workspaceId)
    .where('nextReadAt', '<=', now)
    .where((where) => where.or([where('claimedUntil', 'is', null), where('claimedUntil', '<=', now)]))
    .returning([...chosenColumns, 'sealedPassword', ...positionColumns, 'failure'])
    .executeTakeFirst();

/** Remembers how far the mailbox has been read and gives it back. Nothing happens where the claim is lost. */
export async function saveReading(
  db: Database,
  { workspaceId, workerId, ...reading }: Claim & { uidValidity: number; lastUid: number; lastReadAt: Date; nextReadAt: Date },
): Promise<void> {
  await db
    .updateTable('bounceMailbox')
    .set({ ...reading, claimedBy: null, claimedUntil: null, failedSince: null, failure: null, failureAnswer: null })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .execute();
}

/** Remembers why the mailbox could not be read, since when, and gives it back; the position stays. */
export async function saveFailure(
  db: Database,
  { workspaceId, workerId, now, ...fault }: Claim & { now: Date; nextReadAt: Date; failure: MailboxFailure; failureAnswer: string | null },
): Promise<void> {
  await db
    .updateTable('bounceMailbox')
    .set({ ...fault, claimedBy: null, claimedUntil: null, failedSince: sql`coalesce(failed_since, ${now})` })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .execute();
}

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
