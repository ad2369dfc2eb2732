import type { Kysely } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { TemplateKey } from '../mail.ts';

/** One saved wording. `content` is JSON that was checked when it was saved; it is checked again when it is used. `null`: the words were taken back. */
export type MailTemplateVersionTable = {
  workspaceId: WorkspaceId;
  id: Id<'mail-template-version'>;
  templateKey: TemplateKey;
  variant: Variant;
  /** `null`: for every portal that has no words of its own. */
  portalId: Id<'portal'> | null;
  /** Counts from 1 for each template, variant and portal. */
  number: number;
  content: unknown;
  createdAt: Date;
  userId: Id<'user'> | null;
  userName: string | null;
};

export type TemplateVersion = Omit<MailTemplateVersionTable, 'workspaceId' | 'id' | 'userId'>;

/** Whose words: one template in one form of address, for one portal or for all. */
export type Place = { workspaceId: WorkspaceId; templateKey: TemplateKey; variant: Variant; portalId: Id<'portal'> | null };

type Database = Kysely<Schema>;

const columns = ['templateKey', 'variant', 'portalId', 'number', 'content', 'createdAt', 'userName'] as const;

export async function insertVersion(db: Database, version: MailTemplateVersionTable): Promise<void> {
  const { content } = version;
  await db
    .insertInto('mailTemplateVersion')
    .values({ ...version, content: content === null ? null : JSON.stringify(content) })
    .execute();
}

/** The newest version of the portal and the newest of the workspace, whatever they hold. */
export async function listNewestVersions(db: Database, { workspaceId, templateKey, variant, portalId }: Place): Promise<TemplateVersion[]> {
  return db
    .selectFrom('mailTemplateVersion')
    .distinctOn('portalId')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('templateKey', '=', templateKey)
    .where('variant', '=', variant)
    .where((where) =>
      portalId === null ? where('portalId', 'is', null) : where.or([where('portalId', 'is', null), where('portalId', '=', portalId)]),
    )
    .orderBy('portalId')
    .orderBy('number', 'desc')
    .execute();
}

/** The newest first, at most so many. */
export async function listVersions(
  db: Database,
  { workspaceId, templateKey, variant, portalId }: Place,
  limit: number,
): Promise<TemplateVersion[]> {
  return db
    .selectFrom('mailTemplateVersion')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('templateKey', '=', templateKey)
    .where('variant', '=', variant)
    .where('portalId', portalId === null ? 'is' : '=', portalId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

export async function findVersion(
  db: Database,
  { workspaceId, templateKey, variant, portalId }: Place,
  number: number,
): Promise<TemplateVersion | undefined> {
  return db
    .selectFrom('mailTemplateVersion')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('templateKey', '=', templateKey)
    .where('variant', '=', variant)
    .where('portalId', portalId === null ? 'is' : '=', portalId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export type Adaptation = { templateKey: TemplateKey; variant: Variant; portalId: Id<'portal'> | null };

/** Where words of people's own count now instead of the original. */
export async function listAdaptations(db: Database, workspaceId: WorkspaceId): Promise<Adaptation[]> {
  const newest = db
    .selectFrom('mailTemplateVersion')
    .distinctOn(['templateKey', 'variant', 'portalId'])
    .select(['templateKey', 'variant', 'portalId', 'content'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('templateKey')
    .orderBy('variant')
    .orderBy('portalId')
    .orderBy('number', 'desc')
    .as('newest');
  return db.selectFrom(newest).select(['templateKey', 'variant', 'portalId']).where('content', 'is not', null).execute();
}
