import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import type { RegistrationRequest } from './registration.ts';
import { insertRequest } from './store.ts';

/**
 * Keeps what somebody sent and answers at once. Whose address it is, and which mail leaves, is a job's work, so that known and unknown addresses get the
 * same answer after the same work (rule 9). The password was judged and hashed before.
 */
export async function requestRegistration(
  { tx, now, workspace }: Work,
  request: Omit<RegistrationRequest, 'id' | 'requestedAt'>,
): Promise<void> {
  await insertRequest(tx, workspace.id, { ...request, id: newId<'registration-request'>(now), requestedAt: now });
}
