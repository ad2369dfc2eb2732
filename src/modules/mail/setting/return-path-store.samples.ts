import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import * as store from './return-path-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  findReturnPath: (tx) => store.findReturnPath(tx, workspaceId),
  lockReturnPath: (tx) => store.lockReturnPath(tx, workspaceId),
  saveReturnPath: (tx) => store.saveReturnPath(tx, workspaceId, { returnPath: null, returnPathTags: false }),
  saveReturnTags: (tx) => store.saveReturnTags(tx, workspaceId, 'bounces@example.com'),
};
