import type { Call, Handlers } from '../../platform/http/serve.ts';
import { changeReminders, getReminders } from './change-reminders.ts';
import type { ReminderSettingView, reminderContract } from './contract.ts';
import type { StoredReminderSetting } from './store.ts';

export const reminderHandlers: Handlers<typeof reminderContract> = {
  getReminders: async (call) => present(call, await call.perform(getReminders)),
  changeReminders: async (call) => present(call, await call.perform(changeReminders, call.body, call.ifMatch)),
};

const present = ({ actor }: Call, { days, ...setting }: StoredReminderSetting): ReminderSettingView => ({
  ...setting,
  days: [...days],
  allowed: actor.kind === 'user' && actor.administrator ? ['edit'] : [],
});
