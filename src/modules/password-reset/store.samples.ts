import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  insertResetRequest: (tx) =>
    store.insertResetRequest(tx, workspaceId, {
      id: sampleId(),
      portalId: sampleId(),
      typed: 'anna@example.com',
      variant: 'de',
      requestedAt: sampleInstant,
    }),
  takeResetRequest: (tx) => store.takeResetRequest(tx, workspaceId),
  countFailedTry: answered([[{ tries: 5 }]], (tx) => store.countFailedTry(tx, workspaceId, sampleId<'reset-request'>(), 5)),
  isMailUnderWay: (tx) => store.isMailUnderWay(tx, workspaceId, sampleId<'account'>(), sampleId<'one-time-link'>()),
  dropResetRequest: (tx) => store.dropResetRequest(tx, workspaceId, sampleId<'reset-request'>()),
};
