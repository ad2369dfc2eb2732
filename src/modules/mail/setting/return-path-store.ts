import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MailSettingTable } from './setting-store.ts';

const columns = ['returnPath', 'returnPathTags', 'bounceVersion'] as const;
export type ReturnPath = Pick<Selectable<MailSettingTable>, (typeof columns)[number]>;

/** `undefined` without any settings of mail. */
export const findReturnPath = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<ReturnPath | undefined> =>
  db.selectFrom('mailSetting').select(columns).where('workspaceId', '=', workspaceId).executeTakeFirst();

export const lockReturnPath = (tx: Tx, workspaceId: WorkspaceId): Promise<ReturnPath | undefined> =>
  tx.selectFrom('mailSetting').select(columns).where('workspaceId', '=', workspaceId).forUpdate().executeTakeFirst();

/** Somebody has changed the settings of bounces; where mails come back to another address, the worker takes the next mail with it. */
export async function saveReturnPath(
  tx: Tx,
  workspaceId: WorkspaceId,
  { returnPath, returnPathTags }: Pick<ReturnPath, 'returnPath' | 'returnPathTags'>,
): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({
      returnPath,
      returnPathTags,
      bounceVersion: eb('bounceVersion', '+', 1),
      version: sql<number>`version + (return_path is distinct from ${returnPath}::text or return_path_tags <> ${returnPathTags}::boolean)::int`,
    }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}

/** Nothing happens where mails come back to another address by now, or carry tags already. */
export async function saveReturnTags(tx: Tx, workspaceId: WorkspaceId, returnPath: string): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({ returnPathTags: true, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('returnPath', '=', returnPath)
    .where('returnPathTags', '=', false)
    .execute();
}
