import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import * as store from './return-path-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  findReturnPath: (tx) => store.findReturnPath(tx, workspaceId),
  saveReturnPath: (tx) => store.saveReturnPath(tx, workspaceId, null),
};
