import type { Handlers } from '../../platform/http/serve.ts';
import type { Id } from '../../platform/id.ts';
import type { mailContract } from './contract.ts';
import { getMessage, listMessages } from './list-messages.ts';
import { getTemplate, listTemplates } from './list-templates.ts';
import { getTestMail, listTestMails } from './list-test-mails.ts';
import { getMailSettings } from './mail-setting.ts';
import { switchTemplate } from './switch-template.ts';
import { presentTestMail } from './views.ts';

export const mailHandlers: Handlers<typeof mailContract> = {
  getMailSettings: ({ perform, variant }) => perform(getMailSettings, variant),
  listTemplates: async ({ perform, variant }) => ({ items: await perform(listTemplates, variant) }),
  getTemplate: ({ perform, params, variant }) => perform(getTemplate, params.key, variant),
  switchTemplate: async ({ perform, params, body, variant }) => {
    await perform(switchTemplate, params.key, body.active);
    return perform(getTemplate, params.key, variant);
  },
  listMessages: ({ perform, query, variant }) =>
    perform(listMessages, { ...query, contactId: query.contactId as Id<'contact'> | undefined }, variant),
  getMessage: ({ perform, params, variant }) => perform(getMessage, params.messageId as Id<'message'>, variant),
  listTestMails: async ({ perform, query }) => {
    const page = await perform(listTestMails, query);
    return { ...page, items: page.items.map(presentTestMail) };
  },
  getTestMail: async ({ perform, params }) => {
    const { html, text, raw, ...mail } = await perform(getTestMail, params.testMailId as Id<'test-mail'>);
    return { ...presentTestMail(mail), html, text, raw };
  },
};
