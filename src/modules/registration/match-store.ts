import { type Kysely, sql } from 'kysely';
import type { ContactId } from '../contact/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** What a contact must have to fit; what is absent is not asked. */
export type Marks = {
  /** Proven before. */
  email?: string;
  customerNumber?: string;
  nameAndPostcode?: { firstName: string; lastName: string; postalCode: string };
};

const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The contacts that have every one of these marks; two are enough to know that it is not one (B106). Names fit with Umlaut or as ae/oe/ue; a customer
 * number may be the person's or the company's.
 */
export async function listFittingContacts(db: Kysely<Schema>, workspaceId: WorkspaceId, marks: Marks): Promise<ContactId[]> {
  const { email, customerNumber, nameAndPostcode: who } = marks;
  const rows = await db
    .selectFrom('contact')
    .innerJoin('customer', (join) =>
      join.onRef('customer.workspaceId', '=', 'contact.workspaceId').onRef('customer.id', '=', 'contact.customerId'),
    )
    .select('contact.id')
    .where('contact.workspaceId', '=', workspaceId)
    .$if(email !== undefined, (query) => query.where(sql`lower(contact.email)`, '=', (email ?? '').toLowerCase()))
    .$if(customerNumber !== undefined, (query) =>
      query.where('contact.id', 'in', sql<ContactId>`(${numbered(workspaceId, (customerNumber ?? '').toLowerCase())})`),
    )
    .$if(who !== undefined, (query) => {
      const { firstName = '', lastName = '', postalCode = '' } = who ?? {};
      return query
        .where(sql<boolean>`contact.search_text like pforte_fold_wide(${likePattern(`${firstName} ${lastName}`)})`)
        .where(sql<boolean>`pforte_fold_wide(contact.first_name) = pforte_fold_wide(${firstName})`)
        .where(sql<boolean>`pforte_fold_wide(contact.last_name) = pforte_fold_wide(${lastName})`)
        .where(sql`replace(customer.postal_code, ' ', '')`, '=', postalCode.replaceAll(' ', ''));
    })
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}

/** By the person's number or the company's, each through its own index; one condition with „or“ would read every contact. */
const numbered = (workspaceId: WorkspaceId, number: string) => sql`
  select one.id from contact as one where one.workspace_id = ${workspaceId} and lower(one.external_id) = ${number}
  union
  select one.id from contact as one
  join customer as company on company.workspace_id = one.workspace_id and company.id = one.customer_id
  where company.workspace_id = ${workspaceId} and lower(company.external_id) = ${number}`;

/** Whether a contact is assigned to any living access of this portal. */
export async function isAssignedIn(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  portalId: PortalId,
): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'assignment.workspaceId').onRef('access.id', '=', 'assignment.accessId'),
    )
    .select('access.id')
    .where('assignment.workspaceId', '=', workspaceId)
    .where('assignment.contactId', '=', contactId)
    .where('access.portalId', '=', portalId)
    .where('access.deletedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
