import type { RecipientReport } from '../bounce.ts';

/** The mail of ours that most of these reports speak of. */
export const ours = {
  messageId: '<0198a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b@portal.example.com>',
  recipient: 'anna@kunde.example',
  returnPath: 'bounces@portal.example.com',
};

type Part = { type: string; body: string | Buffer; headers?: string[] };
type Made = { headers?: string[]; parts?: Part[]; body?: string | Buffer; type?: string; limit?: string };

export const usualHeaders = (subject: string, from = 'Mail Delivery System <MAILER-DAEMON@mx.kunde.example>') => [
  `From: ${from}`,
  `To: ${ours.returnPath}`,
  `Subject: ${subject}`,
  'Date: Sat, 21 Nov 2026 14:06:00 +0100',
  'Message-ID: <report-1@mx.kunde.example>',
  'MIME-Version: 1.0',
];

export const bytes = (text: string | Buffer) => (typeof text === 'string' ? Buffer.from(text.replace(/\r?\n/g, '\r\n')) : text);

/** A mail from its parts; with `parts` a `multipart/report`. */
export function mailOf({
  headers = usualHeaders('Undelivered Mail Returned to Sender'),
  parts,
  body = '',
  type,
  limit = 'limit-1',
}: Made): Buffer {
  const top = type ?? (parts ? 'multipart/report; report-type=delivery-status; boundary="limit-1"' : 'text/plain; charset=utf-8');
  const head = bytes(`${[...headers, `Content-Type: ${top}`].join('\n')}\n\n`);
  if (!parts) return Buffer.concat([head, bytes(body)]);
  const pieces = parts.flatMap((part) => [
    bytes(`--${limit}\n${[`Content-Type: ${part.type}`, ...(part.headers ?? [])].join('\n')}\n\n`),
    bytes(part.body),
    bytes('\n'),
  ]);
  return Buffer.concat([head, ...pieces, bytes(`--${limit}--\n`)]);
}

export const original = (messageId = ours.messageId, recipient = ours.recipient): string => `Return-Path: <${ours.returnPath}>
From: Muster Energie <no-reply@portal.example.com>
To: Anna =?utf-8?Q?M=C3=BCller?= <${recipient}>
Subject: Legen Sie ein neues Passwort fest
Message-ID: ${messageId}
MIME-Version: 1.0
Content-Type: text/plain

https://portal.example.com/kunden/link/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ
`;

export const perMail = 'Reporting-MTA: dns; mx.kunde.example\nArrival-Date: Sat, 21 Nov 2026 14:05:00 +0100';
export const group = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
export const failed = {
  'Final-Recipient': `rfc822; ${ours.recipient}`,
  Action: 'failed',
  Status: '5.1.1',
  'Diagnostic-Code': `smtp; 550 5.1.1 <${ours.recipient}>: user unknown`,
};

type StatusOptions = {
  groups?: Record<string, string>[];
  status?: string | Buffer;
  statusHeaders?: string[];
  text?: Part;
  returned?: Part | null;
};

/** The parts of a report as RFC 3464 wants them. */
export function report({ groups = [failed], status, statusHeaders = [], text, returned }: StatusOptions = {}): Part[] {
  return [
    text ?? { type: 'text/plain; charset=us-ascii', body: 'I could not deliver your message.' },
    { type: 'message/delivery-status', body: status ?? [perMail, ...groups.map(group)].join('\n\n'), headers: statusHeaders },
    ...(returned === null ? [] : [returned ?? { type: 'message/rfc822', body: original() }]),
  ];
}

/** One report as a mail, with some of its fields changed. */
export const dsn = (fields: Record<string, string> = {}, options: StatusOptions = {}): Buffer =>
  mailOf({ parts: report({ groups: [{ ...failed, ...fields }], ...options }) });

export const expected: RecipientReport = {
  finalRecipient: ours.recipient,
  originalRecipient: null,
  action: 'failed',
  status: '5.1.1',
  answer: `550 5.1.1 <${ours.recipient}>: user unknown`,
  reportedMessageId: ours.messageId,
};

export type BounceCase = { raw: Buffer; kind: 'bounce' | 'auto-reply' | 'other' | 'unreadable'; reports: Partial<RecipientReport>[] };

export const bounce = (raw: Buffer, ...reports: Partial<RecipientReport>[]): BounceCase => ({ raw, kind: 'bounce', reports });
export const plain = (subject: string, body: string, headers: string[] = []) =>
  mailOf({ headers: [...usualHeaders(subject), ...headers], body });

/** Reports of servers that keep to the standard, and of those that do not. */
export const honest: Record<string, BounceCase> = {
  'RFC 3464 with the whole mail': bounce(dsn(), expected),
  'RFC 3464 with the headers only': bounce(
    dsn({}, { returned: { type: 'text/rfc822-headers', body: original().split('\n\n')[0] ?? '' } }),
    expected,
  ),
  'Postfix, which calls its reports auto-replied': bounce(
    mailOf({ headers: [...usualHeaders('Undelivered Mail Returned to Sender'), 'Auto-Submitted: auto-replied'], parts: report() }),
    expected,
  ),
  'delayed: the server still tries': bounce(
    dsn({ Action: 'delayed', Status: '4.4.1', 'Diagnostic-Code': 'X-Postfix; connect to mx.kunde.example: Connection timed out' }),
    { action: 'delayed', status: '4.4.1', answer: 'connect to mx.kunde.example: Connection timed out' },
  ),
  'delivered and relayed are told too': bounce(dsn({ Action: 'relayed', Status: '2.0.0' }), { action: 'relayed', status: '2.0.0' }),
  'several recipients in one report': bounce(
    mailOf({
      parts: report({
        groups: [
          { ...failed, 'Final-Recipient': 'rfc822; bert@kunde.example' },
          failed,
          { 'Final-Recipient': 'rfc822; carla@kunde.example', Action: 'delayed', Status: '4.2.2' },
        ],
      }),
    }),
    { finalRecipient: 'bert@kunde.example' },
    expected,
    { finalRecipient: 'carla@kunde.example', action: 'delayed', status: '4.2.2', answer: null },
  ),
  'a forwarded mail: the original recipient is ours': bounce(
    dsn({ 'Final-Recipient': 'rfc822; anna.privat@anderswo.example', 'Original-Recipient': `rfc822;${ours.recipient}` }),
    { finalRecipient: 'anna.privat@anderswo.example', originalRecipient: ours.recipient },
  ),
  'Exchange, German: „Unzustellbar: …“': bounce(
    mailOf({
      headers: [
        ...usualHeaders('=?utf-8?Q?Unzustellbar=3A_Legen_Sie_ein_neues_Passwort_fest?=', 'Postmaster <postmaster@kunde.example>'),
        `In-Reply-To: ${ours.messageId}`,
      ],
      parts: report({
        text: {
          type: 'text/plain; charset=iso-8859-1',
          headers: ['Content-Transfer-Encoding: quoted-printable'],
          body: `Fehler bei der Nachrichtenzustellung an folgende Empf=E4nger oder Gruppen:\n\nAnna M=FCller (${ours.recipient})\nDie E-Mail-Adresse wurde nicht gefunden.`,
        },
        groups: [
          {
            'Final-Recipient': `rfc822;${ours.recipient}`,
            Action: 'failed',
            Status: '5.1.10',
            'Diagnostic-Code': 'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
            'X-Display-Name': 'Anna =?utf-8?Q?M=C3=BCller?=',
          },
        ],
        returned: null,
      }),
    }),
    {
      status: '5.1.10',
      answer: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      reportedMessageId: ours.messageId,
    },
  ),
  'Exchange Online, the status as base64': bounce(
    dsn(
      {},
      {
        status: Buffer.from(Buffer.from([perMail, group(failed)].join('\r\n\r\n')).toString('base64')),
        statusHeaders: ['Content-Transfer-Encoding: base64'],
      },
    ),
    expected,
  ),
  'Exchange, the part for machines lost at a gateway': bounce(
    plain(
      'Unzustellbar: Legen Sie ein neues Passwort fest',
      `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nAnna Müller (${ours.recipient})<mailto:${ours.recipient}>\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\nDiagnoseinformationen für Administratoren:\n\nGenerierender Server: EX1.kunde.example\n\n${ours.recipient}\n#550 5.1.1 RESOLVER.ADR.RecipNotFound ##\n\nUrsprüngliche Nachrichtenkopfzeilen:\n\nMessage-ID: ${ours.messageId}\n`,
    ),
    { finalRecipient: ours.recipient, action: 'failed', reportedMessageId: ours.messageId },
  ),
  'Exchange of old, German, plain text': bounce(
    plain(
      'Unzustellbar: Legen Sie ein neues Passwort fest',
      `Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.\n\n      Betreff:\tLegen Sie ein neues Passwort fest\n      Gesendet am:\t21.11.2026 14:05\n\nFolgende(r) Empfänger konnte(n) nicht erreicht werden:\n\n      ${ours.recipient} am 21.11.2026 14:06\n            Die E-Mail-Adresse ist unbekannt.\n            <mail.kunde.example #5.1.1 smtp;550 5.1.1 User unknown>\n`,
      [`References: ${ours.messageId}`],
    ),
    { finalRecipient: ours.recipient, action: 'failed', status: '5.1.1', reportedMessageId: ours.messageId },
  ),
  'Exchange of old, English, plain text': bounce(
    plain(
      'Undeliverable: Set a new password',
      `Your message did not reach some or all of the intended recipients.\n\n      Subject:\tSet a new password\n\nThe following recipient(s) could not be reached:\n\n      ${ours.recipient} on 11/21/2026 2:06 PM\n            The e-mail account does not exist.\n            <mail.kunde.example #5.1.1>\n`,
      [`In-Reply-To: ${ours.messageId}`],
    ),
    { finalRecipient: ours.recipient, status: '5.1.1', reportedMessageId: ours.messageId },
  ),
  'qmail, which has a form of its own': bounce(
    plain(
      'failure notice',
      `Hi. This is the qmail-send program at mx.kunde.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<bert@kunde.example>:\n192.0.2.25 failed after I sent the message.\n\n<${ours.recipient}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${original()}`,
    ),
    { finalRecipient: 'bert@kunde.example', status: null, reportedMessageId: ours.messageId },
    {
      finalRecipient: ours.recipient,
      action: 'failed',
      status: '5.1.1',
      answer: 'Sorry, no mailbox here by that name. (#5.1.1)',
      reportedMessageId: ours.messageId,
    },
  ),
  'Exim, without the part for machines': bounce(
    plain(
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${ours.recipient}\n    host mx.kunde.example [192.0.2.25]\n    SMTP error from remote mail server after RCPT TO:\n    550 5.7.1 refused\n\n------ This is a copy of the message, including all the headers. ------\n\n${original()}`,
      [`X-Failed-Recipients: ${ours.recipient}`, 'Auto-Submitted: auto-replied'],
    ),
    { finalRecipient: ours.recipient, action: 'failed', status: '5.7.1', reportedMessageId: ours.messageId },
  ),
  'Exim, a warning about a delay': bounce(
    plain(
      'Warning: message delayed 24 hours',
      `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  ${ours.recipient}\n    Delay reason: host mx.kunde.example: Connection refused\n`,
      [`References: ${ours.messageId}`],
    ),
    { finalRecipient: ours.recipient, action: 'delayed', reportedMessageId: ours.messageId },
  ),
  'Gmail, with a picture in its text': bounce(
    mailOf({
      headers: [
        ...usualHeaders('Delivery Status Notification (Failure)', 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>'),
        `X-Failed-Recipients: ${ours.recipient}`,
      ],
      parts: report({
        text: {
          type: 'multipart/related; boundary="inner"',
          body: '--inner\nContent-Type: text/html; charset=UTF-8\n\n<p>Address not found</p>\n--inner\nContent-Type: image/png; name="icon.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--inner--',
        },
        groups: [
          {
            ...failed,
            'Diagnostic-Code':
              'smtp; 550-5.1.1 The email account that you tried to reach does not exist.\n 550-5.1.1 Please try double-checking.',
          },
        ],
      }),
    }),
    { answer: '550-5.1.1 The email account that you tried to reach does not exist. 550-5.1.1 Please try double-checking.' },
  ),
  'an address and words of other charsets': bounce(
    dsn(
      {},
      {
        status: Buffer.from(
          `${perMail}\r\n\r\n${group({ ...failed, 'Diagnostic-Code': 'smtp; 550 5.1.1 Empf\u00e4nger unbekannt' })}`,
          'latin1',
        ),
        returned: { type: 'message/rfc822', body: Buffer.from(original().replace('Legen Sie', 'F\u00fcr'), 'latin1') },
      },
    ),
    { ...expected, answer: '550 5.1.1 Empfänger unbekannt' },
  ),
  'an international report (RFC 6533)': bounce(
    mailOf({
      parts: [
        { type: 'text/plain; charset=utf-8', body: 'Nicht zustellbar' },
        {
          type: 'message/global-delivery-status',
          body: `${perMail}\n\n${group({ ...failed, 'Final-Recipient': `utf-8; ${ours.recipient}` })}`,
        },
        { type: 'message/global-headers', body: original() },
      ],
    }),
    expected,
  ),
  'fields without a type, with comments, in other cases': bounce(
    dsn({ 'Final-Recipient': `<${ours.recipient}>`, Action: 'Failed (final)', Status: '5.1.1 (bad destination mailbox address)' }),
    { finalRecipient: ours.recipient, action: 'failed', status: '5.1.1' },
  ),
  'no status but in the words': bounce(dsn({ Status: '' }), { status: '5.1.1' }),
};
