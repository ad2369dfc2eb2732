import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './area-store.ts';
import type { Area } from './portal.ts';

const workspaceId = sampleId<'workspace'>();
const portalId = sampleId<'portal'>();
const area: Area = { id: sampleId(), portalId, key: 'vertraege', nameDe: '', nameEn: '', descriptionDe: '', descriptionEn: '' };

export const samples: SamplesOf<typeof store> = {
  listAreas: (tx) => store.listAreas(tx, workspaceId, [portalId, portalId]),
  insertAreas: (tx) => store.insertAreas(tx, workspaceId, [area, area], 1),
  saveArea: (tx) => store.saveArea(tx, workspaceId, area.id, { nameDe: '', nameEn: '', descriptionDe: '', descriptionEn: '', position: 1 }),
  lockArea: (tx) => store.lockArea(tx, workspaceId, area.id),
  deleteArea: (tx) => store.deleteArea(tx, workspaceId, area.id),
  countPeopleByArea: (tx) => store.countPeopleByArea(tx, workspaceId, [area.id, area.id]),
};
