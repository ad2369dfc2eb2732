import { languageOf } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessId, assignAccess, lockAccess } from '../access/index.ts';
import { type ContactId, createContact } from '../contact/index.ts';
import { createCustomer } from '../customer/index.ts';
import { listAreas, listRoles, type Portal, startingAreas } from '../portal/index.ts';
import { tellPending } from '../portal-access/index.ts';
import type { Match } from './match-contact.ts';
import { fullName, type Registration } from './registration.ts';

type Place = {
  accessId: AccessId;
  registration: Registration;
  /** Proven. */
  email: string;
  /** `undefined`: staff have assigned somebody already. */
  match: Match | undefined;
};

/**
 * Puts a registered access where it belongs: to the one contact who fits, with the usual areas; else, as the portal says, to a new contact of a new company,
 * or into the queue for staff, who are told (B105, B123).
 */
export async function placeAccess(work: Work, portal: Portal, { accessId, registration, email, match }: Place): Promise<void> {
  const isNew = match !== undefined && match.fits !== 'one' && portal.selfRegistration === 'match-or-create';
  const contactId = match?.fits === 'one' ? match.contactId : isNew ? await createFor(work, registration, email) : undefined;
  if (contactId) await assign(work, portal, accessId, contactId);
  const access = await lockAccess(work, accessId);
  work.record(
    'registration.activated',
    { type: 'access', id: accessId },
    {
      after: {
        portalId: portal.id,
        assignment: access.pending ? 'pending' : 'assigned',
        ...(match && { fits: match.fits }),
        created: isNew,
      },
    },
  );
  if (access.pending) await tellPending(work, access);
}

/** Without a company's name it is a private person, whose company is called like them. */
async function createFor(work: Work, registration: Registration, email: string): Promise<ContactId> {
  const { salutation, firstName, lastName, postalCode, companyName, variant } = registration;
  const company = await createCustomer(work, { name: companyName ?? fullName(registration), postalCode });
  const person = { customerId: company.id, salutation, firstName, lastName, email, language: languageOf(variant) };
  return (await createContact(work, person, undefined)).contact.id;
}

async function assign(work: Work, portal: Portal, accessId: AccessId, contactId: ContactId): Promise<void> {
  const { tx, workspace } = work;
  const { role: key } = await lockAccess(work, accessId);
  const role = (await listRoles(tx, workspace.id, [portal.id])).find((one) => one.key === key);
  const areas = await listAreas(tx, workspace.id, [portal.id]);
  await assignAccess(work, accessId, { contactId, areaIds: role ? startingAreas(role, areas) : [] }, undefined);
}
