import { expect, test } from 'vitest';
import { hours, later } from '../../platform/clock.ts';
import { dueReminder, nextReminderOn, type OpenInvitation, usualReminders } from './reminder.ts';

const berlin = (invitedAt: string, remindersSent = 0): OpenInvitation => ({
  invitedAt: new Date(invitedAt),
  remindersSent,
  timeZone: 'Europe/Berlin',
});
const due = (invitation: OpenInvitation, now: string, setting = usualReminders) => dueReminder(invitation, setting, new Date(now));

test.each([
  ['two days later', '2026-03-12T12:00:00Z', undefined],
  ['on day 3 before the hours', '2026-03-13T06:59:00Z', undefined],
  ['on day 3 when they begin', '2026-03-13T07:00:00Z', 1],
  ['on day 3 in their last minute', '2026-03-13T16:59:00Z', 1],
  ['on day 3 when they are over', '2026-03-13T17:00:00Z', undefined],
  ['on day 4, a Saturday', '2026-03-14T12:00:00Z', undefined],
  ['on day 6, the Monday after', '2026-03-16T12:00:00Z', 1],
  ['on day 20, when the server was off all the time: the latest only', '2026-03-30T12:00:00Z', 3],
])('an invitation of Tuesday is due for a reminder: %s', (_, now, number) => {
  expect(due(berlin('2026-03-10T16:50:00Z'), now)).toBe(number);
});

test('a reminder that was sent is not due again, and after the last one there is none', () => {
  expect(due(berlin('2026-03-10T10:00:00Z', 1), '2026-03-13T12:00:00Z')).toBeUndefined();
  expect(due(berlin('2026-03-10T10:00:00Z', 1), '2026-03-17T12:00:00Z')).toBe(2);
  expect(due(berlin('2026-03-10T10:00:00Z', 3), '2026-09-01T12:00:00Z')).toBeUndefined();
});

test('the setting decides: off, other days, weekends', () => {
  const invitation = berlin('2026-03-10T10:00:00Z');
  expect(due(invitation, '2026-03-13T12:00:00Z', { ...usualReminders, active: false })).toBeUndefined();
  expect(due(invitation, '2026-03-11T12:00:00Z', { ...usualReminders, days: [1] })).toBe(1);
  expect(due(invitation, '2026-03-14T12:00:00Z', { ...usualReminders, weekend: true })).toBe(1);
});

test('days are those of the portal’s calendar, also in the nights when the clock changes', () => {
  // 23:30 in Berlin on 26 March; three days later the clock has been put forward.
  expect(due(berlin('2026-03-26T22:30:00Z'), '2026-03-29T07:00:00Z', { ...usualReminders, weekend: true })).toBe(1);
  expect(due(berlin('2026-03-26T22:30:00Z'), '2026-03-29T05:59:00Z', { ...usualReminders, weekend: true })).toBeUndefined();
  expect(due({ ...berlin('2026-03-10T20:00:00Z'), timeZone: 'Pacific/Auckland' }, '2026-03-12T20:00:00Z')).toBeUndefined();
  expect(due({ ...berlin('2026-03-10T10:00:00Z'), timeZone: 'Pacific/Auckland' }, '2026-03-12T20:00:00Z')).toBe(1);
});

test('the day that people are shown is the day on which the reminder goes', () => {
  for (const invitedAt of ['2026-03-10T10:00:00Z', '2026-03-13T22:50:00Z', '2026-10-22T21:59:00Z']) {
    for (const sent of [0, 1, 2, 3]) {
      let now = new Date(invitedAt);
      const shown = nextReminderOn(berlin(invitedAt, sent), usualReminders, now);
      const dueAt = () => dueReminder(berlin(invitedAt, sent), usualReminders, now) !== undefined;
      for (let hour = 0; hour < 24 * 30 && !dueAt(); hour++) now = later(now, hours(1));
      expect(shown).toBe(dueAt() ? now.toISOString().slice(0, 10) : undefined);
    }
  }
  expect(nextReminderOn(berlin('2026-03-10T10:00:00Z'), usualReminders, new Date('2026-03-20T18:30:00Z'))).toBe('2026-03-23');
});
