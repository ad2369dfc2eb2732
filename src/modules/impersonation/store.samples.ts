import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { Impersonation } from './impersonation.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const impersonation: Impersonation = {
  id: sampleId(),
  accessId: sampleId(),
  userId: sampleId(),
  userSessionId: sampleId(),
  userGeneration: 1,
  reason: 'Anruf',
  createdAt: now,
  startableUntil: now,
  endsAt: now,
  startedAt: null,
  endedAt: null,
};
const { id, accessId, userId, userSessionId } = impersonation;

export const samples: SamplesOf<typeof store> = {
  insertImpersonation: (tx) => store.insertImpersonation(tx, workspaceId, impersonation, ''),
  findStartable: (tx) => store.findStartable(tx, workspaceId, '', userSessionId, now),
  markStarted: (tx) => store.markStarted(tx, workspaceId, id, now),
  findActing: (tx) => store.findActing(tx, workspaceId, { id, userId, userSessionId, now }),
  endImpersonations: {
    one: (tx) => store.endImpersonations(tx, workspaceId, { id }, now),
    'one of an access': (tx) => store.endImpersonations(tx, workspaceId, { id, accessId }, now),
    'others of a session': (tx) => store.endImpersonations(tx, workspaceId, { userSessionId, except: id }, now),
  },
  listImpersonations: (tx) => store.listImpersonations(tx, workspaceId, accessId, now),
};
