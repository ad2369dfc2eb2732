import { z } from 'zod';
import { Instant, line, optionalLine, route } from '../../../platform/http/contract.ts';

const tag = 'mail';

const TransportKind = z.enum(['smtp', 'sendmail', 'mail', 'test-mailbox', 'none']);
const Encryption = z.enum(['none', 'starttls', 'tls']);

/** Text of several lines: NFC, lines ended by a line feed, no other control characters. Empty means none. */
const paragraph = (most: number) =>
  z.union([
    z
      .string()
      .transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').normalize('NFC').trim())
      .pipe(
        z
          .string()
          .max(most)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
          .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]*$/, 'control-characters')
          .refine((text) => text.isWellFormed(), { params: { sentence: 'malformed' } })
          .transform((text) => text || null),
      ),
    z.null(),
  ]);

/** As it is typed; only what no password can hold is refused. */
const password = z
  .string()
  .min(1)
  .max(1000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'control-characters')
  .refine((text) => text.isWellFormed(), { params: { sentence: 'malformed' } });

const texts = {
  headerDe: paragraph(2000),
  headerEn: paragraph(2000),
  footerDe: paragraph(2000),
  footerEn: paragraph(2000),
  signatureDe: paragraph(2000),
  signatureEn: paragraph(2000),
};

/** What a field leaves out stays as it is stored, the password too; `null` removes it. */
const fields = {
  host: optionalLine(255),
  port: z.union([z.number().int().min(1).max(65_535), z.null()]),
  encryption: z.union([Encryption, z.null()]),
  userName: optionalLine(320),
  password: z.union([password, z.null()]),
  senderName: line(200, 1),
  senderAddress: line(1000, 1),
  replyTo: optionalLine(1000),
  bcc: optionalLine(1000),
  ...texts,
};

const change = z.strictObject(fields).partial();
export const MailSettingChange = change.extend({ transport: TransportKind });
/** Settings as they are typed, to be tried without being saved. */
export const MailSettingTrial = change.extend({ transport: TransportKind.optional() });

const answer = {
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  /** The TLS version in use, `null` without encryption. */
  tls: z.string().nullable(),
  code: z.number().int().nullable(),
  enhancedCode: z.string().nullable(),
  /** The server's own words on one line, shortened; what speaks no SMTP is hardly quoted. */
  answer: z.string().nullable(),
};

export const MailCheckView = z.object({
  transport: TransportKind,
  /** `ok`, or what is wrong: `auth-failed`, `tls-failed`, `host-unknown`, `host-unreachable`, `timeout`, `sender-refused` … */
  result: z.string(),
  /** The same more exactly, such as `certificate-expired` for `tls-failed`. */
  cause: z.string().nullable(),
  /** What was found, and what to do, in the caller's language. */
  sentence: z.string(),
  remedy: z.string().nullable(),
  ...answer,
});
export type MailCheckView = z.infer<typeof MailCheckView>;

export const MailTestView = MailCheckView.extend({
  /** Whether the server took the mail. Accepted is not received. */
  accepted: z.boolean(),
  to: z.string(),
});
export type MailTestView = z.infer<typeof MailTestView>;

export const MailSettingView = z.object({
  transport: TransportKind,
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  encryption: Encryption.nullable(),
  /** Only for administrators. */
  userName: z.string().nullable(),
  hasPassword: z.boolean(),
  senderName: z.string(),
  senderAddress: z.string(),
  replyTo: z.string().nullable(),
  bcc: z.string().nullable(),
  headerDe: z.string().nullable(),
  headerEn: z.string().nullable(),
  footerDe: z.string().nullable(),
  footerEn: z.string().nullable(),
  signatureDe: z.string().nullable(),
  signatureEn: z.string().nullable(),
  /** As the operator's settings say, which are read at every start; false as soon as somebody has saved. */
  fromEnvironment: z.boolean(),
  /** What the operator's settings name for the ways that need no data: the program, and the host of the relay. */
  local: z.object({ sendmailPath: z.string(), relay: z.string() }),
  /** B025: whether mail leaves at all, and if not, why. */
  sending: z.object({
    state: z.enum(['ready', 'paused', 'failing', 'test-mailbox', 'none']),
    sentence: z.string(),
  }),
  /** Set while the transport as a whole is paused: since when, why, in words and in the server's. */
  pause: z
    .object({
      since: Instant,
      nextTryAt: Instant,
      /** Since when and why, in one. */
      sentence: z.string(),
      /** The cause by itself, and what has to happen for mail to leave again. */
      cause: z.string(),
      ends: z.string(),
      answer: z.string().nullable(),
    })
    .nullable(),
  waiting: z.number().int(),
  /** `isCurrent`: of what is stored, not of something else that was tried. */
  lastCheck: MailCheckView.extend({ at: Instant, isCurrent: z.boolean() }).nullable(),
  version: z.number().int(),
  allowed: z.array(z.enum(['edit', 'check'])),
});
export type MailSettingView = z.infer<typeof MailSettingView>;

export const settingContract = {
  getMailSettings: route({
    method: 'GET',
    path: '/mail/settings',
    right: 'user',
    tag,
    summary: 'How mail leaves, whether it does, and what the last check found; never the password',
    response: MailSettingView,
    versioned: true,
  }),
  changeMailSettings: route({
    method: 'PUT',
    path: '/mail/settings',
    right: 'administrator',
    tag,
    summary: 'Choose how mail leaves and what stands in every mail; what is left out stays, the password too',
    body: MailSettingChange,
    response: MailSettingView,
    versioned: true,
  }),
  checkMailSettings: route({
    method: 'POST',
    path: '/mail/settings/check',
    right: 'administrator',
    tag,
    summary: 'Try the settings without saving them: connect, secure, sign in, ask for the sender; no mail leaves',
    body: MailSettingTrial,
    response: MailCheckView,
  }),
  sendTestMail: route({
    method: 'POST',
    path: '/mail/settings/test',
    right: 'administrator',
    tag,
    summary: 'Send one real mail now with these settings, and tell what the server answered',
    body: MailSettingTrial.extend({ to: line(1000, 1) }),
    response: MailTestView,
  }),
};
