import { expect, test } from 'vitest';
import { needsPasswordAgain, type SettingFields, settingBodyOf, withEncryption } from './mail-settings-draft.ts';

const fields: SettingFields = {
  transport: 'smtp',
  host: 'mail.firma.de',
  port: '587',
  encryption: 'starttls',
  userName: 'portal',
  password: '',
  senderName: 'Muster',
  senderAddress: 'portal@firma.de',
  replyTo: '',
  bcc: '',
  headerDe: '',
  headerEn: '',
  footerDe: '',
  footerEn: '',
  signatureDe: '',
  signatureEn: '',
};

test('B031 a password that nobody typed is not sent, so that the stored one stays', () => {
  expect(settingBodyOf(fields)).not.toHaveProperty('password');
  expect(settingBodyOf({ ...fields, password: ' geheim ' })).toHaveProperty('password', ' geheim ');
});

test('B027 for „Mail“ no data of a mail server go along', () => {
  const body = settingBodyOf({ ...fields, transport: 'mail', password: 'geheim' });
  for (const name of ['host', 'port', 'encryption', 'userName', 'password']) expect(body).not.toHaveProperty(name);
});

test.each([
  ['587', 587],
  [' 25 ', 25],
  ['', null],
  ['abc', 0],
  ['58.7', 0],
])('the port %j is sent as %j', (typed, sent) => {
  expect(settingBodyOf({ ...fields, port: typed })).toHaveProperty('port', sent);
});

test('another encryption brings its usual port, and leaves one that was chosen', () => {
  expect(withEncryption(fields, 'tls')).toEqual({ encryption: 'tls', port: '465' });
  expect(withEncryption({ ...fields, port: '' }, 'none')).toEqual({ encryption: 'none', port: '25' });
  expect(withEncryption({ ...fields, port: '2525' }, 'tls')).toEqual({ encryption: 'tls', port: '2525' });
});

test('the form asks for the password again where the server would', () => {
  expect(needsPasswordAgain(fields, { ...fields, senderName: 'x' })).toBe(false);
  for (const change of [{ host: 'x' }, { port: '1' }, { encryption: 'tls' }, { userName: 'x' }] as const)
    expect(needsPasswordAgain(fields, { ...fields, ...change })).toBe(true);
  expect(needsPasswordAgain(fields, { ...fields, host: 'x', userName: '' })).toBe(false);
});
