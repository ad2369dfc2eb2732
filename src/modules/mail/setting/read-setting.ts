import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import type { LocalWays } from '../delivery/local-ways.ts';
import { countWaiting } from '../outbox/message-store.ts';
import { refuse } from '../refusals.ts';
import type { MailSettingView } from './contract.ts';
import { findMailSetting, hasSentSince } from './setting-store.ts';
import { presentSetting } from './views.ts';

/** The settings as the console shows them, with a pause, what waits for it and the last check. Refuses `no-settings`. */
export async function getMailSettings(
  { tx, now, workspace, actor }: Work,
  { variant, local }: { variant: Variant; local: LocalWays },
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
