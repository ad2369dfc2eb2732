import { expect, test } from 'vitest';
import { accountNameKey, firstAccountName } from './account.ts';

test.each([
  ['Info@MÜLLER.de', 'info@xn--mller-kva.de'],
  [' Anna.Müller ', 'anna.müller'],
  ['ＡＮＮＡ', 'anna'],
  ['Anna.Amsel@Nordbau.Example', 'anna.amsel@nordbau.example'],
])('B053 rule 10 %j and %j are one account name', (one, other) => {
  expect(accountNameKey(one)).toBe(accountNameKey(other));
});

test('B053 different names stay different', () => {
  expect(accountNameKey('anna@example.com')).not.toBe(accountNameKey('anna@example.org'));
  expect(accountNameKey('anna')).not.toBe(accountNameKey('änna'));
});

test('B039 the first account name is the address as people write it', () => {
  expect(firstAccountName('info@xn--mller-kva.de')).toBe('info@müller.de');
});
