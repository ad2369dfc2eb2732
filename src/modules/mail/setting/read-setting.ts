import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { refuse } from '../refusals.ts';
import type { MailSettingView } from './contract.ts';
import type { LocalWays } from './local-ways.ts';
import { findMailSetting, hasSentSince } from './setting-store.ts';
import { presentSetting } from './views.ts';

/** How many mails wait in the outbox, which this part of the module does not know. */
export type CountWaiting = (tx: Work['tx'], workspaceId: Work['workspace']['id'], now: Date) => Promise<number>;

/** The settings as the console shows them, with a pause, what waits for it and the last check. Refuses `no-settings`. */
export async function getMailSettings(
  { tx, now, workspace, actor }: Work,
  { variant, local, countWaiting }: { variant: Variant; local: LocalWays; countWaiting: CountWaiting },
): Promise<MailSettingView> {
  const setting = await findMailSetting(tx, workspace.id);
  if (!setting) throw refuse('no-settings');
  const { checkedAt, checkCause } = setting;
  return presentSetting(setting, {
    variant,
    local,
    timeZone: workspace.timeZone,
    waiting: await countWaiting(tx, workspace.id, now),
    administrator: actor.kind === 'user' && actor.administrator,
    sentSinceCheck: Boolean(checkedAt && checkCause && (await hasSentSince(tx, workspace.id, checkedAt))),
  });
}
