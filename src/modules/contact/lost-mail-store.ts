import { type Kysely, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/**
 * The newest mails that reached nobody and that nothing has made up for since: no later mail to the same account was accepted — of a mail with a link, none
 * with a link to the same portal — and the address is still the one that the account has. Mails without an account, and copies, stay.
 */
export async function listLostMails(db: Kysely<Schema>, workspaceId: WorkspaceId, limit: number): Promise<Id<'message'>[]> {
  const { rows } = await sql<{ id: Id<'message'> }>`
    select message.id
    from message
    where message.workspace_id = ${workspaceId}
      and (message.refused_at is not null or message.given_up_at is not null or message.bounced_at is not null)
      and (
        message.account_id is null
        or message.copy_of is not null
        or (
          exists (
            select from account
            where account.workspace_id = message.workspace_id and account.id = message.account_id and account.deleted_at is null
              and lower(account.email) = lower(message.recipient_address)
          )
          and not exists (
            select from message later
            where later.workspace_id = message.workspace_id and later.account_id = message.account_id
              and (later.queued_at, later.id) > (message.queued_at, message.id)
              and later.accepted_at is not null and later.bounced_at is null and later.copy_of is null
              and (message.link_id is null or (later.link_id is not null and later.portal_id is not distinct from message.portal_id))
          )
        )
      )
    order by message.queued_at desc, message.id desc
    limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}
