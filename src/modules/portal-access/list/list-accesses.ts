import type { Page } from '../../../platform/http/list-page.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, listAccesses as readAccesses } from '../../access/index.ts';
import { type AccessFilter, AccessFilterQuery, type AccessViewName, accessViewNames, accessViews } from './contract.ts';
import { type AccessQuery, countViews, type ListScope, listAccessIds, listAccessStretch, type Mark } from './list-store.ts';

export const scopeOf = ({ workspace, now }: Work, filter: AccessFilter): ListScope => ({
  workspaceId: workspace.id,
  filter,
  seen: { now, timeZone: workspace.timeZone },
});

/** Accesses by their ids, in the order of the ids. */
export async function accessesInOrder({ tx, workspace }: Work, ids: readonly AccessId[]): Promise<AccessWithFacts[]> {
  const found = new Map((await readAccesses(tx, workspace.id, ids)).map((access) => [access.id, access]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A page of the list of Portal Zugänge, over all portals (B103). */
export async function listAccesses(work: Work, { sort, cursor, limit, ...filter }: AccessQuery): Promise<Page<AccessWithFacts>> {
  const page = await listAccessIds(work.tx, scopeOf(work, filter), { sort, cursor, limit });
  const items = await accessesInOrder(
    work,
    page.items.map(({ id }) => id),
  );
  return { ...page, items };
}

/** Up to here a saved view is counted; beyond, „over 1,000“ says enough, and the list itself tells more. */
export const mostCounted = 1000;

/** How many accesses each saved view holds, of the portals and roles that are chosen at the moment. */
export async function countAccessViews(work: Work, narrowing: Pick<AccessFilter, 'portalId' | 'role'>) {
  const scopes = accessViewNames.map((name) => [name, scopeOf(work, { ...narrowing, ...AccessFilterQuery.parse(accessViews[name]) })]);
  const counts = await countViews(work.tx, Object.fromEntries(scopes) as Record<AccessViewName, ListScope>, mostCounted);
  return {
    most: mostCounted,
    items: accessViewNames.map((name) => ({
      name,
      count: Math.min(counts[name], mostCounted),
      isCapped: counts[name] > mostCounted,
    })),
  };
}

/**
 * The next of all accesses that a filter finds, in the order of the list; `after` is the end of the stretch before. What acts upon „all that are shown“
 * goes on until there is no `end`.
 */
export const nextAccesses = (
  work: Work,
  filter: AccessFilter,
  stretch: { sort?: AccessQuery['sort']; after: Mark | undefined; limit: number },
): Promise<{ ids: AccessId[]; end: Mark | undefined }> => listAccessStretch(work.tx, scopeOf(work, filter), stretch);
