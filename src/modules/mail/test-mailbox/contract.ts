import { z } from 'zod';
import { Instant, listOf, listQuery, route, Uuid } from '../../../platform/http/contract.ts';

const tag = 'mail';

export const TestMailView = z.object({ id: Uuid, receivedAt: Instant, sender: z.string(), recipient: z.string(), subject: z.string() });
export type TestMailView = z.infer<typeof TestMailView>;

export const testMailboxContract = {
  listTestMails: route({
    method: 'GET',
    path: '/mail/test-mailbox',
    right: 'administrator',
    tag,
    summary: 'The test mailbox, newest first',
    query: listQuery(['-receivedAt']),
    response: listOf(TestMailView),
  }),
  getTestMail: route({
    method: 'GET',
    path: '/mail/test-mailbox/{testMailId}',
    right: 'administrator',
    tag,
    summary: 'One mail of the test mailbox, with its usable link',
    params: z.object({ testMailId: Uuid }),
    response: TestMailView.extend({ html: z.string(), text: z.string(), raw: z.string() }),
  }),
};
