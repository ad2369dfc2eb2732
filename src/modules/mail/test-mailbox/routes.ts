import type { Handlers } from '../../../platform/http/serve.ts';
import type { Id } from '../../../platform/id.ts';
import type { testMailboxContract } from './contract.ts';
import { getTestMail, listTestMails } from './list-test-mails.ts';
import { presentTestMail } from './views.ts';

export const testMailboxHandlers: Handlers<typeof testMailboxContract> = {
  listTestMails: async ({ perform, query }) => {
    const page = await perform(listTestMails, query);
    return { ...page, items: page.items.map(presentTestMail) };
  },
  getTestMail: async ({ perform, params }) => {
    const { html, text, raw, ...mail } = await perform(getTestMail, params.testMailId as Id<'test-mail'>);
    return { ...presentTestMail(mail), html, text, raw };
  },
};
