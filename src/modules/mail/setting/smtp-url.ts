import { isAddress, parseAddress } from '../../../platform/address.ts';
import { asciiHost } from '../../../platform/host.ts';
import { isLoopbackHost } from '../../../platform/settings.ts';
import { refuse } from '../refusals.ts';

export type Encryption = 'none' | 'starttls' | 'tls';

/** A mail server as an address names it. */
export type SmtpServer = {
  host: string;
  port: number;
  encryption: Encryption;
  userName: string | null;
  password: string | null;
  /** `from=` of the address. */
  senderAddress: string | null;
};

/**
 * Reads `smtp://user:password@host:587?from=no-reply@example.com`, the value of the setting `name`. `smtps:` means TLS from the first byte,
 * `smtp:` means STARTTLS, which is required off loopback and not used on it (rule 18).
 * Refuses `smtp-url-invalid` and `smtp-url-sender-invalid`, neither of which repeats the password.
 */
export function readSmtpUrl(text: string, name: string): SmtpServer {
  const invalid = () => refuse('smtp-url-invalid', { values: { name } });
  const url = URL.parse(text.trim());
  const host = url && hostOfUrl(url);
  const parameters = [...(url?.searchParams.keys() ?? [])];
  if (!url || !host || !['smtp:', 'smtps:'].includes(url.protocol)) throw invalid();
  if ((url.pathname !== '' && url.pathname !== '/') || url.port === '0' || parameters.some((parameter) => parameter !== 'from'))
    throw invalid();

  const encryption = url.protocol === 'smtps:' ? 'tls' : isLoopbackHost(host) ? 'none' : 'starttls';
  const from = url.searchParams.get('from');
  const sender = from === null ? null : parseAddress(from);
  if (sender && !isAddress(sender)) throw refuse('smtp-url-sender-invalid', { values: { name } });
  const plain = (part: string): string | null => {
    if (part === '') return null;
    const decoded = safeDecode(part);
    if (decoded === undefined) throw invalid();
    return decoded;
  };
  return {
    host,
    port: Number(url.port) || usualPort(encryption, host),
    encryption,
    userName: plain(url.username),
    password: plain(url.password),
    senderAddress: sender?.address ?? null,
  };
}

/** 465 for TLS, 587 for handing in mail (RFC 8314, RFC 6409), 25 to a server on the same machine. */
export const usualPort = (encryption: Encryption, host: string): number => {
  if (encryption === 'tls') return 465;
  return isLoopbackHost(host) ? 25 : 587;
};

function hostOfUrl(url: URL): string | undefined {
  if (/^\[[0-9a-f:.]+\]$/i.test(url.hostname)) return url.hostname.slice(1, -1);
  return asciiHost(safeDecode(url.hostname) ?? '');
}

function safeDecode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
