import { type Sample, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../platform/http/list-page.ts';
import * as store from './report-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: now.toISOString(), id: sampleId() }, { name: 'bounce', key: 'instant' });
const bounces =
  (query: Partial<store.BounceQuery>): Sample =>
  (tx) =>
    store.listBouncePage(tx, workspaceId, { limit: 50, ...query });

export const samples: SamplesOf<typeof store> = {
  findMatchedBounce: (tx) => store.findMatchedBounce(tx, workspaceId, { digest: Buffer.alloc(0), number: 1 }),
  countReports: (tx) => store.countReports(tx, workspaceId, { messageId: sampleId(), status: '4.4.1' }),
  findLastUnmatched: (tx) => store.findLastUnmatched(tx, workspaceId),
  countUnmatched: (tx) => store.countUnmatched(tx, workspaceId, now),
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
  deleteUnmatched: (tx) => store.deleteUnmatched(tx, workspaceId, now),
  listBouncePage: {
    all: bounces({}),
    'the next page': bounces({ cursor: beside('forward') }),
    'the page before': bounces({ cursor: beside('backward') }),
    matched: bounces({ matched: true }),
    'not matched': bounces({ matched: false }),
    'of a mail': bounces({ messageId: sampleId() }),
  },
};
