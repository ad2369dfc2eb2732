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
  /** As the operator's settings say; false as soon as somebody has chosen another way. */
  fromEnvironment: boolean;
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
export type Transport = Omit<Selectable<MailSettingTable>, 'workspaceId' | 'sealedPassword' | 'userName' | 'fromEnvironment'>;

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

/** What a start compares with the operator's settings. Holds the sealed password. */
export type AdoptableSetting = Pick<Selectable<MailSettingTable>, (typeof adoptableColumns)[number]>;

const adoptableColumns = [
  'transport',
  'host',
  'port',
  'encryption',
  'userName',
  'sealedPassword',
  'senderAddress',
  'fromEnvironment',
] as const;

/** Held until commit, so that of several servers that start one adopts and the others see it done. */
export const lockMailSetting = (tx: Tx, workspaceId: WorkspaceId): Promise<AdoptableSetting | undefined> =>
  tx.selectFrom('mailSetting').select(adoptableColumns).where('workspaceId', '=', workspaceId).forUpdate().executeTakeFirst();

/** Ends a pause too: it was found with the settings before. */
export async function saveAdoptedSetting(
  tx: Tx,
  workspaceId: WorkspaceId,
  setting: Omit<AdoptableSetting, 'fromEnvironment'>,
): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({
      ...setting,
      pausedSince: null,
      pausedUntil: null,
      pauseCause: null,
      pauseAnswer: null,
      version: eb('version', '+', 1),
    }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}

/** Empties the test mailbox; answers how many mails there were. */
export async function deleteTestMails(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('testMail').where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
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

/**
 * Answers whether this switched it: of two administrators at the same moment the second waits for the first, and then finds it done.
 * A template without a row is on.
 */
export async function saveTemplateSwitch(tx: Tx, { workspaceId, key, active, changedAt }: MailTemplateTable): Promise<boolean> {
  const switched = active
    ? tx
        .updateTable('mailTemplate')
        .set({ active, changedAt })
        .where('workspaceId', '=', workspaceId)
        .where('key', '=', key)
        .where('active', '=', false)
        .returning('key')
    : tx
        .insertInto('mailTemplate')
        .values({ workspaceId, key, active, changedAt })
        .onConflict((conflict) =>
          conflict.columns(['workspaceId', 'key']).doUpdateSet({ active, changedAt }).where('mailTemplate.active', '=', true),
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
