import { expect, test } from 'vitest';
import type { MailCheckView } from '../contract.ts';
import {
  beforeSaving,
  needsPasswordAgain,
  type SettingFields,
  settingBodyOf,
  subjectOf,
  type TrialResult,
  withEncryption,
} from './mail-settings-draft.ts';

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

const found = (result: string): MailCheckView => ({
  transport: 'smtp',
  result,
  cause: result === 'ok' ? null : result,
  sentence: result,
  remedy: null,
  host: 'mail.firma.de',
  port: 587,
  tls: null,
  code: null,
  enhancedCode: null,
  answer: null,
});
const checked = (values: SettingFields, result: string): TrialResult => ({
  kind: 'check',
  found: found(result),
  of: subjectOf('check', values),
});
const tested = (values: SettingFields, result: string): TrialResult => ({
  kind: 'test',
  found: { ...found(result), accepted: result === 'ok', to: 'a@firma.de' },
  of: subjectOf('test', values),
});

test('B030 a result is about what was typed then, and no longer once that is changed', () => {
  for (const change of [
    { host: 'x' },
    { port: '1' },
    { password: 'x' },
    { userName: 'x' },
    { senderAddress: 'x' },
    { transport: 'mail' },
  ] as const)
    expect(subjectOf('check', { ...fields, ...change })).not.toBe(subjectOf('check', fields));
  expect(subjectOf('check', { ...fields, footerDe: 'x' })).toBe(subjectOf('check', fields));
  expect(subjectOf('test', { ...fields, footerDe: 'x' })).not.toBe(subjectOf('test', fields));
});

test('B030 before saving: what was not tried is checked, what is known not to work is asked about', () => {
  const now = { ...fields, host: 'neu.firma.de', password: 'geheim' };
  expect(beforeSaving(fields, now, undefined)).toBe('check');
  expect(beforeSaving(fields, now, checked(fields, 'ok'))).toBe('check');
  expect(beforeSaving(fields, now, checked(now, 'ok'))).toBe('nothing');
  expect(beforeSaving(fields, now, checked(now, 'auth-failed'))).toMatchObject({ result: 'auth-failed' });
  expect(beforeSaving(fields, now, tested(now, 'ok'))).toBe('nothing');
  expect(beforeSaving(fields, now, tested(now, 'host-unknown'))).toMatchObject({ result: 'host-unknown' });
  expect(beforeSaving(fields, now, tested(now, 'recipient-refused'))).toBe('check');
});

test('B030 nothing is asked where the way of sending stays as it is, and where nothing leaves', () => {
  expect(beforeSaving(fields, { ...fields, footerDe: 'x', senderName: 'y' }, undefined)).toBe('nothing');
  expect(beforeSaving(fields, { ...fields, transport: 'test-mailbox' }, undefined)).toBe('nothing');
  expect(beforeSaving(fields, { ...fields, transport: 'none' }, undefined)).toBe('nothing');
  expect(beforeSaving(fields, { ...fields, transport: 'mail' }, undefined)).toBe('check');
});
