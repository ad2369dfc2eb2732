import { type RawBuilder, type Selectable, sql } from 'kysely';
import { beyondInstant } from '../../../platform/db/beyond.ts';
import { countRows } from '../../../platform/db/count.ts';
import { containsWords, searchWords } from '../../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../../platform/http/list-page.ts';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MessageState } from '../mail.ts';
import type { AttemptTable, MessageTable } from './message-table.ts';

const messageColumns = [
  'id',
  'templateKey',
  'variant',
  'contactId',
  'accountId',
  'recipientName',
  'recipientAddress',
  'subject',
  'queuedAt',
  'nextAttemptAt',
  'deferrals',
  'acceptedAt',
  'refusedAt',
  'givenUpAt',
  'withdrawnAt',
  'unknownAt',
  'cause',
  'expiresAt',
] as const;

const messageOrder: Order = { name: 'message', key: 'instant' };

export type Attempt = Omit<Selectable<AttemptTable>, 'workspaceId'>;
export type Message = Pick<Selectable<MessageTable>, (typeof messageColumns)[number]> & { attempts: Attempt[] };
export type MessageWithBody = Message & Pick<Selectable<MessageTable>, 'messageId' | 'text' | 'html'>;

/** The rule of `messageState` for SQL; a test compares both over all combinations. */
export function stateCondition(state: MessageState, now: Date, transportPaused: boolean): RawBuilder<boolean> {
  const open = sql`accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null and (expires_at is null or expires_at > ${now})`;
  const ended = { accepted: 'accepted_at', refused: 'refused_at', 'given-up': 'given_up_at' } as const;
  if (state === 'accepted' || state === 'refused' || state === 'given-up') return sql<boolean>`${sql.raw(ended[state])} is not null`;
  if (state === 'withdrawn')
    return sql<boolean>`(withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= ${now}))`;
  if (state === 'paused' || transportPaused) return state === 'paused' && transportPaused ? sql<boolean>`${open}` : sql<boolean>`false`;
  if (state === 'unknown') return sql<boolean>`${open} and unknown_at is not null`;
  return sql<boolean>`${open} and unknown_at is null and deferrals ${sql.raw(state === 'deferred' ? '> 0' : '= 0')}`;
}

export type MessageQuery = {
  q?: string | undefined;
  state?: MessageState | undefined;
  contactId?: Id<'contact'> | undefined;
  accountId?: Id<'account'> | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Newest first. */
export async function listMessagePage(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: MessageQuery,
  { now, paused }: { now: Date; paused: boolean },
): Promise<Page<Message>> {
  const cursor = readCursor(query.cursor, messageOrder);
  const backward = cursor?.direction === 'backward';
  const words = searchWords(query.q ?? '');
  const matching = tx
    .selectFrom('message')
    .where('workspaceId', '=', workspaceId)
    .$if(query.state !== undefined, (list) => list.where(stateCondition(query.state ?? 'queued', now, paused)))
    .$if(query.contactId !== undefined, (list) => list.where('contactId', '=', query.contactId ?? null))
    .$if(query.accountId !== undefined, (list) => list.where('accountId', '=', query.accountId ?? null))
    .$if(words.length > 0, (list) => list.where(containsWords(sql.ref('search_text'), words)));
  const rows = await matching
    .select(messageColumns)
    .$if(cursor !== undefined, (list) => list.where(beyondInstant('queued_at', cursor)))
    .orderBy('queuedAt', backward ? 'asc' : 'desc')
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = pageOf(rows, {
    limit: query.limit,
    order: messageOrder,
    cursor,
    keyOf: ({ queuedAt }) => queuedAt.toISOString(),
    ...(await countRows(tx, matching.select('id'))),
  });
  return { ...page, items: await withAttempts(tx, workspaceId, page.items) };
}

export async function findMessage(tx: Tx, workspaceId: WorkspaceId, id: Id<'message'>): Promise<MessageWithBody | undefined> {
  const row = await tx
    .selectFrom('message')
    .select([...messageColumns, 'messageId', 'text', 'html'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (await withAttempts(tx, workspaceId, [row]))[0];
}

/** One statement for the tries of any number of mails. */
async function withAttempts<Row extends { id: Id<'message'> }>(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: Row[],
): Promise<(Row & { attempts: Attempt[] })[]> {
  if (!rows.length) return [];
  const attempts = await tx
    .selectFrom('attempt')
    .select([
      'messageId',
      'number',
      'startedAt',
      'endedAt',
      'transport',
      'host',
      'tls',
      'outcome',
      'cause',
      'code',
      'enhancedCode',
      'answer',
    ])
    .where('workspaceId', '=', workspaceId)
    .where(
      'messageId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, attempts: attempts.filter(({ messageId }) => messageId === row.id) }));
}

/** How many mails wait to leave. */
export async function countWaiting(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const waiting = tx
    .selectFrom('message')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(
      sql<boolean>`accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null and (expires_at is null or expires_at > ${now})`,
    );
  return (await countRows(tx, waiting)).total;
}
