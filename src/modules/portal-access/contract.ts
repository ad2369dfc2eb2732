import { z } from 'zod';
import { deniedOf, Instant, line, route, Uuid } from '../../platform/http/contract.ts';
import { MailOutcomeView } from '../mail/contract.ts';

const tag = 'accesses';

/** A calendar day that exists, also for the database, which knows no year 0. */
export const Day = z.iso.date().regex(/^(?!0000)/);

/** What staff can do about an access. */
export const accessActions = [
  'block',
  'unblock',
  'change-expiry',
  'impersonate',
  'extend',
  'assign',
  'unassign',
  'end-sessions',
  'delete',
  'resend',
  'reset-password',
  'change-address',
  'override-address',
  'cancel-address-change',
] as const;

/** A contact that the access acts for, with the areas that it opens there. */
export const AssignedContact = z.object({
  contactId: Uuid,
  name: z.string(),
  email: z.string().nullable(),
  customerId: Uuid,
  customerName: z.string(),
  /** Keys of areas. */
  areas: z.array(z.string()),
});
export type AssignedContact = z.infer<typeof AssignedContact>;

/** One account's way into one portal, as the list and the detail view show it. */
export const AccessView = z.object({
  id: Uuid,
  /** The contact's name; of somebody who registered and is not assigned yet, the name they typed; without any, the account name. */
  name: z.string(),
  accountId: Uuid,
  accountName: z.string(),
  email: z.string(),
  /** An address that waits for its confirmation. */
  newEmail: z.string().nullable(),
  /** „Quelle“: the portal it opens. */
  portal: z.object({ id: Uuid, name: z.string(), slug: z.string(), timeZone: z.string() }),
  role: z.string(),
  origin: z.enum(['given', 'self-registration']),
  contacts: z.array(AssignedContact),
  /** „Zuordnung Status“. */
  assignment: z.enum(['pending', 'assigned']),
  /** „Registrierungsstatus“. */
  registration: z.enum(['none', 'invited', 'activation-sent', 'registered', 'email-change']),
  hasPassword: z.boolean(),
  /** „Zugang gewährt“. */
  granted: z.boolean(),
  block: z.object({ at: Instant, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  /** „Ablaufdatum“: from the first minute of this day in the portal's time zone, access is denied. */
  expiresOn: Day.nullable(),
  /** The verdict of the one function, with every reason in order. */
  admitted: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  /** The verdict in a sentence: the weightiest reason. */
  sentence: z.string(),
  /** On how many devices the person is signed in. */
  sessions: z.number().int(),
  openLink: z.object({ purpose: z.string(), createdAt: Instant, expiresAt: Instant }).nullable(),
  invitedAt: Instant.nullable(),
  registeredAt: Instant.nullable(),
  lastSignInAt: Instant.nullable(),
  createdAt: Instant,
  version: z.number().int(),
  allowed: z.array(z.enum(accessActions)),
  denied: deniedOf(accessActions),
});
export type AccessView = z.infer<typeof AccessView>;

/**
 * What became of another address (B067): it counts already, waits for its confirmation, counts over the owner's head, or cannot be asked for one.
 * `suggestion`: the address that was probably meant, where the domain looks like a typing mistake.
 */
export const AddressOutcomeView = z.object({
  state: z.enum(['unchanged', 'corrected', 'awaits-confirmation', 'overridden', 'not-possible']),
  sentence: z.string(),
  suggestion: z.string().nullable(),
  mails: z.array(MailOutcomeView.extend({ address: z.string() })),
});
export type AddressOutcomeView = z.infer<typeof AddressOutcomeView>;

/** An access as saved; `address` says what became of another address, where one was given. */
export const SavedAccess = AccessView.extend({ address: AddressOutcomeView.optional() });
export type SavedAccess = z.infer<typeof SavedAccess>;

const one = z.object({ accessId: Uuid });

export const portalAccessContract = {
  getAccess: route({
    method: 'GET',
    path: '/accesses/{accessId}',
    right: 'user',
    tag,
    summary: 'One portal access',
    params: one,
    response: AccessView,
    versioned: true,
  }),
  changeAccess: route({
    method: 'PATCH',
    path: '/accesses/{accessId}',
    right: 'user',
    tag,
    summary: 'Block or unblock, set the day from which access ends, change role and areas',
    params: one,
    body: z.strictObject({
      granted: z.boolean().optional(),
      blockReason: line(500).nullable().optional(),
      expiresOn: Day.nullable().optional(),
      /** The key of one of the portal's roles; another role signs the person out everywhere. */
      role: z.string().max(63).optional(),
      /** The areas that it opens for some of its contacts, by their keys. */
      contacts: z
        .array(z.strictObject({ contactId: Uuid, areas: z.array(z.string().max(63)).max(50) }))
        .max(100)
        .optional(),
      /** Another address for the login and the people behind it: at once until somebody has come in, afterwards once it was confirmed. */
      email: z.string().max(1000).optional(),
      /** At once although somebody has come in already, over the owner's head: administrators only, with a reason that stays on record. */
      emailOverride: z.strictObject({ reason: line(500, 1) }).optional(),
    }),
    response: SavedAccess,
    versioned: true,
  }),
};
