import { type Generated, type GeneratedAlways, type Kysely, sql } from 'kysely';
import { countRows } from '../../platform/db/count.ts';
import { containsWords, hitLimit, resemblesWords, searchWords, similarityThreshold } from '../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../platform/http/list-page.ts';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Customer, CustomerId } from './customer.ts';

export type CustomerTable = Omit<Customer, 'version'> & {
  workspaceId: WorkspaceId;
  version: Generated<number>;
  sortName: GeneratedAlways<string>;
  searchText: GeneratedAlways<string>;
};

const columns = [
  'id',
  'name',
  'externalId',
  'street',
  'postalCode',
  'city',
  'country',
  'closedAt',
  'version',
  'createdAt',
  'updatedAt',
] as const;

export type ListedCustomer = Customer & { contactCount: number };
export type CustomerSort = 'name' | '-name' | 'updatedAt' | '-updatedAt';
type ListQuery = { q?: string | undefined; sort?: CustomerSort | undefined; cursor?: string | undefined; limit: number };

export const findCustomer = (db: Kysely<Schema>, workspaceId: WorkspaceId, id: CustomerId): Promise<Customer | undefined> =>
  db.selectFrom('customer').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).executeTakeFirst();

export const lockCustomer = (tx: Tx, workspaceId: WorkspaceId, id: CustomerId): Promise<Customer | undefined> =>
  tx.selectFrom('customer').select(columns).where('workspaceId', '=', workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();

/** Keeps a company from being deleted until commit; others may change it and add people meanwhile. Answers whether it exists. */
export const holdCustomer = async (tx: Tx, workspaceId: WorkspaceId, id: CustomerId): Promise<boolean> =>
  (await tx
    .selectFrom('customer')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()) !== undefined;

export const countContactsOf = async (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, number>> => {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('contact')
    .select((eb) => ['customerId', eb.fn.countAll<number>().as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('customerId', 'in', ids)
    .groupBy('customerId')
    .execute();
  return new Map(rows.map(({ customerId, count }) => [customerId, Number(count)]));
};

export async function insertCustomer(tx: Tx, workspaceId: WorkspaceId, customer: Omit<Customer, 'version'>): Promise<void> {
  await tx
    .insertInto('customer')
    .values({ ...customer, workspaceId })
    .execute();
}

export const saveCustomer = (
  tx: Tx,
  workspaceId: WorkspaceId,
  id: CustomerId,
  change: Partial<Omit<Customer, 'id' | 'version' | 'createdAt'>>,
): Promise<Customer> =>
  tx
    .updateTable('customer')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export async function deleteCustomerRow(tx: Tx, workspaceId: WorkspaceId, id: CustomerId): Promise<void> {
  await tx.deleteFrom('customer').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** Companies by name or last change, a page at a time in both directions, never with OFFSET. A search without a hit is tried once more for typing mistakes. */
export async function listCustomers(tx: Tx, workspaceId: WorkspaceId, query: ListQuery): Promise<Page<ListedCustomer>> {
  const words = searchWords(query.q ?? '');
  if (!words.length) return readPage(tx, workspaceId, query, undefined);
  const exact = await readHits(tx, workspaceId, containsWords(sql.ref('search_text'), words));
  if (exact.length) return readPage(tx, workspaceId, query, exact);
  await similarityThreshold.execute(tx);
  return readPage(tx, workspaceId, query, await readHits(tx, workspaceId, resemblesWords(sql.ref('search_text'), words)));
}

const readHits = async (tx: Tx, workspaceId: WorkspaceId, matches: ReturnType<typeof containsWords>): Promise<CustomerId[]> => {
  const rows = await tx
    .selectFrom('customer')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where(matches)
    .limit(hitLimit + 1)
    .execute();
  return rows.map(({ id }) => id);
};

async function readPage(tx: Tx, workspaceId: WorkspaceId, query: ListQuery, hits: CustomerId[] | undefined): Promise<Page<ListedCustomer>> {
  const sort = query.sort ?? 'name';
  const byName = sort.endsWith('name');
  const order: Order = { name: `customer:${sort}`, key: byName ? 'text' : 'instant' };
  const cursor = readCursor(query.cursor, order);
  const descending = sort.startsWith('-') !== (cursor?.direction === 'backward');
  const key = byName ? sql<string>`sort_name` : sql<string>`updated_at`;
  const matching = tx
    .selectFrom('customer')
    .where('workspaceId', '=', workspaceId)
    .$if(hits !== undefined, (q) => q.where('id', '=', sql<CustomerId>`any(${hits ?? []}::uuid[])`));
  const rows = await matching
    .select([...columns, byName ? sql<string>`sort_name`.as('sortKey') : sql<string>`to_json(updated_at)#>>'{}'`.as('sortKey')])
    .$if(cursor !== undefined, (q) =>
      q.where(
        sql<boolean>`(${key}, id) ${sql.raw(descending ? '<' : '>')} (${cursor?.key ?? ''}::${sql.raw(byName ? 'text' : 'timestamptz')}, ${cursor?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(key, descending ? 'desc' : 'asc')
    .orderBy('id', descending ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute();
  const counted = hits
    ? { total: Math.min(hits.length, hitLimit), totalIsEstimate: hits.length > hitLimit }
    : await countRows(tx, matching.select('id'));
  const page = pageOf(rows, { limit: query.limit, order, cursor, keyOf: (row) => row.sortKey, ...counted });
  const counts = await countContactsOf(
    tx,
    workspaceId,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map(({ sortKey: _, ...customer }) => ({ ...customer, contactCount: counts.get(customer.id) ?? 0 })) };
}
