import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const linkId = sampleId<'one-time-link'>();
const accountId = sampleId<'account'>();

export const samples: SamplesOf<typeof store> = {
  findDelivery: (tx) => store.findDelivery(tx, workspaceId, { id: linkId, accountId }),
  addVisit: (tx) =>
    store.addVisit(tx, { workspaceId, linkId, kind: 'machine', at: sampleInstant, method: 'HEAD', reason: 'head', program: 'curl' }),
  listTracedLinks: (tx) => store.listTracedLinks(tx, workspaceId, [linkId]),
  listTracedEvents: (tx) => store.listTracedEvents(tx, workspaceId, [{ type: 'account', id: accountId }]),
  listTracedAccesses: (tx) => store.listTracedAccesses(tx, workspaceId, sampleId<'contact'>(), sampleInstant),
  findTracedAccess: (tx) => store.findTracedAccess(tx, workspaceId, accountId, sampleId<'portal'>()),
};
