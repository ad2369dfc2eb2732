import { sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** The oldest first; a copy goes with its mail. Answers how many were found. */
export async function deleteEndedMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, now, limit }: { before: Date; now: Date; limit: number },
): Promise<number> {
  const result = await sql`
    delete from message where workspace_id = ${workspaceId} and id in (
      select id from message
      where workspace_id = ${workspaceId} and queued_at < ${before} and (claimed_until is null or claimed_until <= ${now})
        and (num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at) > 0 or expires_at <= ${now})
        and not exists (select from message as copy where copy.workspace_id = message.workspace_id and copy.copy_of = message.id
          and num_nonnulls(copy.accepted_at, copy.refused_at, copy.given_up_at, copy.withdrawn_at) = 0)
      order by queued_at, id limit ${limit} for update skip locked
    )`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}
