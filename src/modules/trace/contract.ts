import { z } from 'zod';
import { Instant, route, Uuid } from '../../platform/http/contract.ts';
import { MessageState } from '../mail/contract.ts';

export const traceKinds = [
  'requested',
  'queued',
  'attempt',
  'accepted',
  'kept',
  'delayed',
  'refused',
  'bounced',
  'given-up',
  'withdrawn',
  'held',
  'waiting',
  'retried',
  'released',
  'not-sent',
  'machine',
  'opened',
  'superseded',
  'expired',
  'password-set',
  'signed-in',
] as const;

export const TraceItem = z.object({
  /** `null`: as it stands at this moment. */
  at: Instant.nullable(),
  kind: z.enum(traceKinds),
  /** In the caller's language. */
  sentence: z.string(),
  /** Whether it is known, or concluded from signs that may mislead. */
  certainty: z.enum(['known', 'presumed']),
  /** Who did it, where that is a person with a name here. */
  actor: z.string().nullable(),
  messageId: Uuid.nullable(),
  /** The words of a server, as it said them. */
  detail: z.string().nullable(),
});
export type TraceItem = z.infer<typeof TraceItem>;

export const MailTrace = z.object({
  messageId: Uuid,
  template: z.string(),
  templateLabel: z.string(),
  recipientAddress: z.string(),
  state: MessageState,
  queuedAt: Instant,
  /** Whether it carries a link, so that there is more to tell than its delivery. */
  hasLink: z.boolean(),
  /** The oldest first. */
  items: z.array(TraceItem),
});
export type MailTrace = z.infer<typeof MailTrace>;

/** What happened on one way of a person into a portal; the last one, without an access, holds the mails that belong to none. */
export const AccessTrace = z.object({
  accessId: Uuid.nullable(),
  portalId: Uuid.nullable(),
  portalName: z.string().nullable(),
  /** The day of the next reminder of an open invitation, in the portal's time zone, and the same in a sentence. */
  nextReminder: z.object({ on: z.iso.date(), sentence: z.string(), isPossible: z.boolean() }).nullable(),
  /** The newest first. */
  mails: z.array(MailTrace),
  /** What came about without a mail: a password that staff typed, a reminder that could not be sent. The oldest first. */
  others: z.array(TraceItem),
});
export type AccessTrace = z.infer<typeof AccessTrace>;

export const ContactTrace = z.object({ accesses: z.array(AccessTrace) });
export type ContactTrace = z.infer<typeof ContactTrace>;

export const traceContract = {
  getContactTrace: route({
    method: 'GET',
    path: '/contacts/{contactId}/trace',
    right: 'user',
    tag: 'contacts',
    summary: 'The way of every mail to a person: from whoever asked for it to the first sign-in',
    params: z.object({ contactId: Uuid }),
    response: ContactTrace,
  }),
  getMessageTrace: route({
    method: 'GET',
    path: '/mail/messages/{messageId}/trace',
    right: 'user',
    tag: 'mail',
    summary: 'The way of one mail: from whoever asked for it to the first sign-in',
    params: z.object({ messageId: Uuid }),
    response: MailTrace,
  }),
};
