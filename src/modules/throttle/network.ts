import { isIP, isIPv4 } from 'node:net';

/**
 * The network that an address is counted under (rule 20): an IPv4 address itself; of an IPv6 address its /64, because one household or server has
 * all of those. IPv4 inside IPv6 (mapped `::ffff:0:0/96`, translated `64:ff9b::/96`, RFC 6052) is IPv4, else all of it would be one network.
 * What is no address counts as one network `unknown`: it is slowed down together rather than not at all.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.trim().split('%');
  if (isIPv4(bare)) return bare;
  if (isIP(bare) === 0) return 'unknown';

  const groups = groupsOf(bare);
  const prefix = groups.slice(0, 6).join(':');
  if (prefix === '0:0:0:0:0:ffff' || prefix === '64:ff9b:0:0:0:0') return dotted(groups.slice(6));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const hexadecimal = address.replace(/\d+\.\d+\.\d+\.\d+$/, (tail) => {
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [front = [], back = []] = hexadecimal.split('::').map((side) => side.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16).toString(16));
}

const dotted = (groups: string[]): string =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 0xff])
    .join('.');
