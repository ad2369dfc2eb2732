import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { countRows, estimateRows } from '../../../platform/db/count.ts';
import { containsWords, hitLimit, resemblesWords, searchWords, similarityThreshold } from '../../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../../platform/http/list-page.ts';
import type { Tx } from '../../../platform/work.ts';
import type { AccessId } from '../../access/index.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { AccessFilter, AccessViewName, accessSorts } from './contract.ts';
import { conditionOf, type Seen } from './filter-store.ts';

export type AccessSort = (typeof accessSorts)[number];
export type AccessQuery = AccessFilter & { sort?: AccessSort | undefined; cursor?: string | undefined; limit: number };

/** What a list is read for: whose accesses, which of them, and what the states depend on. */
export type ListScope = { workspaceId: WorkspaceId; filter: AccessFilter; seen: Seen };

/** What a list can be sorted by. Whoever never signed in comes before all others, an access without an end after all others. */
const keys = {
  name: { key: 'text', type: 'text', value: sql<string>`access.sort_name`, shown: sql<string>`access.sort_name` },
  createdAt: {
    key: 'instant',
    type: 'timestamptz',
    value: sql`access.created_at`,
    shown: sql<string>`to_json(access.created_at)#>>'{}'`,
  },
  lastSignInAt: {
    key: 'instant',
    type: 'timestamptz',
    value: sql`coalesce(access.last_sign_in_at, 'epoch'::timestamptz)`,
    shown: sql<string>`to_json(coalesce(access.last_sign_in_at, 'epoch'::timestamptz))#>>'{}'`,
  },
  expiresOn: {
    key: 'day',
    type: 'date',
    value: sql`coalesce(access.expires_on, '9999-12-31'::date)`,
    shown: sql<string>`coalesce(access.expires_on, '9999-12-31'::date)::text`,
  },
} as const;

/** A sort as the statement needs it. The cursor of one list is none of another. */
function orderOf(sort: AccessSort): { order: Order; descending: boolean; by: (typeof keys)[keyof typeof keys] } {
  const by = keys[sort.replace(/^-/, '') as keyof typeof keys];
  return { order: { name: `access:${sort}`, key: by.key }, descending: sort.startsWith('-'), by };
}

type Found = { kind: 'all' } | { kind: 'few'; ids: AccessId[] } | { kind: 'many'; matches: RawBuilder<boolean> };

/**
 * One page of accesses, as ids in the order in which they are shown, both ways and never with OFFSET. A search by part of a name, address, account name,
 * company or number finds whatever the Umlaut; where that finds nobody, once more for typing mistakes. Up to a thousand hits are sorted by themselves;
 * a wider search reads in the order of the list until the page is full.
 */
export async function listAccessIds(
  tx: Tx,
  scope: ListScope,
  query: Omit<AccessQuery, keyof AccessFilter>,
): Promise<Page<{ id: AccessId }>> {
  return readPage(tx, scope, query, await search(tx, scope));
}

async function search(tx: Tx, scope: ListScope): Promise<Found> {
  const words = searchWords(scope.filter.q ?? '');
  if (!words.length) return { kind: 'all' };
  const exact = await readHits(tx, scope, containsWords(sql.ref('access.search_text'), words));
  if (exact.kind === 'many' || exact.ids.length) return exact;
  await similarityThreshold.execute(tx);
  return readHits(tx, scope, resemblesWords(sql.ref('access.search_text'), words));
}

async function readHits(tx: Tx, scope: ListScope, matches: RawBuilder<boolean>): Promise<Exclude<Found, { kind: 'all' }>> {
  const rows = await matching(tx, scope)
    .select('access.id')
    .where(matches)
    .limit(hitLimit + 1)
    .execute();
  return rows.length > hitLimit ? { kind: 'many', matches } : { kind: 'few', ids: rows.map(({ id }) => id) };
}

function matching(tx: Tx, { workspaceId, filter, seen }: ListScope) {
  const query = tx.selectFrom('access').where('access.workspaceId', '=', workspaceId).where('access.deletedAt', 'is', null);
  const condition = conditionOf(workspaceId, filter, seen);
  return condition ? query.where(condition) : query;
}

function among(tx: Tx, scope: ListScope, found: Found) {
  if (found.kind === 'all') return matching(tx, scope);
  if (found.kind === 'many') return matching(tx, scope).where(found.matches);
  return tx
    .selectFrom('access')
    .where('access.workspaceId', '=', scope.workspaceId)
    .where('access.id', '=', sql<AccessId>`any(${found.ids}::uuid[])`);
}

async function readPage(
  tx: Tx,
  scope: ListScope,
  { sort = 'name', cursor: written, limit }: Omit<AccessQuery, keyof AccessFilter>,
  found: Found,
): Promise<Page<{ id: AccessId }>> {
  const { order, descending, by } = orderOf(sort);
  const cursor = readCursor(written, order);
  const base = among(tx, scope, found);
  const rows = await readBeyond(base, { by, cursor, descending: descending !== (cursor?.direction === 'backward'), limit: limit + 1 });
  const page = pageOf(rows, { limit, order, cursor, keyOf: ({ sortKey }) => sortKey, ...(await count(tx, base, found)) });
  return { ...page, items: page.items.map(({ id }) => ({ id })) };
}

async function count(tx: Tx, base: ReturnType<typeof matching>, found: Found): Promise<{ total: number; totalIsEstimate: boolean }> {
  if (found.kind === 'few') return { total: found.ids.length, totalIsEstimate: false };
  if (found.kind === 'many')
    return { total: Math.max(hitLimit + 1, await estimateRows(tx, base.select('access.id'))), totalIsEstimate: true };
  return countRows(tx, base.select('access.id'));
}

type Stretch = {
  by: (typeof keys)[keyof typeof keys];
  cursor: { key: string; id: string } | undefined;
  descending: boolean;
  limit: number;
};

const readBeyond = (base: ReturnType<typeof matching>, { by, cursor, descending, limit }: Stretch) =>
  base
    .select('access.id')
    .select(by.shown.as('sortKey'))
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(${by.value}, access.id) ${sql.raw(descending ? '<' : '>')} (${cursor?.key ?? ''}::${sql.raw(by.type)}, ${cursor?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(by.value, descending ? 'desc' : 'asc')
    .orderBy('access.id', descending ? 'desc' : 'asc')
    .limit(limit)
    .execute();

/** Where a stretch of a whole list ended. */
export type Mark = { key: string; id: string };

/**
 * The next accesses of a whole list in its order, beyond `after`; what a search finds is not limited here. An export and acts upon „all that are shown“
 * go on until there is no `end`.
 */
export async function listAccessStretch(
  tx: Tx,
  scope: ListScope,
  { sort = 'name', after, limit }: { sort?: AccessSort | undefined; after: Mark | undefined; limit: number },
): Promise<{ ids: AccessId[]; end: Mark | undefined }> {
  const found = await search(tx, scope);
  const { descending, by } = orderOf(sort);
  const rows = await readBeyond(among(tx, scope, found), { by, cursor: after, descending, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { ids: rows.map(({ id }) => id), end: last && { key: last.sortKey, id: last.id } };
}

/** How many accesses each view holds, each counted up to `most` + 1, in one statement. */
export async function countViews(
  tx: Tx,
  scopes: Readonly<Record<AccessViewName, ListScope>>,
  most: number,
): Promise<Record<AccessViewName, number>> {
  const counts = Object.entries(scopes).map(([name, scope]) => {
    const capped = matching(tx, scope)
      .select('access.id')
      .limit(most + 1);
    return sql<number>`(select count(*) from (${capped}) as counted)`.as(name);
  });
  const row = await (tx.selectNoFrom(counts) as SelectQueryBuilder<Schema, never, Record<string, number>>).executeTakeFirstOrThrow();
  return row as Record<AccessViewName, number>;
}
