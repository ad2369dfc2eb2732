import { describe, expect, test } from 'vitest';
import { formatFor } from './format.ts';

const german = formatFor('de', 'Europe/Berlin');
const english = formatFor('en', 'Europe/Berlin');
const now = Date.parse('2026-11-21T13:05:00Z');
const hoursFromNow = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

describe('times are told as people of the workspace say them', () => {
  test('in the workspace’s time zone', () => {
    expect(german.dateTime('2026-11-21T13:05:00Z')).toBe('21.11.2026, 14:05 Uhr');
    expect(english.dateTime('2026-11-21T13:05:00Z')).toBe('21 Nov 2026, 14:05');
    expect(german.day('2026-11-21T23:30:00Z')).toBe('22.11.2026');
  });

  test.each([
    [-3, 'vor 3 Std.'],
    [-50, 'vor 2 Tagen'],
    [-0.001, 'gerade eben'],
    [0.001, 'gerade eben'],
    [0.01, 'in wenigen Sekunden'],
    [9.4, 'in 9 Std.'],
    [9.6, 'in 10 Std.'],
    [47.99, 'in 48 Std.'],
    [48, 'in 48 Std.'],
    [0.99, 'in 59 Min.'],
    [0.995, 'in 1 Std.'],
    [-23.7, 'vor 1 Tag'],
    [71.4, 'in 71 Std.'],
    [71.6, 'in 3 Tagen'],
    [24 * 7, 'in 7 Tagen'],
  ])('%d hours from now: %s', (hours, words) => {
    expect(german.relative(hoursFromNow(hours), now)).toBe(words);
  });

  test('English says it in whole words', () => {
    expect(english.relative(hoursFromNow(47.99), now)).toBe('in 48 hours');
    expect(english.relative(hoursFromNow(-1), now)).toBe('1 hour ago');
  });

  test.each([
    ['s', 'Sekunde', 'Sekunden', 'second', 'seconds'],
    ['m', 'Minute', 'Minuten', 'minute', 'minutes'],
    ['h', 'Stunde', 'Stunden', 'hour', 'hours'],
    ['d', 'Tag', 'Tage', 'day', 'days'],
  ] as const)('the unit %s stands in the number of its number', (unit, ein, mehr, one, many) => {
    expect([german.unit(unit, 1), german.unit(unit, 2), german.unit(unit, 0)]).toEqual([ein, mehr, mehr]);
    expect([english.unit(unit, 1), english.unit(unit, 2)]).toEqual([one, many]);
  });

  test('B006 a link’s life of two days is told as 48 hours', () => {
    expect(german.duration('2d')).toBe('48 Stunden');
    expect(german.duration('48h')).toBe('48 Stunden');
    expect(german.duration('7d')).toBe('7 Tage');
    expect(german.duration('1d')).toBe('1 Tag');
    expect(english.duration('1h')).toBe('1 hour');
  });

  test('an estimated total says so', () => {
    expect(german.total(12_345, true)).toBe('ca. 12.345');
    expect(english.total(12_345, false)).toBe('12,345');
  });
});
