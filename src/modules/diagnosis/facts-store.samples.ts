import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './facts-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  listNewestLinks: (tx) => store.listNewestLinks(tx, workspaceId, [{ id: sampleId(), accountId: sampleId(), portalId: sampleId() }]),
  listTries: (tx) => store.listTries(tx, workspaceId, [sampleId()]),
  listClosedCustomers: (tx) => store.listClosedCustomers(tx, workspaceId, [sampleId(), sampleId()]),
};
