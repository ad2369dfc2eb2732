import { expect, test } from 'vitest';
import { readStated } from './stated.ts';

test.each([
  ['mail.firma.de', ['a:mail.firma.de']],
  ['Mail.Müller.de.', ['a:mail.xn--mller-kva.de']],
  ['192.0.2.7', ['ip4:192.0.2.7']],
  ['192.0.2.0/28, 2001:db8::7', ['ip4:192.0.2.0/28', 'ip6:2001:db8::7']],
  ['include:spf.anbieter.de', ['include:spf.anbieter.de']],
  ['INCLUDE:SPF.Anbieter.de +a:mail.firma.de', ['include:spf.anbieter.de', 'a:mail.firma.de']],
  ['„v=spf1 include:spf.anbieter.de ip4:192.0.2.7 ~all“', ['include:spf.anbieter.de', 'ip4:192.0.2.7']],
  ['v=spf1 include:spf.anbieter.de include:spf.anbieter.de -all', ['include:spf.anbieter.de']],
  ['include=spf.anbieter.de', ['include:spf.anbieter.de']],
  ['mx:firma.de', ['mx:firma.de']],
  ['', []],
])('%j stands in a record as %j', (typed, mechanisms) => {
  expect(readStated(typed)).toEqual({ mechanisms });
});

test.each([
  ['mailserver', 'mailserver'],
  ['https://mail.firma.de', 'https://mail.firma.de'],
  ['portal@firma.de', 'portal@firma.de'],
  ['mail.firma.de mx', 'mx'],
  ['-include:spf.anbieter.de', '-include:spf.anbieter.de'],
  ['exists:%{i}.spf.anbieter.de', 'exists:%{i}.spf.anbieter.de'],
  ['ip4:192.0.2', 'ip4:192.0.2'],
  ['192.0.2', '192.0.2'],
  ['include:', 'include:'],
  [Array.from({ length: 11 }, (_, index) => `192.0.2.${index}`).join(' '), '192.0.2.10'],
])('%j is refused at %j', (typed, fault) => {
  expect(readStated(typed)).toEqual({ fault });
});
