import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MessageCause, MessageChange, Outcome, ServerAnswer, TemplateKey, WithdrawalCause } from '../mail.ts';
import { settingInForce } from '../setting/in-force-store.ts';
import { type SendingSetting, sendingColumns } from '../setting/setting-store.ts';
import { mayBeClaimed } from './aside-store.ts';
import { isHeld } from './hold-store.ts';
import type { MessageTable } from './message-table.ts';

type Database = Kysely<Schema>;
export type MessageId = Id<'message'>;

/** One row of the worker's round. */
export type ClaimedMessage = Pick<
  Selectable<MessageTable>,
  | 'id'
  | 'templateKey'
  | 'variant'
  | 'linkId'
  | 'recipientName'
  | 'recipientAddress'
  | 'messageId'
  | 'subject'
  | 'html'
  | 'text'
  | 'sealedLink'
  | 'queuedAt'
  | 'nextAttemptAt'
  | 'deferrals'
  | 'expiresAt'
>;

/**
 * Who holds a mail, and until when: after that the holder counts as crashed. `version` is that of the settings by which the mail is to leave: once
 * others are in force, nothing leaves by them any more.
 */
export type Claim = { workspaceId: WorkspaceId; workerId: string; version: number; now: Date; until: Date };
type Holder = Pick<Claim, 'workspaceId' | 'workerId' | 'now'>;

/** Somebody has stopped the queue by hand. */
const queueStopped = (workspaceId: WorkspaceId) => sql<boolean>`exists (select from queue_pause where workspace_id = ${workspaceId})`;

const open = sql`accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null`;

export async function insertMessage(tx: Tx, message: Omit<Insertable<MessageTable>, 'attempts' | 'deferrals'>): Promise<void> {
  await tx.insertInto('message').values(message).execute();
}

/** The transports that have something to do: mails that are due and that nothing holds, nobody has stopped them, and either no pause or one that is over. */
export async function listDueSettings(db: Database, now: Date): Promise<SendingSetting[]> {
  return db
    .selectFrom('mailSetting')
    .select(sendingColumns)
    .where('transport', '<>', 'none')
    .where((eb) => eb.or([eb('pausedUntil', 'is', null), eb('pausedUntil', '<=', now)]))
    .where(
      sql<boolean>`exists (select from message where message.workspace_id = mail_setting.workspace_id and next_attempt_at <= ${now}
        and (claimed_until is null or claimed_until <= ${now}) and ${open} and ((not ${isHeld()} and ${mayBeClaimed()}) or expires_at <= ${now}))`,
    )
    .where(sql<boolean>`not exists (select from queue_pause where queue_pause.workspace_id = mail_setting.workspace_id)`)
    .execute();
}

/**
 * Takes mails for one worker, those that have waited longest first, so that one that is put off does not stand in the way of others.
 * Two workers never get the same one, and one that is held is passed over, unless its link has run out, so that it can be ended; so is a copy whose mail
 * has not been accepted.
 * A mail whose last holder vanished in the middle of a try may have left; that try ends as unknown here, and uses up a step of the plan, so that a mail that kills its worker does not do so for ever.
 */
export async function claimMessages(db: Database, claim: Claim, limit: number): Promise<ClaimedMessage[]> {
  const { workspaceId, workerId, now, until } = claim;
  const result = await sql<ClaimedMessage>`
    with due as (
      select id from message
      where workspace_id = ${workspaceId} and next_attempt_at <= ${now} and (claimed_until is null or claimed_until <= ${now}) and ${open}
        and ((not ${isHeld()} and ${mayBeClaimed()}) or expires_at <= ${now}) and not ${queueStopped(workspaceId)} and exists (${settingInForce(claim)})
      order by next_attempt_at, id limit ${limit} for update skip locked
    ), abandoned as (
      update attempt set ended_at = ${now}, outcome = 'unknown', cause = 'interrupted' from due
      where attempt.workspace_id = ${workspaceId} and attempt.message_id = due.id and attempt.ended_at is null
      returning attempt.message_id
    )
    update message set claimed_until = ${until}, claimed_by = ${workerId}, put_aside_from = null,
      deferrals = deferrals + (select count(*) from abandoned where abandoned.message_id = message.id)::int,
      unknown_at = case when exists (select from abandoned where abandoned.message_id = message.id) then ${now} else unknown_at end
    from due where message.workspace_id = ${workspaceId} and message.id = due.id
    returning message.id, template_key, variant, link_id, recipient_name, recipient_address, message_id, subject, html, text, sealed_link, queued_at, next_attempt_at, deferrals, expires_at
  `.execute(db);
  return result.rows.sort((one, other) => one.nextAttemptAt.getTime() - other.nextAttemptAt.getTime() || (one.id < other.id ? -1 : 1));
}

/** Gives back what was claimed and not begun. */
export async function releaseMessages(db: Database, workspaceId: WorkspaceId, workerId: string, ids: readonly MessageId[]): Promise<void> {
  if (!ids.length) return;
  await db
    .updateTable('message')
    .set({ claimedUntil: null, claimedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .where('id', 'in', ids)
    .execute();
}

/** Lets every claim run out now, for a moment when no worker can be alive. What a killed one had in hand is due at once, its open try seen. */
export async function endClaims(db: Database, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await db
    .updateTable('message')
    .set({ claimedUntil: now })
    .where('workspaceId', '=', workspaceId)
    .where('claimedUntil', '>', now)
    .execute();
}

export type AttemptPlace = { transport: string; host: string | null; tls: string | null };

/** A try that is about to begin. */
export type NewAttempt = AttemptPlace & { id: MessageId };

/**
 * Writes tries before their mails are handed over, and only those of mails that still may leave: claimed by us, not withdrawn, not run out, not held
 * (B017), the queue not stopped. Answers the number of each try; a mail that may not leave is missing. The lock on the settings lets whoever saves new
 * ones afterwards see every try that has begun by these (`listOpenTries`).
 */
export async function startAttempts(db: Database, claim: Claim, tries: readonly NewAttempt[]): Promise<Map<MessageId, number>> {
  const { workspaceId, workerId, now, until } = claim;
  const result = await sql<{ id: MessageId; number: number }>`
    with in_force as materialized (
      ${settingInForce(claim)} for share
    ), begun as (
      select * from jsonb_to_recordset(${JSON.stringify(tries)}::jsonb) as begun(id uuid, transport text, host text, tls text)
    ), started as (
      update message set attempts = attempts + 1, claimed_until = ${until} from begun
      where message.workspace_id = ${workspaceId} and message.id = begun.id and message.id = any(${tries.map(({ id }) => id)}::uuid[]) and claimed_by = ${workerId} and claimed_until > ${now} and ${open}
        and (expires_at is null or expires_at > ${now}) and not ${isHeld()} and not ${queueStopped(workspaceId)} and exists (select from in_force)
      returning message.id, attempts, begun.transport, begun.host, begun.tls
    )
    insert into attempt (workspace_id, message_id, number, started_at, transport, host, tls)
    select ${workspaceId}, id, attempts, ${now}, transport, host, tls from started
    returning message_id as id, number
  `.execute(db);
  return new Map(result.rows.map(({ id, number }) => [id, number]));
}

/** One try; `undefined` where its mail may not leave. */
export const startAttempt = async (db: Database, claim: Claim, id: MessageId, place: AttemptPlace): Promise<number | undefined> =>
  (await startAttempts(db, claim, [{ id, ...place }])).get(id);

/**
 * Whether a mail whose try has begun may still leave; if so, it is ours for as long again. The number tells whether the claim is still that try's: once
 * it has run out, others of the same worker may have claimed the mail anew, which ends the try.
 */
export async function renewClaim(db: Database, claim: Claim, { id, number }: { id: MessageId; number: number }): Promise<boolean> {
  const { workspaceId, workerId, now, until } = claim;
  const result = await sql<{ id: MessageId }>`
    update message set claimed_until = ${until}
    where workspace_id = ${workspaceId} and id = ${id} and claimed_by = ${workerId} and claimed_until > ${now} and ${open}
      and (expires_at is null or expires_at > ${now}) and not ${isHeld()} and not ${queueStopped(workspaceId)} and exists (${settingInForce(claim)})
      and exists (
        select from attempt
        where attempt.workspace_id = message.workspace_id and attempt.message_id = message.id and number = ${number} and ended_at is null
      )
    returning id
  `.execute(db);
  return result.rows.length > 0;
}

/** The tries that may still be under way, each by a name of its own. One whose holder's claim has run out is not: that worker has crashed. */
export async function listOpenTries(db: Database, workspaceId: WorkspaceId, now: Date): Promise<string[]> {
  const tries = await db
    .selectFrom('attempt')
    .innerJoin('message', (join) =>
      join.onRef('message.workspaceId', '=', 'attempt.workspaceId').onRef('message.id', '=', 'attempt.messageId'),
    )
    .select(['attempt.messageId', 'attempt.number'])
    .where('attempt.workspaceId', '=', workspaceId)
    .where('endedAt', 'is', null)
    .where('claimedUntil', '>', now)
    .execute();
  return tries.map(({ messageId, number }) => `${messageId} ${number}`);
}

/** Strikes out a try that has begun and never came to the server, and gives its mail back. A try that somebody has ended holds its mail no longer. */
export async function strikeAttempt(db: Database, workspaceId: WorkspaceId, id: MessageId, number: number): Promise<void> {
  await db
    .with('struck', (create) =>
      create
        .deleteFrom('attempt')
        .where('workspaceId', '=', workspaceId)
        .where('messageId', '=', id)
        .where('number', '=', number)
        .where('endedAt', 'is', null)
        .returning('number'),
    )
    .updateTable('message')
    .set((eb) => ({ attempts: eb('attempts', '-', 1), claimedUntil: null, claimedBy: null }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('attempts', '=', number)
    .where((eb) => eb.exists(eb.selectFrom('struck').select('number')))
    .execute();
}

export type FinishedAttempt = {
  workspaceId: WorkspaceId;
  workerId: string;
  id: MessageId;
  number: number;
  now: Date;
  outcome: Outcome;
  change: MessageChange;
  /** The TLS version of the line, known only once there is one. */
  tls?: string | null;
};

/**
 * Writes how a try ended and what follows for its mail, in one statement. That a mail was accepted is written whatever else has happened to it
 * meanwhile; everything else counts only while we hold it for this try.
 */
export async function finishAttempt(
  db: Database,
  { workspaceId, workerId, id, number, now, outcome, change, tls = null }: FinishedAttempt,
): Promise<void> {
  const accepted = outcome.kind === 'accepted';
  await db
    .with('ended', (create) =>
      create
        .updateTable('attempt')
        .set({
          endedAt: now,
          outcome: outcome.kind,
          cause: accepted ? null : outcome.cause,
          code: outcome.code,
          enhancedCode: outcome.enhancedCode,
          answer: outcome.answer,
          ...(tls && { tls }),
        })
        .where('workspaceId', '=', workspaceId)
        .where('messageId', '=', id)
        .where('number', '=', number)
        .$if(!accepted, (update) => update.where('endedAt', 'is', null))
        .returning('number'),
    )
    .updateTable('message')
    .set({ ...change, claimedUntil: null, claimedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .$if(!accepted, (update) =>
      update
        .where('claimedBy', '=', workerId)
        .where('withdrawnAt', 'is', null)
        .where('refusedAt', 'is', null)
        .where('givenUpAt', 'is', null)
        .where((eb) => eb.exists(eb.selectFrom('ended').select('number'))),
    )
    .execute();
}

/** A mail that the server took, and its words. */
export type AcceptedAttempt = ServerAnswer & { id: MessageId; number: number; tls: string | null };

/** Marks many mails as accepted in one statement; the same as `finishAttempt` does for one. `change` is what a server's yes means for a mail. */
export async function finishAccepted(
  db: Database,
  { workspaceId, now, change }: Pick<FinishedAttempt, 'workspaceId' | 'now' | 'change'>,
  accepted: readonly AcceptedAttempt[],
): Promise<void> {
  const ids = accepted.map(({ id }) => id);
  const said = JSON.stringify(accepted.map(({ enhancedCode, ...rest }) => ({ ...rest, enhanced_code: enhancedCode })));
  await db
    .with(
      'ended',
      () => sql<{ number: number }>`(
      update attempt set ended_at = ${now}, outcome = 'accepted', cause = null, code = said.code, enhanced_code = said.enhanced_code, answer = said.answer,
        tls = coalesce(said.tls, attempt.tls)
      from jsonb_to_recordset(${said}::jsonb) as said(id uuid, number integer, code integer, enhanced_code text, answer text, tls text)
      where attempt.workspace_id = ${workspaceId} and attempt.message_id = said.id and attempt.message_id = any(${ids}::uuid[])
        and attempt.number = said.number
      returning attempt.number)`,
    )
    .updateTable('message')
    .set({ ...change, claimedUntil: null, claimedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .where('acceptedAt', 'is', null)
    .execute();
}

/** Ends a mail without a try: it cannot be read, or its plan is used up. */
export async function giveUpMessage(
  db: Database,
  { workspaceId, workerId, now }: Holder,
  id: MessageId,
  cause: MessageCause,
): Promise<void> {
  await db
    .updateTable('message')
    .set({ givenUpAt: now, cause, sealedLink: null, claimedUntil: null, claimedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('claimedBy', '=', workerId)
    .where(sql<boolean>`${open}`)
    .execute();
}

export type Withdrawal = {
  workspaceId: WorkspaceId;
  cause: WithdrawalCause;
  now: Date;
  ids?: readonly MessageId[];
  accountId?: Id<'account'>;
  linkIds?: readonly Id<'one-time-link'>[];
  templateKey?: TemplateKey;
  onlyWithLink?: boolean;
};

/** Ends the open mails that are meant; answers how many there were. */
export async function withdrawMessages(
  db: Database,
  { workspaceId, cause, now, ids, accountId, linkIds, templateKey, onlyWithLink }: Withdrawal,
): Promise<number> {
  if (ids?.length === 0 || linkIds?.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ withdrawnAt: now, cause, sealedLink: null, claimedUntil: null, claimedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`${open}`)
    .$if(ids !== undefined, (update) => update.where('id', 'in', ids ?? []))
    .$if(accountId !== undefined, (update) => update.where('accountId', '=', accountId ?? null))
    .$if(linkIds !== undefined, (update) => update.where('linkId', 'in', linkIds ?? []))
    .$if(templateKey !== undefined, (update) => update.where('templateKey', '=', templateKey ?? 'welcome'))
    .$if(onlyWithLink === true, (update) => update.where('linkId', 'is not', null))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
