import type { Handlers } from '../../platform/http/serve.ts';
import type { Id } from '../../platform/id.ts';
import type { ContactId } from '../contact/index.ts';
import type { traceContract } from './contract.ts';
import { traceContact, traceMessage } from './read-trace.ts';

export const traceHandlers: Handlers<typeof traceContract> = {
  getContactTrace: ({ perform, params, variant }) => perform(traceContact, params.contactId as ContactId, variant),
  getMessageTrace: ({ perform, params, variant }) => perform(traceMessage, params.messageId as Id<'message'>, variant),
};
