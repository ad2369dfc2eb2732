import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './pause-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  listShutCounters: (tx) => store.listShutCounters(tx, workspaceId, [], sampleInstant),
  emptyCounters: (tx) => store.emptyCounters(tx, workspaceId, [], sampleInstant),
};
