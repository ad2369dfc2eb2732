import {
  type BounceCase,
  bounce,
  bytes,
  dsn,
  expected,
  failed,
  group,
  mailOf,
  original,
  ours,
  perMail,
  plain,
  report,
  usualHeaders,
} from './bounces.fixture.ts';

const none = (kind: 'auto-reply' | 'other' | 'unreadable', raw: Buffer): BounceCase => ({ raw, kind, reports: [] });

const nested = (depth: number): Buffer => {
  const open = Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`).join('');
  return bytes(`${usualHeaders('deep').join('\n')}\n${open}Content-Type: message/delivery-status\n\n${perMail}\n\n${group(failed)}\n`);
};

/** Mails that come to a return path and tell of no failure. */
export const harmless: Record<string, BounceCase> = {
  'out of office': none(
    'auto-reply',
    plain('Automatische Antwort: Legen Sie ein neues Passwort fest', 'Ich bin bis Montag nicht im Büro.', [
      'Auto-Submitted: auto-replied',
      `In-Reply-To: ${ours.messageId}`,
    ]),
  ),
  'vacation without its header': none(
    'auto-reply',
    plain('Abwesenheitsnotiz: Anna Müller', `Bitte an ${ours.recipient} schreiben.`, ['X-Auto-Response-Suppress: All']),
  ),
  'vacation of old': none('auto-reply', plain('Re: Passwort', 'gone fishing', ['Precedence: auto_reply'])),
  'a person answers': none(
    'other',
    plain('AW: Legen Sie ein neues Passwort fest', `Das hat nicht geklappt.\n\n> Message-ID: ${ours.messageId}\n> 550 5.1.1 user unknown`, [
      `In-Reply-To: ${ours.messageId}`,
    ]),
  ),
  'a person hands on a report': none(
    'other',
    mailOf({
      type: 'multipart/mixed; boundary="limit-0"',
      limit: 'limit-0',
      parts: [
        { type: 'text/plain', body: 'Was heißt das?' },
        { type: 'message/rfc822', body: dsn() },
      ],
    }),
  ),
  'a person quotes qmail': none(
    'other',
    plain('Frage', `> Hi. This is the qmail-send program at mx.\n>\n> <${ours.recipient}>:\n> no mailbox (#5.1.1)`),
  ),
  'a receipt that it was read': none(
    'other',
    mailOf({
      type: 'multipart/report; report-type=disposition-notification; boundary="limit-1"',
      parts: [
        { type: 'text/plain', body: 'gelesen' },
        {
          type: 'message/disposition-notification',
          body: `Final-Recipient: rfc822; ${ours.recipient}\nDisposition: automatic-action/MDN-sent-automatically; displayed`,
        },
      ],
    }),
  ),
  'a newsletter': none('other', plain('Angebote der Woche', 'Nur heute', ['List-Unsubscribe: <https://shop.example/u>'])),
  'nothing at all': none('other', Buffer.alloc(0)),
};

const flood = (length: number, fill: string) => fill.repeat(Math.ceil(length / fill.length));

/** Mails made to confuse the reader. Whether what they claim is believed is another question. */
export const hostile: Record<string, BounceCase> = {
  'a body of 10 MB behind the report': bounce(
    dsn({}, { returned: { type: 'message/rfc822', body: `${original()}${flood(10_000_000, `${'x'.repeat(70)}\n`)}` } }),
    expected,
  ),
  'a text of 10 MB in front of the report': none(
    'other',
    dsn({}, { text: { type: 'text/plain', body: flood(10_000_000, `${'<a@b.example>:'.repeat(5)}\n`) } }),
  ),
  'one line of 10 MB': none('other', plain('long', flood(10_000_000, 'Message-ID: <a@'))),
  'nested 200 levels deep': none('unreadable', nested(200)),
  'nested 2,000 levels deep': none('unreadable', nested(2000)),
  'header lines of 1 MB': none('unreadable', plain('x', 'y', [`X-Long: ${flood(1_000_000, 'a ')}`])),
  'a boundary that never comes': bounce(mailOf({ parts: report({ returned: null }) }).subarray(0, -'\r\n--limit-1--\r\n'.length), {
    ...expected,
    reportedMessageId: null,
  }),
  'no boundary at all': none('other', mailOf({ type: 'multipart/report; report-type=delivery-status', body: group(failed) })),
  'bytes that are no text': none('other', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 37) % 256))),
  'header injection in the words': bounce(
    dsn({ 'Diagnostic-Code': `smtp; 550 no =?utf-8?Q?=0D=0ABcc:_eve@evil.example=0D=0A?=\n\tSubject: gotcha\u0000\u001b[31m` }),
    { answer: '550 no Bcc: eve@evil.example Subject: gotcha [31m' },
  ),
  'words that run from right to left': bounce(dsn({ 'Diagnostic-Code': 'smtp; 550 \u202egnp.exe\u202c <script>alert(1)</script>' }), {
    answer: '550 gnp.exe <script>alert(1)</script>',
  }),
  'words that quote a link of ours': bounce(
    dsn({ 'Diagnostic-Code': 'smtp; 554 spam: https://portal.example.com/kunden/link/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ' }),
    { answer: '554 spam: https://portal.example.com/kunden/link/…' },
  ),
  'an address that brings a second one': none('other', dsn({ 'Final-Recipient': `rfc822; ${ours.recipient}, eve@evil.example` })),
  'two Message-IDs in the returned mail: the first counts': bounce(
    dsn({}, { returned: { type: 'message/rfc822', body: `Message-ID: <eve@evil.example>\n${original()}` } }),
    { reportedMessageId: '<eve@evil.example>' },
  ),
  'ours in the header, another in the returned mail: the returned mail counts': bounce(
    mailOf({
      headers: [...usualHeaders('x'), `In-Reply-To: ${ours.messageId}`],
      parts: report({ returned: { type: 'message/rfc822', body: original('<eve@evil.example>') } }),
    }),
    { reportedMessageId: '<eve@evil.example>' },
  ),
  'a Message-ID behind the headers does not count': bounce(
    dsn({}, { returned: { type: 'message/rfc822', body: `Subject: x\n\nMessage-ID: ${ours.messageId}\n` } }),
    { reportedMessageId: null },
  ),
  'an action that does not exist': none('other', dsn({ Action: 'exploded' })),
  'a thousand recipients: fifty are read': bounce(
    mailOf({
      parts: report({
        groups: Array.from({ length: 1000 }, (_, at) => ({ ...failed, 'Final-Recipient': `rfc822; a${at}@kunde.example` })),
      }),
    }),
    ...Array.from({ length: 50 }, (_, at) => ({ finalRecipient: `a${at}@kunde.example` })),
  ),
  'names of JavaScript as fields': bounce(dsn({}, { status: `${perMail}\n\n__proto__: x\nconstructor: y\n${group(failed)}` }), expected),
  'a charset that does not exist': bounce(
    mailOf({
      headers: usualHeaders('=?klingon-1?Q?=FF=FE?= Undeliverable'),
      parts: report({ text: { type: 'text/plain; charset=klingon-1', body: 'x' } }),
    }),
    expected,
  ),
};
