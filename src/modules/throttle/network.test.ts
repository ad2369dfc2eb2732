import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['64:ff9b::203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:1::', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['', 'unknown'],
  ['203.0.113.7, 10.0.0.1', 'unknown'],
  ['localhost', 'unknown'],
  ['203.0.113.007', 'unknown'],
])('rule 20 the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('rule 20 all addresses of a /64 are one network, in every spelling, and another /64 is another', () => {
  const group = fc.integer({ min: 1, max: 0xffff }).map((number) => number.toString(16));
  fc.assert(
    fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), fc.array(group, { minLength: 4, maxLength: 4 }), (prefix, host) => {
      const network = networkOf([...prefix, ...host].join(':'));
      expect(networkOf(`${prefix.join(':')}::1`)).toBe(network);
      expect(networkOf([...prefix, ...host].map((part) => part.padStart(4, '0').toUpperCase()).join(':'))).toBe(network);
      expect(networkOf(`${['fd', ...prefix.slice(1)].join(':')}::1`) === network).toBe(prefix[0] === 'fd');
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (text) => networkOf(text).length > 0));
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => networkOf(address) !== 'unknown'));
});
