import type { Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Registration } from './registration.ts';

/** Registrations whose last mail left before an instant, the oldest first, a handful at a time. */
export const listOldRegistrations = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  before: Date,
): Promise<Pick<Registration, 'id' | 'accountId' | 'portalId' | 'activatedAt'>[]> =>
  db
    .selectFrom('registration')
    .select(['id', 'accountId', 'portalId', 'activatedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('mailedAt', '<', before)
    .orderBy('mailedAt')
    .orderBy('id')
    .limit(200)
    .execute();

export async function deleteRegistration(tx: Tx, workspaceId: WorkspaceId, id: Registration['id']): Promise<void> {
  await tx.deleteFrom('registration').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}
