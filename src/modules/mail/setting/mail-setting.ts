import { domainToASCII } from 'node:url';
import { isAddress, parseAddress } from '../../../platform/address.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Vault } from '../../../platform/secret.ts';
import { isLoopbackHost } from '../../../platform/settings.ts';
import type { Work } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { countWaiting } from '../outbox/message-store.ts';
import { refuse } from '../refusals.ts';
import { oneLine } from '../template/wording.ts';
import type { MailSettingView } from './contract.ts';
import { findTransport, insertMailSetting } from './setting-store.ts';
import { presentSetting } from './views.ts';

/** The transport that a new workspace starts with. The password stands sealed only, and for one workspace at a time. */
export type NewMailSetting = {
  transport: 'smtp' | 'test-mailbox';
  host: string | null;
  port: number | null;
  encryption: 'none' | 'starttls' | 'tls' | null;
  userName: string | null;
  sealedPasswordFor(workspaceId: WorkspaceId): Buffer | null;
  /** Whether a sealed password of that workspace is this one. One that cannot be opened is not. */
  hasPassword(workspaceId: WorkspaceId, sealed: Buffer | null): boolean;
  /** `null`: made from the base URL. */
  senderAddress: string | null;
};

const testMailbox: NewMailSetting = {
  transport: 'test-mailbox',
  host: null,
  port: null,
  encryption: null,
  userName: null,
  sealedPasswordFor: () => null,
  hasPassword: (_, sealed) => sealed === null,
  senderAddress: null,
};

/**
 * Reads `smtp://user:password@host:587?from=no-reply@example.com`; without it, mails go to the test mailbox. `smtps:` means TLS from the first byte,
 * `smtp:` means STARTTLS, which is required off loopback and not used on it (rule 18).
 * Refuses `smtp-url-invalid` and `smtp-url-sender-invalid`, neither of which repeats the password.
 */
export function mailSettingFromUrl(text: string | undefined, vault: Vault): NewMailSetting {
  if (!text) return testMailbox;
  const url = URL.parse(text.trim());
  const host = url && hostOf(url);
  const parameters = [...(url?.searchParams.keys() ?? [])];
  if (!url || !host || !['smtp:', 'smtps:'].includes(url.protocol)) throw refuse('smtp-url-invalid');
  if ((url.pathname !== '' && url.pathname !== '/') || url.port === '0' || parameters.some((name) => name !== 'from'))
    throw refuse('smtp-url-invalid');

  const loopback = isLoopbackHost(host);
  const encryption = url.protocol === 'smtps:' ? 'tls' : loopback ? 'none' : 'starttls';
  const from = url.searchParams.get('from');
  const sender = from === null ? null : parseAddress(from);
  if (sender && !isAddress(sender)) throw refuse('smtp-url-sender-invalid');
  const password = plain(url.password);
  return {
    transport: 'smtp',
    host,
    port: Number(url.port) || (encryption === 'tls' ? 465 : loopback ? 25 : 587),
    encryption,
    userName: plain(url.username),
    sealedPasswordFor: (workspaceId) => (password === null ? null : vault.seal(password, passwordContext(workspaceId))),
    hasPassword: (workspaceId, sealed) => opened(vault, workspaceId, sealed) === password,
    senderAddress: sender?.address ?? null,
  };
}

function hostOf(url: URL): string | undefined {
  if (/^\[[0-9a-f:.]+\]$/i.test(url.hostname)) return url.hostname.slice(1, -1);
  const host = domainToASCII(safeDecode(url.hostname) ?? '');
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) ? host : undefined;
}

function plain(part: string): string | null {
  if (part === '') return null;
  const decoded = safeDecode(part);
  if (decoded === undefined) throw refuse('smtp-url-invalid');
  return decoded;
}

function safeDecode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** `no-reply@` the host of the base URL. A host that is no domain (localhost, an IP address) gives a name that no mail server takes for real. */
export function defaultSender(baseUrl: string): string {
  const parsed = parseAddress(`no-reply@${new URL(baseUrl).hostname}`);
  return isAddress(parsed) ? parsed.address : 'no-reply@pforte.invalid';
}

/** What a mail password is sealed for: it opens in this workspace's row only. */
export const passwordContext = (workspaceId: WorkspaceId): string => `mail-setting.password:${workspaceId}`;

/** `undefined`: sealed with another key, or for another workspace. */
function opened(vault: Vault, workspaceId: WorkspaceId, sealed: Buffer | null): string | null | undefined {
  try {
    return sealed && vault.open(sealed, passwordContext(workspaceId));
  } catch {
    return undefined;
  }
}

/** Called at set-up: how mail of this workspace leaves from now on. It is the operator's choice until somebody makes another. */
export async function createMailSetting(
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  { sealedPasswordFor, hasPassword: _, senderAddress, ...setting }: NewMailSetting,
): Promise<void> {
  await insertMailSetting(tx, {
    ...setting,
    workspaceId: workspace.id,
    sealedPassword: sealedPasswordFor(workspace.id),
    fromEnvironment: true,
    senderName: oneLine(workspace.name),
    senderAddress: senderAddress ?? defaultSender(workspace.baseUrl),
  });
}

/** The settings as the console shows them, with a pause and what waits for it. Refuses `no-settings`. */
export async function getMailSettings({ tx, now, workspace }: Work, variant: Variant): Promise<MailSettingView> {
  const transport = await findTransport(tx, workspace.id);
  if (!transport) throw refuse('no-settings');
  return presentSetting(transport, { variant, timeZone: workspace.timeZone, waiting: await countWaiting(tx, workspace.id, now) });
}
