import { expect, test } from 'vitest';
import { speaksOfAddress, wordsOf } from './address-verdict.ts';

test.each([
  ['5.1.0', 'Address rejected'],
  ['5.1.1', 'no such user here'],
  ['5.1.1', null],
  ['5.1.2', 'Bad destination system address'],
  ['5.1.3', 'Bad recipient address syntax'],
  ['5.1.4', 'ambiguous'],
  ['5.1.6', 'has moved'],
  ['5.1.10', 'null MX'],
  ['5.2.1', 'mailbox disabled'],
  ['5.4.4', 'unable to route: no mail hosts for domain'],
  ['5.4.310', 'DNS domain does not exist'],
  ['5.4.1', 'Recipient address rejected: Access denied. AS(201806281)'],
  ['5.5.0', 'Requested action not taken: mailbox unavailable'],
  ['5.0.0', 'User unknown'],
  [null, '550 No such user'],
  [null, 'Sorry, no mailbox here by that name.'],
  [null, 'Unbekannter Empfänger'],
  [null, 'Der Empfänger wurde nicht gefunden.'],
])('%s „%s“ speaks of the address', (status, answer) => {
  expect(speaksOfAddress({ status, answer })).toBe(true);
});

test.each([
  ['5.1.5', 'valid'],
  ['5.1.7', 'bad sender address'],
  ['5.1.8', 'sender domain does not exist: user unknown'],
  ['5.1.9', 'message relayed to a non-compliant mailer'],
  ['5.2.0', 'other'],
  ['5.2.2', 'mailbox full'],
  ['5.2.3', 'message too long for this mailbox'],
  ['5.2.4', 'mailing list expansion problem'],
  ['5.3.0', 'system'],
  ['5.3.4', 'message too big for system'],
  ['5.4.1', 'no answer from host'],
  ['5.4.6', 'routing loop'],
  ['5.4.7', 'delivery time expired'],
  ['5.5.0', 'syntax error'],
  ['5.6.0', 'content'],
  ['5.6.3', 'conversion'],
  ['5.7.1', 'Your message was refused by our policy, user unknown to our list of friends'],
  ['5.7.26', 'unauthenticated mail is not accepted'],
  ['4.4.7', 'delivery time expired'],
  ['4.2.2', 'mailbox full'],
  ['4.1.1', 'user unknown at the moment'],
  ['5.0.0', null],
  [null, null],
  [null, '554 spam'],
])('%s „%s“ speaks of the mail only', (status, answer) => {
  expect(speaksOfAddress({ status, answer })).toBe(false);
});

test('the status is not told twice', () => {
  expect(wordsOf({ status: '5.1.1', answer: '550 5.1.1 no such user' })).toBe('550 5.1.1 no such user');
  expect(wordsOf({ status: '5.1.1', answer: 'no such user' })).toBe('5.1.1 no such user');
  expect([wordsOf({ status: '5.1.1', answer: null }), wordsOf({ status: null, answer: null })]).toEqual(['5.1.1', '']);
});
