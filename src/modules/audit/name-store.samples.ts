import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './name-store.ts';

const workspaceId = sampleId<'workspace'>();
const ids = [sampleId<'contact'>(), sampleId<'contact'>()];

export const samples: SamplesOf<typeof store> = {
  listContactNames: (tx) => store.listContactNames(tx, workspaceId, ids),
  listCustomerNames: (tx) => store.listCustomerNames(tx, workspaceId, ids),
  listPortalNames: (tx) => store.listPortalNames(tx, workspaceId, ids),
  listUserNames: (tx) => store.listUserNames(tx, workspaceId, ids),
  listAccountNames: (tx) => store.listAccountNames(tx, workspaceId, ids),
  listHolders: {
    'of accounts': (tx) => store.listHolders(tx, workspaceId, ids, []),
    'of accounts and accesses': (tx) => store.listHolders(tx, workspaceId, ids, ids),
  },
};
