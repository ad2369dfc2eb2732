import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { HoldCause } from '../mail.ts';
import type { AddressMarkTable, QueuePauseTable } from './message-table.ts';

type Database = Kysely<Schema>;

const templateOff = sql`exists (select from mail_template where mail_template.workspace_id = message.workspace_id
  and mail_template.key = message.template_key and not mail_template.active)`;
const addressMarked = sql`exists (select from address_mark where address_mark.workspace_id = message.workspace_id
  and address_mark.address_key = lower(message.recipient_address) and address_mark.released_at is null)`;

/** What holds a mail of the table `message`, if it is open; both causes at once are told as the first, because it has to go first. */
export const holdCause = (): RawBuilder<HoldCause | null> =>
  sql<HoldCause | null>`case when ${templateOff} then 'template-inactive' when ${addressMarked} then 'address-marked' end`;

/** Whether anything holds a mail of the table `message`, for conditions. */
export const isHeld = (): RawBuilder<boolean> => sql<boolean>`(${templateOff} or ${addressMarked})`;

export type AddressMark = Omit<Selectable<AddressMarkTable>, 'workspaceId'>;

const markColumns = ['id', 'addressKey', 'cause', 'since', 'messageId', 'status', 'answer', 'releasedAt', 'releasedBy'] as const;

/** The open mark of an address, by its comparison key. */
export const findAddressMark = (tx: Tx, workspaceId: WorkspaceId, addressKey: string): Promise<AddressMark | undefined> =>
  tx
    .selectFrom('addressMark')
    .select(markColumns)
    .where('workspaceId', '=', workspaceId)
    .where('addressKey', '=', addressKey)
    .where('releasedAt', 'is', null)
    .executeTakeFirst();

/** Open marks from a moment on: how many, and the newest with the person that their mail was for. */
export async function listOpenMarks(
  tx: Tx,
  workspaceId: WorkspaceId,
  { since, limit }: { since: Date; limit: number },
): Promise<{ count: number; newest: (Pick<AddressMark, 'addressKey' | 'since' | 'messageId'> & { contactId: Id<'contact'> | null })[] }> {
  const rows = await tx
    .selectFrom('addressMark')
    .leftJoin('message', (join) =>
      join.onRef('message.workspaceId', '=', 'addressMark.workspaceId').onRef('message.id', '=', 'addressMark.messageId'),
    )
    .select(['addressKey', 'since', 'addressMark.messageId', 'contactId', sql<number>`count(*) over ()`.as('count')])
    .where('addressMark.workspaceId', '=', workspaceId)
    .where('releasedAt', 'is', null)
    .where('since', '>', since)
    .orderBy('since', 'desc')
    .orderBy('addressKey')
    .limit(limit)
    .execute();
  return { count: Number(rows[0]?.count ?? 0), newest: rows.map(({ count: _, ...mark }) => mark) };
}

/** Answers whether this marked it: an address that is marked already keeps its mark and the time since when. */
export async function insertAddressMark(tx: Tx, mark: Omit<Selectable<AddressMarkTable>, 'releasedAt' | 'releasedBy'>): Promise<boolean> {
  const inserted = await tx
    .insertInto('addressMark')
    .values(mark)
    .onConflict((conflict) => conflict.columns(['workspaceId', 'addressKey']).where('releasedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export type Release = { workspaceId: WorkspaceId; addressKey: string; releasedAt: Date; releasedBy: AddressMark['releasedBy'] };

/** Ends the mark of an address; `undefined` where it has none. */
export const releaseAddressMark = (
  tx: Tx,
  { workspaceId, addressKey, releasedAt, releasedBy }: Release,
): Promise<AddressMark | undefined> =>
  tx
    .updateTable('addressMark')
    .set({ releasedAt, releasedBy })
    .where('workspaceId', '=', workspaceId)
    .where('addressKey', '=', addressKey)
    .where('releasedAt', 'is', null)
    .returning(markColumns)
    .executeTakeFirst();

/** When an address was last released. */
export async function findLastRelease(tx: Tx, workspaceId: WorkspaceId, addressKey: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('addressMark')
    .select('releasedAt')
    .where('workspaceId', '=', workspaceId)
    .where('addressKey', '=', addressKey)
    .where('releasedAt', 'is not', null)
    .orderBy('releasedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.releasedAt ?? undefined;
}

/** How many open mails to an address wait. */
export async function countHeldForAddress(tx: Tx, workspaceId: WorkspaceId, addressKey: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`lower(recipient_address) = ${addressKey} and accepted_at is null and refused_at is null and given_up_at is null
      and withdrawn_at is null and (expires_at is null or expires_at > ${now})`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type QueuePause = Omit<Selectable<QueuePauseTable>, 'workspaceId'>;

/** `undefined` while nobody has stopped the queue. */
export const findQueuePause = (db: Database, workspaceId: WorkspaceId): Promise<QueuePause | undefined> =>
  db.selectFrom('queuePause').select(['pausedAt', 'pausedBy', 'pausedByName']).where('workspaceId', '=', workspaceId).executeTakeFirst();

/** Answers whether this stopped it: of two administrators at the same moment the second finds it done. */
export async function insertQueuePause(tx: Tx, pause: Selectable<QueuePauseTable>): Promise<boolean> {
  const inserted = await tx
    .insertInto('queuePause')
    .values(pause)
    .onConflict((conflict) => conflict.column('workspaceId').doNothing())
    .returning('workspaceId')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Answers what was ended, `undefined` where nothing was paused. */
export const deleteQueuePause = (tx: Tx, workspaceId: WorkspaceId): Promise<QueuePause | undefined> =>
  tx.deleteFrom('queuePause').where('workspaceId', '=', workspaceId).returning(['pausedAt', 'pausedBy', 'pausedByName']).executeTakeFirst();

/** Lets the next try of a paused transport come now, unless the last one was after `before` less the length of a pause. */
export async function bringProbeForward(tx: Tx, workspaceId: WorkspaceId, now: Date, before: Date): Promise<boolean> {
  const row = await tx
    .updateTable('mailSetting')
    .set({ pausedUntil: now })
    .where('workspaceId', '=', workspaceId)
    .where('pausedSince', 'is not', null)
    .where('pausedUntil', '<=', before)
    .returning('workspaceId')
    .executeTakeFirst();
  return row !== undefined;
}
