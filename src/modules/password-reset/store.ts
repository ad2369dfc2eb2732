import type { Generated, Kysely } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { OneTimeLinkId } from '../link/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** What somebody typed into the forgotten-password page; kept only until the job has looked it up. */
export type ResetRequest = { id: Id<'reset-request'>; portalId: PortalId | null; typed: string; variant: Variant; requestedAt: Date };
export type ResetRequestTable = ResetRequest & { workspaceId: WorkspaceId; tries: Generated<number> };

export async function insertResetRequest(tx: Tx, workspaceId: WorkspaceId, request: ResetRequest): Promise<void> {
  await tx
    .insertInto('resetRequest')
    .values({ ...request, workspaceId })
    .execute();
}

/** Takes the oldest request out of the table, those that failed before last; two workers never take the same one. */
export async function takeResetRequest(tx: Tx, workspaceId: WorkspaceId): Promise<ResetRequest | undefined> {
  return tx
    .deleteFrom('resetRequest')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('resetRequest')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .orderBy('tries')
        .orderBy('requestedAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'portalId', 'typed', 'variant', 'requestedAt'])
    .executeTakeFirst();
}

/** Counts a failed try; the request then lets others go first, and is dropped after the last try. */
export async function countFailedTry(tx: Tx, workspaceId: WorkspaceId, id: ResetRequest['id'], mostTries: number): Promise<void> {
  const { tries } = (await tx
    .updateTable('resetRequest')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirst()) ?? { tries: 0 };
  if (tries >= mostTries) await dropResetRequest(tx, workspaceId, id);
}

export async function dropResetRequest(tx: Tx, workspaceId: WorkspaceId, id: ResetRequest['id']): Promise<void> {
  await tx.deleteFrom('resetRequest').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** Whether the mail with a link has left or still may: nobody is sent to look for one that was refused, given up or withdrawn. */
export async function isMailUnderWay(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  linkId: OneTimeLinkId,
): Promise<boolean> {
  const mail = await db
    .selectFrom('message')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('linkId', '=', linkId)
    .where('refusedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return mail !== undefined;
}
