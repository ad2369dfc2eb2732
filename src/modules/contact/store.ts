import { type Generated, type GeneratedAlways, type Kysely, type RawBuilder, sql } from 'kysely';
import { countRows } from '../../platform/db/count.ts';
import { containsWords, hitLimit, resemblesWords, searchWords, similarityThreshold } from '../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../platform/http/list-page.ts';
import type { Id } from '../../platform/id.ts';
import type { Tx } from '../../platform/work.ts';
import { contactsWithAccess, roomForHash } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { CustomerId } from '../customer/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Contact, ContactId } from './contact.ts';

export type ContactTable = Omit<Contact, 'version' | 'company'> & {
  workspaceId: WorkspaceId;
  company: GeneratedAlways<string>;
  version: Generated<number>;
  sortName: GeneratedAlways<string>;
  searchText: GeneratedAlways<string>;
};

const columns = [
  'id',
  'customerId',
  'company',
  'salutation',
  'title',
  'firstName',
  'lastName',
  'email',
  'phones',
  'language',
  'addressForm',
  'externalId',
  'version',
  'createdAt',
  'updatedAt',
] as const;

export type ContactSort = 'name' | '-name' | 'updatedAt' | '-updatedAt';
export type ContactQuery = {
  q?: string | undefined;
  sort?: ContactSort | undefined;
  cursor?: string | undefined;
  limit: number;
  customerId?: CustomerId | undefined;
  access?: 'with' | 'without' | 'invited' | undefined;
};

export const findContact = (db: Kysely<Schema>, workspaceId: WorkspaceId, id: ContactId): Promise<Contact | undefined> =>
  db.selectFrom('contact').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).executeTakeFirst();

export const lockContact = (tx: Tx, workspaceId: WorkspaceId, id: ContactId): Promise<Contact | undefined> =>
  tx.selectFrom('contact').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();

/** Answers the contact as stored, with the company's name that the database put beside it. */
export const insertContact = (tx: Tx, workspaceId: WorkspaceId, contact: Omit<Contact, 'version' | 'company'>): Promise<Contact> =>
  tx
    .insertInto('contact')
    .values({ ...contact, workspaceId })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const saveContact = (
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  change: Partial<Omit<Contact, 'id' | 'version' | 'company' | 'createdAt'>>,
): Promise<Contact> =>
  tx
    .updateTable('contact')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export async function deleteContactRow(tx: Tx, workspaceId: WorkspaceId, id: ContactId): Promise<void> {
  await tx.deleteFrom('contact').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/**
 * People by name or last change, a page at a time in both directions, never with OFFSET. Search is by part of a name, address, number or company,
 * whatever the Umlaut; where that finds nobody, once more for typing mistakes.
 */
export async function listContacts(tx: Tx, workspaceId: WorkspaceId, query: ContactQuery, now: Date): Promise<Page<Contact>> {
  if (query.access === 'without') await roomForHash.execute(tx);
  const words = searchWords(query.q ?? '');
  const scope: Scope = { workspaceId, query, now };
  if (!words.length) return readPage(tx, scope, undefined);
  const exact = await readHits(tx, scope, containsWords(sql.ref('contact.search_text'), words));
  if (exact.length) return readPage(tx, scope, exact);
  await similarityThreshold.execute(tx);
  return readPage(tx, scope, await readHits(tx, scope, resemblesWords(sql.ref('contact.search_text'), words)));
}

type Scope = { workspaceId: WorkspaceId; query: ContactQuery; now: Date };

const matching = (tx: Tx, { workspaceId, query: { customerId, access }, now }: Scope) =>
  tx
    .selectFrom('contact')
    .where('contact.workspaceId', '=', workspaceId)
    .$if(customerId !== undefined, (q) => q.where('contact.customerId', '=', customerId ?? ('' as CustomerId)))
    .$if(access === 'with', (q) => q.where('contact.id', 'in', contactsWithAccess('with', workspaceId, now)))
    .$if(access === 'invited', (q) => q.where('contact.id', 'in', contactsWithAccess('invited', workspaceId, now)))
    .$if(access === 'without', (q) => q.where('contact.id', 'not in', contactsWithAccess('with', workspaceId, now)));

async function readHits(tx: Tx, scope: Scope, matches: RawBuilder<boolean>): Promise<ContactId[]> {
  const rows = await matching(tx, scope)
    .select('contact.id')
    .where(matches)
    .limit(hitLimit + 1)
    .execute();
  return rows.map(({ id }) => id);
}

async function readPage(tx: Tx, scope: Scope, hits: ContactId[] | undefined): Promise<Page<Contact>> {
  const { query } = scope;
  const sort = query.sort ?? 'name';
  const byName = sort.endsWith('name');
  const order: Order = { name: `contact:${sort}`, key: byName ? 'text' : 'instant' };
  const cursor = readCursor(query.cursor, order);
  const descending = sort.startsWith('-') !== (cursor?.direction === 'backward');
  const key = byName ? sql<string>`contact.sort_name` : sql<string>`contact.updated_at`;
  const base = hits
    ? tx
        .selectFrom('contact')
        .where('contact.workspaceId', '=', scope.workspaceId)
        .where('contact.id', '=', sql<ContactId>`any(${hits}::uuid[])`)
    : matching(tx, scope);
  const rows = await base
    .select(columns.map((column) => `contact.${column}` as const))
    .select(byName ? sql<string>`contact.sort_name`.as('sortKey') : sql<string>`to_json(contact.updated_at)#>>'{}'`.as('sortKey'))
    .$if(cursor !== undefined, (q) =>
      q.where(
        sql<boolean>`(${key}, contact.id) ${sql.raw(descending ? '<' : '>')} (${cursor?.key ?? ''}::${sql.raw(byName ? 'text' : 'timestamptz')}, ${cursor?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(key, descending ? 'desc' : 'asc')
    .orderBy('contact.id', descending ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute();
  const counted = hits
    ? { total: Math.min(hits.length, hitLimit), totalIsEstimate: hits.length > hitLimit }
    : await countRows(tx, base.select('contact.id'));
  const page = pageOf(rows, { limit: query.limit, order, cursor, keyOf: (row) => row.sortKey, ...counted });
  return { ...page, items: page.items.map(({ sortKey: _, ...contact }) => contact) };
}

/** The newest mail with a link for each account and portal. Copies for the company's own records are none. */
export async function listNewestLinkMails(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountIds: readonly AccountId[],
): Promise<{ accountId: AccountId; portalId: PortalId; messageId: Id<'message'> }[]> {
  if (!accountIds.length) return [];
  const { rows } = await sql<{ accountId: AccountId; portalId: PortalId; messageId: Id<'message'> }>`
    select access.account_id, access.portal_id, newest.id as message_id
    from access
    cross join lateral (
      select message.id
      from message
      where message.workspace_id = ${workspaceId} and message.account_id = access.account_id and message.portal_id = access.portal_id
        and message.link_id is not null and message.copy_of is null
      order by message.queued_at desc, message.id desc limit 1
    ) newest
    where access.workspace_id = ${workspaceId} and access.account_id = any(${[...accountIds]}::uuid[]) and access.deleted_at is null
  `.execute(db);
  return rows;
}

/** Who has this address (compared case-insensitively); two are enough to know that it is not one. */
export const listContactsByAddress = (db: Kysely<Schema>, workspaceId: WorkspaceId, address: string): Promise<Contact[]> =>
  db
    .selectFrom('contact')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where(sql`lower(email)`, '=', address.toLowerCase())
    .limit(2)
    .execute();
