import { answered, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './hold-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const addressKey = 'anna@example.com';
const releasedBy = sampleId<'user'>();

export const samples: SamplesOf<typeof store> = {
  holdCause: () => store.holdCause(),
  isHeld: () => store.isHeld(),
  findAddressMark: (tx) => store.findAddressMark(tx, workspaceId, addressKey),
  listOpenMarks: (tx) => store.listOpenMarks(tx, workspaceId, { since: now, limit: 5 }),
  insertAddressMark: (tx) =>
    store.insertAddressMark(tx, {
      workspaceId,
      id: sampleId(),
      addressKey,
      cause: 'bounced',
      since: now,
      messageId: sampleId(),
      status: '5.1.1',
      answer: 'no such user',
    }),
  releaseAddressMark: (tx) => store.releaseAddressMark(tx, { workspaceId, addressKey, releasedAt: now, releasedBy }),
  findLastRelease: (tx) => store.findLastRelease(tx, workspaceId, addressKey),
  countHeldForAddress: answered([[{ count: 0 }]], (tx) => store.countHeldForAddress(tx, workspaceId, addressKey, now)),
  bringProbeForward: (tx) => store.bringProbeForward(tx, workspaceId, now, now),
  findQueuePause: (tx) => store.findQueuePause(tx, workspaceId),
  insertQueuePause: (tx) => store.insertQueuePause(tx, { workspaceId, pausedAt: now, pausedBy: releasedBy, pausedByName: 'Petra Amsel' }),
  deleteQueuePause: (tx) => store.deleteQueuePause(tx, workspaceId),
};
