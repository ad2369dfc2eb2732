import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';
import { countersOf, signInLimit } from './throttle.ts';

const workspaceId = sampleId<'workspace'>();
const ownNetwork = 'known:anna|192.0.2.0';
const counters = countersOf(workspaceId, signInLimit, { account: 'portal:anna@example.com', network: '192.0.2.1' });
const taken: store.TakenCounter[] = counters.map(({ key }) => ({ key, blockedUntil: null }));

export const samples: SamplesOf<typeof store> = {
  countTry: (tx) => store.countTry(tx, workspaceId, sampleInstant, { counters, ownNetwork, ownSince: sampleInstant }),
  settleSuccess: (tx) => store.settleSuccess(tx, workspaceId, sampleInstant, { taken, emptied: counters[0]?.key, ownNetwork }),
  rememberSince: (tx) => store.rememberSince(tx, workspaceId, ownNetwork, sampleInstant),
  findSince: (tx) => store.findSince(tx, workspaceId, ownNetwork),
  deleteOld: (tx) => store.deleteOld(tx, workspaceId, { counters: sampleInstant, ownNetworks: sampleInstant }),
};
