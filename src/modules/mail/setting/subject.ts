import { openOrUndefined, type Vault } from '../../../platform/secret.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { refuse } from '../refusals.ts';
import type { Choice } from './choice.ts';
import type { Subject } from './examine.ts';
import type { LocalWays } from './local-ways.ts';
import { openedPassword } from './mail-setting.ts';
import type { StoredSetting } from './setting-store.ts';

type Keys = { vault: Vault; workspaceId: WorkspaceId };

/** The password of a choice in the clear, for the moment of using it. Refuses `password-unreadable` where the stored one cannot be opened. */
export function plainPassword({ password }: Pick<Choice, 'password'>, stored: StoredSetting, { vault, workspaceId }: Keys): string | null {
  if (password === 'none') return null;
  if (password !== 'kept') return password.typed;
  const opened = openedPassword(vault, workspaceId, stored.sealedPassword);
  if (opened === undefined) throw refuse('password-unreadable', { pointer: '/password' });
  return opened;
}

/** The way of sending that a choice stands for, ready to be tried. */
export function subjectOf(choice: Choice, stored: StoredSetting, { local, ...keys }: Keys & { local: LocalWays }): Subject {
  const envelope = stored.returnPath ?? choice.senderAddress;
  const { transport, host, port, encryption, userName } = choice;
  if (transport === 'mail') return { transport, target: local.relay, envelope };
  if (transport !== 'smtp' || !host || !port || !encryption) return { transport, target: undefined, envelope };
  return { transport, target: { host, port, encryption, userName, password: plainPassword(choice, stored, keys) }, envelope };
}

/** What is in the settings now, as a choice: nothing typed. */
export const asStored = (stored: StoredSetting): Choice => ({ ...stored, password: stored.sealedPassword ? 'kept' : 'none' });

const checkContext = (workspaceId: WorkspaceId): string => `mail-setting.check:${workspaceId}`;

export const sealSubject = (subject: Subject, { vault, workspaceId }: Keys): Buffer =>
  vault.seal(JSON.stringify(plainOf(subject)), checkContext(workspaceId));

/** Whether it was this that was checked last. What cannot be opened any more was something else. */
export function wasChecked(subject: Subject, sealed: Buffer | null, { vault, workspaceId }: Keys): boolean {
  return sealed !== null && openOrUndefined(vault, sealed, checkContext(workspaceId)) === JSON.stringify(plainOf(subject));
}

/** In a fixed order. The operator's relay is not part of it: it is the operator's to change. */
const plainOf = ({ transport, target, envelope }: Subject) =>
  transport === 'smtp' && target
    ? [transport, target.host, target.port, target.encryption, target.userName, target.password, envelope]
    : [transport, envelope];
