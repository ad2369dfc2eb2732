import type { Handlers } from '../../../platform/http/serve.ts';
import type { Id } from '../../../platform/id.ts';
import type { TemplateKey } from '../mail.ts';
import { getAddressMark, releaseAddress } from './address-mark.ts';
import type { MessageState, outboxContract } from './contract.ts';
import { getMessage, listMessages } from './list-messages.ts';
import type { MessageFilter } from './message-store.ts';
import { retryMessage, retryMessages } from './retry-messages.ts';
import { getQueue, pauseQueue, resumeQueue, tryTransport } from './stop-queue.ts';

type Asked = {
  q?: string | undefined;
  state?: MessageState[] | undefined;
  template?: string | undefined;
  portalId?: string | undefined;
  contactId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  ids?: string[] | undefined;
};

/** A template or a portal that does not exist has no mails. */
const filterOf = ({ state, template, portalId, contactId, ids, ...rest }: Asked): MessageFilter => ({
  ...rest,
  states: state,
  template: template as TemplateKey | undefined,
  portalId: portalId as Id<'portal'> | undefined,
  contactId: contactId as Id<'contact'> | undefined,
  ids: ids as Id<'message'>[] | undefined,
});

export const outboxHandlers: Handlers<typeof outboxContract> = {
  listMessages: ({ perform, query: { cursor, limit, sort: _, ...asked }, variant }) =>
    perform(listMessages, { ...filterOf(asked), cursor, limit }, variant),
  getQueue: ({ perform, query, variant }) => perform(getQueue, filterOf(query), variant),
  getMessage: ({ perform, params, variant }) => perform(getMessage, params.messageId as Id<'message'>, variant),
  retryMessages: ({ perform, body, variant }) => perform(retryMessages, filterOf(body), variant),
  retryMessage: ({ perform, params, variant }) => perform(retryMessage, params.messageId as Id<'message'>, variant),
  pauseQueue: ({ perform, variant }) => perform(pauseQueue, variant),
  resumeQueue: ({ perform, variant }) => perform(resumeQueue, variant),
  tryTransport: ({ perform, variant }) => perform(tryTransport, variant),
  getAddressMark: async ({ perform, query, variant }) => ({ mark: await perform(getAddressMark, query.address, variant) }),
  releaseAddress: ({ perform, body }) => perform(releaseAddress, body.address),
};
