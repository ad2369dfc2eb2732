import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import type { Role } from './role.ts';
import * as store from './role-store.ts';

const workspaceId = sampleId<'workspace'>();
const portalId = sampleId<'portal'>();
const role: Role = {
  portalId,
  key: 'hausverwaltung',
  nameDe: '',
  nameEn: '',
  isTeamAdmin: false,
  startsWithAll: false,
  areaIds: [sampleId(), sampleId()],
};

export const samples: SamplesOf<typeof store> = {
  listRoles: (tx) => store.listRoles(tx, workspaceId, [portalId, portalId]),
  insertRole: (tx) => store.insertRole(tx, workspaceId, role, 4),
  saveRole: (tx) => store.saveRole(tx, workspaceId, role, { nameDe: '', nameEn: '', isTeamAdmin: false, startsWithAll: true }),
  saveStartingAreas: (tx) => store.saveStartingAreas(tx, workspaceId, role),
  deleteRole: (tx) => store.deleteRole(tx, workspaceId, portalId, role.key, 'customer'),
  countPeopleByRole: (tx) => store.countPeopleByRole(tx, workspaceId, portalId),
};
