import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Access, AccessId } from './access.ts';

/** An access that somebody had asked for themselves, and never confirmed, is one that was given from now on: nothing that they typed stays with it. */
export async function saveGiven(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, role: Access['role']): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({
      role,
      origin: 'given',
      activationSentAt: null,
      givenName: null,
      version: eb('version', '+', 1),
    }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** Gives a login that nobody has proven up, with every access that waits for its link; its name is free from now on. */
export async function deleteUnproven(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, now: Date): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ deletedAt: now, givenName: null, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('deletedAt', 'is', null)
    .execute();
  await tx
    .updateTable('account')
    .set((eb) => ({ deletedAt: now, generation: eb('generation', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accountId)
    .execute();
}

/**
 * A recorded password completes the registration of every access of the account that is not registered yet, but for one that somebody asked for themselves
 * and that nobody is assigned to: only its own link completes that, because only then it is decided whose it is (B105).
 */
export async function markRegistered(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, now: Date): Promise<AccessId[]> {
  const rows = await tx
    .updateTable('access')
    .set((eb) => ({ registeredAt: now, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('registeredAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.not(eb.and([eb('origin', '=', 'self-registration'), eb('activationSentAt', 'is not', null), eb('pending', '=', true)])),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
