import type { Work } from '../../platform/work.ts';
import { type ContactId, lockContact } from '../contact/index.ts';
import type { Portal } from '../portal/index.ts';
import { isAssignedIn, listFittingContacts, type Marks } from './match-store.ts';
import type { Registration } from './registration.ts';

/** Who fits: exactly one, nobody, several, or one who has an access already where a contact may have only one. */
export type Match = { fits: 'one'; contactId: ContactId } | { fits: 'none' | 'several' | 'taken' };

/**
 * Looks for the contact behind a registration by everything that the portal recognises people by. The address must be proven before: until then it is
 * a hint (rule 11). Nothing is ever guessed (B106). Whoever is found is locked, so that of two who fit at the same moment the second sees the first; contacts
 * are locked before accounts, as wherever a person is saved.
 */
export async function matchContact({ tx, workspace }: Work, portal: Portal, registration: Registration, email: string): Promise<Match> {
  const marks = marksOf(portal, registration, email);
  const found = marks ? await listFittingContacts(tx, workspace.id, marks) : [];
  const [contactId] = found;
  if (!contactId) return { fits: 'none' };
  if (found.length > 1) return { fits: 'several' };
  if (!(await lockContact(tx, workspace.id, contactId))) return { fits: 'none' };
  if (portal.oneAccessPerContact && (await isAssignedIn(tx, workspace.id, contactId, portal.id))) return { fits: 'taken' };
  return { fits: 'one', contactId };
}

/** `undefined`: something that the portal recognises people by was not typed (its rules have changed since), so nobody can fit. */
function marksOf(
  { identifiers }: Portal,
  { customerNumber, postalCode, firstName, lastName }: Registration,
  email: string,
): Marks | undefined {
  const needsNumber = identifiers.includes('customer-number');
  const needsName = identifiers.includes('name-and-postcode');
  if (!identifiers.length || (needsNumber && !customerNumber) || (needsName && !postalCode)) return undefined;
  return {
    ...(identifiers.includes('email') && { email }),
    ...(needsNumber && { customerNumber: customerNumber ?? '' }),
    ...(needsName && { nameAndPostcode: { firstName, lastName, postalCode: postalCode ?? '' } }),
  };
}
