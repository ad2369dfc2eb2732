import { isAddress, parseAddress } from '../../../platform/address.ts';
import { openOrUndefined, type Vault } from '../../../platform/secret.ts';
import type { Work } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { oneLine } from '../template/wording.ts';
import { insertMailSetting } from './setting-store.ts';
import { readSmtpUrl } from './smtp-url.ts';

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

/** Reads `PFORTE_SMTP_URL`; without it, mails go to the test mailbox. Refuses what `readSmtpUrl` refuses. */
export function mailSettingFromUrl(text: string | undefined, vault: Vault): NewMailSetting {
  if (!text) return testMailbox;
  const { password, ...server } = readSmtpUrl(text, 'PFORTE_SMTP_URL');
  return {
    transport: 'smtp',
    ...server,
    sealedPasswordFor: (workspaceId) => (password === null ? null : vault.seal(password, passwordContext(workspaceId))),
    hasPassword: (workspaceId, sealed) => openedPassword(vault, workspaceId, sealed) === password,
  };
}

/** `no-reply@` the host of the base URL. A host that is no domain (localhost, an IP address) gives a name that no mail server takes for real. */
export function defaultSender(baseUrl: string): string {
  const parsed = parseAddress(`no-reply@${new URL(baseUrl).hostname}`);
  return isAddress(parsed) ? parsed.address : 'no-reply@pforte.invalid';
}

/** What a mail password is sealed for: it opens in this workspace's row only. */
export const passwordContext = (workspaceId: WorkspaceId): string => `mail-setting.password:${workspaceId}`;

/** A sealed password in the clear; `undefined`: sealed with another key, or for another workspace. */
export const openedPassword = (vault: Vault, workspaceId: WorkspaceId, sealed: Buffer | null): string | null | undefined =>
  sealed && openOrUndefined(vault, sealed, passwordContext(workspaceId));

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
