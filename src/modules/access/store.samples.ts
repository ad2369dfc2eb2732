import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();
const contactId = sampleId<'contact'>();
const id = sampleId<'access'>();
const now = sampleInstant;
const access = { id, accountId, portalId: sampleId<'portal'>(), role: 'customer', registeredAt: null } as const;

export const samples: SamplesOf<typeof store> = {
  findAccess: (tx) => store.findAccess(tx, workspaceId, accountId, access.portalId),
  findAccessById: (tx) => store.findAccessById(tx, workspaceId, id),
  listAccesses: (tx) => store.listAccesses(tx, workspaceId, [id, id]),
  listAccessesEvenDeleted: (tx) => store.listAccessesEvenDeleted(tx, workspaceId, [id, id]),
  deleteAssignment: (tx) => store.deleteAssignment(tx, workspaceId, id, contactId),
  listAssignments: (tx) => store.listAssignments(tx, workspaceId, id),
  raiseVersion: (tx) => store.raiseVersion(tx, workspaceId, id),
  saveGrant: (tx) => store.saveGrant(tx, workspaceId, id, { blockedAt: now, blockedBy: null, blockReason: null, expiresOn: null }),
  markSignedIn: (tx) => store.markSignedIn(tx, workspaceId, id, now),
  registrationSql: () => store.registrationSql(now),
  listAccessesOfAccount: (tx) => store.listAccessesOfAccount(tx, workspaceId, accountId),
  listAccessesOfContacts: answered([[{ id, contactId }]], (tx) => store.listAccessesOfContacts(tx, workspaceId, [contactId, contactId])),
  listContactIdsOfAccount: {
    'in all portals': (tx) => store.listContactIdsOfAccount(tx, workspaceId, accountId),
    'in one': (tx) => store.listContactIdsOfAccount(tx, workspaceId, accountId, sampleId<'portal'>()),
  },
  insertAccess: (tx) => store.insertAccess(tx, workspaceId, access, now),
  insertAssignment: (tx) => store.insertAssignment(tx, workspaceId, id, contactId, now),
  saveAreas: (tx) => store.saveAreas(tx, workspaceId, id, contactId, [sampleId(), sampleId()]),
  saveRole: (tx) => store.saveRole(tx, workspaceId, id, 'customer'),
  admittedSql: () => store.admittedSql(now),
  markInvited: (tx) => store.markInvited(tx, workspaceId, sampleId<'access'>(), { now, remind: true }),
  invitedSql: () => store.invitedSql(now),
};
