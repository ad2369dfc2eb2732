import { dayIn } from '../../platform/clock.ts';

/** When open invitations are reminded of. Days are counted from the day of the invitation; times are `HH:MM`, both in the portal's time zone. */
export type ReminderSetting = {
  active: boolean;
  /** Ascending, each once. */
  days: readonly number[];
  fromTime: string;
  /** Not included. */
  toTime: string;
  /** Whether Saturdays and Sundays count as well. */
  weekend: boolean;
};

export const usualReminders: ReminderSetting = { active: true, days: [3, 7, 14], fromTime: '08:00', toTime: '18:00', weekend: false };

/** An invitation that nobody has taken up yet. `timeZone`: of the portal, IANA name. */
export type OpenInvitation = { invitedAt: Date; remindersSent: number; timeZone: string };

/**
 * Which reminder of its series an invitation is due for at this moment, counted from one; `undefined` where none is. One that was missed while the
 * server was off, or the template, is not made up for beside a later one: people get the latest that is due, once.
 */
export function dueReminder(
  { invitedAt, remindersSent, timeZone }: OpenInvitation,
  setting: ReminderSetting,
  now: Date,
): number | undefined {
  if (!setting.active || !isReminderTime(timeZone, setting, now)) return undefined;
  const age = daysBetween(dayIn(timeZone, invitedAt), dayIn(timeZone, now));
  const due = setting.days.filter((day) => day <= age).length;
  return due > remindersSent ? due : undefined;
}

/** The calendar day of the next reminder if nothing happens until then, `undefined` after the last one. */
export function nextReminderOn(invitation: OpenInvitation, setting: ReminderSetting, now: Date): string | undefined {
  const { invitedAt, remindersSent, timeZone } = invitation;
  const days = setting.active ? setting.days[remindersSent] : undefined;
  if (days === undefined) return undefined;
  const today = dayIn(timeZone, now);
  const planned = addDays(dayIn(timeZone, invitedAt), days);
  const overToday = localTime(timeZone, now) >= setting.toTime;
  let day = planned > today ? planned : overToday ? addDays(today, 1) : today;
  while (!setting.weekend && isWeekend(day)) day = addDays(day, 1);
  return day;
}

function isReminderTime(timeZone: string, { fromTime, toTime, weekend }: ReminderSetting, now: Date): boolean {
  if (!weekend && isWeekend(dayIn(timeZone, now))) return false;
  const time = localTime(timeZone, now);
  return time >= fromTime && time < toTime;
}

const localTime = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

// Days are counted on the calendar, as if it were UTC's: a day with 23 or 25 hours is one day.
const atNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const millisecondsOfDay = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((atNoon(to) - atNoon(from)) / millisecondsOfDay);
const addDays = (day: string, count: number): string => new Date(atNoon(day) + count * millisecondsOfDay).toISOString().slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(atNoon(day)).getUTCDay());
