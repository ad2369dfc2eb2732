import { type Sample, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../../platform/http/list-page.ts';
import * as store from './test-mailbox-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: now.toISOString(), id: sampleId() }, { name: 'test-mail', key: 'instant' });

const testMails =
  (query: Partial<Parameters<typeof store.listTestMailPage>[2]>): Sample =>
  (tx) =>
    store.listTestMailPage(tx, workspaceId, { limit: 50, ...query });

export const samples: SamplesOf<typeof store> = {
  insertTestMail: (tx) =>
    store.insertTestMail(
      tx,
      {
        workspaceId,
        id: sampleId(),
        messageId: sampleId(),
        receivedAt: now,
        sender: 'portal@example.com',
        recipient: 'anna@example.com',
        subject: 'Willkommen',
        html: '',
        text: '',
        raw: '',
      },
      500,
    ),
  hasTestMailbox: (tx) => store.hasTestMailbox(tx, workspaceId),
  deleteTestMails: (tx) => store.deleteTestMails(tx, workspaceId),
  listTestMailPage: {
    all: testMails({}),
    'the next page': testMails({ cursor: beside('forward') }),
    'the page before': testMails({ cursor: beside('backward') }),
    'one word': testMails({ q: 'Müller' }),
  },
  findTestMail: (tx) => store.findTestMail(tx, workspaceId, sampleId()),
};
