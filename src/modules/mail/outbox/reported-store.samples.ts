import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './reported-store.ts';

const workspaceId = sampleId<'workspace'>();
const id = sampleId<'message'>();
const now = sampleInstant;

export const samples: SamplesOf<typeof store> = {
  lockMessageByHeader: (tx) => store.lockMessageByHeader(tx, workspaceId, '<1@example.com>'),
  lockReportedMessage: (tx) => store.lockReportedMessage(tx, workspaceId, id),
  saveDelay: (tx) => store.saveDelay(tx, { workspaceId, id: id, acceptedAt: now, status: '4.4.1', answer: 'still trying' }),
  saveBounce: (tx) => store.saveBounce(tx, { workspaceId, id: id, bouncedAt: now, status: '5.1.1', answer: 'no such user' }),
};
