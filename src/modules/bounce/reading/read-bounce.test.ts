import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimOf } from '../bounce.ts';
import { dsn, expected, honest, mailOf, ours, report } from './bounces.fixture.ts';
import { harmless, hostile } from './other-mails.fixture.ts';
import { longestMail, readBounce } from './read-bounce.ts';

const cases = Object.entries({ ...honest, ...harmless, ...hostile });

test.each(cases)('a mail to the return path is read: %s', async (_, { raw, kind, reports }) => {
  const began = performance.now();
  const read = await readBounce(raw);
  expect(read.kind).toBe(kind);
  expect(read.reports).toMatchObject(reports);
  expect(performance.now() - began).toBeLessThan(3000);
});

test('there are more than 40 of them, and the standard form is read whole', async () => {
  expect(cases.length).toBeGreaterThan(40);
  expect(await readBounce(dsn())).toEqual({
    kind: 'bounce',
    subject: 'Undelivered Mail Returned to Sender',
    ownMessageId: '<report-1@mx.kunde.example>',
    date: '2026-11-21T13:06:00.000Z',
    sentTo: [ours.returnPath],
    reports: [expected],
  });
});

test.each([
  ['failed', '5.1.1', 'permanent'],
  ['failed', '4.4.7', 'permanent'],
  ['failed', null, 'permanent'],
  ['failed', '2.1.5', 'contradiction'],
  ['delayed', '4.4.1', 'temporary'],
  ['delayed', '5.1.1', 'temporary'],
  ['delayed', '2.0.0', 'contradiction'],
  ['delivered', '5.1.1', 'no-failure'],
  ['relayed', '2.0.0', 'no-failure'],
  ['expanded', '2.0.0', 'no-failure'],
] as const)('a report that says „%s“ with status %s is %s', (action, status, claim) => {
  expect(claimOf({ action, status })).toBe(claim);
});

test('rule 18 nothing that is read of a mail has control characters, several lines or the length of a secret', async () => {
  for (const [, { raw }] of cases) {
    const { subject, date, sentTo, reports } = await readBounce(raw);
    const words = [subject, date ?? '', ...sentTo, ...reports.flatMap((one) => [one.answer, one.finalRecipient, one.status].map(String))];
    for (const word of words) {
      expect(word).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u);
      expect(word).not.toMatch(/[A-Za-z0-9_-]{40}/);
      expect(word.length).toBeLessThanOrEqual(500);
    }
  }
});

test('any bytes are read without an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), async (noise, place) => {
      const whole = mailOf({ parts: report() });
      const at = place % whole.length;
      const read = await readBounce(Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]));
      expect(['bounce', 'other', 'auto-reply', 'unreadable']).toContain(read.kind);
    }),
    { numRuns: 150 },
  );
});

test('what stands behind the first megabyte is not read', async () => {
  const behind = Buffer.concat([Buffer.alloc(longestMail, 'x: y\r\n'), dsn()]);
  expect((await readBounce(behind)).reports).toEqual([]);
});

test('rule 23 the lines of a mail are counted before it is parsed: what stands behind the first ten thousand is not looked at', async () => {
  const behind = (lines: number) => Buffer.concat([Buffer.from('x: y\r\n'.repeat(lines)), dsn()]);
  expect((await readBounce(behind(9_000))).kind).toBe('bounce');
  expect((await readBounce(behind(10_001))).reports).toEqual([]);
});

test('a Message-ID with a character that no database holds is none', async () => {
  const { ownMessageId } = await readBounce(Buffer.from('Message-ID: <a\0b@c.example>\r\nSubject: x\r\n\r\nx\r\n'));
  expect(ownMessageId).toBeNull();
});
