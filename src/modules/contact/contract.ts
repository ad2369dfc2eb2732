import { z } from 'zod';
import { deniedOf, Instant, line, listOf, listQuery, optionalLine, pageQuery, route, Uuid } from '../../platform/http/contract.ts';
import { MailOutcomeView, MessageState, MessageView } from '../mail/contract.ts';

const tag = 'contacts';

/**
 * The newest mail with a link, for somebody who has not set a password yet or whose link is open. `arrival`: what it means for the person, as far as it is known.
 * `other-address`: it went to an address that is not theirs any more, and its link ended with the change.
 */
export const LinkMailView = z.object({
  messageId: Uuid,
  state: MessageState,
  sentence: z.string(),
  recipientAddress: z.string(),
  queuedAt: Instant,
  settledAt: Instant.nullable(),
  arrival: z.enum(['on-its-way', 'waiting', 'held', 'handed-over', 'not-arrived', 'not-sent', 'other-address']),
});
export type LinkMailView = z.infer<typeof LinkMailView>;

/** A person's way into one portal, as the contact form shows it. */
export const ContactAccessView = z.object({
  accessId: Uuid,
  portalId: Uuid,
  portalName: z.string(),
  role: z.string(),
  areas: z.array(z.string()),
  accountName: z.string(),
  /** The verdict of the one function, and its main reason in a sentence. */
  admitted: z.boolean(),
  reason: z.string().nullable(),
  sentence: z.string(),
  /** How far the person has come: nothing sent yet, invited by mail, registered. */
  registration: z.enum(['none', 'invited', 'activation-sent', 'registered', 'email-change']),
  hasPassword: z.boolean(),
  passwordSetAt: Instant.nullable(),
  openLink: z.object({ purpose: z.string(), createdAt: Instant, expiresAt: Instant }).nullable(),
  linkMail: LinkMailView.nullable(),
});
export type ContactAccessView = z.infer<typeof ContactAccessView>;

export const ContactView = z.object({
  id: Uuid,
  customerId: Uuid,
  customerName: z.string(),
  salutation: z.enum(['frau', 'herr']).nullable(),
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phones: z.array(z.string()),
  language: z.enum(['de', 'en']).nullable(),
  addressForm: z.enum(['sie', 'du']).nullable(),
  externalId: z.string().nullable(),
  accesses: z.array(ContactAccessView),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
  allowed: z.array(z.enum(['edit', 'give-access', 'delete'])),
  denied: deniedOf(['delete']),
});
export type ContactView = z.infer<typeof ContactView>;

/**
 * Access to a portal, given together with saving the person. Never stored (B007): it is an order, not a property.
 * With `sendPasswordLink` the mail „Legen Sie ein neues Passwort fest“ goes out; with `password` the password is recorded.
 */
export const PortalAccessOrder = z.strictObject({
  portalId: Uuid.optional(),
  /** The key of one of the portal's roles. */
  role: z.string().max(63).optional(),
  areas: z.array(z.string().max(63)).max(50).optional(),
  sendPasswordLink: z.boolean().default(false),
  password: z.string().max(1024).optional(),
});

const fields = {
  customerId: Uuid,
  salutation: z.enum(['frau', 'herr']).nullable().optional(),
  title: optionalLine(50).optional(),
  firstName: line(100),
  lastName: line(100, 1),
  email: z.string().max(1000).nullable().optional(),
  phones: z.array(line(40, 1)).max(10).optional(),
  language: z.enum(['de', 'en']).nullable().optional(),
  addressForm: z.enum(['sie', 'du']).nullable().optional(),
  externalId: optionalLine(100).optional(),
  portalAccess: PortalAccessOrder.optional(),
};
export const NewContact = z.strictObject(fields);
export const ContactChange = z.strictObject({
  ...fields,
  customerId: fields.customerId.optional(),
  firstName: fields.firstName.optional(),
  lastName: fields.lastName.optional(),
});

/**
 * A mail that tells the person what was done to their login: a typed password, or that another address waits (then it goes to the one before); or that asks
 * the new address for its confirmation, until which nothing changes.
 */
export const NoticeView = MailOutcomeView.extend({
  about: z.enum(['password-changed', 'address-requested', 'address-confirmation']),
  address: z.string(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/**
 * What saving did: the person as stored, what became of the mail (B011), of a typed password (B009), and of the notices that the person is owed (B024).
 */
export const SavedContact = z.object({
  contact: ContactView,
  mail: MailOutcomeView,
  password: z.enum(['unchanged', 'recorded']),
  notices: z.array(NoticeView),
});
export type SavedContact = z.infer<typeof SavedContact>;

/**
 * What the form may offer: the tick box „Kennwort per E-Mail versenden“ only while its mail can be sent, otherwise the reason and where to mend it (B003, B004, B010, B025).
 */
export const AccessFormView = z.object({
  sendPasswordLink: z.object({
    offered: z.boolean(),
    reason: z.string().nullable(),
    sentence: z.string().nullable(),
    remedyPath: z.string().nullable(),
    remedyLabel: z.string().nullable(),
  }),
  portals: z.array(
    z.object({
      id: Uuid,
      name: z.string(),
      isDefault: z.boolean(),
      areas: z.array(z.object({ key: z.string(), name: z.string() })),
      roles: z.array(z.object({ key: z.string(), name: z.string(), areas: z.array(z.string()), isUsual: z.boolean() })),
    }),
  ),
  linkLifetime: z.string(),
  passwordMinimumLength: z.number().int(),
});
export type AccessFormView = z.infer<typeof AccessFormView>;

const one = z.object({ contactId: Uuid });

export const contactContract = {
  listContacts: route({
    method: 'GET',
    path: '/contacts',
    right: 'user',
    tag,
    summary: 'People, with their company and whether they can sign in',
    query: listQuery(['name', '-name', 'updatedAt', '-updatedAt']).extend({
      customerId: Uuid.optional(),
      access: z.enum(['with', 'without', 'invited']).optional(),
    }),
    response: listOf(ContactView),
  }),
  getContact: route({
    method: 'GET',
    path: '/contacts/{contactId}',
    right: 'user',
    tag,
    summary: 'One person',
    params: one,
    response: ContactView,
    versioned: true,
  }),
  createContact: route({
    method: 'POST',
    path: '/contacts',
    right: 'user',
    tag,
    summary: 'Add a person, with access to a portal if asked for',
    body: NewContact,
    response: SavedContact,
    status: 201,
    versioned: true,
  }),
  changeContact: route({
    method: 'PATCH',
    path: '/contacts/{contactId}',
    right: 'user',
    tag,
    summary: 'Change a person, with access to a portal if asked for',
    params: one,
    body: ContactChange,
    response: SavedContact,
    versioned: true,
  }),
  deleteContact: route({
    method: 'DELETE',
    path: '/contacts/{contactId}',
    right: 'user',
    tag,
    summary: 'Delete a person who has no access',
    params: one,
    versioned: true,
  }),
  listContactMessages: route({
    method: 'GET',
    path: '/contacts/{contactId}/messages',
    right: 'user',
    tag,
    summary: 'The mails to this person and what became of each',
    params: one,
    response: z.object({ items: z.array(MessageView) }),
  }),
  listLostMails: route({
    method: 'GET',
    path: '/contacts/lost-mails',
    right: 'user',
    tag,
    summary: 'The newest mails that reached nobody and that no later mail or corrected address has made up for',
    query: pageQuery.pick({ limit: true }),
    response: z.object({ items: z.array(MessageView) }),
  }),
  getAccessForm: route({
    method: 'GET',
    path: '/contacts/access-form',
    right: 'user',
    tag,
    summary: 'What the contact form may offer, and why not',
    response: AccessFormView,
  }),
};
