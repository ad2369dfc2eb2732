import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { admittedSql, invitedSql } from './store.ts';

type ContactId = Id<'contact'>;

/**
 * For lists of contacts: those with an access that is admitted (`with`), or with one that waits for its password (`invited`). A subquery for `in` and
 * `not in`, which PostgreSQL answers by one hash instead of a question for each contact, as long as the hash fits into `roomForHash`.
 */
export const contactsWithAccess = (kind: 'with' | 'invited', workspaceId: WorkspaceId, now: Date): RawBuilder<ContactId> => sql<ContactId>`(
  select assignment.contact_id from assignment
  join access on access.workspace_id = ${workspaceId} and access.id = assignment.access_id
  join account on account.workspace_id = ${workspaceId} and account.id = access.account_id
  join portal on portal.workspace_id = ${workspaceId} and portal.id = access.portal_id
  where assignment.workspace_id = ${workspaceId}
    and ${kind === 'with' ? admittedSql(now) : invitedSql(now)})`;

/** Whether a contact has, or ever had, any access; a deleted one counts. */
export async function hasEverHadAccess(db: Kysely<Schema>, workspaceId: WorkspaceId, contactId: ContactId): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .select('accessId')
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', contactId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of some contacts who have, or ever had, any access. */
export async function listContactsEverWithAccess(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  contactIds: readonly ContactId[],
): Promise<Set<ContactId>> {
  if (!contactIds.length) return new Set();
  const rows = await db
    .selectFrom('assignment')
    .select('contactId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('contactId', 'in', contactIds)
    .execute();
  return new Set(rows.map(({ contactId }) => contactId));
}

/** For the rest of the transaction: room for a hash of some two million accesses. */
export const roomForHash = sql`select set_config('work_mem', '64MB', true)`;
