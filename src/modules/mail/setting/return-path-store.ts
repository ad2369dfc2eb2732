import type { Kysely } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** `null` where mails that come back go to the sender's address; `undefined` without any settings. */
export async function findReturnPath(db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<string | null | undefined> {
  const row = await db.selectFrom('mailSetting').select('returnPath').where('workspaceId', '=', workspaceId).executeTakeFirst();
  return row?.returnPath;
}

/** A new version, so that the worker takes the next mail with it. */
export async function saveReturnPath(tx: Tx, workspaceId: WorkspaceId, returnPath: string | null): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({ returnPath, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}
