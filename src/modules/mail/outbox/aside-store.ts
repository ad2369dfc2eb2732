import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { TemplateKey } from '../mail.ts';
import { isHeld } from './hold-store.ts';

type Database = Kysely<Schema>;

const open = sql`message.accepted_at is null and message.refused_at is null and message.given_up_at is null and message.withdrawn_at is null`;
const isDue = (now: Date) =>
  sql`message.next_attempt_at <= ${now} and (message.claimed_until is null or message.claimed_until <= ${now}) and ${open}`;

const original = (fact: RawBuilder<unknown>) =>
  sql`exists (select from message as original where original.workspace_id = message.workspace_id and original.id = message.copy_of and ${fact})`;

/** A copy of the table `message` leaves only after its mail was accepted: nobody is to file what was never sent. For conditions. */
export const mayBeClaimed = (): RawBuilder<boolean> =>
  sql<boolean>`(message.copy_of is null or ${original(sql`original.accepted_at is not null`)})`;

/** Transports that take mails at this moment; where none is taken, nothing needs to be put aside. */
const workingSettings = (now: Date) => sql`mail_setting where mail_setting.transport <> 'none'
  and (mail_setting.paused_until is null or mail_setting.paused_until <= ${now})
  and not exists (select from queue_pause where queue_pause.workspace_id = mail_setting.workspace_id)`;

/**
 * Puts mails that are due and that something holds aside until `heldUntil`, at the latest until their link runs out, so that they are not looked at every second;
 * copies whose mail waits for a later try until `copyUntil`. Once nothing holds them any more, `wakeMails` gives them their place back; whatever it does
 * not hear of is found at the end of that time. Answers how many there were.
 */
export async function putWaitingAside(
  db: Database,
  { now, heldUntil, copyUntil }: { now: Date; heldUntil: Date; copyUntil: Date },
  limit: number,
): Promise<number> {
  const result = await sql`
    with waiting as (
      select found.workspace_id, found.id, found.held from (select workspace_id from ${workingSettings(now)}) as setting cross join lateral (
        select message.workspace_id, message.id, ${isHeld()} as held from message
        where message.workspace_id = setting.workspace_id and ${isDue(now)} and (message.expires_at is null or message.expires_at > ${now})
          and (${isHeld()} or (message.copy_of is not null and ${original(sql`original.accepted_at is null and original.next_attempt_at > ${now}`)}))
        limit ${limit} for update skip locked
      ) as found
    )
    update message set put_aside_from = coalesce(put_aside_from, next_attempt_at),
      next_attempt_at = least(case when waiting.held then ${heldUntil}::timestamptz else ${copyUntil}::timestamptz end, expires_at)
    from waiting where message.workspace_id = waiting.workspace_id and message.id = waiting.id
  `.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** Ends copies whose mail has come to its end without being accepted. */
export async function withdrawLoneCopies(db: Database, now: Date): Promise<number> {
  const result = await sql`
    update message set withdrawn_at = ${now}, cause = 'original-not-sent', claimed_until = null, claimed_by = null
    where (workspace_id, id) in (
      select message.workspace_id, message.id from message join mail_setting on mail_setting.workspace_id = message.workspace_id
      where message.copy_of is not null and ${isDue(now)}
        and ${original(sql`original.accepted_at is null and num_nonnulls(original.refused_at, original.given_up_at, original.withdrawn_at) > 0`)}
      limit 1000 for update of message skip locked
    )
  `.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** Gives mails that were put aside their place in the queue back: those of a template, or to an address (by its comparison key). */
export async function wakeMails(
  tx: Tx,
  workspaceId: WorkspaceId,
  { templateKey, addressKey }: { templateKey?: TemplateKey; addressKey?: string },
): Promise<void> {
  await tx
    .updateTable('message')
    .set({ nextAttemptAt: sql<Date>`put_aside_from`, putAsideFrom: null })
    .where('workspaceId', '=', workspaceId)
    .where('putAsideFrom', 'is not', null)
    .$if(templateKey !== undefined, (update) => update.where('templateKey', '=', templateKey ?? 'test'))
    .$if(addressKey !== undefined, (update) => update.where(sql<boolean>`lower(recipient_address) = ${addressKey}`))
    .execute();
}
