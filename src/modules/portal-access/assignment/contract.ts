import { z } from 'zod';
import { Instant, line, optionalLine, route, Uuid } from '../../../platform/http/contract.ts';
import { MailOutcomeView, MessageState } from '../../mail/contract.ts';
import { AccessView } from '../contract.ts';

const tag = 'accesses';

/** Why a contact may be the one that an access belongs to. */
export const reasonCodes = [
  'same-address',
  'same-number',
  'same-phone',
  'same-name',
  'similar-name',
  'sounds-alike',
  'same-postcode',
  'same-company',
] as const;

export const CandidateView = z.object({
  contactId: Uuid,
  name: z.string(),
  customerId: Uuid,
  customerName: z.string(),
  city: z.string().nullable(),
  email: z.string().nullable(),
  phones: z.array(z.string()),
  externalId: z.string().nullable(),
  /** What speaks for it, the weightiest first; each in words of the caller's language. */
  reasons: z.array(z.object({ code: z.enum(reasonCodes), sentence: z.string() })),
  /** It is assigned to this access already. */
  assigned: z.boolean(),
  /** The other accesses that it has. */
  linked: z.array(z.object({ accessId: Uuid, accountName: z.string(), portalName: z.string(), isThisPortal: z.boolean() })),
  /** What to think of before assigning it: it has another access to this portal (B124). */
  warning: z.string().nullable(),
  /** Why it cannot be assigned. */
  refusal: z.string().nullable(),
});
export type CandidateView = z.infer<typeof CandidateView>;

const NewContact = z.strictObject({
  /** Of the two, one is given: a company that is there, or the name of one that is made along with the person. */
  customerId: Uuid.optional(),
  newCompany: line(200, 1).optional(),
  salutation: z.enum(['frau', 'herr']).nullable().optional(),
  title: optionalLine(50).optional(),
  firstName: line(100),
  lastName: line(100, 1),
  email: z.string().max(1000).nullable().optional(),
  phones: z.array(line(40, 1)).max(10).optional(),
  language: z.enum(['de', 'en']).nullable().optional(),
  addressForm: z.enum(['sie', 'du']).nullable().optional(),
  externalId: optionalLine(100).optional(),
});

export const AssignmentOrder = z.strictObject({
  contactId: Uuid.optional(),
  contact: NewContact.optional(),
  /** Keys of areas; without them, those that the access's role starts with. */
  areas: z.array(z.string().max(63)).max(50).optional(),
});

/** An access after a change, and what became of the mail that tells the person. */
export const ToldAccess = AccessView.extend({ mail: MailOutcomeView.pick({ state: true, sentence: true, messageId: true }) });
export type ToldAccess = z.infer<typeof ToldAccess>;

/** Something that happened to an access, or a mail to its person. */
export const TimelineItem = z.object({
  at: Instant,
  kind: z.enum(['event', 'mail']),
  /** Of an event its name (`access.blocked`), of a mail the label of its template. */
  name: z.string(),
  actor: z.object({ kind: z.enum(['user', 'person', 'system', 'anonymous']), name: z.string().nullable() }).nullable(),
  mail: z.object({ id: Uuid, state: MessageState, recipientAddress: z.string() }).nullable(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

const one = z.object({ accessId: Uuid });

export const assignmentContract = {
  listCandidates: route({
    method: 'GET',
    path: '/accesses/{accessId}/candidates',
    right: 'user',
    tag,
    summary: 'Contacts that an access may belong to, the likeliest first with reasons; with `q`, those that are found',
    params: one,
    query: z.strictObject({ q: line(200).optional() }),
    response: z.object({
      items: z.array(CandidateView),
      /** What the person typed of themselves at their registration, for a contact that is made from it. */
      given: z.object({
        name: z.string().nullable(),
        salutation: z.enum(['frau', 'herr']).nullable(),
        firstName: z.string().nullable(),
        lastName: z.string().nullable(),
        email: z.string(),
        number: z.string().nullable(),
        postcode: z.string().nullable(),
        company: z.string().nullable(),
      }),
    }),
  }),
  assignContact: route({
    method: 'POST',
    path: '/accesses/{accessId}/assign',
    right: 'user',
    tag,
    summary: 'Assign a contact, or one that is made for it; an access that has a contact already takes another one only with If-Match',
    params: one,
    body: AssignmentOrder,
    response: ToldAccess,
    versioned: true,
  }),
  unassignContact: route({
    method: 'POST',
    path: '/accesses/{accessId}/unassign',
    right: 'user',
    tag,
    summary: 'Undo an assignment: the person sees nothing more of this contact',
    params: one,
    body: z.strictObject({ contactId: Uuid }),
    response: AccessView,
    versioned: true,
  }),
  endAccessSessions: route({
    method: 'POST',
    path: '/accesses/{accessId}/end-sessions',
    right: 'user',
    tag,
    summary: 'Sign the person out everywhere',
    params: one,
    response: AccessView.extend({ ended: z.number().int() }),
    versioned: true,
  }),
  extendAccess: route({
    method: 'POST',
    path: '/accesses/{accessId}/extend',
    right: 'user',
    tag,
    summary: 'Move the expiry date by some days, from today on where it is over',
    params: one,
    body: z.strictObject({ days: z.number().int().min(1).max(3660) }),
    response: AccessView,
    versioned: true,
  }),
  getAccessTimeline: route({
    method: 'GET',
    path: '/accesses/{accessId}/timeline',
    right: 'user',
    tag,
    summary: 'What happened to an access, its login and the mails to it, the newest first',
    params: one,
    response: z.object({ items: z.array(TimelineItem) }),
  }),
  getAccessDeletion: route({
    method: 'GET',
    path: '/accesses/{accessId}/deletion',
    right: 'user',
    tag,
    summary: 'What deleting an access takes along',
    params: one,
    response: z.object({
      /** Devices that are signed in. */
      sessions: z.number().int(),
      /** Mails to the person that have not left yet. */
      waitingMails: z.number().int(),
      /** The portals that the person can still enter by the same login; without any, the login goes too. */
      otherPortals: z.array(z.string()),
    }),
  }),
  deleteAccess: route({
    method: 'DELETE',
    path: '/accesses/{accessId}',
    right: 'user',
    tag,
    summary: 'Delete a person’s way into a portal, and their login where it was the last; the contact stays',
    params: one,
    versioned: true,
  }),
};
