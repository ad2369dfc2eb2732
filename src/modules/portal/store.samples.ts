import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { firstRules, type Portal } from './portal.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const portal: Omit<Portal, 'version'> = {
  ...firstRules,
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
  tellOfImpersonation: true,
  isDefault: true,
  closedAt: null,
};
const { id, ...change } = portal;

export const samples: SamplesOf<typeof store> = {
  listPortals: (tx) => store.listPortals(tx, workspaceId),
  findPortal: (tx) => store.findPortal(tx, workspaceId, id),
  findPortalBySlug: (tx) => store.findPortalBySlug(tx, workspaceId, portal.slug),
  findDefaultPortal: (tx) => store.findDefaultPortal(tx, workspaceId),
  lockPortal: (tx) => store.lockPortal(tx, workspaceId, id),
  lockPortals: (tx) => store.lockPortals(tx, workspaceId),
  clearDefaultPortal: (tx) => store.clearDefaultPortal(tx, workspaceId),
  listFormerSlugs: (tx) => store.listFormerSlugs(tx, workspaceId, [id, id]),
  listUsedPortals: (tx) => store.listUsedPortals(tx, workspaceId, [id, id]),
  countAccesses: answered([[{ count: 1 }]], (tx) => store.countAccesses(tx, workspaceId, id)),
  insertPortal: (tx) => store.insertPortal(tx, workspaceId, portal, sampleInstant),
  savePortal: answered([[portal]], (tx) => store.savePortal(tx, workspaceId, id, change)),
  deletePortalRow: (tx) => store.deletePortalRow(tx, workspaceId, id),
};
