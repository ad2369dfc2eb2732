import type { Work } from '../../../platform/work.ts';
import {
  type AccessId,
  type AccessWithFacts,
  admission,
  areaIdsOf,
  assignAccess,
  type DenialReason,
  listAccessesOfContacts,
  lockAccess,
} from '../../access/index.ts';
import {
  type Contact,
  type ContactId,
  createContact,
  lockContact,
  mailPerson,
  type NewContactFields,
  refuseContact,
} from '../../contact/index.ts';
import { type CustomerId, createCustomer } from '../../customer/index.ts';
import { type MailOutcome, sendNotice } from '../../mail/index.ts';
import { companyUrl, findPortal, listAreas, listRoles, mailPortal, type Portal, startingAreas } from '../../portal/index.ts';
import { mustBePossible } from '../policy.ts';
import { refuse } from '../refusals.ts';
import { lockContactForAssignment } from './candidate-store.ts';

/** A person who is made to be assigned at once, of a company that is there or is made along. */
export type NewPerson = Omit<NewContactFields, 'customerId'> & { customerId?: CustomerId; newCompany?: string };

/** One of the two contacts; `areas` are keys, without them those that the access's role starts with. */
export type AssignmentOrder = { contactId?: ContactId; contact?: NewPerson; areas?: string[] };

/** Whether the person was told: a mail, or why there was none. Whoever cannot sign in is not told that they can. */
export type Told = MailOutcome | { state: 'not-asked'; reason: DenialReason };
export type Assigned = { access: AccessWithFacts; told: Told };

/**
 * „Nutzer zuordnen“ (B107 to B110): assigns a contact, or one that is made for it in the same transaction, and tells the person (B123). Without an expected
 * version only an access that waits takes one, so that of several colleagues at the same moment the first decides.
 * Refuses: unknown access or contact, stale, assigned meanwhile, this contact already, a contact with another access where the portal allows one only (B124).
 */
export async function assignContact(
  work: Work,
  accessId: AccessId,
  order: AssignmentOrder,
  expectedVersion: number | undefined,
): Promise<Assigned> {
  const { tx, workspace, now } = work;
  // The contact is locked before the account, as wherever a person is saved.
  const contact = await chooseContact(work, order);
  const before = await lockAccess(work, accessId);
  mustBePossible('assign', before, work);
  if (expectedVersion === undefined && !before.pending) throw refuse('assigned-meanwhile');
  const portal = await findPortal(tx, workspace.id, before.portalId);
  if (!portal) throw new Error('The portal of an access does not exist.');
  if (portal.oneAccessPerContact) await mustHaveNoOther(work, before, contact);

  const areas = await listAreas(tx, workspace.id, [portal.id]);
  const areaIds = order.areas ? areaIdsOf(areas, order.areas, '/areas') : await usualAreas(work, before, areas);
  const access = await assignAccess(work, accessId, { contactId: contact.id, areaIds }, expectedVersion);
  const { reasons } = admission(access, now);
  return { access, told: reasons[0] ? { state: 'not-asked', reason: reasons[0] } : await tell(work, access, portal, contact) };
}

async function chooseContact(work: Work, { contactId, contact }: AssignmentOrder): Promise<Contact> {
  if ((contactId === undefined) === (contact === undefined)) throw refuse('contact-needed', { pointer: '/contactId' });
  if (contact) return createPerson(work, contact);
  if (contactId) await lockContactForAssignment(work.tx, work.workspace.id, contactId);
  const found = contactId && (await lockContact(work.tx, work.workspace.id, contactId));
  if (!found) throw refuseContact('unknown', { pointer: '/contactId' });
  return found;
}

async function createPerson(work: Work, { customerId, newCompany, ...fields }: NewPerson): Promise<Contact> {
  if ((customerId === undefined) === (newCompany === undefined)) throw refuse('company-needed', { pointer: '/contact/customerId' });
  const company = customerId ?? (await createCustomer(work, { name: newCompany ?? '' })).id;
  return (await createContact(work, { ...fields, customerId: company }, undefined)).contact;
}

/** The contact is locked, so that of two accesses that are given it at the same moment the second sees the first. */
async function mustHaveNoOther({ tx, workspace }: Work, { id, portalId }: AccessWithFacts, contact: Contact): Promise<void> {
  const others = (await listAccessesOfContacts(tx, workspace.id, [contact.id])).filter((one) => one.portalId === portalId && one.id !== id);
  if (others.length) throw refuse('contact-has-access', { pointer: '/contactId' });
}

async function usualAreas({ tx, workspace }: Work, { portalId, role: key }: AccessWithFacts, areas: Awaited<ReturnType<typeof listAreas>>) {
  const role = (await listRoles(tx, workspace.id, [portalId])).find((one) => one.key === key);
  return role ? startingAreas(role, areas) : [];
}

/** The mail leads to the company that the person can see from now on. */
function tell(work: Work, access: AccessWithFacts, portal: Portal, contact: Contact): Promise<MailOutcome> {
  const { workspace } = work;
  return sendNotice(work, {
    ...mailPerson(contact, workspace),
    template: 'assignment_done',
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    portal: { ...mailPortal(workspace, portal), url: companyUrl(workspace, portal, contact.id) },
  });
}
