import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import * as store from './sendings-store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();

export const samples: SamplesOf<typeof store> = {
  listSentMails: (tx) => store.listSentMails(tx, workspaceId, { accountId, portalId: sampleId(), limit: 50 }),
  listAskers: (tx) => store.listAskers(tx, workspaceId, { accountId, accessId: sampleId() }),
};
