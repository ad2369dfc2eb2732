import { type Sample, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../platform/http/list-page.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const claim = { workspaceId, workerId: sampleId() };
const chosen: store.ChosenMailbox = {
  host: 'imap.example.com',
  port: 993,
  encryption: 'tls',
  userName: 'bounces',
  sealedPassword: Buffer.alloc(0),
  folder: 'INBOX',
  afterReading: 'keep',
};
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: now.toISOString(), id: sampleId() }, { name: 'bounce', key: 'instant' });
const bounces =
  (query: Partial<store.BounceQuery>): Sample =>
  (tx) =>
    store.listBouncePage(tx, workspaceId, { limit: 50, ...query });

export const samples: SamplesOf<typeof store> = {
  findMailbox: (tx) => store.findMailbox(tx, workspaceId),
  lockMailbox: (tx) => store.lockMailbox(tx, workspaceId),
  saveMailbox: {
    'the same mailbox': (tx) => store.saveMailbox(tx, workspaceId, { chosen, nextReadAt: now, fromStart: false }),
    'another mailbox': (tx) => store.saveMailbox(tx, workspaceId, { chosen, nextReadAt: now, fromStart: true }),
  },
  deleteMailbox: (tx) => store.deleteMailbox(tx, workspaceId),
  claimMailbox: (tx) => store.claimMailbox(tx, { ...claim, now, until: now }),
  saveReading: (tx) => store.saveReading(tx, { ...claim, uidValidity: 1, lastUid: 1, lastReadAt: now, nextReadAt: now }),
  saveFailure: (tx) => store.saveFailure(tx, { ...claim, now, nextReadAt: now, failure: 'timeout', failureAnswer: null }),
  saveBounce: (tx) =>
    store.saveBounce(tx, {
      workspaceId,
      id: sampleId<'bounce'>(),
      digest: Buffer.alloc(0),
      number: 1,
      receivedAt: now,
      way: 'posted',
      subject: '',
      kind: null,
      outcome: 'no-failure',
      recipientAddress: null,
      status: null,
      answer: null,
      messageId: null,
    }),
  forgetUnmatched: (tx) => store.forgetUnmatched(tx, workspaceId, 1000),
  listBouncePage: {
    all: bounces({}),
    'the next page': bounces({ cursor: beside('forward') }),
    'the page before': bounces({ cursor: beside('backward') }),
    matched: bounces({ matched: true }),
    'not matched': bounces({ matched: false }),
    'of a mail': bounces({ messageId: sampleId() }),
  },
};
