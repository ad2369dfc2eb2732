import type { Page } from '../../../platform/http/list-page.ts';
import type { Id } from '../../../platform/id.ts';
import type { Work } from '../../../platform/work.ts';
import { refuse } from '../refusals.ts';
import { findTestMail, hasTestMailbox, type ListedTestMail, listTestMailPage, type TestMail } from './test-mailbox-store.ts';

/** The test mailbox, newest first. Refuses `no-test-mailbox` while mail leaves by another transport. */
export async function listTestMails(
  work: Work,
  query: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<ListedTestMail>> {
  await mustHaveTestMailbox(work);
  return listTestMailPage(work.tx, work.workspace.id, query);
}

/** One mail with its usable link; that is what the test mailbox is for, and why only administrators see it. */
export async function getTestMail(work: Work, id: Id<'test-mail'>): Promise<TestMail> {
  await mustHaveTestMailbox(work);
  const mail = await findTestMail(work.tx, work.workspace.id, id);
  if (!mail) throw refuse('unknown-message');
  return mail;
}

async function mustHaveTestMailbox({ tx, workspace }: Work): Promise<void> {
  if (!(await hasTestMailbox(tx, workspace.id))) throw refuse('no-test-mailbox');
}
