import { type Kysely, sql } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { TemplateKey } from '../mail.ts';
import { offAtFirst } from './templates.ts';

export type MailTemplateTable = { workspaceId: WorkspaceId; key: TemplateKey; active: boolean; changedAt: Date };

type Database = Kysely<Schema>;

/** The templates that are switched off: those that somebody switched off, and those that nobody has switched on yet. */
export async function listInactiveTemplates(db: Database, workspaceId: WorkspaceId): Promise<Set<TemplateKey>> {
  const rows = await db.selectFrom('mailTemplate').select(['key', 'active']).where('workspaceId', '=', workspaceId).execute();
  const switched = new Map(rows.map(({ key, active }) => [key, active]));
  const off = rows.filter(({ active }) => !active).map(({ key }) => key);
  return new Set([...off, ...[...offAtFirst].filter((key) => !switched.has(key))]);
}

/**
 * Answers whether this switched it: of two administrators at the same moment the second waits for the first, and then finds it done.
 * A template without a row is as it was at first: on, but for those that are off at first.
 */
export async function saveTemplateSwitch(tx: Tx, { workspaceId, key, active, changedAt }: MailTemplateTable): Promise<boolean> {
  const isBackToFirst = active !== offAtFirst.has(key);
  const switched = isBackToFirst
    ? tx
        .updateTable('mailTemplate')
        .set({ active, changedAt })
        .where('workspaceId', '=', workspaceId)
        .where('key', '=', key)
        .where('active', '<>', active)
        .returning('key')
    : tx
        .insertInto('mailTemplate')
        .values({ workspaceId, key, active, changedAt })
        .onConflict((conflict) =>
          conflict.columns(['workspaceId', 'key']).doUpdateSet({ active, changedAt }).where('mailTemplate.active', '<>', active),
        )
        .returning('key');
  return (await switched.execute()).length > 0;
}

export async function listLastSent(db: Database, workspaceId: WorkspaceId, keys: readonly TemplateKey[]): Promise<Map<TemplateKey, Date>> {
  const rows = await sql<{ templateKey: TemplateKey; lastSentAt: Date | null }>`
    select key as template_key, (select max(accepted_at) from message where workspace_id = ${workspaceId} and template_key = key and accepted_at is not null) as last_sent_at
    from unnest(${[...keys]}::text[]) as key
  `.execute(db);
  return new Map(rows.rows.flatMap(({ templateKey, lastSentAt }) => (lastSentAt ? [[templateKey, lastSentAt] as const] : [])));
}
