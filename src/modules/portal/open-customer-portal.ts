import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { type Area, customerAreas, mustHaveFreeAddresses, type Portal } from './portal.ts';
import { insertPortal } from './store.ts';

/** The customer portal that every new workspace starts with, at `/kunden/`. */
export async function openCustomerPortal({ tx, now, workspace, record }: Work): Promise<Portal> {
  const portal: Omit<Portal, 'version'> = {
    id: newId<'portal'>(now),
    slug: 'kunden',
    name: workspace.language === 'en' ? 'Customer portal' : 'Kundenportal',
    kind: 'customer',
    timeZone: workspace.timeZone,
    brandColor: '#1f5f8b',
    supportContact: null,
    imprintUrl: null,
    privacyUrl: null,
    openToContacts: true,
    isDefault: true,
  };
  const areas = customerAreas.map((area): Area => ({ ...area, id: newId<'area'>(now), portalId: portal.id }));
  mustHaveFreeAddresses(portal, areas);
  await insertPortal(tx, workspace.id, portal, areas, now);
  record(
    'portal.opened',
    { type: 'portal', id: portal.id },
    { after: { slug: portal.slug, kind: portal.kind, areas: areas.map(({ key }) => key) } },
  );
  return { ...portal, version: 1 };
}
