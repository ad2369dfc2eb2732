import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const read = (value: string) => readSettings({ PFORTE_MAIL_RELAY_SPF: value }, () => '');

test.each([
  ['include:spf.example.com', 'include:spf.example.com'],
  ['  INCLUDE:_spf.Example.com   ip4:192.0.2.0/24 ', 'include:_spf.example.com ip4:192.0.2.0/24'],
  ['a:mail.example.com/24//64 mx:example.com', 'a:mail.example.com/24//64 mx:example.com'],
  ['ip6:2001:db8::/32', 'ip6:2001:db8::/32'],
])('B028 PFORTE_MAIL_RELAY_SPF=%s', (value, expected) => {
  const answer = read(value);
  expect('settings' in answer && answer.settings.mailRelaySpf).toBe(expected);
});

test.each([
  '+all',
  'all',
  'v=spf1 include:a.de -all',
  'include:',
  'include:localhost',
  'spf.example.com',
  'ip4:2001:db8::1',
  'ip4:1.2.3.4/33',
  'ip6:1.2.3.4',
  'exists:%{i}.a.de',
  'a',
  'include:a.de,include:b.de',
])('B028 PFORTE_MAIL_RELAY_SPF=%s is refused', (value) => {
  expect(read(value)).toMatchObject({ mistakes: [expect.stringContaining('PFORTE_MAIL_RELAY_SPF')] });
});
