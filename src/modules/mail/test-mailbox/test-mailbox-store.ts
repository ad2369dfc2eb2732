import { sql } from 'kysely';
import { beyondInstant } from '../../../platform/db/beyond.ts';
import { countRows } from '../../../platform/db/count.ts';
import { containsWords, searchWords } from '../../../platform/db/search.ts';
import { type Order, type Page, pageOf, readCursor } from '../../../platform/http/list-page.ts';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

export type TestMailTable = {
  workspaceId: WorkspaceId;
  id: Id<'test-mail'>;
  messageId: Id<'message'>;
  receivedAt: Date;
  sender: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  raw: string;
};

/** Whether mail goes to the test mailbox now. */
export async function hasTestMailbox(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const row = await tx
    .selectFrom('mailSetting')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .where('transport', '=', 'test-mailbox')
    .executeTakeFirst();
  return row !== undefined;
}

/** Empties the test mailbox; answers how many mails there were. */
export async function deleteTestMails(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('testMail').where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function insertTestMail(tx: Tx, mail: TestMailTable, keep: number): Promise<void> {
  await tx.insertInto('testMail').values(mail).execute();
  await sql`
    delete from test_mail where workspace_id = ${mail.workspaceId} and id in (
      select id from test_mail where workspace_id = ${mail.workspaceId} order by received_at desc, id desc offset ${keep})
  `.execute(tx);
}

const testMailOrder: Order = { name: 'test-mail', key: 'instant' };
const testMailColumns = ['id', 'receivedAt', 'sender', 'recipient', 'subject'] as const;
export type ListedTestMail = Pick<TestMailTable, (typeof testMailColumns)[number]>;
export type TestMail = ListedTestMail & Pick<TestMailTable, 'html' | 'text' | 'raw'>;

/** Newest first; there are never more than a few hundred. */
export async function listTestMailPage(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<ListedTestMail>> {
  const cursor = readCursor(query.cursor, testMailOrder);
  const backward = cursor?.direction === 'backward';
  const words = searchWords(query.q ?? '');
  const matching = tx
    .selectFrom('testMail')
    .where('workspaceId', '=', workspaceId)
    .$if(words.length > 0, (list) => list.where(containsWords(sql`pforte_fold(recipient || ' ' || subject)`, words)));
  const rows = await matching
    .select(testMailColumns)
    .$if(cursor !== undefined, (list) => list.where(beyondInstant('received_at', cursor)))
    .orderBy('receivedAt', backward ? 'asc' : 'desc')
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute();
  return pageOf(rows, {
    limit: query.limit,
    order: testMailOrder,
    cursor,
    keyOf: ({ receivedAt }) => receivedAt.toISOString(),
    ...(await countRows(tx, matching.select('id'))),
  });
}

export const findTestMail = (tx: Tx, workspaceId: WorkspaceId, id: Id<'test-mail'>): Promise<TestMail | undefined> =>
  tx
    .selectFrom('testMail')
    .select([...testMailColumns, 'html', 'text', 'raw'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
