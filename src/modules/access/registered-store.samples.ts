import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './registered-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  saveGiven: (tx) => store.saveGiven(tx, workspaceId, sampleId<'access'>(), 'customer'),
  deleteUnproven: (tx) => store.deleteUnproven(tx, workspaceId, sampleId<'account'>(), sampleInstant),
  markRegistered: (tx) => store.markRegistered(tx, workspaceId, sampleId<'account'>(), sampleInstant),
};
