import { sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { isHeld } from './hold-store.ts';

/**
 * The oldest first; a copy goes with its mail. A mail stays while its copy may still leave; a copy that something holds does not keep it. Answers how many
 * were found.
 */
export async function deleteEndedMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, now, limit }: { before: Date; now: Date; limit: number },
): Promise<number> {
  const result = await sql`
    delete from message where workspace_id = ${workspaceId} and id in (
      select ended.id from message as ended
      where ended.workspace_id = ${workspaceId} and ended.queued_at < ${before} and (ended.claimed_until is null or ended.claimed_until <= ${now})
        and (num_nonnulls(ended.accepted_at, ended.refused_at, ended.given_up_at, ended.withdrawn_at) > 0 or ended.expires_at <= ${now})
        and not exists (select from message where message.workspace_id = ended.workspace_id and message.copy_of = ended.id
          and num_nonnulls(message.accepted_at, message.refused_at, message.given_up_at, message.withdrawn_at) = 0
          and (message.claimed_until > ${now} or not ${isHeld()}))
      order by ended.queued_at, ended.id limit ${limit} for update skip locked
    )`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}
