import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './login-address-store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();

export const samples: SamplesOf<typeof store> = {
  lockAddress: (tx) => store.lockAddress(tx, workspaceId, 'anna@example.com'),
  findLoginAt: (tx) => store.findLoginAt(tx, workspaceId, accountId, 'anna@example.com'),
  lockContactsOfAccount: (tx) => store.lockContactsOfAccount(tx, workspaceId, accountId),
};
