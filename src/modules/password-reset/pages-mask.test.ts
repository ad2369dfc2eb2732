import { expect, test } from 'vitest';
import { maskAddress } from './pages-mask.ts';

test('an address is shown to its owner only', () => {
  expect(maskAddress('anna@beispiel.de')).toBe('a…@beispiel.de');
  expect(maskAddress('a@beispiel.de')).toBe('a…@beispiel.de');
  expect(maskAddress('"ä@b"@beispiel.de')).toBe('"…@beispiel.de');
  expect(maskAddress('😀@beispiel.de')).toBe('😀…@beispiel.de');
  expect(maskAddress('keine-adresse')).toBe('…');
  expect(maskAddress('')).toBe('…');
});
