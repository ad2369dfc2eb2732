import { expect, test } from 'vitest';
import type { Id } from '../../../platform/id.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { vault } from '../mail.fixture.ts';
import { defaultSender, mailSettingFromUrl, passwordContext } from './mail-setting.ts';

const read = (url: string | undefined) => {
  const { sealedPasswordFor: _, hasPassword: __, ...setting } = mailSettingFromUrl(url, vault);
  return setting;
};

test.each([
  [undefined, { transport: 'test-mailbox', host: null }],
  ['smtp://127.0.0.1:2525', { transport: 'smtp', host: '127.0.0.1', port: 2525, encryption: 'none', userName: null, senderAddress: null }],
  ['smtp://localhost', { host: 'localhost', port: 25, encryption: 'none' }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, encryption: 'none' }],
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, encryption: 'starttls' }],
  ['smtp://mail.example.com:25', { host: 'mail.example.com', port: 25, encryption: 'starttls' }],
  ['smtps://mail.example.com', { port: 465, encryption: 'tls' }],
  ['smtps://127.0.0.1:465', { encryption: 'tls' }],
  ['smtp://mail.m%C3%BCller.de', { host: 'mail.xn--mller-kva.de' }],
  ['smtp://10.0.0.5:25', { host: '10.0.0.5', encryption: 'starttls' }],
  [
    'smtp://muster%40example.com:ge%3Aheim@mail.example.com?from=No-Reply@M%C3%BCller.de',
    { userName: 'muster@example.com', senderAddress: 'No-Reply@xn--mller-kva.de' },
  ],
] as const)('PFORTE_SMTP_URL %j', (url, expected) => {
  expect(read(url)).toMatchObject(expected);
});

test.each([
  'http://mail.example.com',
  'smtp://',
  'smtp://mail.example.com:0',
  'smtp://mail.example.com:99999',
  'smtp://mail.example.com/path',
  'smtp://mail.example.com?tls=no',
  'smtp://mail.example.com?from=nobody',
  'smtp://mail.example.com?from=a@b.de%0d%0aBcc:c@d.de',
  'smtp://-mail.example.com',
  'smtp://user:%E0%A4%A@mail.example.com',
  'nonsense',
])('%j is refused, and the refusal repeats no part of it', (url) => {
  let caught: unknown;
  try {
    mailSettingFromUrl(url, vault);
  } catch (error) {
    caught = error;
  }
  expect(isRefusal(caught)).toBe(true);
});

test('rule 18 the password is only there sealed, for one workspace', () => {
  const setting = mailSettingFromUrl('smtp://muster:ge%3Aheim@mail.example.com', vault);
  const [one, other] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as Id<'workspace'>[];
  if (!one || !other) throw new Error('no ids');
  const sealed = setting.sealedPasswordFor(one);
  expect(JSON.stringify(setting)).not.toContain('heim');
  expect(sealed && vault.open(sealed, passwordContext(one))).toBe('ge:heim');
  expect(() => sealed && vault.open(sealed, passwordContext(other))).toThrow();
});

test.each([
  ['https://portal.muster-energie.de', 'no-reply@portal.muster-energie.de'],
  ['https://portal.müller.de:8443', 'no-reply@portal.xn--mller-kva.de'],
  ['http://localhost:4000', 'no-reply@pforte.invalid'],
  ['http://127.0.0.1:4000', 'no-reply@pforte.invalid'],
])('without „from“ the sender of %s is %s', (baseUrl, sender) => {
  expect(defaultSender(baseUrl)).toBe(sender);
});
