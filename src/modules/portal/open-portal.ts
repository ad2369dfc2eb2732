import { isTimeZone } from '../../platform/clock.ts';
import { refusing } from '../../platform/constraint.ts';
import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { insertAreas } from './area-store.ts';
import { firstAreas } from './first-areas.ts';
import { type Area, firstRules, mustHaveFreeAddresses, type Portal } from './portal.ts';
import { refuse } from './refusals.ts';
import { insertPortal, listPortals } from './store.ts';

export type PortalOrder = Pick<Portal, 'slug' | 'name' | 'kind'> &
  Partial<Pick<Portal, 'timeZone' | 'brandColor' | 'supportContact' | 'imprintUrl' | 'privacyUrl'>>;

const mostPortals = 200;

/** The slug is another portal's, or was: two who ask for one at the same moment are told apart by the database. */
export const slugTaken = () => refuse('slug-taken', { pointer: '/slug' });
export const slugConstraints = { portal_slug: slugTaken, portal_slug_of_another: slugTaken, portal_address_pkey: slugTaken };

/**
 * Opens a portal with the areas that its kind starts with and the roles that every portal has. The first one of a workspace is its default portal.
 * People stored as contacts get in by themselves only where that is switched on. Refuses: slug reserved, malformed or taken, unknown time zone.
 */
export async function openPortal(work: Work, order: PortalOrder): Promise<Portal> {
  const { tx, now, workspace, record } = work;
  const others = await listPortals(tx, workspace.id);
  if (others.length >= mostPortals) throw refuse('too-many', { values: { most: mostPortals } });
  const portal: Omit<Portal, 'version'> = {
    ...firstRules,
    timeZone: workspace.timeZone,
    brandColor: '#1f5f8b',
    supportContact: null,
    imprintUrl: null,
    privacyUrl: null,
    ...order,
    id: newId<'portal'>(now),
    openToContacts: !others.length,
    isDefault: !others.length,
    tellOfImpersonation: true,
    closedAt: null,
  };
  if (!isTimeZone(portal.timeZone)) throw refuse('unknown-time-zone', { pointer: '/timeZone' });
  const areas = firstAreas[portal.kind].map((area): Area => ({ ...area, id: newId<'area'>(now), portalId: portal.id }));
  mustHaveFreeAddresses(portal, areas);

  await refusing(insertPortal(tx, workspace.id, portal, now), slugConstraints);
  await insertAreas(tx, workspace.id, areas, 0);
  const { slug, kind, name } = portal;
  record('portal.opened', { type: 'portal', id: portal.id }, { after: { slug, kind, name, areas: areas.map(({ key }) => key) } });
  return { ...portal, version: 1 };
}

/** The customer portal that every new workspace starts with, at `/kunden/`. */
export const openCustomerPortal = (work: Work): Promise<Portal> =>
  openPortal(work, { slug: 'kunden', kind: 'customer', name: work.workspace.language === 'en' ? 'Customer portal' : 'Kundenportal' });
