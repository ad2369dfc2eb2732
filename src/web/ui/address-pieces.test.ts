import { expect, test } from 'vitest';
import { addressPieces } from './address-pieces.ts';

test.each([
  ['anna-lena.groessmann@nordbau.example', ['anna-lena.groessmann', '@nordbau.example']],
  ['http://localhost:4000/clients/forgot_password', ['http:', '//localhost:4000', '/clients', '/forgot', '_password']],
  ['nordbau', ['nordbau']],
  ['', ['']],
])('„%s“ breaks where people would break it, and nothing of it is lost', (address, pieces) => {
  expect(addressPieces(address)).toEqual(pieces);
  expect(pieces.join('')).toBe(address);
});
