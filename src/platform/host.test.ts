import { expect, test } from 'vitest';
import { readHost } from './host.ts';

test.each([
  [' Mail.Firma.de. ', 'mail.firma.de'],
  ['mail.müller.de', 'mail.xn--mller-kva.de'],
  ['192.0.2.7', '192.0.2.7'],
  ['[2001:DB8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['localhost', 'localhost'],
])('%j is the server %s', (typed, host) => {
  expect(readHost(typed)).toBe(host);
});

test.each([
  '',
  'https://mail.firma.de',
  'mail.firma.de:587',
  'mail firma.de',
  '-mail.de',
  'mail..de',
  '[2001:db8::1',
  ':::',
  'a'.repeat(254),
])('%j is no server', (typed) => {
  expect(readHost(typed)).toBeUndefined();
});
