export { getReminders } from './change-reminders.ts';
export { nextReminderOn, type OpenInvitation, type ReminderSetting } from './reminder.ts';
export { reminderHandlers } from './routes.ts';
export { type PersonOf, sendNextReminder } from './send-reminder.ts';
