import { domainToASCII } from 'node:url';

/** The name or IP address of a server as a person types it, in the form it is stored: IDNA, lower case, nothing around it. `undefined`: it is neither. */
export function readHost(typed: string): string | undefined {
  const text = typed.trim().replace(/\.$/, '');
  const address = text.replace(/^\[(.*)\]$/, '$1');
  if (/^[0-9a-f:.]*:[0-9a-f:.]+$/i.test(address)) {
    return URL.canParse(`smtp://[${address}]`) ? address.toLowerCase() : undefined;
  }
  return text.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(text) ? undefined : asciiHost(text);
}

/** The same for a name that was taken out of an address already. */
export function asciiHost(name: string): string | undefined {
  const host = domainToASCII(name);
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) && !host.includes('..') ? host : undefined;
}
