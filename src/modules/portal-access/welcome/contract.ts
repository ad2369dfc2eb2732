import { z } from 'zod';
import { Instant, route, Uuid } from '../../../platform/http/contract.ts';
import { MailOutcomeView, MessageView } from '../../mail/contract.ts';
import { AccessView } from '../contract.ts';

const tag = 'accesses';

/** An access after a mail that lets somebody in was asked for, and what became of the mail. */
export const MailedAccess = AccessView.extend({ mail: MailOutcomeView });
export type MailedAccess = z.infer<typeof MailedAccess>;

/** One mail that lets somebody in, or tells of such a mail: when, to which address, who asked for it, and what became of it (B075). */
export const SendingView = MessageView.extend({
  /** Why it was sent, where one template serves several purposes. */
  kind: z.enum(['welcome', 'activation', 'reset', 'reminder', 'address']),
  by: z.object({ kind: z.enum(['user', 'person', 'system', 'anonymous']), name: z.string() }),
});
export type SendingView = z.infer<typeof SendingView>;

export const SendingsView = z.object({
  items: z.array(SendingView),
  /** From when on another one may be sent; `null`: at once, as far as the pause is concerned. */
  nextAt: Instant.nullable(),
  /** The same in seconds from now, for whoever does not trust their own clock. */
  waitSeconds: z.number().int(),
  /** The pause between two mails, in seconds. */
  pauseSeconds: z.number().int(),
});

const one = z.object({ accessId: Uuid });

export const welcomeContract = {
  giveAccess: route({
    method: 'POST',
    path: '/accesses',
    right: 'user',
    tag,
    summary: 'Unlock a person in a portal; the welcome mail leaves at once',
    body: z.strictObject({
      portalId: Uuid,
      contactId: Uuid,
      /** The key of one of the portal's roles; without it, the portal's usual one. */
      role: z.string().max(63).optional(),
      /** Keys of areas; without them, those that the role starts with. */
      areas: z.array(z.string().max(63)).max(50).optional(),
      welcome: z.boolean().default(true),
    }),
    response: MailedAccess,
    status: 201,
    versioned: true,
  }),
  suggestAddress: route({
    method: 'GET',
    path: '/accesses/email-suggestion',
    right: 'user',
    tag,
    summary: 'The address that was probably meant, where its domain looks like a typing mistake',
    query: z.strictObject({ email: z.string().max(1000) }),
    response: z.object({ suggestion: z.string().nullable() }),
  }),
  resend: route({
    method: 'POST',
    path: '/accesses/{accessId}/resend',
    right: 'user',
    tag,
    summary: 'Send the welcome or the activation mail again, by the state of the access',
    params: one,
    response: MailedAccess,
    versioned: true,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/accesses/{accessId}/reset-password',
    right: 'user',
    tag,
    summary: 'End all sessions, delete the password, and mail the person a link for a new one',
    params: one,
    response: MailedAccess.extend({ ended: z.number().int() }),
    versioned: true,
  }),
  cancelAddressChange: route({
    method: 'POST',
    path: '/accesses/{accessId}/cancel-address-change',
    right: 'user',
    tag,
    summary: 'Stop a change of address that waits for its confirmation',
    params: one,
    response: AccessView,
    versioned: true,
  }),
  listSendings: route({
    method: 'GET',
    path: '/accesses/{accessId}/mails',
    right: 'user',
    tag,
    summary:
      'The welcome, activation and reset mails to a person in this portal, the newest first, and from when on another one may be sent',
    params: one,
    response: SendingsView,
  }),
};
