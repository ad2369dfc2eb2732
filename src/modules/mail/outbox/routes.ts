import type { Handlers } from '../../../platform/http/serve.ts';
import type { Id } from '../../../platform/id.ts';
import type { outboxContract } from './contract.ts';
import { getMessage, listMessages } from './list-messages.ts';

export const outboxHandlers: Handlers<typeof outboxContract> = {
  listMessages: ({ perform, query, variant }) =>
    perform(listMessages, { ...query, contactId: query.contactId as Id<'contact'> | undefined }, variant),
  getMessage: ({ perform, params, variant }) => perform(getMessage, params.messageId as Id<'message'>, variant),
};
