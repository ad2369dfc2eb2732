import { expect, test } from 'vitest';
import { fieldOf, isNewer, mergeFields } from './use-draft.ts';

test('a pointer names the field that shows its sentence', () => {
  expect(fieldOf('/email')).toBe('email');
  expect(fieldOf('/phones/0')).toBe('phones');
  expect(fieldOf('/portalAccess/password')).toBe('password');
  expect(fieldOf('')).toBe('');
});

test('only a newer record replaces what the form knows: not the old one that is still on screen right after saving', () => {
  expect(isNewer(2, 1)).toBe(true);
  expect(isNewer(1, 2)).toBe(false);
  expect(isNewer(2, 2)).toBe(false);
  expect(isNewer(1, undefined)).toBe(true);
  expect(isNewer(undefined, undefined)).toBe(false);
});

test('after a colleague saved first, own entries stay and everything else takes the new state', () => {
  const base = { firstName: 'Anna', email: 'alt@example.de', phones: ['1'] };
  const typed = { ...base, email: 'ich@example.de' };
  const fresh = { firstName: 'Annemarie', email: 'kollegin@example.de', phones: ['1', '2'] };
  expect(mergeFields(base, typed, fresh)).toEqual({ firstName: 'Annemarie', email: 'ich@example.de', phones: ['1', '2'] });
});
