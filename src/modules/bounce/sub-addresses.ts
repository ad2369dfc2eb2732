import { later, minutes } from '../../platform/clock.ts';
import { variantOf } from '../../platform/phrases.ts';
import type { Vault } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import {
  getReturnPath,
  holdReturnPath,
  type MailOutcome,
  releaseAddress,
  startReturnTags,
  type TagScope,
  taggedIdIn,
  taggedReturnPath,
} from '../mail/index.ts';
import { type Limit, takeTry } from '../throttle/index.ts';
import type { ReadMail } from './bounce.ts';
import { refuse } from './refusals.ts';
import { findMailbox, lockMailbox, saveSubAddressesAsked, saveSubAddressesProven } from './store.ts';

/** How far it is known whether mail to `bounces+…@` comes in. `late`: the mail that asks has been on its way for longer than usual. */
export type SubAddressState = 'off' | 'not-asked' | 'asked' | 'late' | 'proven';

const usualWay = minutes(15);

export function subAddressState(
  mailbox: { subAddresses: boolean; subAddressesAskedAt: Date | null; subAddressesProvenAt: Date | null },
  now: Date,
): SubAddressState {
  if (!mailbox.subAddresses) return 'off';
  if (mailbox.subAddressesProvenAt) return 'proven';
  if (!mailbox.subAddressesAskedAt) return 'not-asked';
  return later(mailbox.subAddressesAskedAt, usualWay) > now ? 'asked' : 'late';
}

/**
 * Sends a mail to a tagged address of ours. Until it has come in, mails keep the plain return path: were tags used where the server does not know them,
 * every bounce would be lost.
 */
export async function askSubAddresses(work: Work, vault: Pick<Vault, 'sign'>): Promise<MailOutcome> {
  const { tx, now, workspace } = work;
  const { returnPath } = await getReturnPath(work);
  const address = returnPath && taggedReturnPath(returnPath, workspace.id, { workspaceId: workspace.id, vault });
  // An earlier question may have come back.
  if (address) await releaseAddress(work, address);
  const variant = variantOf(workspace.language, 'sie');
  const person = { salutation: null, title: null, firstName: '', lastName: '' };
  const outcome = await work.send({ template: 'test', variant, address, person, accountName: '' });
  if (outcome.state === 'queued') await saveSubAddressesAsked(tx, workspace.id, now);
  return outcome;
}

const askLimit: Limit = {
  name: 'bounce-sub-addresses',
  plans: { account: { freeTries: 5, firstPauseSeconds: 30, longestPauseSeconds: 900, drainSeconds: 120 } },
};

/** „Noch einmal prüfen“. Refuses `no-sub-addresses` and `throttle.slow-down`. */
export async function askSubAddressesAgain(
  work: Work,
  { vault, network }: { vault: Pick<Vault, 'sign'>; network: string },
): Promise<MailOutcome> {
  const { actor } = work;
  const mailbox = await findMailbox(work.tx, work.workspace.id);
  if (!mailbox?.subAddresses) throw refuse('no-sub-addresses');
  await takeTry(work, askLimit, { account: `${askLimit.name}:${actor.kind === 'user' ? actor.userId : actor.kind}`, network });
  const outcome = await askSubAddresses(work, vault);
  work.record('bounce-setting.sub-addresses-asked', { type: 'workspace', id: work.workspace.id });
  return outcome;
}

/** Whether a mail is that question: it was sent to the tag of the workspace itself. */
export const isProbe = ({ sentTo }: Pick<ReadMail, 'sentTo'>, scope: TagScope): boolean => taggedIdIn(sentTo, scope) === scope.workspaceId;

/** The question has come in: from now on every mail carries its own tag. One that was about another address of ours proves nothing. */
export async function proveSubAddresses(work: Work, { sentTo }: Pick<ReadMail, 'sentTo'>, vault: Pick<Vault, 'sign'>): Promise<void> {
  const { tx, now, workspace, record } = work;
  // In the order of whoever saves another address: what is read here is still so when it is marked as proven.
  if (!(await lockMailbox(tx, workspace.id))) return;
  const { returnPath } = await holdReturnPath(work);
  if (!returnPath) return;
  const asked = taggedReturnPath(returnPath, workspace.id, { workspaceId: workspace.id, vault }).toLowerCase();
  if (!sentTo.some((address) => address.toLowerCase() === asked)) return;
  if (!(await saveSubAddressesProven(tx, workspace.id, now))) return;
  await startReturnTags(work, returnPath);
  record('bounce-setting.sub-addresses-proven', { type: 'workspace', id: workspace.id });
}
