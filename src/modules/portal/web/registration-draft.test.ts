import { expect, test } from 'vitest';
import type { PortalView } from '../contract.ts';
import { isDays, linesOf, registrationBodyOf, registrationFieldsOf } from './registration-draft.ts';

const portal = {
  selfRegistration: 'match-or-pending',
  identifiers: ['email'],
  allowedDomains: ['firma.de', 'andere.de'],
  refusedDomains: [],
  pendingNoticeTo: ['a@firma.de'],
  consents: [{ key: 'agb', version: 3, textDe: 'Ja', textEn: 'Yes', url: null, required: true }],
  openToContacts: true,
  oneAccessPerContact: false,
  teamMaySetPasswords: false,
  tellOfImpersonation: true,
  expiryReminderDays: null,
} as unknown as PortalView;

test('what was read and not touched is sent as it was, without the version that the server counts', () => {
  const { consents, ...plain } = registrationBodyOf(registrationFieldsOf(portal));
  expect(portal).toMatchObject(plain);
  expect(consents).toEqual([{ key: 'agb', textDe: 'Ja', textEn: 'Yes', url: null, required: true }]);
});

test('a list is one entry per line; commas of a copied list do no harm', () => {
  expect(linesOf(' firma.de \n\n andere.de, dritte.de;')).toEqual(['firma.de', 'andere.de', 'dritte.de']);
});

test.each([
  ['', true],
  ['14', true],
  ['365', true],
  ['0', false],
  ['366', false],
  ['1e1', false],
  ['vierzehn', false],
])('„%s“ as a number of days: %s', (text, expected) => {
  expect(isDays(text)).toBe(expected);
});
