import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './search-store.ts';

const workspaceId = sampleId<'workspace'>();
const address = 'anna@example.com';

export const samples: SamplesOf<typeof store> = {
  listNamedAccesses: (tx) => store.listNamedAccesses(tx, workspaceId, { nameKey: address, address }, 13),
  listFormerHolders: (tx) => store.listFormerHolders(tx, workspaceId, address, 13),
  listAccessesWithWords: (tx) => store.listAccessesWithWords(tx, workspaceId, ['anna', 'amsel'], 13),
  listAddressHolders: (tx) => store.listAddressHolders(tx, workspaceId, [address, address]),
  listSameLocalPart: (tx) => store.listSameLocalPart(tx, workspaceId, 'anna'),
  listSimilar: (tx) => store.listSimilar(tx, workspaceId, { typed: address, threshold: 0.7 }),
  listContactsMeant: {
    'by address': (tx) => store.listContactsMeant(tx, workspaceId, { address }, 13),
    'by the number of their company': (tx) => store.listContactsMeant(tx, workspaceId, { customerNumber: 'K-1' }, 13),
    'by words': (tx) => store.listContactsMeant(tx, workspaceId, { searched: ['anna'] }, 13),
    'by id': (tx) => store.listContactsMeant(tx, workspaceId, { ids: [sampleId()] }, 13),
  },
};
