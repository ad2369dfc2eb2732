import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { usualReminders } from './reminder.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  findReminderSetting: (tx) => store.findReminderSetting(tx, workspaceId),
  saveReminderSetting: {
    'the first': (tx) => store.saveReminderSetting(tx, workspaceId, usualReminders, 0),
    'a change': (tx) => store.saveReminderSetting(tx, workspaceId, usualReminders, 1),
  },
  listDueInvitations: {
    'for a round': (tx) => store.listDueInvitations(tx, workspaceId, usualReminders, sampleInstant, { limit: 500 }),
    'one of them, before it is reminded of': (tx) =>
      store.listDueInvitations(tx, workspaceId, usualReminders, sampleInstant, { limit: 1, only: sampleId<'access'>() }),
  },
  takeReminder: (tx) =>
    store.takeReminder(tx, workspaceId, { accessId: sampleId<'access'>(), invitedAt: sampleInstant, remindersSent: 0 }, 1),
};
