import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './contact-store.ts';

const workspaceId = sampleId<'workspace'>();
const contactId = sampleId<'contact'>();
const now = sampleInstant;

export const samples: SamplesOf<typeof store> = {
  contactsWithAccess: {
    admitted: () => store.contactsWithAccess('with', workspaceId, now),
    invited: () => store.contactsWithAccess('invited', workspaceId, now),
  },
  listContactsEverWithAccess: (tx) => store.listContactsEverWithAccess(tx, workspaceId, [contactId, contactId]),
  hasEverHadAccess: (tx) => store.hasEverHadAccess(tx, workspaceId, contactId),
};
