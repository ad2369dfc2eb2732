import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './aside-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;

export const samples: SamplesOf<typeof store> = {
  mayBeClaimed: () => store.mayBeClaimed(),
  putWaitingAside: (tx) => store.putWaitingAside(tx, { now, heldUntil: now, copyUntil: now }, 1000),
  withdrawLoneCopies: (tx) => store.withdrawLoneCopies(tx, now),
  wakeMails: {
    'of a template': (tx) => store.wakeMails(tx, workspaceId, { templateKey: 'welcome' }),
    'to an address': (tx) => store.wakeMails(tx, workspaceId, { addressKey: 'anna@example.com' }),
  },
};
