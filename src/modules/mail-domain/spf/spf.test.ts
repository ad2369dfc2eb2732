import { expect, test } from 'vitest';
import { type Zone, zoneResolver } from '../../../platform/dns/zone.fixture.ts';
import { evaluateSpf } from './evaluate.ts';
import { expandMacros, isDomainSpec } from './macro.ts';
import { isPublicAddress } from './network.ts';
import { proposeSpf } from './proposal.ts';
import { isSpf, parseSpf } from './syntax.ts';
import { walkSpf } from './walk.ts';

const zone: Zone = {
  'a.de': { a: ['192.0.2.1'], aaaa: ['2001:db8::1'], mx: ['10 mx.a.de', '20 mx2.a.de'] },
  'mx.a.de': { a: ['192.0.2.25'], aaaa: ['2001:db8::25'] },
  'mx2.a.de': { a: ['192.0.2.26'] },
  'passes.de': { txt: ['v=spf1 +all'] },
  'fails.de': { txt: ['v=spf1 -all'] },
  'silent.de': { fails: true },
  'broken.de': { txt: ['v=spf1 quatsch -all'] },
  'two.de': { txt: ['v=spf1 -all', 'v=spf1 -all'] },
  'none.de': { txt: ['hello'] },
  '192.0.2.1': { ptr: ['host.a.de', 'fremd.de'] },
  'host.a.de': { a: ['192.0.2.1'] },
  '1.2.0.192.in-addr.rbl.de': { a: ['127.0.0.2'] },
  'portal.at.a.de.list.de': { a: ['127.0.0.2'] },
  'many.de': { mx: Array.from({ length: 11 }, (_, index) => `10 m${index}.many.de`) },
};

/** The domain is `a.de`, the sender `portal@a.de`; the results are those that RFC 7208 asks for. */
const judged: [record: string, address: string, result: string][] = [
  ['v=spf1 a -all', '192.0.2.1', 'pass'],
  ['v=spf1 a -all', '2001:db8::1', 'pass'],
  ['v=spf1 a -all', '192.0.2.2', 'fail'],
  ['v=spf1 a/24 -all', '192.0.2.200', 'pass'],
  ['v=spf1 a//64 -all', '2001:db8::99', 'pass'],
  ['v=spf1 a/24//128 -all', '2001:db8::99', 'fail'],
  ['v=spf1 a:nirgends.de ~all', '192.0.2.1', 'softfail'],
  ['v=spf1 mx -all', '192.0.2.26', 'pass'],
  ['v=spf1 mx -all', '192.0.2.1', 'fail'],
  ['v=spf1 mx:a.de/30 -all', '192.0.2.27', 'pass'],
  ['v=spf1 mx:many.de -all', '192.0.2.1', 'permerror'],
  ['v=spf1 ip4:192.0.2.0/24 -all', '192.0.2.77', 'pass'],
  ['v=spf1 ip4:192.0.2.0/24 -all', '2001:db8::1', 'fail'],
  ['v=spf1 ip6:2001:db8::/32 ?all', '2001:db8:ffff::1', 'pass'],
  ['v=spf1 ip4:0.0.0.0/0 -all', '198.51.100.1', 'pass'],
  ['v=spf1 -ip4:192.0.2.1 a -all', '192.0.2.1', 'fail'],
  ['v=spf1 ?a -all', '192.0.2.1', 'neutral'],
  ['v=spf1 include:passes.de -all', '192.0.2.1', 'pass'],
  ['v=spf1 include:fails.de ~all', '192.0.2.1', 'softfail'],
  ['v=spf1 -include:passes.de +all', '192.0.2.1', 'fail'],
  ['v=spf1 include:none.de +all', '192.0.2.1', 'permerror'],
  ['v=spf1 include:broken.de +all', '192.0.2.1', 'permerror'],
  ['v=spf1 include:two.de +all', '192.0.2.1', 'permerror'],
  ['v=spf1 include:silent.de +all', '192.0.2.1', 'temperror'],
  ['v=spf1 a include:silent.de -all', '192.0.2.1', 'pass'],
  ['v=spf1 a:silent.de -all', '192.0.2.1', 'temperror'],
  ['v=spf1 redirect=passes.de', '192.0.2.1', 'pass'],
  ['v=spf1 redirect=passes.de -all', '192.0.2.1', 'fail'],
  ['v=spf1 redirect=none.de', '192.0.2.1', 'permerror'],
  ['v=spf1 ptr -all', '192.0.2.1', 'pass'],
  ['v=spf1 ptr:fremd.de -all', '192.0.2.1', 'fail'],
  ['v=spf1 ptr -all', '192.0.2.9', 'fail'],
  ['v=spf1 exists:%{ir}.%{v}.rbl.de -all', '192.0.2.1', 'pass'],
  ['v=spf1 exists:%{l}.at.%{o}.list.de -all', '192.0.2.200', 'pass'],
  ['v=spf1 exists:%{i}.nirgends.de -all', '192.0.2.1', 'fail'],
  ['v=spf1', '192.0.2.1', 'neutral'],
  ['v=spf1 foo=bar a -all', '192.0.2.1', 'pass'],
  ['v=spf1 a:n1.de a:n2.de a:n3.de a -all', '192.0.2.1', 'permerror'],
  ['v=spf1 a:n1.de a:n2.de a -all', '192.0.2.1', 'pass'],
  [`v=spf1 ${'ip4:198.51.100.1 '.repeat(30)}a -all`, '192.0.2.1', 'pass'],
  [`v=spf1 ${'a:mx.a.de '.repeat(9)}a -all`, '192.0.2.1', 'pass'],
  [`v=spf1 ${'a:mx.a.de '.repeat(10)}a -all`, '192.0.2.1', 'permerror'],
  ['v=spf1 include:loop.de -all', '192.0.2.1', 'permerror'],
  ['nothing', '192.0.2.1', 'none'],
];

test.each(judged)('RFC 7208: %s for %s is %s', async (record, address, result) => {
  const resolver = zoneResolver({
    ...zone,
    'a.de': { ...zone['a.de'], txt: [record] },
    'loop.de': { txt: ['v=spf1 include:loop.de -all'] },
  });
  expect((await evaluateSpf(resolver, 'a.de', { address, sender: 'portal@a.de' })).result).toBe(result);
});

test.each([
  'ipv4:1.2.3.4',
  'ip4:1.2.3',
  'ip4:1.2.3.4/33',
  'ip4:1.2.3.4/',
  'ip6:1.2.3.4',
  'ip6:::1/129',
  'include',
  'include:',
  'include:localhost',
  'include:a.1',
  'a:',
  'a:/24',
  'a/33',
  'a//129',
  'a:192.0.2.1',
  'mx:%{x}.de',
  'all:de',
  'all/0',
  'ptr/24',
  'exists',
  'exists:%{i',
  'redirect=',
  'redirect=lokal',
  'a,',
  '"a"',
  'ä',
  '!a',
  'include:%{c}.de',
  'exp=%',
])('RFC 7208: a receiver does not understand „%s“', (word) => {
  expect(parseSpf(`v=spf1 a ${word} -all`).faults).toEqual([word]);
});

test.each([
  'A:Mail.A.de',
  'a:a-1.de/24',
  'a:a.de//64',
  'a/0',
  'mx/24//64',
  'ip6:2001:DB8::/32',
  'ip4:192.0.2.1/0',
  'include:_spf.a.de',
  'include:a.de.',
  'exists:%{ir}.%{v}._spf.%{d2}',
  'a:%{d}',
  'ptr:a.de',
  'exp=warum.%{d}',
  'x=%{i}',
  '~all',
  '?mx',
])('RFC 7208: a receiver understands „%s“', (word) => {
  expect(parseSpf(`v=spf1 ${word}`).faults).toEqual([]);
});

test('a second redirect is a fault, several spaces are none, and „v=spf10“ is something else', () => {
  expect(parseSpf('v=spf1  redirect=a.de   redirect=b.de ').faults).toEqual(['redirect=b.de']);
  expect(['v=spf1', 'v=spf1 -all', 'V=SPF1 -all', 'v=spf10', 'v=spf1-all', ' v=spf1 -all', 'spf2.0/pra -all'].map(isSpf)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

// The examples of RFC 7208, 7.4.
const values = { sender: 'strong-bad@email.example.com', domain: 'email.example.com', address: '192.0.2.3' };
test.each([
  ['%{s}', 'strong-bad@email.example.com'],
  ['%{o}', 'email.example.com'],
  ['%{d4}', 'email.example.com'],
  ['%{d1}', 'com'],
  ['%{d2}', 'example.com'],
  ['%{dr}', 'com.example.email'],
  ['%{d2r}', 'example.email'],
  ['%{l}', 'strong-bad'],
  ['%{l-}', 'strong.bad'],
  ['%{lr}', 'strong-bad'],
  ['%{lr-}', 'bad.strong'],
  ['%{l1r-}', 'strong'],
  ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
  ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
  ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
  ['%{S}', 'strong-bad%40email.example.com'],
  ['a%%b%_c%-d', 'a%b c%20d'],
])('RFC 7208: %s becomes %s', (spec, expanded) => {
  expect(expandMacros(spec, values)).toBe(expanded);
});

test('RFC 7208: an IPv6 address is taken apart, a name that is too long loses its front', () => {
  expect(expandMacros('%{ir}.%{v}._spf.%{d2}', { ...values, address: '2001:db8::cb01' })).toBe(
    '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
  );
  expect(expandMacros(`%{d}.${'a'.repeat(60)}.`.repeat(5).slice(0, -1), values).length).toBeLessThanOrEqual(253);
  expect(isDomainSpec('%{d}')).toBe(true);
});

test('a chain that branches without an end is walked to an end', async () => {
  const branching: Zone = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `n${index}.de`,
      { txt: [`v=spf1 include:n${index + 1}.de include:n${index + 2}.de include:n${index + 3}.de -all`] },
    ]),
  );
  const walk = await walkSpf(zoneResolver(branching), 'n0.de', parseSpf(branching['n0.de']?.txt?.[0] ?? ''));
  expect(walk.lookups).toBeGreaterThan(10);
  expect(walk.lookups).toBeLessThan(500);
});

test('what a walk counts is what an evaluation counts that finds nobody', async () => {
  const record = 'v=spf1 a mx include:fails.de exists:host.a.de ptr -all';
  const walk = await walkSpf(zoneResolver(zone), 'a.de', parseSpf(record));
  expect([walk.lookups, walk.usesPtr, [...walk.included]]).toEqual([5, true, ['fails.de']]);
});

const propose = (records: string[], ours: string[] = ['a:ours.de'], without: string[] = []) =>
  proposeSpf({ records: records.map(parseSpf), ours, without, start: ['mx'] });

test('B028 what is there stays in its order, ours comes in front of the end', () => {
  expect(propose([])).toBe('v=spf1 mx a:ours.de ~all');
  expect(propose(['v=spf1 mx ?ip4:192.0.2.1 -ip4:192.0.2.2 exp=warum.de -all'])).toBe(
    'v=spf1 mx ?ip4:192.0.2.1 -ip4:192.0.2.2 a:ours.de -all exp=warum.de',
  );
  expect(propose(['v=spf1 mx'])).toBe('v=spf1 mx a:ours.de ~all');
  expect(propose(['v=spf1 redirect=x.de'])).toBe('v=spf1 a:ours.de redirect=x.de');
  expect(propose(['v=spf1 mx redirect=x.de -all'])).toBe('v=spf1 mx a:ours.de -all');
  expect(propose(['v=spf1 mx a:ours.de -all'], [])).toBeUndefined();
  expect(propose(['v=spf1  MX  -ALL'], [])).toBeUndefined();
  expect(propose(['v=spf1 include:weg.de mx -all'], [], ['include:weg.de'])).toBe('v=spf1 mx -all');
  expect(propose(['v=spf1 mx -all', 'v=spf1 mx include:b.de ~all', 'v=spf1 redirect=c.de'])).toBe(
    'v=spf1 mx include:b.de include:c.de a:ours.de -all',
  );
});

test('addresses that the world never sees as a sender', () => {
  expect(
    ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.1.1', '100.64.0.1', '::1', 'fd00::1', 'fe80::1', 'quatsch'].filter(
      isPublicAddress,
    ),
  ).toEqual([]);
  expect(['192.0.2.1', '172.32.0.1', '2001:db8::1'].filter(isPublicAddress)).toHaveLength(3);
});
