import { type Answer, answered, type Sample, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../../platform/http/list-page.ts';
import type { MessageState } from '../mail.ts';
import * as store from './message-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const row = { id: sampleId<'message'>(), queuedAt: now };
const seen: store.Seen = { now, paused: false, timeZone: 'Europe/Berlin' };
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: now.toISOString(), id: sampleId() }, { name: 'message', key: 'instant' });

const messages = (query: Partial<store.MessageQuery>, answers: Answer[] = []): Sample =>
  answered(answers, (tx) => store.listMessagePage(tx, workspaceId, { limit: 50, ...query }, seen));
const condition =
  (state: MessageState, { paused = false } = {}): Sample =>
  () =>
    store.stateCondition(state, now, paused);

export const samples: SamplesOf<typeof store> = {
  stateCondition: {
    queued: condition('queued'),
    deferred: condition('deferred'),
    unknown: condition('unknown'),
    accepted: condition('accepted'),
    refused: condition('refused'),
    'given up': condition('given-up'),
    bounced: condition('bounced'),
    withdrawn: condition('withdrawn'),
    held: condition('held'),
    paused: condition('paused', { paused: true }),
    'paused, while nothing is': condition('paused'),
  },
  listMessagePage: {
    'all, with their tries': messages({}, [[row], [], [row]]),
    'all, more than ten thousand': messages({}, [[], [{ count: 10_001 }]]),
    'the next page': messages({ cursor: beside('forward') }),
    'the page before': messages({ cursor: beside('backward') }),
    queued: messages({ states: ['queued'] }),
    deferred: messages({ states: ['deferred'] }),
    unknown: messages({ states: ['unknown'] }),
    accepted: messages({ states: ['accepted'] }),
    refused: messages({ states: ['refused'] }),
    'given up': messages({ states: ['given-up'] }),
    withdrawn: messages({ states: ['withdrawn'] }),
    'held or bounced': messages({ states: ['held', 'bounced'] }),
    'of a template': messages({ template: 'welcome' }),
    'of a portal': messages({ portalId: sampleId() }),
    'some mails': messages({ ids: [row.id] }),
    'of some days': messages({ from: '2026-11-01', to: '2026-11-30' }),
    'of a contact': messages({ contactId: sampleId() }),
    'of an account': messages({ accountId: sampleId() }),
    'two words': messages({ q: 'Anna Müller' }),
  },
  findMessage: answered([[row]], (tx) => store.findMessage(tx, workspaceId, row.id)),
  countMessages: (tx) => store.countMessages(tx, workspaceId, { states: ['held'] }, seen),
  countByStates: {
    'up to ten thousand': (tx) => store.countByStates(tx, workspaceId, {}, { seen, views: { held: ['held'], all: undefined } }),
    'more than ten thousand': answered([[{ all: 10_001 }]], (tx) =>
      store.countByStates(tx, workspaceId, { template: 'welcome' }, { seen, views: { held: ['held'] } }),
    ),
  },
  lockRetryCandidate: (tx) => store.lockRetryCandidate(tx, workspaceId, row.id),
  lockRetryCandidates: (tx) => store.lockRetryCandidates(tx, workspaceId, { ids: [row.id] }, seen),
  makeDue: (tx) => store.makeDue(tx, workspaceId, [row.id], now),
  reopenMessages: (tx) => store.reopenMessages(tx, workspaceId, [row.id], now),
  countWaiting: (tx) => store.countWaiting(tx, workspaceId, now),
  countWaitingByTemplate: (tx) => store.countWaitingByTemplate(tx, workspaceId, now),
};
