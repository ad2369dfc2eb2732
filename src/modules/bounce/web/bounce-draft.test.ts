import { expect, test } from 'vitest';
import { BounceSettingChange } from '../contract.ts';
import { bounceFieldsOf, needsPasswordAgain, ownPointers, portFor, settingOf } from './bounce-draft.ts';

const mailbox = {
  host: 'imap.example.com',
  port: 993,
  encryption: 'tls' as const,
  userName: 'bounces',
  folder: 'INBOX',
  afterReading: 'keep' as const,
  lastReadAt: null,
  nextReadAt: '2026-11-21T13:05:00Z',
  failure: null,
  subAddresses: true,
  subAddressCheck: null,
};
const fields = bounceFieldsOf({ version: 1, address: 'bounces@example.com', mailbox });

test('what the form shows is sent as the API takes it; an empty password stays at home', () => {
  expect(BounceSettingChange.parse(settingOf(fields))).toEqual({
    address: 'bounces@example.com',
    mailbox: {
      host: 'imap.example.com',
      port: 993,
      encryption: 'tls',
      userName: 'bounces',
      folder: 'INBOX',
      afterReading: 'keep',
      subAddresses: true,
    },
  });
  expect(settingOf({ ...fields, bouncePassword: 'geheim' }).mailbox?.password).toBe('geheim');
  expect(settingOf({ ...fields, bounceReads: false, bounceAddress: '' })).toEqual({ address: '', mailbox: null });
  expect(settingOf({ ...fields, bouncePort: 'viele' }).mailbox?.port).toBe(0);
});

test('another encryption brings its usual port, one of somebody’s own stays', () => {
  expect(portFor(fields, 'starttls')).toBe('143');
  expect(portFor({ ...fields, bouncePort: '1993' }, 'starttls')).toBe('1993');
});

test('rule 18 for another server the password is asked for again', () => {
  expect(needsPasswordAgain(fields, { ...fields, bounceFolder: 'Spam' })).toBe(false);
  for (const change of [{ bounceHost: 'evil.example' }, { bounceUserName: 'eve' }, { bounceEncryption: 'none' as const }])
    expect(needsPasswordAgain(fields, { ...fields, ...change })).toBe(true);
});

test('what the server says of a field is shown at the field of this form, not at one of its neighbour', () => {
  const error = (pointer: string) => ({ pointer, code: 'x', detail: 'y' });
  const problem = { type: '', title: '', status: 422, code: 'x', detail: 'y', errors: [error('/mailbox/host'), error('/address')] };
  expect(ownPointers(problem).errors?.map(({ pointer }) => pointer)).toEqual(['/mailbox/bounceHost', '/bounceAddress']);
});
