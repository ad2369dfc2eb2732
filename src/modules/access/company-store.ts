import { type Kysely, sql } from 'kysely';
import type { AccountId } from '../account/index.ts';
import type { CustomerId } from '../customer/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** The accounts that act for a company, and for no other one that is switched on, in the order in which they are to be locked. */
export async function listAccountsOnlyOf(db: Kysely<Schema>, workspaceId: WorkspaceId, customerId: CustomerId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.workspaceId', '=', 'contact.workspaceId').onRef('assignment.contactId', '=', 'contact.id'),
    )
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'assignment.workspaceId').onRef('access.id', '=', 'assignment.accessId'),
    )
    .select('access.accountId')
    .distinct()
    .where('contact.workspaceId', '=', workspaceId)
    .where('contact.customerId', '=', customerId)
    .where('access.deletedAt', 'is', null)
    .where(
      sql<boolean>`not exists (
        select from access as other
        join assignment as role on role.workspace_id = other.workspace_id and role.access_id = other.id
        join contact as person on person.workspace_id = role.workspace_id and person.id = role.contact_id
        join customer on customer.workspace_id = person.workspace_id and customer.id = person.customer_id
        where other.workspace_id = access.workspace_id and other.account_id = access.account_id and other.deleted_at is null
          and customer.id <> ${customerId} and customer.closed_at is null)`,
    )
    .orderBy('access.accountId')
    .execute();
  return rows.map(({ accountId }) => accountId);
}
