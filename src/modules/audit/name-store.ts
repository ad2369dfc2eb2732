import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

type Db = Kysely<Schema>;

/** Names as they are now: an event names nobody itself, so that erasing a person leaves the log whole. */
export const listContactNames = (db: Db, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db
    .selectFrom('contact')
    .select(['id', 'title', 'firstName', 'lastName'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids as never[])
    .execute();

export const listCustomerNames = (db: Db, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids as never[])
    .execute();

export const listPortalNames = (db: Db, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db
    .selectFrom('portal')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids as never[])
    .execute();

export const listUserNames = (db: Db, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids as never[])
    .execute();

/** Account names, and the user's own name where it is an account of staff. */
export const listAccountNames = (db: Db, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db
    .selectFrom('account')
    .leftJoin('user', (join) => join.onRef('user.workspaceId', '=', 'account.workspaceId').onRef('user.accountId', '=', 'account.id'))
    .select(['account.id', 'account.accountName', 'user.name'])
    .where('account.workspaceId', '=', workspaceId)
    .where('account.id', 'in', ids as never[])
    .execute();

/** The people behind accounts and accesses, the longest assigned first; an access that was deleted counts. */
export const listHolders = (db: Db, workspaceId: WorkspaceId, accountIds: readonly string[], accessIds: readonly string[]) =>
  db
    .selectFrom('access')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.workspaceId', '=', 'access.workspaceId').onRef('assignment.accessId', '=', 'access.id'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.workspaceId', '=', 'assignment.workspaceId').onRef('contact.id', '=', 'assignment.contactId'),
    )
    .select([
      'access.id as accessId',
      'access.accountId',
      'contact.id as contactId',
      'contact.title',
      'contact.firstName',
      'contact.lastName',
    ])
    .where('access.workspaceId', '=', workspaceId)
    .where((eb) =>
      eb.or([
        ...(accountIds.length ? [eb('access.accountId', 'in', accountIds as never[])] : []),
        ...(accessIds.length ? [eb('access.id', 'in', accessIds as never[])] : []),
      ]),
    )
    .orderBy('assignment.assignedAt')
    .orderBy('contact.id')
    .execute();
