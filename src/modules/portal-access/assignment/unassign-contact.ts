import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, lockAccess, unassignAccess } from '../../access/index.ts';
import type { ContactId } from '../../contact/index.ts';
import { mustBePossible } from '../policy.ts';

/**
 * Undoes an assignment (B125). A person without any other contact waits again, and sees nothing but that from the next request on.
 * Refuses: unknown, stale, nothing assigned, not this contact.
 */
export async function unassignContact(
  work: Work,
  accessId: AccessId,
  contactId: ContactId,
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  mustBePossible('unassign', await lockAccess(work, accessId), work);
  return unassignAccess(work, accessId, contactId, expectedVersion);
}
