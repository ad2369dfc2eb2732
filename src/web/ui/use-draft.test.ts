import { expect, test } from 'vitest';
import { fieldOf, mergeFields } from './use-draft.ts';

test('a pointer names the field that shows its sentence', () => {
  expect(fieldOf('/email')).toBe('email');
  expect(fieldOf('/phones/0')).toBe('phones');
  expect(fieldOf('/portalAccess/password')).toBe('password');
  expect(fieldOf('')).toBe('');
});

test('after a colleague saved first, own entries stay and everything else takes the new state', () => {
  const base = { firstName: 'Anna', email: 'alt@example.de', phones: ['1'] };
  const typed = { ...base, email: 'ich@example.de' };
  const fresh = { firstName: 'Annemarie', email: 'kollegin@example.de', phones: ['1', '2'] };
  expect(mergeFields(base, typed, fresh)).toEqual({ firstName: 'Annemarie', email: 'ich@example.de', phones: ['1', '2'] });
});
