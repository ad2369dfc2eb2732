import { z } from 'zod';
import { Instant, listOf, listQuery, route, Uuid } from '../../platform/http/contract.ts';

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

export const TemplateView = z.object({
  key: z.string(),
  section: z.enum(['customers', 'users', 'team', 'system']),
  label: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** What no longer happens while the template is switched off. */
  consequence: z.string(),
  lastSentAt: Instant.nullable(),
  previews: z.array(z.object({ variant: z.enum(['de', 'de-DU', 'en']), subject: z.string(), html: z.string(), text: z.string() })),
  allowed: z.array(z.enum(['switch'])),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const MailSettingView = z.object({
  transport: z.enum(['smtp', 'test-mailbox', 'none']),
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  encryption: z.enum(['none', 'starttls', 'tls']).nullable(),
  senderName: z.string(),
  senderAddress: z.string(),
  /** Set while the transport as a whole is paused: since when, why, in words and in the server's. */
  pause: z.object({ since: Instant, nextTryAt: Instant, sentence: z.string(), answer: z.string().nullable() }).nullable(),
  waiting: z.number().int(),
});
export type MailSettingView = z.infer<typeof MailSettingView>;

export const TestMailView = z.object({ id: Uuid, receivedAt: Instant, sender: z.string(), recipient: z.string(), subject: z.string() });
export type TestMailView = z.infer<typeof TestMailView>;

export const mailContract = {
  getMailSettings: route({
    method: 'GET',
    path: '/mail/settings',
    right: 'user',
    tag,
    summary: 'How mail leaves, and whether it is paused',
    response: MailSettingView,
  }),
  listTemplates: route({
    method: 'GET',
    path: '/mail/templates',
    right: 'user',
    tag,
    summary: 'Mail templates by section',
    response: z.object({ items: z.array(TemplateView) }),
  }),
  getTemplate: route({
    method: 'GET',
    path: '/mail/templates/{key}',
    right: 'user',
    tag,
    summary: 'One mail template with its previews',
    params: z.object({ key: z.string().max(50) }),
    response: TemplateView,
  }),
  switchTemplate: route({
    method: 'PATCH',
    path: '/mail/templates/{key}',
    right: 'administrator',
    tag,
    summary: 'Switch a mail template on or off',
    params: z.object({ key: z.string().max(50) }),
    body: z.strictObject({ active: z.boolean() }),
    response: TemplateView,
  }),
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
