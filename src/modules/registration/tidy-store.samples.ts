import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './tidy-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  listOldRegistrations: (tx) => store.listOldRegistrations(tx, workspaceId, sampleInstant),
  deleteRegistration: (tx) => store.deleteRegistration(tx, workspaceId, sampleId<'registration'>()),
};
