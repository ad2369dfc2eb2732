import { type Answer, answered, type Sample, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../../platform/http/list-page.ts';
import type { MessageState } from '../mail.ts';
import * as store from './message-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const row = { id: sampleId<'message'>(), queuedAt: now };
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: now.toISOString(), id: sampleId() }, { name: 'message', key: 'instant' });

const messages = (query: Partial<store.MessageQuery>, answers: Answer[] = []): Sample =>
  answered(answers, (tx) => store.listMessagePage(tx, workspaceId, { limit: 50, ...query }, { now, paused: false }));
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
    withdrawn: condition('withdrawn'),
    paused: condition('paused', { paused: true }),
    'paused, while nothing is': condition('paused'),
  },
  listMessagePage: {
    'all, with their tries': messages({}, [[row], [], [row]]),
    'all, more than ten thousand': messages({}, [[], [{ count: 10_001 }]]),
    'the next page': messages({ cursor: beside('forward') }),
    'the page before': messages({ cursor: beside('backward') }),
    queued: messages({ state: 'queued' }),
    deferred: messages({ state: 'deferred' }),
    unknown: messages({ state: 'unknown' }),
    accepted: messages({ state: 'accepted' }),
    refused: messages({ state: 'refused' }),
    'given up': messages({ state: 'given-up' }),
    withdrawn: messages({ state: 'withdrawn' }),
    'of a contact': messages({ contactId: sampleId() }),
    'of an account': messages({ accountId: sampleId() }),
    'two words': messages({ q: 'Anna Müller' }),
  },
  findMessage: answered([[row]], (tx) => store.findMessage(tx, workspaceId, row.id)),
  countWaiting: (tx) => store.countWaiting(tx, workspaceId, now),
};
