import { mustBeFresh } from '../../../platform/http/version.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, lockAccess } from '../../access/index.ts';
import { endSessions } from '../../session/index.ts';
import { mustBePossible } from '../policy.ts';
import { countSessions } from './assignment-store.ts';

/**
 * „Von allen Geräten abmelden“: ends every session of the person, and of whoever acts as them. Links and the password stay. Answers how many there were.
 * Refuses: unknown, stale, nobody is signed in.
 */
export async function endAccessSessions(
  work: Work,
  accessId: AccessId,
  expectedVersion: number | undefined,
): Promise<{ access: AccessWithFacts; ended: number }> {
  const { tx, now, workspace, record } = work;
  const access = await lockAccess(work, accessId);
  mustBeFresh(access.version, expectedVersion);
  const sessions = (await countSessions(tx, workspace.id, [access.accountId], now)).get(access.accountId) ?? 0;
  mustBePossible('end-sessions', access, { ...work, sessions });
  await endSessions(tx, workspace.id, access.accountId, {}, now);
  record('access.signed-out', { type: 'access', id: accessId }, { after: { count: sessions } });
  return { access, ended: sessions };
}
