import { z } from 'zod';
import { Instant, line, listOf, optionalLine, pageQuery, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'bounces';

const Encryption = z.enum(['none', 'starttls', 'tls']);
const AfterReading = z.enum(['keep', 'delete']);

/** As it is typed; only what no password can hold is refused. */
const password = z
  .string()
  .min(1)
  .max(1000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'control-characters')
  .refine((text) => text.isWellFormed(), 'malformed');

const mailbox = z.strictObject({
  host: line(255, 1),
  port: z.number().int().min(1).max(65_535),
  encryption: Encryption,
  userName: line(320, 1),
  /** Left out: the stored one stays, as long as it goes to the same server. */
  password: password.optional(),
  folder: line(200, 1),
  /** What happens to a report that was read. Other mails are left alone. */
  afterReading: AfterReading,
  /** Whether each mail is to carry its own mark in the return path, `bounces+…@`; done once a mail to such an address has come in. */
  subAddresses: z.boolean().default(false),
});

export const BounceSettingChange = z.strictObject({
  /** Where bounces go: the return path of every mail. `null`: to the sender's address. */
  address: optionalLine(1000),
  mailbox: z.union([mailbox, z.null()]),
});

const MailboxFailureView = z.object({ since: Instant, cause: z.string(), sentence: z.string(), answer: z.string().nullable() });
export type MailboxFailureView = z.infer<typeof MailboxFailureView>;

export const BounceSettingView = z.object({
  version: z.number().int(),
  address: z.string().nullable(),
  mailbox: z
    .object({
      host: z.string(),
      port: z.number().int(),
      encryption: Encryption,
      userName: z.string(),
      folder: z.string(),
      afterReading: AfterReading,
      lastReadAt: Instant.nullable(),
      nextReadAt: Instant,
      /** Set while the mailbox cannot be read: since when, why, in words and in the server's. */
      failure: MailboxFailureView.nullable(),
      subAddresses: z.boolean(),
      /** Whether mail to such addresses comes in; `null` where it is not wanted. */
      subAddressCheck: z.object({ state: z.enum(['not-asked', 'asked', 'late', 'proven']), sentence: z.string() }).nullable(),
    })
    .nullable(),
});
export type BounceSettingView = z.infer<typeof BounceSettingView>;

export const BounceCheckView = z.object({
  /** `ok`, or what is wrong: `auth-failed`, `tls-failed`, `certificate-invalid`, `host-unknown`, `folder-unknown`, `timeout` … */
  result: z.string(),
  sentence: z.string(),
  answer: z.string().nullable(),
  /** How many mails lie in the folder. */
  count: z.number().int().nullable(),
});
export type BounceCheckView = z.infer<typeof BounceCheckView>;

export const BounceAlarmView = z.object({
  /** Addresses that were marked as undeliverable in the last seven days and still are, the newest first: at most five by name. */
  marked: z.object({
    count: z.number().int(),
    newest: z.array(z.object({ address: z.string(), since: Instant, contactId: Uuid.nullable(), messageId: Uuid.nullable() })),
  }),
  mailboxFailure: MailboxFailureView.nullable(),
  /** Reports of failures in the last seven days that could not be matched to a mail; no more than the newest thousand are kept. */
  unmatched: z.object({ count: z.number().int(), lastAt: Instant.nullable(), isMore: z.boolean() }),
});
export type BounceAlarmView = z.infer<typeof BounceAlarmView>;

const Outcome = z.enum(['recorded', 'already-known', 'unknown-message', 'other-recipient', 'contradiction', 'no-failure']);

const reported = {
  /** `permanent`: the mail does not arrive any more; `temporary`: the server still tries. */
  kind: z.enum(['permanent', 'temporary']).nullable(),
  outcome: Outcome,
  /** The same in a sentence, in the caller's language. */
  sentence: z.string(),
  recipientAddress: z.string().nullable(),
  status: z.string().nullable(),
  /** The words of the server that refused, on one line. */
  answer: z.string().nullable(),
  /** The mail that came back; `null` where none was matched. */
  messageId: Uuid.nullable(),
};

export const BounceView = z.object({
  id: Uuid,
  receivedAt: Instant,
  way: z.enum(['mailbox', 'posted']),
  subject: z.string(),
  ...reported,
});
export type BounceView = z.infer<typeof BounceView>;

export const PostedBounceView = z.object({
  /** What the mail was taken for. All but `bounce` have no effect and are not kept. */
  kind: z.enum(['bounce', 'auto-reply', 'other', 'unreadable']),
  subject: z.string(),
  reports: z.array(z.object(reported)),
});

export const bounceContract = {
  getBounceSettings: route({
    method: 'GET',
    path: '/mail/bounces/settings',
    right: 'administrator',
    tag,
    summary: 'Where bounces go and the mailbox they are read from, with the last reading; never the password',
    response: BounceSettingView,
    versioned: true,
  }),
  changeBounceSettings: route({
    method: 'PUT',
    path: '/mail/bounces/settings',
    right: 'administrator',
    tag,
    summary: 'Set where bounces go and the mailbox they are read from',
    body: BounceSettingChange,
    response: BounceSettingView,
    versioned: true,
  }),
  checkBounceSettings: route({
    method: 'POST',
    path: '/mail/bounces/settings/check',
    right: 'administrator',
    tag,
    summary: 'Try the mailbox without saving it: connect, secure, sign in, open the folder; nothing is read or changed',
    body: z.strictObject({ mailbox: mailbox.optional() }),
    response: BounceCheckView,
  }),
  checkSubAddresses: route({
    method: 'POST',
    path: '/mail/bounces/settings/check-sub-addresses',
    right: 'administrator',
    tag,
    summary: 'Send a mail to a sub-address of the return path once more, to see whether it comes in',
    response: BounceSettingView,
  }),
  getBounceAlarm: route({
    method: 'GET',
    path: '/mail/bounces/alarm',
    right: 'user',
    tag,
    summary:
      'What of bounces waits for somebody: addresses that were marked, a mailbox that cannot be read, reports that could not be matched',
    response: BounceAlarmView,
  }),
  listBounces: route({
    method: 'GET',
    path: '/mail/bounces',
    right: 'user',
    tag,
    summary: 'What came back, matched to a mail or not, newest first',
    query: pageQuery.extend({ matched: z.enum(['true', 'false']).optional(), messageId: Uuid.optional() }),
    response: listOf(BounceView),
  }),
  postBounce: route({
    method: 'POST',
    path: '/mail/bounces',
    right: 'user',
    tag,
    summary: 'Hand in a bounce as a raw mail of at most 1 MB, in Base64',
    body: z.strictObject({ raw: z.string().max(1_500_000) }),
    bodyLimit: 1_600_000,
    response: PostedBounceView,
  }),
};
