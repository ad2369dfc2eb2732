import { z } from 'zod';
import { Instant, line, listOf, listQuery, route, Uuid } from '../../../platform/http/contract.ts';

const tag = 'mail';

export const messageStates = [
  'queued',
  'deferred',
  'paused',
  'held',
  'accepted',
  'refused',
  'bounced',
  'unknown',
  'given-up',
  'withdrawn',
] as const;
export const MessageState = z.enum(messageStates);
export type MessageState = z.infer<typeof MessageState>;

/** Several states at once, with commas between them: `refused,bounced`. */
const MessageStates = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(MessageState).min(1).max(messageStates.length));

/** A calendar day, in the workspace's time zone. */
const Day = z.iso.date();

/** What became of a mail that saving something asked for. `reason` says why nothing was queued. */
export const MailOutcomeView = z.object({
  state: z.enum(['queued', 'not-possible', 'not-asked']),
  /** The mail is queued but lies there: mails to this address came back. */
  held: z.literal('address-marked').optional(),
  reason: z
    .enum([
      'template-inactive',
      'no-transport',
      'no-address',
      'invalid-address',
      'deleted',
      'blocked',
      'expired',
      'company-closed',
      'portal-closed',
    ])
    .optional(),
  /** The same in a sentence, in the caller's language. */
  sentence: z.string(),
  messageId: Uuid.optional(),
  transport: z.enum(['smtp', 'sendmail', 'mail', 'test-mailbox']).optional(),
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
  portalId: Uuid.nullable(),
  state: MessageState,
  /** Only with `held`: a template that is switched off, or an address that mails came back from. */
  heldBecause: z.enum(['template-inactive', 'address-marked']).nullable(),
  /** The state with its cause in a sentence, in the caller's language. */
  sentence: z.string(),
  queuedAt: Instant,
  nextAttemptAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  attempts: z.array(AttemptView),
  allowed: z.array(z.enum(['retry', 'send-new-link', 'release-address'])),
});
export type MessageView = z.infer<typeof MessageView>;

/** One message whole. The body is masked: links are cut out. */
export const MessageDetailView = MessageView.extend({ messageId: z.string(), text: z.string(), html: z.string() });
export type MessageDetailView = z.infer<typeof MessageDetailView>;

/** The same filters for the list, the counts and a retry of all that match. */
const filters = {
  state: MessageStates.optional(),
  template: z.string().max(50).optional(),
  portalId: Uuid.optional(),
  contactId: Uuid.optional(),
  /** Both days are included. */
  from: Day.optional(),
  to: Day.optional(),
};

/** Somebody has stopped the queue by hand: who, and since when. */
export const QueueStopView = z.object({ since: Instant, by: z.string(), sentence: z.string() });
export type QueueStopView = z.infer<typeof QueueStopView>;

/** The transport as a whole does not work: since when, why, in words and in the server's. It is tried again by itself. */
export const TransportPauseView = z.object({ since: Instant, nextTryAt: Instant, sentence: z.string(), answer: z.string().nullable() });

/** The saved views of the queue, each a set of states. */
export const queueViews = {
  all: messageStates,
  waiting: ['queued', 'deferred', 'unknown', 'paused'],
  held: ['held'],
  failed: ['refused', 'bounced', 'given-up'],
  accepted: ['accepted'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<string, readonly (typeof messageStates)[number][]>;
export type QueueViewName = keyof typeof queueViews;

export const QueueView = z.object({
  stopped: QueueStopView.nullable(),
  transportPause: TransportPauseView.nullable(),
  /** Mails that have not left yet. */
  waiting: z.number().int(),
  /** How many mails each view has, with the other filters as given. Exact up to 10,000, estimated above. */
  views: z.array(
    z.object({ name: z.enum(Object.keys(queueViews) as [QueueViewName]), total: z.number().int(), totalIsEstimate: z.boolean() }),
  ),
  allowed: z.array(z.enum(['pause', 'resume', 'try-now'])),
});
export type QueueView = z.infer<typeof QueueView>;

const retryVerdicts = ['now', 'again', 'under-way', 'accepted', 'withdrawn', 'link-gone', 'template-inactive', 'address-marked'] as const;

/** How many mails are tried once more, and why the others are not. */
export const RetryView = z.object({
  retried: z.number().int(),
  skipped: z.number().int(),
  /** One entry for each thing that became of mails, with how many; `contactId` where it is one mail of one person. */
  outcomes: z.array(
    z.object({ verdict: z.enum(retryVerdicts), count: z.number().int(), sentence: z.string(), contactId: Uuid.nullable() }),
  ),
});
export type RetryView = z.infer<typeof RetryView>;

/** An address that mails came back from: further mails to it lie in the queue. */
export const AddressMarkView = z.object({
  since: Instant,
  /** The mail that came back; `null` where it has been forgotten since. */
  messageId: Uuid.nullable(),
  status: z.string().nullable(),
  answer: z.string().nullable(),
  sentence: z.string(),
});
export type AddressMarkView = z.infer<typeof AddressMarkView>;

const Address = z.string().min(1).max(1000);

export const outboxContract = {
  listMessages: route({
    method: 'GET',
    path: '/mail/messages',
    right: 'user',
    tag,
    summary: 'The outbox: every mail with its state, cause and attempts, newest first',
    query: listQuery(['-queuedAt']).extend(filters),
    response: listOf(MessageView),
  }),
  getQueue: route({
    method: 'GET',
    path: '/mail/queue',
    right: 'user',
    tag,
    summary: 'Whether mail leaves, what stops it, and how many mails there are in each state',
    query: z.strictObject({ q: line(200).optional(), ...filters }).omit({ state: true }),
    response: QueueView,
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
  retryMessages: route({
    method: 'POST',
    path: '/mail/messages/retry',
    right: 'user',
    tag,
    summary: 'Try mails once more: all that match, or those that are named',
    body: z.strictObject({ q: line(200).optional(), ...filters, ids: z.array(Uuid).min(1).max(500).optional() }),
    response: RetryView,
  }),
  retryMessage: route({
    method: 'POST',
    path: '/mail/messages/{messageId}/retry',
    right: 'user',
    tag,
    summary: 'Try a mail once more',
    params: z.object({ messageId: Uuid }),
    response: MessageDetailView,
  }),
  pauseQueue: route({
    method: 'POST',
    path: '/mail/pause',
    right: 'administrator',
    tag,
    summary: 'Stop sending; nothing is lost',
    response: QueueView,
  }),
  resumeQueue: route({
    method: 'POST',
    path: '/mail/resume',
    right: 'administrator',
    tag,
    summary: 'Let sending go on that somebody has stopped',
    response: QueueView,
  }),
  tryTransport: route({
    method: 'POST',
    path: '/mail/try-now',
    right: 'user',
    tag,
    summary: 'End the pause of a transport that did not work early: one try, now',
    response: QueueView,
  }),
  getAddressMark: route({
    method: 'GET',
    path: '/mail/addresses',
    right: 'user',
    tag,
    summary: 'Whether mails to an address are held, because mails came back from it',
    query: z.strictObject({ address: Address }),
    response: z.object({ mark: AddressMarkView.nullable() }),
  }),
  releaseAddress: route({
    method: 'POST',
    path: '/mail/addresses/release',
    right: 'user',
    tag,
    summary: 'Let mails to an address go on that mails came back from',
    body: z.strictObject({ address: Address }),
    response: z.object({ released: z.boolean(), waiting: z.number().int() }),
  }),
};
