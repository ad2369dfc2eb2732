import { type RawBuilder, type Selectable, sql } from 'kysely';
import { beyondInstant } from '../../../platform/db/beyond.ts';
import { countRows, exactUpTo } from '../../../platform/db/count.ts';
import { containsWords, searchWords } from '../../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../../platform/http/list-page.ts';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { HoldCause, MessageState, TemplateKey } from '../mail.ts';
import { messageStates } from './contract.ts';
import { holdCause, isHeld } from './hold-store.ts';
import type { AttemptTable, MessageTable } from './message-table.ts';

const messageColumns = [
  'id',
  'templateKey',
  'variant',
  'contactId',
  'accountId',
  'portalId',
  'linkId',
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
  'bouncedAt',
  'bounceStatus',
  'bounceAnswer',
  'unknownAt',
  'cause',
  'expiresAt',
  'claimedUntil',
] as const;

const messageOrder: Order = { name: 'message', key: 'instant' };

export type Attempt = Omit<Selectable<AttemptTable>, 'workspaceId'>;
export type Message = Pick<Selectable<MessageTable>, (typeof messageColumns)[number]> & { hold: HoldCause | null; attempts: Attempt[] };
export type MessageWithBody = Message & Pick<Selectable<MessageTable>, 'messageId' | 'text' | 'html'>;

const open = (now: Date) =>
  sql`accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null and (expires_at is null or expires_at > ${now})`;

/** The rule of `messageState` for SQL, on the table `message`; a test compares both over all combinations. */
export function stateCondition(state: MessageState, now: Date, paused: boolean): RawBuilder<boolean> {
  const ended = { refused: 'refused_at', 'given-up': 'given_up_at', bounced: 'bounced_at' } as const;
  if (state === 'refused' || state === 'given-up' || state === 'bounced') return sql<boolean>`${sql.raw(ended[state])} is not null`;
  if (state === 'accepted') return sql<boolean>`(accepted_at is not null and bounced_at is null)`;
  if (state === 'withdrawn')
    return sql<boolean>`(withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= ${now}))`;
  if (state === 'held') return sql<boolean>`(${open(now)} and ${isHeld()})`;
  if ((state === 'paused') !== paused) return sql<boolean>`false`;
  if (state === 'paused') return sql<boolean>`(${open(now)} and not ${isHeld()})`;
  if (state === 'unknown') return sql<boolean>`(${open(now)} and not ${isHeld()} and unknown_at is not null)`;
  const steps = sql.raw(state === 'deferred' ? '> 0' : '= 0');
  return sql<boolean>`(${open(now)} and not ${isHeld()} and unknown_at is null and deferrals ${steps})`;
}

/** Which mails of the outbox are meant; what is left out does not matter. */
export type MessageFilter = {
  q?: string | undefined;
  states?: readonly MessageState[] | undefined;
  template?: TemplateKey | undefined;
  portalId?: Id<'portal'> | undefined;
  contactId?: Id<'contact'> | undefined;
  accountId?: Id<'account'> | undefined;
  ids?: readonly Id<'message'>[] | undefined;
  /** Calendar days (`YYYY-MM-DD`) in the workspace's time zone, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

export type MessageQuery = MessageFilter & { cursor?: string | undefined; limit: number };

/** What the states of mails depend on besides the mails, and where days begin. */
export type Seen = { now: Date; paused: boolean; timeZone: string };

/** Whether a mail of the table `message` is in one of these states; without any it is in some state in any case. */
function inStates(states: readonly MessageState[] | undefined, { now, paused }: Pick<Seen, 'now' | 'paused'>): RawBuilder<boolean> {
  if (!states) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(
    states.map((state) => stateCondition(state, now, paused)),
    sql` or `,
  )})`;
}

function matching(tx: Tx, workspaceId: WorkspaceId, filter: MessageFilter, seen: Seen) {
  const { timeZone } = seen;
  const words = searchWords(filter.q ?? '');
  const { states, template, portalId, contactId, accountId, ids, from, to } = filter;
  return tx
    .selectFrom('message')
    .where('workspaceId', '=', workspaceId)
    .$if(states !== undefined, (list) => list.where(inStates(states, seen)))
    .$if(template !== undefined, (list) => list.where('templateKey', '=', template ?? 'test'))
    .$if(portalId !== undefined, (list) => list.where('portalId', '=', portalId ?? null))
    .$if(contactId !== undefined, (list) => list.where('contactId', '=', contactId ?? null))
    .$if(accountId !== undefined, (list) => list.where('accountId', '=', accountId ?? null))
    .$if(ids !== undefined, (list) => list.where('id', '=', sql<Id<'message'>>`any(${[...(ids ?? [])]}::uuid[])`))
    .$if(from !== undefined, (list) =>
      list.where(sql<boolean>`queued_at >= (${from ?? ''}::date)::timestamp at time zone ${timeZone}::text`),
    )
    .$if(to !== undefined, (list) =>
      list.where(sql<boolean>`queued_at < (${to ?? ''}::date + 1)::timestamp at time zone ${timeZone}::text`),
    )
    .$if(words.length > 0, (list) => list.where(containsWords(sql.ref('search_text'), words)));
}

/** Newest first. */
export async function listMessagePage(tx: Tx, workspaceId: WorkspaceId, query: MessageQuery, seen: Seen): Promise<Page<Message>> {
  const cursor = readCursor(query.cursor, messageOrder);
  const backward = cursor?.direction === 'backward';
  const found = matching(tx, workspaceId, query, seen);
  const rows = await found
    .select([...messageColumns, holdCause().as('hold')])
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
    ...(await countRows(tx, found.select('id'))),
  });
  return { ...page, items: await withAttempts(tx, workspaceId, page.items) };
}

/** How many mails of a filter there are: exact up to 10,000, estimated above. */
export const countMessages = (
  tx: Tx,
  workspaceId: WorkspaceId,
  filter: MessageFilter,
  seen: Seen,
): Promise<{ total: number; totalIsEstimate: boolean }> => countRows(tx, matching(tx, workspaceId, filter, seen).select('id'));

const stateColumns = [
  'workspaceId',
  'templateKey',
  'recipientAddress',
  'acceptedAt',
  'refusedAt',
  'givenUpAt',
  'withdrawnAt',
  'bouncedAt',
  'unknownAt',
  'deferrals',
  'expiresAt',
] as const;

/**
 * How many mails of a filter there are in each of several sets of states (`undefined`: in any), in one statement as long as there are not more than can be
 * counted exactly; of more, each is counted or estimated by itself.
 */
export async function countByStates<Name extends string>(
  tx: Tx,
  workspaceId: WorkspaceId,
  filter: MessageFilter,
  { seen, views }: { seen: Seen; views: Readonly<Record<Name, readonly MessageState[] | undefined>> },
): Promise<{ name: Name; total: number; totalIsEstimate: boolean }[]> {
  const names = Object.keys(views) as Name[];
  const few = matching(tx, workspaceId, filter, seen)
    .select(stateColumns)
    .limit(exactUpTo + 1);
  const counted = await sql<{ all: number; counts: number[] }>`
    select count(*) as all, array[${sql.join(names.map((name) => sql`count(*) filter (where ${inStates(views[name], seen)})`))}]::int[] as counts
    from (${few}) as message`.execute(tx);
  const { all = 0, counts = [] } = counted.rows[0] ?? {};
  if (Number(all) <= exactUpTo) return names.map((name, at) => ({ name, total: counts[at] ?? 0, totalIsEstimate: false }));
  const totals = [];
  for (const name of names) totals.push({ name, ...(await countMessages(tx, workspaceId, { ...filter, states: views[name] }, seen)) });
  return totals;
}

/** Everything that decides whether a mail may be tried once more. */
export type RetryCandidate = Pick<
  Message,
  | 'id'
  | 'linkId'
  | 'contactId'
  | 'acceptedAt'
  | 'refusedAt'
  | 'givenUpAt'
  | 'withdrawnAt'
  | 'bouncedAt'
  | 'unknownAt'
  | 'deferrals'
  | 'expiresAt'
  | 'claimedUntil'
  | 'hold'
>;

const triedStates = messageStates.filter((state) => state !== 'accepted' && state !== 'withdrawn');

/** So many are tried again at one request; those beyond are left for the next one. */
const mostRetried = 5_000;

const retryColumns = [
  'id',
  'linkId',
  'contactId',
  'acceptedAt',
  'refusedAt',
  'givenUpAt',
  'withdrawnAt',
  'bouncedAt',
  'unknownAt',
  'deferrals',
  'expiresAt',
  'claimedUntil',
] as const;

/** One mail, whatever has become of it. Locked until commit, so that no worker takes it between the verdict and the change. */
export const lockRetryCandidate = (tx: Tx, workspaceId: WorkspaceId, id: Id<'message'>): Promise<RetryCandidate | undefined> =>
  tx
    .selectFrom('message')
    .select([...retryColumns, holdCause().as('hold')])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate('message')
    .executeTakeFirst();

/** Those of a filter that may have a try ahead of them, the oldest first; what was accepted or withdrawn is neither locked nor counted. */
export const lockRetryCandidates = (tx: Tx, workspaceId: WorkspaceId, filter: MessageFilter, seen: Seen): Promise<RetryCandidate[]> =>
  matching(tx, workspaceId, filter, seen)
    .select([...retryColumns, holdCause().as('hold')])
    .where(inStates(triedStates, seen))
    .orderBy('id')
    .limit(mostRetried)
    .forUpdate('message')
    .execute();

/** Makes open mails due at once; the steps of their plan stay used up. */
export async function makeDue(tx: Tx, workspaceId: WorkspaceId, ids: readonly Id<'message'>[], now: Date): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable('message')
    .set({ nextAttemptAt: now, putAsideFrom: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<Id<'message'>>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Opens mails that had come to their end, with a whole plan ahead of them. Their earlier tries stay, and so does their Message-ID. Copies that ended with them come along. */
export async function reopenMessages(tx: Tx, workspaceId: WorkspaceId, ids: readonly Id<'message'>[], now: Date): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable('message')
    .set({
      acceptedAt: null,
      refusedAt: null,
      givenUpAt: null,
      withdrawnAt: null,
      bouncedAt: null,
      bounceStatus: null,
      bounceAnswer: null,
      unknownAt: null,
      cause: null,
      deferrals: 0,
      nextAttemptAt: now,
      putAsideFrom: null,
      claimedUntil: null,
      claimedBy: null,
    })
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<Id<'message'>>`any(${[...ids]}::uuid[])`),
        eb.and([eb('copyOf', '=', sql<Id<'message'>>`any(${[...ids]}::uuid[])`), eb('cause', '=', 'original-not-sent')]),
      ]),
    )
    .where('linkId', 'is', null)
    .execute();
}

export async function findMessage(tx: Tx, workspaceId: WorkspaceId, id: Id<'message'>): Promise<MessageWithBody | undefined> {
  const row = await tx
    .selectFrom('message')
    .select([...messageColumns, 'messageId', 'text', 'html', holdCause().as('hold')])
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

/** How many mails wait to leave, also those that something holds. */
export async function countWaiting(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const waiting = tx
    .selectFrom('message')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`${open(now)}`);
  return (await countRows(tx, waiting)).total;
}

/** The same by template; one without waiting mails is missing. */
export async function countWaitingByTemplate(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<Map<TemplateKey, number>> {
  const rows = await tx
    .selectFrom('message')
    .select((eb) => ['templateKey', eb.fn.countAll<number>().as('count')])
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`${open(now)}`)
    .groupBy('templateKey')
    .execute();
  return new Map(rows.map(({ templateKey, count }) => [templateKey, Number(count)]));
}
