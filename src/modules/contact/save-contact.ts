import { addressFaultPhrase, parseAddress } from '../../platform/address.ts';
import { refusing } from '../../platform/constraint.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { hasEverHadAccess, listAccessesOfContacts } from '../access/index.ts';
import { type CustomerId, holdCustomer } from '../customer/index.ts';
import type { Contact, ContactId } from './contact.ts';
import { deletionRefusal } from './deletion.ts';
import { followAddress } from './follow-address.ts';
import { type AccessOutcome, giveContactAccess, type Notice, type PortalAccessOrder } from './give-contact-access.ts';
import { type AddressRequest, requestAddress } from './lead-login.ts';
import { refuse } from './refusals.ts';
import { deleteContactRow, insertContact, lockContact, saveContact } from './store.ts';

type Fields = Omit<Contact, 'id' | 'company' | 'version' | 'createdAt' | 'updatedAt'>;
export type NewContactFields = Pick<Fields, 'customerId' | 'firstName' | 'lastName'> & Partial<Fields>;

/** A contact as saved, and what became of the order to give access. */
export type SavedContact = AccessOutcome & { contact: Contact };

const nothingAsked: AccessOutcome = { mail: { state: 'not-asked' }, password: 'unchanged', notices: [] };

/** Adds a person; with an order for access, both happen or neither (B004, B005). Refuses what `storedAddress` and the customer number refuse. */
export async function createContact(work: Work, fields: NewContactFields, order: PortalAccessOrder | undefined): Promise<SavedContact> {
  const { tx, now, workspace, record } = work;
  await mustExist(work, fields.customerId);
  const contact = await refusing(
    insertContact(tx, workspace.id, {
      ...noDetails,
      ...fields,
      email: storedAddress(fields.email ?? null),
      id: newId<'contact'>(now),
      createdAt: now,
      updatedAt: now,
    }),
    taken,
  );
  record(
    'contact.created',
    { type: 'contact', id: contact.id },
    { after: { customerId: contact.customerId }, personal: { after: personal(contact) } },
  );
  return { contact, ...(order ? await giveContactAccess(work, contact, order) : nothingAsked) };
}

/**
 * Changes a person. The address is changed first, so that a mail asked for in the same save goes to the new one (B008); where the login has an owner, it
 * stays, and the new one is asked for its confirmation, last, because a password typed in the same save would end that link.
 */
export async function changeContact(
  work: Work,
  id: ContactId,
  change: Partial<Fields>,
  order: PortalAccessOrder | undefined,
  expectedVersion: number | undefined,
): Promise<SavedContact> {
  const { tx, now, workspace, record } = work;
  const before = await lockContact(tx, workspace.id, id);
  if (!before) throw refuse('unknown');
  mustBeFresh(before.version, expectedVersion);
  if (change.customerId) await mustExist(work, change.customerId);

  const wanted = change.email === undefined ? before.email : storedAddress(change.email);
  const owned = wanted === before.email ? [] : await followAddress(work, before, wanted);
  const email = owned.length ? before.email : wanted;
  const contact = await refusing(saveContact(tx, workspace.id, id, { ...change, email, updatedAt: now }), taken);
  record(
    'contact.changed',
    { type: 'contact', id },
    { before: plain(before), after: plain(contact), personal: { before: personal(before), after: personal(contact) } },
  );
  const outcome = order ? await giveContactAccess(work, contact, order) : nothingAsked;
  const requests: AddressRequest[] = [];
  for (const account of owned) requests.push(await requestAddress(work, account, { email: wanted ?? '', by: 'staff' }));
  return { contact, ...outcome, notices: [...requests.flatMap(addressNotices), ...outcome.notices] };
}

/** The mail that asks for the confirmation, and the one that tells the address before. */
export const addressNotices = (request: AddressRequest): Notice[] =>
  request.state === 'not-possible'
    ? [{ about: 'address-confirmation', address: request.email, outcome: request }]
    : [
        { about: 'address-confirmation', address: request.email, outcome: request.confirmation },
        { about: 'address-requested', address: request.previous, outcome: request.notice },
      ];

/** Deletes a person who never had access; a login, or what is known of one, is never deleted along the way. */
export async function deleteContact({ tx, workspace, record }: Work, id: ContactId, expectedVersion: number | undefined): Promise<void> {
  const contact = await lockContact(tx, workspace.id, id);
  if (!contact) throw refuse('unknown');
  mustBeFresh(contact.version, expectedVersion);
  const refusal = deletionRefusal({
    hasAccess: (await listAccessesOfContacts(tx, workspace.id, [id])).length > 0,
    everHadAccess: await hasEverHadAccess(tx, workspace.id, id),
  });
  if (refusal) throw refusal;
  await deleteContactRow(tx, workspace.id, id);
  record('contact.deleted', { type: 'contact', id }, { before: plain(contact), personal: { before: personal(contact) } });
}

const noDetails = {
  salutation: null,
  title: null,
  phones: [],
  language: null,
  addressForm: null,
  externalId: null,
} satisfies Partial<Fields>;
const taken = { contact_external_id: () => refuse('number-taken', { pointer: '/externalId' }) };

/** Held until commit, so that the company is not deleted in between. */
async function mustExist({ tx, workspace }: Work, customerId: CustomerId): Promise<void> {
  if (!(await holdCustomer(tx, workspace.id, customerId))) throw refuse('unknown-customer', { pointer: '/customerId' });
}

/** The stored form of a typed address (rule 10); an empty one is none. Refuses what is not exactly one address. */
function storedAddress(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null;
  const parsed = parseAddress(typed);
  if ('fault' in parsed)
    throw refuse('invalid-address', {
      fields: [{ pointer: '/email', code: 'contact.invalid-address', phrase: addressFaultPhrase[parsed.fault] }],
    });
  return parsed.address;
}

/** What of a contact names nobody, for the chain of events. */
const plain = ({ customerId, language, addressForm }: Contact) => ({ customerId, language, addressForm });
const personal = ({ salutation, title, firstName, lastName, email, phones, externalId }: Contact) => ({
  salutation,
  title,
  firstName,
  lastName,
  email,
  phones,
  externalId,
});
