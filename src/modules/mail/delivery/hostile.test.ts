import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { isAddress, parseAddress } from '../../../platform/address.ts';
import { deliveryTools } from './delivery.fixture.ts';

const { server, post, workerOf } = await deliveryTools();

/** What gets in between an address and its reader. */
const breaks = ['\r\n', '\n', '\r', '\r\n ', '\u0085', '\u2028', '\u2029', '\u0000', '%0d%0a', '\\r\\n', '\v', '\f'];
const additions = [
  'Bcc: evil@evil.example',
  'RCPT TO:<evil@evil.example>',
  'X-Evil: 1',
  '.\r\nQUIT',
  'Content-Type: text/html\r\n\r\n<b>x</b>',
];
const injected = breaks.flatMap((cut) => additions.map((more) => `anna@kunde.example${cut}${more}`));

const lists = [', ', ',', ';', '; ', ' ', '\t', ' , ', '\u00a0', '\u3000', '\u200b'].flatMap((cut) => [
  `anna@kunde.example${cut}evil@evil.example`,
  `evil@evil.example${cut}anna@kunde.example`,
  `anna${cut}evil@evil.example`,
]);

const wrapped = [
  '<anna@kunde.example>',
  'Anna <anna@kunde.example>',
  'Anna <anna@kunde.example>, Eve <evil@evil.example>',
  '"Anna" <anna@kunde.example>',
  '"evil@evil.example" <anna@kunde.example>',
  '<evil@evil.example>anna@kunde.example',
  'anna@kunde.example<evil@evil.example>',
  'group: anna@kunde.example, evil@evil.example;',
  'undisclosed-recipients:;',
  '@evil.example:anna@kunde.example',
  '<@evil.example,@x.example:anna@kunde.example>',
  'anna%evil.example@kunde.example',
  'evil.example!anna@kunde.example',
  'anna(comment)@kunde.example',
  'anna@(comment)kunde.example',
  'anna@kunde.example(evil@evil.example)',
  '(evil@evil.example)anna@kunde.example',
  '"anna evil"@kunde.example',
  '"anna@evil.example"@kunde.example',
  '"anna\\"@kunde.example',
  '""@kunde.example',
  '"<evil@evil.example>"@kunde.example',
  '"a,b"@kunde.example',
  "'anna'@kunde.example",
  'anna\\@evil.example@kunde.example',
  'anna@evil.example@kunde.example',
  '@kunde.example',
  'anna@',
  'anna',
  '',
  ' ',
  'anna@[127.0.0.1]',
  'anna@[IPv6:::1]',
  'anna@127.0.0.1',
  'anna@localhost',
  'anna@kunde',
  'anna@kunde.example:25',
  'anna@kunde..example',
  'anna@.kunde.example',
  'anna@kunde.example.',
  'anna@-kunde.example',
  'anna@kunde_x.example',
  'anna@ku nde.example',
  'anna @kunde.example',
  'anna@ kunde.example',
  '.anna@kunde.example',
  'anna.@kunde.example',
  'an..na@kunde.example',
  `${'a'.repeat(65)}@kunde.example`,
  `anna@${'k'.repeat(64)}.example`,
  `anna@${'kunde.'.repeat(60)}example`,
  'ännä@kunde.example',
  'anna@kunde.example\u202e',
  '\u202eanna@kunde.example',
  'an\u200dna@kunde.example',
  '\ufeffanna@kunde.example',
  'anna@ｋunde.example',
  'anna＠kunde.example',
  '=?utf-8?q?anna?=@kunde.example',
  '=?utf-8?b?ZXZpbEBldmlsLmV4YW1wbGU=?= <anna@kunde.example>',
  'anna@=?utf-8?q?kunde?=.example',
  'anna@xn--.example',
  'anna@xn--a.example',
  'mailto:anna@kunde.example',
  'anna@kunde.example?bcc=evil@evil.example',
  'anna@kunde.example#x',
  'anna@kunde.example/x',
  'anna|evil@kunde.example',
  'anna`id`@kunde.example',
  '$(id)@kunde.example',
  'anna;id@kunde.example',
  '\ud800@kunde.example',
  'anna@kunde.example\u0000',
];

/** Strange, and right: they are one mailbox, and get their mail. */
const odd = [
  'Anna.Müller@kunde.example'.replace('ü', 'ue'),
  "o'brien@kunde.example",
  'anna+portal@kunde.example',
  'a@b.co',
  '1@kunde.example',
  '-f@kunde.example',
  '-oQ/tmp@kunde.example',
  '_@kunde.example',
  '{link}@kunde.example',
  '$x&y#z*@kunde.example',
  'a/b=c?d^e~f@kunde.example',
  'info@müller.de',
  'info@MÜLLER.de',
  'INFO@Kunde.Example',
  'info@straße.de',
  'info@δοκιμή.gr',
  'info@xn--mller-kva.de',
  ' anna@kunde.example ',
  `${'a'.repeat(64)}@kunde.example`,
  'anna@a-b--c.example',
  'rcpt-to@kunde.example',
  'bcc@kunde.example',
];

const names = [
  'Eve\r\nBcc: evil@evil.example',
  'Eve\nBcc: evil@evil.example',
  'Eve\rBcc: evil@evil.example',
  'Eve\u0085Bcc: evil@evil.example',
  'Eve\u2028Bcc: evil@evil.example',
  'Eve\r\n\r\n<h1>Body</h1>',
  'Eve\r\n.\r\nMAIL FROM:<evil@evil.example>\r\nRCPT TO:<evil@evil.example>',
  'Eve <evil@evil.example>',
  'Eve <evil@evil.example>, ',
  '"Eve" <evil@evil.example>',
  'Eve", "evil@evil.example',
  '\\", evil@evil.example, "',
  'evil@evil.example',
  'evil@evil.example,',
  'Eve; evil@evil.example',
  'Eve: evil@evil.example;',
  '(Eve) evil@evil.example',
  '=?utf-8?q?Eve=0d=0aBcc:_evil@evil.example?=',
  '=?utf-8?b?RXZlDQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=',
  '=?iso-8859-1?q?=22=2C_evil=40evil.example?=',
  'Müller',
  'Ümläüt ß ſ',
  '张伟',
  'עברית',
  '\u202eeve@live',
  '\u2066Eve\u2069',
  '\ufeffEve',
  '\u0000Eve\u0007',
  '\ud800Eve',
  '🙂 Eve 🙂',
  'e\u0301'.repeat(50),
  'A'.repeat(3000),
  `${'ä'.repeat(900)}\r\nBcc: evil@evil.example`,
  '\t\tEve\t',
  '',
  ' ',
  '.',
  '..',
  '{link}',
  '{salutation} {link} {{link}}',
  '<script>alert(1)</script>',
  '</p><img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '%0d%0aBcc:evil@evil.example',
  "'; drop table message; --",
  'https://link.invalid/',
  'To: evil@evil.example',
  'Subject: x',
  '\r\n',
  '--part',
];

const addresses = [...injected, ...lists, ...wrapped, ...odd];
const headers = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];

test(`rule 17 ${addresses.length} addresses: each is one recipient equal to the stored address, or refused with a reason`, async () => {
  expect(addresses.length).toBeGreaterThanOrEqual(180);
  const smtp = await server();
  const at = await post(smtp);
  const queued: string[] = [];
  for (const address of addresses) {
    const outcome = await at.leave({ address });
    const parsed = parseAddress(address);
    if (outcome.state === 'queued') {
      expect(isAddress(parsed), JSON.stringify(address)).toBe(true);
      queued.push((await at.message(outcome.messageId)).recipientAddress);
    } else {
      expect(['invalid-address', 'no-address'], JSON.stringify(address)).toContain(outcome.reason);
      expect(isAddress(parsed), JSON.stringify(address)).toBe(false);
    }
  }
  expect(queued.length).toBeGreaterThanOrEqual(odd.length);
  await workerOf(at).runOnce();
  expect(smtp.mails.map(({ to }) => to.join('|')).sort()).toEqual(queued.sort());
  for (const { raw, to } of smtp.mails) await mustBeOneMail(raw, to);
  expect(smtp.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(queued.length);
}, 60_000);

test(`rule 17 ${names.length * 2} names, each as the person’s and as the company’s: never a header or a recipient more`, async () => {
  const smtp = await server();
  const at = await post(smtp);
  for (const [index, name] of names.entries()) {
    const person = { salutation: null, title: name, firstName: name, lastName: name };
    await at.leaveOne(`person-${index}@kunde.example`, { person });
    await at.leaveOne(`company-${index}@kunde.example`, { companyName: name, accountName: name });
  }
  await workerOf(at).runOnce();
  expect(new Set(smtp.mails.map(({ to }) => to.join('|'))).size).toBe(names.length * 2);
  for (const { raw, to } of smtp.mails) await mustBeOneMail(raw, to);
}, 60_000);

async function mustBeOneMail(raw: string, to: string[]): Promise<void> {
  expect(to).toHaveLength(1);
  const mail = await PostalMime.parse(raw);
  expect(mail.headers.map(({ key }) => key).sort()).toEqual(headers);
  expect(mail.to?.map(({ address }) => address)).toEqual(to);
  expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []]);
  expect(mail.from?.address).toBe('no-reply@example.com');
  expect(mail.html).not.toMatch(/<script>|<img src=x|<h1>Body/);
}
