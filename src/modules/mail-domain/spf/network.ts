import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** Whether an address lies in a network; addresses of different kinds never do. */
export function isInNetwork(address: string, network: string, prefix: number): boolean {
  if (!isIP(address) || !isIP(network) || familyOf(address) !== familyOf(network)) return false;
  const list = new BlockList();
  if (prefix === 0) return true;
  list.addSubnet(network, prefix, familyOf(network));
  return list.check(address, familyOf(address));
}

const inside: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
];

/** Whether the world can see this address as the sender of a mail; loopback and private networks it never sees. */
export const isPublicAddress = (address: string): boolean =>
  (isIPv4(address) || isIPv6(address)) && !inside.some(([network, prefix]) => isInNetwork(address, network, prefix));
