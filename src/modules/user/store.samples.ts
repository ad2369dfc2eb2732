import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';
import type { User } from './user.ts';

const workspaceId = sampleId<'workspace'>();
const user: User = {
  id: sampleId(),
  accountId: sampleId(),
  name: 'Bernd Buche',
  language: 'de',
  administrator: true,
  mayImpersonate: false,
  deactivatedAt: null,
};
const { id, accountId, ...change } = user;

export const samples: SamplesOf<typeof store> = {
  findUserOfAccount: (tx) => store.findUserOfAccount(tx, workspaceId, accountId),
  insertUser: (tx) => store.insertUser(tx, workspaceId, user, sampleInstant),
  saveUser: answered([[user]], (tx) => store.saveUser(tx, workspaceId, id, change)),
  listUserNames: (tx) => store.listUserNames(tx, workspaceId),
};
