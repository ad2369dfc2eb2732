import { refuseRequest } from '../../platform/http/refusals.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import { refuse } from './refusals.ts';
import { type ReminderSetting, usualReminders } from './reminder.ts';
import { findReminderSetting, type StoredReminderSetting, saveReminderSetting } from './store.ts';

/** The workspace's setting; version 0 is the usual one that nobody has changed. */
export const getReminders = async ({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>): Promise<StoredReminderSetting> =>
  (await findReminderSetting(tx, workspace.id)) ?? { ...usualReminders, version: 0 };

/**
 * Changes when open invitations are reminded of. It counts at once, also for invitations that were sent before.
 * Refuses `hours-reversed`, and 412 where somebody else was faster.
 */
export async function changeReminders(
  work: Work,
  { days, ...rest }: ReminderSetting,
  expectedVersion: number | undefined,
): Promise<StoredReminderSetting> {
  const { tx, workspace, record } = work;
  const wanted: ReminderSetting = { ...rest, days: [...new Set(days)].sort((one, other) => one - other) };
  if (wanted.fromTime >= wanted.toTime) throw refuse('hours-reversed', { pointer: '/toTime' });
  const { version, ...before } = await getReminders(work);
  mustBeFresh(version, expectedVersion);
  if (JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(wanted))) return { ...before, version };
  if (!(await saveReminderSetting(tx, workspace.id, wanted, version))) throw refuseRequest('stale');
  record('reminder-setting.changed', { type: 'workspace', id: workspace.id }, { before: { ...before }, after: { ...wanted } });
  return { ...wanted, version: version + 1 };
}

const inOrder = ({ active, days, fromTime, toTime, weekend }: ReminderSetting) => [active, days, fromTime, toTime, weekend];
