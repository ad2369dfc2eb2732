import type { Work } from '../../platform/work.ts';
import type { AccessId } from '../access/index.ts';
import { endActingSessions } from '../session/index.ts';
import type { ImpersonationId } from './impersonation.ts';
import { endImpersonations } from './store.ts';

/** Ends it at once, wherever it runs. `false`: it is not there, or over already. */
export async function endImpersonation({ tx, now, workspace, record }: Work, id: ImpersonationId, accessId?: AccessId): Promise<boolean> {
  const [ended] = await endImpersonations(tx, workspace.id, { id, ...(accessId && { accessId }) }, now);
  if (!ended) return false;
  await endActingSessions(tx, workspace.id, [id], now);
  record('impersonation.ended', { type: 'access', id: ended.accessId }, { after: { impersonationId: id } });
  return true;
}
