import type { Work } from '../../platform/work.ts';
import { endAlarm, lockMailDomain, saveSelectors } from './store.ts';

/** Names the DKIM keys that our mails are signed with, or takes note of an alarm. What is as it was leaves no event. */
export async function changeDomain(
  { tx, workspace, record }: Work,
  { dkimSelectors, alarmSeen }: { dkimSelectors?: string[]; alarmSeen?: true },
): Promise<void> {
  const before = await lockMailDomain(tx, workspace.id);
  const subject = { type: 'workspace', id: workspace.id };
  const selectors = dkimSelectors && [...new Set(dkimSelectors)];
  if (selectors && selectors.join() !== before.dkimSelectors.join()) {
    await saveSelectors(tx, workspace.id, selectors);
    record('mail-domain.changed', subject, { before: { dkimSelectors: before.dkimSelectors }, after: { dkimSelectors: selectors } });
  }
  if (!alarmSeen || before.alarm.length === 0) return;
  await endAlarm(tx, workspace.id);
  record('mail-domain.alarm-seen', subject, { after: Object.fromEntries(before.alarm.map(({ kind, to }) => [kind, to])) });
}
