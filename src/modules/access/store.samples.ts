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
  listAccessesOfAccount: (tx) => store.listAccessesOfAccount(tx, workspaceId, accountId),
  listAccessesOfContacts: answered([[{ id, contactId }]], (tx) => store.listAccessesOfContacts(tx, workspaceId, [contactId, contactId])),
  listAreaIdsOfAccess: (tx) => store.listAreaIdsOfAccess(tx, workspaceId, id),
  listContactIdsOfAccount: (tx) => store.listContactIdsOfAccount(tx, workspaceId, accountId),
  insertAccess: (tx) => store.insertAccess(tx, workspaceId, access, now),
  insertAssignment: (tx) => store.insertAssignment(tx, workspaceId, id, contactId, now),
  saveAreas: (tx) => store.saveAreas(tx, workspaceId, id, contactId, [sampleId(), sampleId()]),
  saveRole: (tx) => store.saveRole(tx, workspaceId, id, 'customer'),
  markRegistered: (tx) => store.markRegistered(tx, workspaceId, accountId, now),
  admittedSql: () => store.admittedSql(now),
  markInvited: (tx) => store.markInvited(tx, workspaceId, sampleId<'access'>(), { now, remind: true }),
  invitedSql: () => store.invitedSql(now),
  contactsWithAccess: {
    admitted: () => store.contactsWithAccess('with', workspaceId, now),
    invited: () => store.contactsWithAccess('invited', workspaceId, now),
  },
  listContactsEverWithAccess: (tx) => store.listContactsEverWithAccess(tx, workspaceId, [contactId, contactId]),
  hasEverHadAccess: (tx) => store.hasEverHadAccess(tx, workspaceId, contactId),
};
