import type { Kysely } from 'kysely';
import type { AccessId } from '../access/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { AreaId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { SessionId } from '../session/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** A contact that an access acts for. `chosen`: it is the one that was chosen in the session. */
export type Company = {
  contactId: ContactId;
  company: string;
  title: string | null;
  firstName: string;
  lastName: string;
  chosen: boolean;
};

/** The contacts that an access acts for now, the longest assigned first; those of companies that are switched off are not among them. */
export const listCompanies = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  sessionId: SessionId | null,
): Promise<Company[]> =>
  db
    .selectFrom('assignment')
    .innerJoin('contact', (join) =>
      join.onRef('contact.workspaceId', '=', 'assignment.workspaceId').onRef('contact.id', '=', 'assignment.contactId'),
    )
    .innerJoin('customer', (join) =>
      join.onRef('customer.workspaceId', '=', 'contact.workspaceId').onRef('customer.id', '=', 'contact.customerId'),
    )
    .leftJoin('session', (join) =>
      join
        .onRef('session.workspaceId', '=', 'assignment.workspaceId')
        .onRef('session.contactId', '=', 'assignment.contactId')
        .on('session.id', '=', sessionId),
    )
    .select(['contact.id as contactId', 'contact.company', 'contact.title', 'contact.firstName', 'contact.lastName'])
    .select((eb) => eb('session.id', 'is not', null).as('chosen'))
    .$narrowType<{ chosen: boolean }>()
    .where('assignment.workspaceId', '=', workspaceId)
    .where('assignment.accessId', '=', accessId)
    .where('customer.closedAt', 'is', null)
    .orderBy('assignment.assignedAt')
    .orderBy('assignment.contactId')
    .execute();

/** The areas that an access opens in the name of one contact. */
export async function listAreaIdsOfContact(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  contactId: ContactId,
): Promise<AreaId[]> {
  const rows = await db
    .selectFrom('assignmentArea')
    .select('areaId')
    .where('workspaceId', '=', workspaceId)
    .where('accessId', '=', accessId)
    .where('contactId', '=', contactId)
    .execute();
  return rows.map(({ areaId }) => areaId);
}
