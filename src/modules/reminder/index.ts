export { getReminders } from './change-reminders.ts';
export { nextReminderOn, type OpenInvitation, type ReminderSetting } from './reminder.ts';
export { reminderHandlers } from './routes.ts';
export { createReminders, type PersonOf, type RemindNext } from './send-reminder.ts';
