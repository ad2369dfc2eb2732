import type { Work } from '../../platform/work.ts';
import { type AccessId, findAccessById, refuseAccess } from '../access/index.ts';
import { liftPause, signInLimit } from '../throttle/index.ts';
import { countedAs } from './read-facts.ts';

/**
 * „Wartezeit aufheben“: the next password is examined at once, wherever the person is. Who was slowed down is known to staff only by the account, so all of
 * its counters are emptied; those of networks stay. Refuses `access.unknown`. Answers whether there was anything to lift.
 */
export async function liftSlowDown(work: Work, accessId: AccessId): Promise<{ lifted: boolean }> {
  const access = await findAccessById(work.tx, work.workspace.id, accessId);
  if (!access) throw refuseAccess('unknown');
  const lifted = await liftPause(work, signInLimit, countedAs(access));
  if (lifted) work.record('sign-in.slow-down-lifted', { type: 'account', id: access.accountId }, { after: { accessId } });
  return { lifted };
}
