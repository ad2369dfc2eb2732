import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './match-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  listFittingContacts: {
    'by address': (tx) => store.listFittingContacts(tx, workspaceId, { email: 'anna@example.com' }),
    'by number': (tx) => store.listFittingContacts(tx, workspaceId, { customerNumber: 'K-1' }),
    'by name and postcode': (tx) =>
      store.listFittingContacts(tx, workspaceId, { nameAndPostcode: { firstName: 'Anna', lastName: 'Amsel', postalCode: '53111' } }),
  },
  isAssignedIn: (tx) => store.isAssignedIn(tx, workspaceId, sampleId<'contact'>(), sampleId<'portal'>()),
};
