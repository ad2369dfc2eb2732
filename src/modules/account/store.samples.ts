import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const account = { id: sampleId<'account'>(), kind: 'portal', accountName: 'anna', email: 'anna@example.com', passwordHash: '' } as const;
const { id, kind, accountName, email } = account;

export const samples: SamplesOf<typeof store> = {
  findCredential: (tx) => store.findCredential(tx, workspaceId, kind, accountName),
  findCredentialOf: (tx) => store.findCredentialOf(tx, workspaceId, id),
  findAccount: (tx) => store.findAccount(tx, workspaceId, id),
  findAccountByName: (tx) => store.findAccountByName(tx, workspaceId, kind, accountName),
  listAccountsMeant: {
    'a name': (tx) => store.listAccountsMeant(tx, workspaceId, kind, accountName, undefined),
    'a name or an address': (tx) => store.listAccountsMeant(tx, workspaceId, kind, email, email),
  },
  lockAccount: (tx) => store.lockAccount(tx, workspaceId, id),
  insertAccount: (tx) => store.insertAccount(tx, workspaceId, account, sampleInstant),
  recordPassword: answered([[{ generation: 2 }]], (tx) => store.recordPassword(tx, workspaceId, id, '', sampleInstant)),
  renewHash: (tx) => store.renewHash(tx, workspaceId, id, 1, ''),
  changeAddress: {
    'the address': (tx) => store.changeAddress(tx, workspaceId, id, { email }),
    'address and name': (tx) => store.changeAddress(tx, workspaceId, id, { email, accountName }),
  },
  awaitAddress: (tx) => store.awaitAddress(tx, workspaceId, id, { newEmail: email, newEmailUntil: sampleInstant }),
  deletePassword: (tx) => store.deletePassword(tx, workspaceId, id),
  raiseGeneration: (tx) => store.raiseGeneration(tx, workspaceId, id),
};
