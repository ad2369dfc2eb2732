import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { Session } from './session.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const secret = '';
const session: Session & { generation: number; kind: 'portal' } = {
  id: sampleId(),
  accountId: sampleId(),
  remembered: false,
  createdAt: now,
  lastUsedAt: now,
  expiresAt: now,
  device: 'Firefox, Windows',
  network: '192.0.2.0',
  contactId: null,
  impersonationId: null,
  generation: 1,
  kind: 'portal',
};
const { id, accountId, generation, kind } = session;

export const samples: SamplesOf<typeof store> = {
  findSession: {
    own: (tx) => store.findSession(tx, workspaceId, kind, secret, now),
    acting: (tx) => store.findSession(tx, workspaceId, 'acting', secret, now),
  },
  insertSession: answered([[{ generation }]], (tx) => store.insertSession(tx, workspaceId, session, secret)),
  prolongSession: (tx) => store.prolongSession(tx, workspaceId, id, now, now),
  listSessions: (tx) => store.listSessions(tx, workspaceId, accountId, now),
  endSessions: {
    all: (tx) => store.endSessions(tx, workspaceId, accountId, {}, now),
    one: (tx) => store.endSessions(tx, workspaceId, accountId, { only: id }, now),
    'all but one': (tx) => store.endSessions(tx, workspaceId, accountId, { except: id }, now),
  },
  carrySession: (tx) => store.carrySession(tx, workspaceId, { id, accountId }, { from: generation, to: generation, secret }, now),
  saveContactInView: (tx) => store.saveContactInView(tx, workspaceId, { id, accountId }, sampleId()),
  endActingSessions: (tx) => store.endActingSessions(tx, workspaceId, [sampleId(), sampleId()], now),
  forgetSessions: (tx) => store.forgetSessions(tx, workspaceId, now),
};
