import { z } from 'zod';
import { Instant, listOf, listQuery, route, Uuid } from '../../../platform/http/contract.ts';

const tag = 'mail';

export const MessageState = z.enum(['queued', 'deferred', 'paused', 'accepted', 'refused', 'unknown', 'given-up', 'withdrawn']);

/** What became of a mail that saving something asked for. `reason` says why nothing was queued. */
export const MailOutcomeView = z.object({
  state: z.enum(['queued', 'not-possible', 'not-asked']),
  reason: z.enum(['template-inactive', 'no-transport', 'no-address', 'invalid-address', 'blocked', 'expired']).optional(),
  /** The same in a sentence, in the caller's language. */
  sentence: z.string(),
  messageId: Uuid.optional(),
  transport: z.enum(['smtp', 'test-mailbox']).optional(),
});
export type MailOutcomeView = z.infer<typeof MailOutcomeView>;

export const AttemptView = z.object({
  number: z.number().int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  transport: z.string(),
  host: z.string().nullable(),
  tls: z.string().nullable(),
  outcome: z.string().nullable(),
  code: z.number().int().nullable(),
  enhancedCode: z.string().nullable(),
  answer: z.string().nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const MessageView = z.object({
  id: Uuid,
  template: z.string(),
  templateLabel: z.string(),
  subject: z.string(),
  recipientName: z.string(),
  recipientAddress: z.string(),
  contactId: Uuid.nullable(),
  state: MessageState,
  /** The state with its cause in a sentence, in the caller's language. */
  sentence: z.string(),
  queuedAt: Instant,
  nextAttemptAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  attempts: z.array(AttemptView),
});
export type MessageView = z.infer<typeof MessageView>;

/** One message whole. The body is masked: links are cut out. */
export const MessageDetailView = MessageView.extend({ messageId: z.string(), text: z.string(), html: z.string() });
export type MessageDetailView = z.infer<typeof MessageDetailView>;

export const outboxContract = {
  listMessages: route({
    method: 'GET',
    path: '/mail/messages',
    right: 'user',
    tag,
    summary: 'The outbox: every mail with its state, cause and attempts, newest first',
    query: listQuery(['-queuedAt']).extend({ state: MessageState.optional(), contactId: Uuid.optional() }),
    response: listOf(MessageView),
  }),
  getMessage: route({
    method: 'GET',
    path: '/mail/messages/{messageId}',
    right: 'user',
    tag,
    summary: 'One mail, its links masked',
    params: z.object({ messageId: Uuid }),
    response: MessageDetailView,
  }),
};
