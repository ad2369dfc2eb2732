import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { type AddressFault, addressFaultPhrase, displayAddress, isAddress, parseAddress } from './address.ts';

const accepted: [typed: string, stored: string][] = [
  ['anna@example.com', 'anna@example.com'],
  ['  anna@example.com \t', 'anna@example.com'],
  ['anna@example.com\r\n', 'anna@example.com'],
  ['Anna.Mueller@Example.COM', 'Anna.Mueller@example.com'],
  ["o'brien@example.ie", "o'brien@example.ie"],
  ['anna+portal@example.com', 'anna+portal@example.com'],
  ['a@b.de', 'a@b.de'],
  ['1@2.de', '1@2.de'],
  ['{anna}@example.com', '{anna}@example.com'],
  ['anna=beispiel.de@bounces.example.com', 'anna=beispiel.de@bounces.example.com'],
  ['info@müller.de', 'info@xn--mller-kva.de'],
  ['info@MÜLLER.DE', 'info@xn--mller-kva.de'],
  ['info@mu\u0308ller.de', 'info@xn--mller-kva.de'],
  ['info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
  ['info@XN--MLLER-KVA.DE', 'info@xn--mller-kva.de'],
  ['info@straße.de', 'info@xn--strae-oqa.de'],
  ['info@xn--strae-oqa.de', 'info@xn--strae-oqa.de'],
  ['info@стадтверке.рф', 'info@xn--80aeffa3a5bdjc.xn--p1ai'],
  ['info@例え.jp', 'info@xn--r8jz45g.jp'],
  ['info@stadtwerke.museum', 'info@stadtwerke.museum'],
  ['info@a-b--c.de', 'info@a-b--c.de'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  [`a@${'b'.repeat(63)}.de`, `a@${'b'.repeat(63)}.de`],
  [
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.de`,
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.de`,
  ],
];

test.each(accepted)('rule 10 %j is stored as %j', (typed, stored) => {
  const parsed = parseAddress(typed);
  expect(parsed).toEqual({ address: stored, key: stored.toLowerCase() });
  expect(parseAddress(stored)).toEqual(parsed);
});

const refused: [typed: string, fault: AddressFault][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['\r\n', 'empty'],
  ['anna', 'no-at'],
  ['anna.example.com', 'no-at'],
  ['@', 'local-part-missing'],
  ['@example.com', 'local-part-missing'],
  ['anna@', 'domain-missing'],
  ['anna@@example.com', 'several-at'],
  ['anna@example@example.com', 'several-at'],
  ['@a.de:anna@example.com', 'several-at'],
  ['@a.de,@b.de:anna@example.com', 'several'],
  // Line breaks: a second header, a second command.
  ['anna@example.com\r\nBcc: eve@evil.example', 'line-break'],
  ['anna@example.com\nBcc: eve@evil.example', 'line-break'],
  ['anna@example.com\rBcc: eve@evil.example', 'line-break'],
  ['anna\r\n@example.com', 'line-break'],
  ['anna@exam\r\n ple.com', 'line-break'],
  ['anna@example.com\u2028Bcc: eve@evil.example', 'line-break'],
  ['anna@example.com\u2029x', 'line-break'],
  ['anna@example.com\u0085x', 'line-break'],
  ['anna@example.com>\r\nRCPT TO:<eve@evil.example', 'line-break'],
  ['anna%0d%0aBcc:eve@example.com', 'local-part-character'],
  ['anna@example.com%0d%0aBcc', 'domain-character'],
  // Characters that nobody sees.
  ['anna@example.com\0', 'hidden-character'],
  ['anna\0@example.com', 'hidden-character'],
  ['an\tna@example.com', 'hidden-character'],
  ['an\u200bna@example.com', 'hidden-character'],
  ['anna@exam\u200bple.com', 'hidden-character'],
  ['anna@exam\u00adple.com', 'hidden-character'],
  ['anna@exam\u200dple.com', 'hidden-character'],
  ['\u202emoc.elpmaxe@anna.com', 'hidden-character'],
  ['anna@example.com\u202c', 'hidden-character'],
  ['an\ufeffna@example.com', 'hidden-character'],
  ['an\u007fna@example.com', 'hidden-character'],
  ['an\u2066na@example.com', 'hidden-character'],
  ['an\ue000na@example.com', 'hidden-character'],
  ['an\ud800na@example.com', 'malformed'],
  ['anna@ex\udfffample.com', 'malformed'],
  // White space within.
  ['an na@example.com', 'white-space'],
  ['anna @example.com', 'white-space'],
  ['anna@ example.com', 'white-space'],
  ['anna@example. com', 'white-space'],
  ['anna@example.com eve', 'white-space'],
  ['an\u00a0na@example.com', 'white-space'],
  ['anna@exam\u3000ple.com', 'white-space'],
  ['anna@example.com eve@evil.example', 'several'],
  // Lists and names.
  ['anna@example.com,eve@evil.example', 'several'],
  ['anna@example.com, eve@evil.example', 'several'],
  ['anna@example.com;eve@evil.example', 'several'],
  ['team:anna@example.com;', 'several'],
  ['anna,eve@example.com', 'several'],
  ['<anna@example.com>', 'display-name'],
  ['Anna <anna@example.com>', 'display-name'],
  ['anna@example.com <eve@evil.example>', 'display-name'],
  ['"Anna" <anna@example.com>', 'display-name'],
  ['anna@example.com>', 'display-name'],
  ['a<b@example.com', 'display-name'],
  ['<script>alert(1)</script>@example.com', 'display-name'],
  ['<anna@example.com>,<eve@evil.example>', 'display-name'],
  // Quotes and comments.
  ['"anna"@example.com', 'quoted'],
  ['"anna mueller"@example.com', 'quoted'],
  ['"anna@evil.example x"@example.com', 'quoted'],
  ['"anna\\"@example.com', 'quoted'],
  ['anna\\@example.com', 'quoted'],
  ['"@"@example.com', 'quoted'],
  ['anna@"example.com"', 'quoted'],
  ['anna(comment)@example.com', 'comment'],
  ['(eve@evil.example)anna@example.com', 'comment'],
  ['anna@example.com(eve)', 'comment'],
  ['anna@(x)example.com', 'comment'],
  // The mailbox's name.
  ['.anna@example.com', 'local-part-dots'],
  ['anna.@example.com', 'local-part-dots'],
  ['an..na@example.com', 'local-part-dots'],
  ['.@example.com', 'local-part-dots'],
  ['müller@example.com', 'local-part-not-ascii'],
  ['mıke@example.com', 'local-part-not-ascii'],
  ['аnna@example.com', 'local-part-not-ascii'],
  ['ａnna@example.com', 'local-part-not-ascii'],
  ['😀@example.com', 'local-part-not-ascii'],
  ['anna！x@example.com', 'local-part-not-ascii'],
  ['anna%evil.example@example.com', 'local-part-character'],
  ['evil.example!anna@example.com', 'local-part-character'],
  ['|/bin/sh@example.com', 'local-part-character'],
  ['`id`@example.com', 'local-part-character'],
  ['anna:eve@example.com', 'local-part-character'],
  ['an[na]@example.com', 'local-part-character'],
  ['=?utf-8?q?anna=40evil.example=3e?=@example.com', 'encoded-word'],
  ['=?utf-8?B?YW5uYQ==?=@example.com', 'encoded-word'],
  ['=?x?q?=00?=@example.com', 'encoded-word'],
  ['mailto:anna@example.com', 'local-part-character'],
  [`${'a'.repeat(65)}@example.com`, 'local-part-too-long'],
  [`${'a'.repeat(254)}@b.de`, 'local-part-too-long'],
  // The domain.
  ['anna@localhost', 'domain-too-short'],
  ['anna@de', 'domain-too-short'],
  ['anna@example.c', 'domain-too-short'],
  ['anna@.example.com', 'domain-label'],
  ['anna@example.com.', 'domain-label'],
  ['anna@example..com', 'domain-label'],
  ['anna@.', 'domain-label'],
  ['anna@-example.com', 'domain-label'],
  ['anna@example-.com', 'domain-label'],
  ['anna@example.-com', 'domain-label'],
  [`anna@${'a'.repeat(64)}.com`, 'domain-label'],
  ['anna@exam_ple.com', 'domain-character'],
  ['anna@example.com/x', 'domain-character'],
  ['anna@example.com?x=1', 'domain-character'],
  ['anna@example.com#x', 'domain-character'],
  ['anna@exam%70le.com', 'domain-character'],
  ['anna@example.com&x', 'domain-character'],
  ['anna@exam!ple.com', 'domain-character'],
  ["anna@example'.com", 'domain-character'],
  ['anna@exam|ple.com', 'domain-character'],
  ['anna@exam=ple.com', 'domain-character'],
  ['anna@example。com', 'domain-character'],
  ['anna@example．com', 'domain-character'],
  ['anna@ｅxample.com', 'domain-character'],
  ['anna@ex①mple.com', 'domain-character'],
  ['anna@exampℓe.com', 'domain-character'],
  ['anna@☃.net', 'domain-character'],
  ['anna@💩.la', 'domain-character'],
  ['anna@xn--.de', 'domain-label'],
  ['anna@xn--a.de', 'domain-not-international'],
  ['anna@xn--ss.de', 'domain-not-international'],
  ['anna@ab--c.de', 'domain-not-international'],
  ['anna@[127.0.0.1]', 'domain-literal'],
  ['anna@[IPv6:::1]', 'domain-literal'],
  ['anna@::1', 'domain-literal'],
  ['anna@example.com:25', 'domain-literal'],
  ['anna@127.0.0.1', 'domain-numeric'],
  ['anna@2130706433', 'domain-numeric'],
  ['anna@0x7f.1', 'domain-numeric'],
  ['anna@0x7f000001', 'domain-numeric'],
  ['anna@example.123', 'domain-numeric'],
  ['anna@example.0x1f', 'domain-numeric'],
  // Length.
  [`${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(59)}.de`, 'too-long'],
  [`${'a'.repeat(64)}@${`${'b'.repeat(50)}.`.repeat(5)}de`, 'too-long'],
  [`${'a'.repeat(100)}@${'b'.repeat(215)}.com`, 'local-part-too-long'],
  [`anna@${'ü'.repeat(62)}.de`, 'domain-label'],
  [`${'a'.repeat(1001)}@example.com`, 'too-long'],
  [`a@${'a.'.repeat(100_000)}de`, 'too-long'],
];

test('the table holds at least 120 hostile addresses, one of them of 320 characters', () => {
  expect(refused.length).toBeGreaterThanOrEqual(120);
  expect(refused.some(([typed]) => typed.length === 320)).toBe(true);
});

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 60)}… (${text.length} characters)` : text);

test.each(refused.map(([typed, fault]) => [shortened(typed), fault, typed] as const))('rule 17 %j is refused: %s', (_, fault, typed) => {
  expect(parseAddress(typed)).toEqual({ fault });
  expect(addressFaultPhrase[fault].de).not.toBe('');
});

/** Texts that look like addresses, with everything in them that a mail library could read as something else. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }))
    .map(([local, domain]) => `${local}@${domain}.de`),
  fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        '1',
        '.',
        '-',
        '@',
        '@',
        '+',
        '=',
        '?',
        '=?',
        '?=',
        '"',
        '<',
        '>',
        ',',
        ';',
        ':',
        '(',
        ')',
        '\\',
        '\r\n',
        ' ',
        '\t',
        'ü',
        '%',
        '!',
        '{',
        '#',
        '/',
        "'",
        '*',
        '&',
        '$',
        '_',
        'xn--',
        '.de',
        '[',
        ']',
        '\0',
        'ß',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.stringMatching(/^[A-Za-z0-9.#$&'*+/=?^_{}~-]{1,64}$/),
      fc.stringMatching(/^[a-zäöüß0-9-]{1,20}(\.[a-zäöüß0-9-]{1,20}){0,3}\.[a-z]{2,6}$/),
    )
    .map(([local, domain]) => `${local}@${domain}`),
);

test('rule 17 whatever is accepted is one recipient, equal to itself, for the mail library', () => {
  let seen = 0;
  fc.assert(
    fc.property(nasty, (typed) => {
      const parsed = parseAddress(typed);
      if (!isAddress(parsed)) return;
      seen += 1;
      expect(addressparser(parsed.address)).toEqual([{ address: parsed.address, name: '' }]);
      expect(parsed.address).toMatch(/^[\x21-\x7e]+$/);
      expect(parsed.address.length).toBeLessThanOrEqual(254);
      expect(parseAddress(parsed.address)).toEqual(parsed);
    }),
    { numRuns: 5000 },
  );
  expect(seen).toBeGreaterThan(200);
});

test('rule 17 no accepted address adds a header or an envelope recipient to a composed mail', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, async (typed) => {
      const parsed = parseAddress(typed);
      if (!isAddress(parsed)) return;
      const message = new MailComposer({
        from: { name: 'Muster', address: 'no-reply@example.com' },
        to: { name: 'Anna', address: parsed.address },
        subject: 'x',
        text: 'x',
        messageId: '<1@example.com>',
        date: new Date(0),
      }).compile();
      expect(message.getEnvelope().to).toEqual([parsed.address]);
      const head = (await message.build()).toString('latin1').split('\r\n\r\n')[0] ?? '';
      const names = head
        .replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n')
        .map((line) => line.slice(0, line.indexOf(':')));
      expect(names.sort()).toEqual([
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ]);
      expect(head).toContain(parsed.address);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['info@xn--mller-kva.de', 'info@müller.de'],
  ['info@xn--strae-oqa.de', 'info@straße.de'],
  ['anna@example.com', 'anna@example.com'],
  // „аррӏе.com“ in Cyrillic letters looks like another company's name.
  ['anna@xn--80ak6aa92e.com', 'anna@xn--80ak6aa92e.com'],
])('%s is shown as %s', (stored, shown) => {
  expect(displayAddress(stored)).toBe(shown);
});
