import { expect, test } from 'vitest';
import { formatInstant } from './instant.ts';

test.each([
  ['2026-11-21T13:05:00Z', 'Europe/Berlin', 'de', {}, '21.11.2026, 14:05 Uhr (MEZ)'],
  ['2026-07-01T22:30:00Z', 'Europe/Berlin', 'de-DU', {}, '02.07.2026, 00:30 Uhr (MESZ)'],
  ['2026-11-01T13:05:00Z', 'Europe/Berlin', 'en', {}, '1 November 2026, 14:05 (CET)'],
  ['2026-11-21T13:05:00Z', 'Europe/Berlin', 'de', { zone: false }, '21.11.2026, 14:05 Uhr'],
  ['2026-11-21T13:05:00Z', 'Europe/Berlin', 'en', { zone: false }, '21 November 2026, 14:05'],
  ['2026-11-23T00:00:00Z', 'UTC', 'en', { weekday: true }, 'Monday, 23 November 2026, 00:00 (UTC)'],
  ['2026-11-23T13:05:00Z', 'America/New_York', 'de', { weekday: true }, 'Montag, 23.11.2026, 08:05 Uhr (GMT-5)'],
] as const)('rule 24 %s in %s, %s: %j gives „%s“', (instant, zone, variant, parts, words) => {
  expect(formatInstant(new Date(instant), zone, variant, parts)).toBe(words);
});
