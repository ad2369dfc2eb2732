import { type Kysely, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { AccessId } from '../../access/index.ts';
import type { AccountId } from '../../account/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { TemplateKey } from '../../mail/index.ts';
import type { PortalId } from '../../portal/index.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** The mails that let somebody in, or lead their login elsewhere. */
export const sentTemplates = [
  'welcome',
  'welcome_without_link',
  'set_password',
  'activation',
  'invitation_reminder',
  'reset_password',
  'admin_reset',
  'email_change_confirm',
] as const satisfies TemplateKey[];

/** The newest of those mails to an account in one portal, or in none. Copies for the company's own records are none of them. */
export async function listSentMails(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  { accountId, portalId, limit }: { accountId: AccountId; portalId: PortalId; limit: number },
): Promise<{ id: Id<'message'>; linkId: Id<'one-time-link'> | null; templateKey: TemplateKey }[]> {
  return db
    .selectFrom('message')
    .select(['id', 'linkId', 'templateKey'])
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('templateKey', 'in', sentTemplates)
    .where('copyOf', 'is', null)
    .where((eb) => eb.or([eb('portalId', '=', portalId), eb('portalId', 'is', null)]))
    .orderBy('queuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Who asked for a mail, by the id of its link or of the mail itself. */
export type Asker = { key: string; actorKind: Actor['kind']; actorId: string | null };

/** Who had links issued to an account, and welcome mails sent for an access, as the log of events tells it. */
export async function listAskers(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  { accountId, accessId }: { accountId: AccountId; accessId: AccessId },
): Promise<Asker[]> {
  const { rows } = await sql<Asker>`
    select event.change->'after'->>'linkId' as key, event.actor_kind, event.actor_id
    from event
    where event.workspace_id = ${workspaceId} and event.subject_type = 'account' and event.subject_id = ${accountId}
      and event.name = 'link.issued'
    union all
    select event.change->'after'->>'messageId', event.actor_kind, event.actor_id
    from event
    where event.workspace_id = ${workspaceId} and event.subject_type = 'access' and event.subject_id = ${accessId}
      and event.name in ('access.welcomed', 'access.welcome-resent')
  `.execute(db);
  return rows.filter(({ key }) => key !== null);
}
