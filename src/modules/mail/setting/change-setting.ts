import { mustBeFresh } from '../../../platform/http/version.ts';
import type { Vault } from '../../../platform/secret.ts';
import type { Work } from '../../../platform/work.ts';
import { refuse } from '../refusals.ts';
import { deleteTestMails } from '../test-mailbox/test-mailbox-store.ts';
import { type Choice, choose, type Typed } from './choice.ts';
import type { LocalWays } from './local-ways.ts';
import { passwordContext } from './mail-setting.ts';
import { letterTextNames, lockMailSetting, type StoredSetting, saveChosenSetting } from './setting-store.ts';
import { subjectOf, wasChecked } from './subject.ts';

export type SettingKeys = { vault: Vault; local: LocalWays };

/**
 * B026, B027, B031: how mail leaves from now on, by the choice of people. Ends a pause, so that mails that wait are tried at once; mails in the
 * test mailbox go when another way is chosen, because nobody could see their usable links any more.
 */
export async function changeMailSettings(
  { tx, workspace, record }: Work,
  typed: Typed,
  { vault, local, expectedVersion }: SettingKeys & { expectedVersion: number | undefined },
): Promise<void> {
  const before = await lockMailSetting(tx, workspace.id);
  if (!before) throw refuse('no-settings');
  mustBeFresh(before.version, expectedVersion);
  const choice = choose(before, typed);
  const keys = { vault, workspaceId: workspace.id };
  const { password, ...plain } = choice;
  const checkIsCurrent = isCurrent(choice, before, { ...keys, local });
  await saveChosenSetting(tx, workspace.id, { ...plain, sealedPassword: sealed(password, before, keys), checkIsCurrent });

  const leavesTestMailbox = before.transport === 'test-mailbox' && choice.transport !== 'test-mailbox';
  const removedTestMails = leavesTestMailbox ? await deleteTestMails(tx, workspace.id) : 0;
  record(
    'mail-setting.changed',
    { type: 'workspace', id: workspace.id },
    {
      before: told(before),
      after: {
        ...told(choice),
        newUserName: before.userName !== choice.userName,
        newPassword: password === 'none' ? before.sealedPassword !== null : password !== 'kept',
        changedTexts: letterTextNames.filter((name) => before[name] !== choice[name]),
        removedTestMails,
      },
    },
  );
}

function isCurrent(choice: Choice, before: StoredSetting, keys: SettingKeys & { workspaceId: Work['workspace']['id'] }): boolean {
  try {
    return wasChecked(subjectOf(choice, before, keys), before.sealedCheck, keys);
  } catch {
    return false;
  }
}

const sealed = (
  password: Choice['password'],
  before: StoredSetting,
  { vault, workspaceId }: { vault: Vault; workspaceId: Work['workspace']['id'] },
): Buffer | null => {
  if (password === 'none') return null;
  return password === 'kept' ? before.sealedPassword : vault.seal(password.typed, passwordContext(workspaceId));
};

type Told = Pick<Choice, 'transport' | 'host' | 'port' | 'encryption' | 'senderName' | 'senderAddress' | 'replyTo' | 'bcc'>;

/** What may stand in the log of events: the user name is half a credential. */
const told = ({ transport, host, port, encryption, senderName, senderAddress, replyTo, bcc }: Told) => ({
  transport,
  host,
  port,
  encryption,
  senderName,
  senderAddress,
  replyTo,
  bcc,
});
