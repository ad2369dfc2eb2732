import type { Work } from '../../../platform/work.ts';
import { deleteTestMails } from '../test-mailbox/test-mailbox-store.ts';
import { defaultSender, type NewMailSetting } from './mail-setting.ts';
import { type AdoptedSetting, lockMailSetting, saveAdoptedSetting } from './setting-store.ts';

/**
 * Called at every start: a workspace whose way of sending comes from the operator's settings takes over what they say now, a new password above all.
 * That ends a pause, and mails in the test mailbox go, because nobody could see their usable links any more. What people have set, and a server whose
 * setting was taken away, stay as they are.
 */
export async function adoptMailServer(
  { tx, workspace, record }: Pick<Work, 'tx' | 'workspace' | 'record'>,
  { sealedPasswordFor, hasPassword, senderAddress, ...server }: NewMailSetting,
): Promise<void> {
  if (server.transport !== 'smtp') return;
  const before = await lockMailSetting(tx, workspace.id);
  if (!before?.fromEnvironment) return;
  const wanted = { ...server, senderAddress: senderAddress ?? defaultSender(workspace.baseUrl) };
  const newPassword = !hasPassword(workspace.id, before.sealedPassword);
  if (!newPassword && isSame(before, wanted)) return;

  await saveAdoptedSetting(tx, workspace.id, { ...wanted, sealedPassword: sealedPasswordFor(workspace.id) });
  const removedTestMails = await deleteTestMails(tx, workspace.id);
  record(
    'mail-setting.adopted',
    { type: 'workspace', id: workspace.id },
    {
      before: plain(before),
      after: { ...plain(wanted), newUserName: before.userName !== wanted.userName, newPassword, removedTestMails },
    },
  );
}

type Server = Pick<AdoptedSetting, 'transport' | 'host' | 'port' | 'encryption' | 'userName' | 'senderAddress'>;

const compared = ['transport', 'host', 'port', 'encryption', 'userName', 'senderAddress'] as const satisfies (keyof Server)[];
const isSame = (one: Server, other: Server): boolean => compared.every((key) => one[key] === other[key]);

/** What may stand in the log of events: the user name is half a credential. */
const plain = ({ transport, host, port, encryption, senderAddress }: Server) => ({ transport, host, port, encryption, senderAddress });
