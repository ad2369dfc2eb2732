import { type Generated, type GeneratedAlways, type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MessageCause, TemplateKey, TransportCause } from './mail.ts';

export type MailSettingTable = {
  workspaceId: WorkspaceId;
  transport: 'smtp' | 'test-mailbox' | 'none';
  host: string | null;
  port: number | null;
  encryption: 'none' | 'starttls' | 'tls' | null;
  userName: string | null;
  sealedPassword: Buffer | null;
  senderName: string;
  senderAddress: string;
  pausedUntil: Date | null;
  pausedSince: Date | null;
  pauseCause: TransportCause | null;
  pauseAnswer: string | null;
  version: Generated<number>;
};

export type MailTemplateTable = { workspaceId: WorkspaceId; key: TemplateKey; active: boolean; changedAt: Date };

export type MessageTable = {
  workspaceId: WorkspaceId;
  id: Id<'message'>;
  templateKey: TemplateKey;
  variant: Variant;
  accountId: Id<'account'> | null;
  contactId: Id<'contact'> | null;
  portalId: Id<'portal'> | null;
  linkId: Id<'one-time-link'> | null;
  recipientName: string;
  recipientAddress: string;
  messageId: string;
  subject: string;
  html: string;
  text: string;
  sealedLink: Buffer | null;
  queuedAt: Date;
  nextAttemptAt: Date;
  claimedUntil: Date | null;
  claimedBy: string | null;
  attempts: Generated<number>;
  deferrals: Generated<number>;
  acceptedAt: Date | null;
  refusedAt: Date | null;
  givenUpAt: Date | null;
  withdrawnAt: Date | null;
  unknownAt: Date | null;
  cause: MessageCause | null;
  expiresAt: Date | null;
  searchText: GeneratedAlways<string>;
};

export type AttemptTable = {
  workspaceId: WorkspaceId;
  messageId: Id<'message'>;
  number: number;
  startedAt: Date;
  endedAt: Date | null;
  transport: string;
  host: string | null;
  tls: string | null;
  outcome: 'accepted' | 'deferred' | 'refused' | 'unknown' | 'transport-failed' | null;
  cause: MessageCause | null;
  code: number | null;
  enhancedCode: string | null;
  answer: string | null;
};

export type TestMailTable = {
  workspaceId: WorkspaceId;
  id: Id<'test-mail'>;
  messageId: Id<'message'>;
  receivedAt: Date;
  sender: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  raw: string;
};

type Database = Kysely<Schema>;

/** A transport without what is secret of it. */
export type Transport = Omit<Selectable<MailSettingTable>, 'workspaceId' | 'sealedPassword' | 'userName'>;

const transportColumns = [
  'transport',
  'host',
  'port',
  'encryption',
  'senderName',
  'senderAddress',
  'pausedUntil',
  'pausedSince',
  'pauseCause',
  'pauseAnswer',
  'version',
] as const;

export const findTransport = (db: Database, workspaceId: WorkspaceId): Promise<Transport | undefined> =>
  db.selectFrom('mailSetting').select(transportColumns).where('workspaceId', '=', workspaceId).executeTakeFirst();

export async function insertMailSetting(
  tx: Tx,
  setting: Omit<Selectable<MailSettingTable>, 'pausedUntil' | 'pausedSince' | 'pauseCause' | 'pauseAnswer' | 'version'>,
): Promise<void> {
  await tx.insertInto('mailSetting').values(setting).execute();
}

/** Puts a mail server in the place of a test mailbox that nobody ever chose. Answers whether it did. */
export async function replaceTestMailbox(
  tx: Tx,
  { workspaceId, ...setting }: Omit<Parameters<typeof insertMailSetting>[1], 'senderName'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('mailSetting')
    .set((eb) => ({ ...setting, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('transport', '=', 'test-mailbox')
    .where('version', '=', 1)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The templates that are switched off; a template without a row is on. */
export async function listInactiveTemplates(db: Database, workspaceId: WorkspaceId): Promise<Set<TemplateKey>> {
  const rows = await db
    .selectFrom('mailTemplate')
    .select('key')
    .where('workspaceId', '=', workspaceId)
    .where('active', '=', false)
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/** Held until commit, so that two administrators switch one after the other. */
export async function saveTemplateSwitch(tx: Tx, { workspaceId, key, active, changedAt }: MailTemplateTable): Promise<void> {
  await tx
    .insertInto('mailTemplate')
    .values({ workspaceId, key, active, changedAt })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'key']).doUpdateSet({ active, changedAt }))
    .execute();
}

export async function listLastSent(db: Database, workspaceId: WorkspaceId, keys: readonly TemplateKey[]): Promise<Map<TemplateKey, Date>> {
  const rows = await sql<{ templateKey: TemplateKey; lastSentAt: Date | null }>`
    select key as template_key, (select max(accepted_at) from message where workspace_id = ${workspaceId} and template_key = key and accepted_at is not null) as last_sent_at
    from unnest(${[...keys]}::text[]) as key
  `.execute(db);
  return new Map(rows.rows.flatMap(({ templateKey, lastSentAt }) => (lastSentAt ? [[templateKey, lastSentAt] as const] : [])));
}
