import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/** The settings by which somebody is about to send. */
export type SettingVersion = { workspaceId: WorkspaceId; version: number };

/** The row of these settings, if they are still in force and mail leaves at all, for conditions. */
export const settingInForce = ({ workspaceId, version }: SettingVersion): RawBuilder<object> =>
  sql`select from mail_setting where workspace_id = ${workspaceId} and version = ${version} and transport <> 'none'`;

/** Whether these settings are still in force, for a look that holds up nobody. */
export async function isSettingInForce(db: Kysely<Schema>, setting: SettingVersion): Promise<boolean> {
  return (await settingInForce(setting).execute(db)).rows.length > 0;
}

/** The same, kept so until the end of the transaction: whoever saves others waits for it. */
export async function lockSettingInForce(tx: Tx, setting: SettingVersion): Promise<boolean> {
  return (await sql`${settingInForce(setting)} for share`.execute(tx)).rows.length > 0;
}
