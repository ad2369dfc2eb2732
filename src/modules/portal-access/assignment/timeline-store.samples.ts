import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import * as store from './timeline-store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();

export const samples: SamplesOf<typeof store> = {
  listEventsAbout: (tx) => store.listEventsAbout(tx, workspaceId, { accessId: sampleId<'access'>(), accountId }, 50),
  listMailIds: (tx) => store.listMailIds(tx, workspaceId, accountId, 50),
};
