import { z } from 'zod';
import { route } from '../../platform/http/contract.ts';

const tag = 'mail';
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-of-day');

export const ReminderSettingView = z.object({
  active: z.boolean(),
  /** Days after the invitation. */
  days: z.array(z.number().int()),
  /** `HH:MM` in the portal's time zone; `toTime` is not included. */
  fromTime: z.string(),
  toTime: z.string(),
  weekend: z.boolean(),
  version: z.number().int(),
  allowed: z.array(z.enum(['edit'])),
});
export type ReminderSettingView = z.infer<typeof ReminderSettingView>;

export const ReminderSettingChange = z.strictObject({
  active: z.boolean(),
  days: z.array(z.number().int().min(1).max(90)).min(1).max(10),
  fromTime: time,
  toTime: time,
  weekend: z.boolean(),
});
export type ReminderSettingChange = z.infer<typeof ReminderSettingChange>;

export const reminderContract = {
  getReminders: route({
    method: 'GET',
    path: '/mail/reminders',
    right: 'user',
    tag,
    summary: 'When open invitations are reminded of',
    response: ReminderSettingView,
    versioned: true,
  }),
  changeReminders: route({
    method: 'PUT',
    path: '/mail/reminders',
    right: 'administrator',
    tag,
    summary: 'Change when open invitations are reminded of',
    body: ReminderSettingChange,
    response: ReminderSettingView,
    versioned: true,
  }),
};
