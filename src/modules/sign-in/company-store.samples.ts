import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './company-store.ts';

const workspaceId = sampleId<'workspace'>();
const accessId = sampleId<'access'>();

export const samples: SamplesOf<typeof store> = {
  listCompanies: (tx) => store.listCompanies(tx, workspaceId, accessId, sampleId<'session'>()),
  listAreaIdsOfContact: (tx) => store.listAreaIdsOfContact(tx, workspaceId, accessId, sampleId<'contact'>()),
};
