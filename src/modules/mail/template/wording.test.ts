import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, dayBefore, fullName, oneLine, recipientName, salutationLine, shortened, validUntil } from './wording.ts';

const anna = { salutation: 'frau', title: 'Dr.', firstName: 'Anna', lastName: 'Müller' } as const;

test.each([
  ['de', anna, 'Guten Tag Frau Dr. Müller'],
  ['de', { ...anna, title: null }, 'Guten Tag Frau Müller'],
  ['de', { ...anna, salutation: 'herr', firstName: 'Jörg' }, 'Guten Tag Herr Dr. Müller'],
  ['de', { ...anna, salutation: null, title: null }, 'Guten Tag Anna Müller'],
  ['de', { ...anna, salutation: null }, 'Guten Tag Dr. Anna Müller'],
  ['de', { salutation: null, title: null, firstName: '', lastName: 'Müller' }, 'Guten Tag Müller'],
  ['de-DU', anna, 'Hallo Anna'],
  ['de-DU', { ...anna, firstName: '' }, 'Hallo Müller'],
  ['en', { ...anna, title: null }, 'Dear Ms Müller'],
  ['en', { ...anna, title: null, salutation: 'herr' }, 'Dear Mr Müller'],
  ['en', anna, 'Dear Dr. Müller'],
  ['en', { ...anna, salutation: null, title: null }, 'Hello Anna Müller'],
] as const)('in %s the salutation of %j is „%s“', (variant, person, line) => {
  expect(salutationLine(person, variant)).toBe(line);
});

test('names as they stand in a mail', () => {
  expect(fullName(anna)).toBe('Dr. Anna Müller');
  expect(recipientName(anna)).toBe('Anna Müller');
});

test.each([
  ['2026-11-23T13:05:00Z', 'Europe/Berlin', 'de', 'bis Montag, 23.11.2026, 14:05 Uhr (MEZ)'],
  ['2026-07-01T22:30:00Z', 'Europe/Berlin', 'de', 'bis Donnerstag, 02.07.2026, 00:30 Uhr (MESZ)'],
  ['2026-11-23T13:05:00Z', 'Europe/Berlin', 'en', 'until Monday, 23 November 2026, 14:05 (CET)'],
  ['2026-11-23T00:00:00Z', 'UTC', 'en', 'until Monday, 23 November 2026, 00:00 (UTC)'],
  ['2026-11-23T13:05:00Z', 'America/New_York', 'de-DU', 'bis Montag, 23.11.2026, 08:05 Uhr (GMT-5)'],
] as const)('rule 24 %s in %s, %s: „%s“', (instant, zone, variant, words) => {
  expect(validUntil(new Date(instant), zone, variant)).toBe(words);
});

/** Texts full of what breaks lines, hides, turns the direction of writing, or belongs together only when something between is gone. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        'e\u0301',
        '\u0308',
        'u',
        '\u202a',
        '\u2066',
        '\ufeff',
        ' ',
        '\r\n',
        '\0',
        '\u0085',
        '\u2028',
        '\u00a0',
        '\ud83d',
        '\ude42',
        '\u200d',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

test('rule 17 no text of people can break a line or turn the direction of writing', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const line = oneLine(text);
      expect(line).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u);
      expect(line.isWellFormed()).toBe(true);
      expect(oneLine(line)).toBe(line);
    }),
    { numRuns: 1000 },
  );
});

test('a long text is cut between signs, not within one', () => {
  expect(shortened('🙂'.repeat(300), 200)).toBe('🙂'.repeat(200));
  expect(recipientName({ ...anna, lastName: '🙂'.repeat(300) }).isWellFormed()).toBe(true);
});

test.each([
  ['2026-11-27', 'Europe/Berlin', '2026-11-26T23:00:00Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ['2028-02-29', 'UTC', '2028-02-29T00:00:00Z'],
  ['2026-11-27', 'Pacific/Kiritimati', '2026-11-26T10:00:00Z'],
  ['2026-11-27', 'Pacific/Pago_Pago', '2026-11-27T11:00:00Z'],
  ['2026-11-27', 'Asia/Kathmandu', '2026-11-26T18:15:00Z'],
  // Clocks skip midnight that day: it begins at 01:00.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
])('B121 the day %s begins in %s at %s', (day, timeZone, instant) => {
  expect(beginningOf(day, timeZone)).toEqual(new Date(instant));
});

test('the day before a day', () => {
  expect(['2026-03-01', '2028-03-01', '2026-01-01'].map(dayBefore)).toEqual(['2026-02-28', '2028-02-29', '2025-12-31']);
});
