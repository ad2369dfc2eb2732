import { answered, type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const accessId = sampleId<'access'>();

export const samples: SamplesOf<typeof store> = {
  listContactsOfAccesses: answered([[{ accessId, contactId: sampleId(), areas: [] }]], (tx) =>
    store.listContactsOfAccesses(tx, workspaceId, [accessId, accessId]),
  ),
  listUserNames: (tx) => store.listUserNames(tx, workspaceId, [sampleId<'user'>(), sampleId<'user'>()]),
};
