import { isIP, isIPv4 } from 'node:net';
import { domainOf } from './mail-domain.ts';
import { type Provider, providerOf } from './providers.ts';
import { isPublicAddress } from './spf/network.ts';

/** How mail of a workspace leaves, as far as its records depend on it. */
export type MailRoute = {
  transport: 'smtp' | 'sendmail' | 'mail' | 'test-mailbox' | 'none';
  /** The mail server that takes our mails; for „Mail“ the installation's own. */
  host: string | null;
  senderAddress: string;
  /** The address on the envelope where it is another one than the sender's. */
  returnPath: string | null;
};

/** What the operator says about the installation: its relay's place in SPF records, and the host it is reached at. */
export type Installation = { relaySpf: string | undefined; host: string };

/** Where the mechanisms come from: what a person has said here, the operator's word, a provider that is known, or a guess by a host. */
export type SendingSource = 'stated' | 'operator' | 'provider' | 'server' | 'installation';

/** Who sends: what stands for it in an SPF record. Without mechanisms nobody can know from which addresses it sends. */
export type Sending = {
  /** Nothing leaves: there is nobody to look for in the record yet. */
  leaves: boolean;
  mechanisms: string[];
  source: SendingSource | undefined;
  provider: Provider | undefined;
};

/** Whether what is to be published is only likely: the server that takes mails is often, and not always, the one that sends them on. */
export const isGuess = ({ source }: Pick<Sending, 'source'>): boolean => source === 'server' || source === 'installation';

/** `stated`: what people have said stands before everything that could be derived. */
export function sendingOf(route: MailRoute, installation: Installation, stated: readonly string[] = []): Sending {
  const derived = derivedFrom(route, installation);
  return stated.length > 0 && derived.leaves ? { ...derived, mechanisms: [...stated], source: 'stated' } : derived;
}

function derivedFrom({ transport, host }: MailRoute, installation: Installation): Sending {
  if (transport === 'test-mailbox' || transport === 'none')
    return { leaves: false, mechanisms: [], source: undefined, provider: undefined };
  const operators = transport === 'mail' ? installation.relaySpf?.split(/\s+/).filter(Boolean) : undefined;
  if (operators?.length) return { leaves: true, mechanisms: operators, source: 'operator', provider: undefined };
  const provider = host && transport !== 'sendmail' ? providerOf(host) : undefined;
  if (provider) return { leaves: true, mechanisms: [provider.mechanism], source: 'provider', provider };
  const server = transport !== 'sendmail' && host ? mechanismOf(host) : undefined;
  if (server) return { leaves: true, mechanisms: [server], source: 'server', provider: undefined };
  // A server on this machine, or on its network, sends from where the installation is.
  const own = mechanismOf(installation.host);
  return { leaves: true, mechanisms: own ? [own] : [], source: own ? 'installation' : undefined, provider: undefined };
}

function mechanismOf(host: string): string | undefined {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (isIP(name)) return isPublicAddress(name) ? `${isIPv4(name) ? 'ip4' : 'ip6'}:${name}` : undefined;
  const isInside = !name.includes('.') || /(^|\.)(localhost|local|lan|internal|localdomain|home\.arpa|invalid|test)$/.test(name);
  return isInside ? undefined : `a:${name}`;
}

/** The domain whose SPF record receivers look at: that of the envelope. */
export const envelopeDomain = ({ senderAddress, returnPath }: MailRoute): string => domainOf(returnPath ?? senderAddress);

/** All that a check depends on, as one text: where it differs, the last check was of something else. */
export const basisOf = (route: MailRoute, { mechanisms, leaves }: Sending, selectors: readonly string[]): string =>
  JSON.stringify([domainOf(route.senderAddress), envelopeDomain(route), leaves, mechanisms, selectors]);
