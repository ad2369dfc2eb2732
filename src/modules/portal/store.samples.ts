import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { Area, Portal } from './portal.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const portal: Omit<Portal, 'version'> = {
  id: sampleId(),
  slug: 'kunden',
  name: 'Kundenportal',
  kind: 'customer',
  timeZone: 'Europe/Berlin',
  brandColor: '#1a5fb4',
  supportContact: null,
  imprintUrl: null,
  privacyUrl: null,
  openToContacts: true,
  isDefault: true,
};
const { id, ...change } = portal;
const area: Area = { id: sampleId(), portalId: id, key: 'vertraege', nameDe: '', nameEn: '', descriptionDe: '', descriptionEn: '' };

export const samples: SamplesOf<typeof store> = {
  listPortals: (tx) => store.listPortals(tx, workspaceId),
  findPortal: (tx) => store.findPortal(tx, workspaceId, id),
  findPortalBySlug: (tx) => store.findPortalBySlug(tx, workspaceId, portal.slug),
  findDefaultPortal: (tx) => store.findDefaultPortal(tx, workspaceId),
  lockPortal: (tx) => store.lockPortal(tx, workspaceId, id),
  listAreas: (tx) => store.listAreas(tx, workspaceId, [id, id]),
  insertPortal: (tx) => store.insertPortal(tx, workspaceId, portal, [area, area], sampleInstant),
  savePortal: answered([[portal]], (tx) => store.savePortal(tx, workspaceId, id, change)),
};
