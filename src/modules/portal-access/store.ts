import type { Kysely } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { AccessId } from '../access/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { CustomerId } from '../customer/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

type UserId = Id<'user'>;

/** A contact that an access acts for. `areas`: the keys of those that it opens. */
export type ContactOfAccess = {
  accessId: AccessId;
  contactId: ContactId;
  title: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  customerId: CustomerId;
  company: string;
  areas: string[];
};

/** The contacts that some accesses act for, the first assigned first: two statements for any number of them. */
export async function listContactsOfAccesses(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accessIds: readonly AccessId[],
): Promise<ContactOfAccess[]> {
  if (!accessIds.length) return [];
  const contacts = await db
    .selectFrom('assignment')
    .innerJoin('contact', (join) =>
      join.onRef('contact.workspaceId', '=', 'assignment.workspaceId').onRef('contact.id', '=', 'assignment.contactId'),
    )
    .select([
      'assignment.accessId',
      'assignment.contactId',
      'contact.title',
      'contact.firstName',
      'contact.lastName',
      'contact.email',
      'contact.customerId',
      'contact.company',
    ])
    .where('assignment.workspaceId', '=', workspaceId)
    .where('assignment.accessId', 'in', accessIds)
    .orderBy('assignment.assignedAt')
    .orderBy('assignment.contactId')
    .execute();
  const areas = await db
    .selectFrom('assignmentArea')
    .innerJoin('area', (join) =>
      join.onRef('area.workspaceId', '=', 'assignmentArea.workspaceId').onRef('area.id', '=', 'assignmentArea.areaId'),
    )
    .select(['assignmentArea.accessId', 'assignmentArea.contactId', 'area.key'])
    .where('assignmentArea.workspaceId', '=', workspaceId)
    .where('assignmentArea.accessId', 'in', accessIds)
    .orderBy('area.position')
    .orderBy('area.id')
    .execute();
  return contacts.map((contact) => ({
    ...contact,
    areas: areas.filter((area) => area.accessId === contact.accessId && area.contactId === contact.contactId).map(({ key }) => key),
  }));
}

/** The names of users, for whom something was done by them. */
export async function listUserNames(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<string, string>> {
  if (!userIds.length) return new Map();
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', userIds)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
