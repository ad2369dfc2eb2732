import type { Work } from '../../platform/work.ts';
import { lockAccount } from '../account/index.ts';
import type { AccessId } from './access.ts';
import { refuse } from './refusals.ts';
import { type AccessWithFacts, findAccessById } from './store.ts';

/**
 * Locks the account behind an access until commit, first as everywhere, and reads the access afterwards: what another transaction has just changed is seen.
 * Refuses an access that is not there (any more).
 */
export async function lockAccess({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, accessId: AccessId): Promise<AccessWithFacts> {
  const found = await findAccessById(tx, workspace.id, accessId);
  if (!found) throw refuse('unknown');
  await lockAccount(tx, workspace.id, found.accountId);
  const access = await findAccessById(tx, workspace.id, accessId);
  if (!access) throw refuse('unknown');
  return access;
}
