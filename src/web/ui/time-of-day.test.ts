import { expect, test } from 'vitest';
import { timeOfDay } from './time-of-day.ts';

test.each([
  ['8', '08:00'],
  ['08:00', '08:00'],
  ['17.30', '17:30'],
  ['1730', '17:30'],
  ['830', '08:30'],
  [' 8 Uhr ', '08:00'],
  ['17:30 Uhr', '17:30'],
  ['8 pm', '20:00'],
  ['12 am', '00:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
])('a time of day is understood as people write it: %s', (typed, time) => {
  expect(timeOfDay(typed)).toBe(time);
});

test.each(['', 'mittags', '24:00', '8:5', '8:60', '13 pm', '0 am', '12345', '-1', '8:30:00'])('what is none is none: %s', (typed) => {
  expect(timeOfDay(typed)).toBeUndefined();
});
