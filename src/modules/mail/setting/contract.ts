import { z } from 'zod';
import { Instant, route } from '../../../platform/http/contract.ts';

const tag = 'mail';

export const MailSettingView = z.object({
  transport: z.enum(['smtp', 'test-mailbox', 'none']),
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  encryption: z.enum(['none', 'starttls', 'tls']).nullable(),
  senderName: z.string(),
  senderAddress: z.string(),
  /** Set while the transport as a whole is paused: since when, why, in words and in the server's. */
  pause: z.object({ since: Instant, nextTryAt: Instant, sentence: z.string(), answer: z.string().nullable() }).nullable(),
  waiting: z.number().int(),
});
export type MailSettingView = z.infer<typeof MailSettingView>;

export const settingContract = {
  getMailSettings: route({
    method: 'GET',
    path: '/mail/settings',
    right: 'user',
    tag,
    summary: 'How mail leaves, and whether it is paused',
    response: MailSettingView,
  }),
};
