import { type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MessageCause, MessageChange, Outcome, TemplateKey, WithdrawalCause } from '../mail.ts';
import type { MailSettingTable } from '../setting/setting-store.ts';
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

/** Who holds a mail, and until when: after that the holder counts as crashed. */
export type Claim = { workspaceId: WorkspaceId; workerId: string; now: Date; until: Date };

const open = sql`accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null`;

export async function insertMessage(
  tx: Tx,
  message: Omit<Selectable<MessageTable>, 'attempts' | 'deferrals' | 'searchText'>,
): Promise<void> {
  await tx.insertInto('message').values(message).execute();
}

/** The transports that have something to do: mails that are due, and either no pause or one that is over. */
export async function listDueSettings(db: Database, now: Date): Promise<Selectable<MailSettingTable>[]> {
  return db
    .selectFrom('mailSetting')
    .select([
      'workspaceId',
      'transport',
      'host',
      'port',
      'encryption',
      'userName',
      'sealedPassword',
      'senderName',
      'senderAddress',
      'fromEnvironment',
      'pausedUntil',
      'pausedSince',
      'pauseCause',
      'pauseAnswer',
      'version',
    ])
    .where('transport', '<>', 'none')
    .where((eb) => eb.or([eb('pausedUntil', 'is', null), eb('pausedUntil', '<=', now)]))
    .where(
      sql<boolean>`exists (select from message where message.workspace_id = mail_setting.workspace_id and next_attempt_at <= ${now}
        and (claimed_until is null or claimed_until <= ${now}) and ${open})`,
    )
    .execute();
}

/**
 * Takes mails for one worker, those that have waited longest first, so that one that is put off does not stand in the way of others.
 * Two workers never get the same one. A mail whose last holder vanished in the middle of a try may have left;
 * that try ends as unknown here, and uses up a step of the plan, so that a mail that kills its worker does not do so for ever.
 */
export async function claimMessages(db: Database, { workspaceId, workerId, now, until }: Claim, limit: number): Promise<ClaimedMessage[]> {
  const result = await sql<ClaimedMessage>`
    with due as (
      select id from message
      where workspace_id = ${workspaceId} and next_attempt_at <= ${now} and (claimed_until is null or claimed_until <= ${now}) and ${open}
      order by next_attempt_at, id limit ${limit} for update skip locked
    ), abandoned as (
      update attempt set ended_at = ${now}, outcome = 'unknown', cause = 'interrupted' from due
      where attempt.workspace_id = ${workspaceId} and attempt.message_id = due.id and attempt.ended_at is null
      returning attempt.message_id
    )
    update message set claimed_until = ${until}, claimed_by = ${workerId},
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

/**
 * Writes the try before the mail is handed over, and only if it still may leave: claimed by us, not withdrawn, not run out, its template on (B017).
 * Answers the number of the try, `undefined` where the mail may not leave.
 */
export async function startAttempt(
  db: Database,
  { workspaceId, workerId, now, until }: Claim,
  id: MessageId,
  { transport, host, tls }: AttemptPlace,
): Promise<number | undefined> {
  const result = await sql<{ number: number }>`
    with started as (
      update message set attempts = attempts + 1, claimed_until = ${until}
      where workspace_id = ${workspaceId} and id = ${id} and claimed_by = ${workerId} and claimed_until > ${now} and ${open}
        and (expires_at is null or expires_at > ${now})
        and not exists (select from mail_template where mail_template.workspace_id = message.workspace_id and mail_template.key = template_key and not active)
      returning attempts
    )
    insert into attempt (workspace_id, message_id, number, started_at, transport, host, tls)
    select ${workspaceId}, ${id}, attempts, ${now}, ${transport}, ${host}, ${tls} from started
    returning number
  `.execute(db);
  return result.rows[0]?.number;
}

export type FinishedAttempt = {
  workspaceId: WorkspaceId;
  workerId: string;
  id: MessageId;
  number: number;
  now: Date;
  outcome: Outcome;
  change: MessageChange;
};

/**
 * Writes how a try ended and what follows for its mail, in one statement. That a mail was accepted is written whatever else has happened to it
 * meanwhile; everything else counts only while we hold it.
 */
export async function finishAttempt(
  db: Database,
  { workspaceId, workerId, id, number, now, outcome, change }: FinishedAttempt,
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
        .where('givenUpAt', 'is', null),
    )
    .execute();
}

/** Ends a mail without a try: it cannot be read, or its plan is used up. */
export async function giveUpMessage(
  db: Database,
  { workspaceId, workerId, now }: Omit<Claim, 'until'>,
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
