import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { AccessId } from '../../access/index.ts';
import type { AccountId } from '../../account/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** What happened to an access or its login, without what it held. `actorName`: of a user. */
export type TimelineEvent = { at: Date; name: string; actorKind: Actor['kind']; actorName: string | null };

/** The newest events about an access or the login behind it. */
export const listEventsAbout = (
  tx: Tx,
  workspaceId: WorkspaceId,
  { accessId, accountId }: { accessId: AccessId; accountId: AccountId },
  limit: number,
): Promise<TimelineEvent[]> =>
  tx
    .selectFrom('event')
    .leftJoin('user', (join) => join.onRef('user.workspaceId', '=', 'event.workspaceId').onRef('user.id', '=', 'event.actorId'))
    .select(['event.at', 'event.name', 'event.actorKind', 'user.name as actorName'])
    .where('event.workspaceId', '=', workspaceId)
    .where('event.subjectId', 'in', [accessId, accountId])
    .orderBy('event.sequence', 'desc')
    .limit(limit)
    .execute() as Promise<TimelineEvent[]>;

/** The newest mails to a login; copies for the company's own records are none of them. */
export async function listMailIds(tx: Tx, workspaceId: WorkspaceId, accountId: AccountId, limit: number): Promise<Id<'message'>[]> {
  const rows = await tx
    .selectFrom('message')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('copyOf', 'is', null)
    .orderBy('queuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
