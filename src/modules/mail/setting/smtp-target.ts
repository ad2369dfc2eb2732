import type { Vault } from '../../../platform/secret.ts';
import { noAnswer } from '../transport/answer.ts';
import type { LineFailure, SmtpTarget } from '../transport/smtp-line.ts';
import { passwordContext } from './mail-setting.ts';
import type { SendingSetting } from './setting-store.ts';

/** The workspace's own mail server, its password opened. */
export function targetOf(
  {
    host,
    port,
    encryption,
    userName,
    sealedPassword,
    workspaceId,
  }: Pick<SendingSetting, 'workspaceId' | 'host' | 'port' | 'encryption' | 'userName' | 'sealedPassword'>,
  { vault }: { vault: Vault },
): SmtpTarget | LineFailure {
  if (!host || !port || !encryption) return { failure: 'host-unknown', ...noAnswer };
  try {
    return { host, port, encryption, userName, password: sealedPassword && vault.open(sealedPassword, passwordContext(workspaceId)) };
  } catch {
    return { failure: 'password-unreadable', ...noAnswer };
  }
}
