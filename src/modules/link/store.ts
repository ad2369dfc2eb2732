import type { ColumnType, Generated, Kysely } from 'kysely';
import { hashSecret } from '../../platform/secret.ts';
import type { Tx } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { LinkPurpose, OneTimeLink, OneTimeLinkId } from './link.ts';

export type OneTimeLinkTable = OneTimeLink & {
  workspaceId: WorkspaceId;
  secretHash: Buffer;
  /** Passwords that its form did not take, when the last one, and why (`password.too-short`). */
  refusals: Generated<number>;
  refusedAt: ColumnType<Date | null, Date | null | undefined>;
  refusal: ColumnType<string | null, string | null | undefined>;
};

const columns = ['id', 'accountId', 'portalId', 'purpose', 'generation', 'createdAt', 'expiresAt', 'usedAt', 'supersededAt'] as const;

/** A link with the generation its account has today. Reading changes nothing (rule 6). */
export const findLink = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  secret: string,
): Promise<(OneTimeLink & { accountGeneration: number }) | undefined> =>
  db
    .selectFrom('oneTimeLink')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'oneTimeLink.workspaceId').onRef('account.id', '=', 'oneTimeLink.accountId'),
    )
    .select(columns.map((column) => `oneTimeLink.${column}` as const))
    .select('account.generation as accountGeneration')
    .where('oneTimeLink.workspaceId', '=', workspaceId)
    .where('oneTimeLink.secretHash', '=', hashSecret(secret))
    .where('account.deletedAt', 'is', null)
    .executeTakeFirst();

/**
 * Spends a link: one statement checks everything and consumes, so that of many clicks at the same moment the database lets only one through (rules 3, 4).
 * `undefined`: it was not open any more, for this purpose, for this generation of the account. The caller holds the account's lock: without it a
 * change that commits between this statement and the next is not seen.
 */
export const redeemLink = (
  tx: Tx,
  workspaceId: WorkspaceId,
  secret: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<Pick<OneTimeLink, 'id' | 'accountId' | 'portalId' | 'purpose'> | undefined> =>
  tx
    .updateTable('oneTimeLink')
    .set({ usedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('secretHash', '=', hashSecret(secret))
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .where('expiresAt', '>', now)
    .where(({ selectFrom, ref, eb }) =>
      eb(
        'generation',
        '=',
        selectFrom('account')
          .select('account.generation')
          .where('account.workspaceId', '=', ref('oneTimeLink.workspaceId'))
          .where('account.id', '=', ref('oneTimeLink.accountId'))
          .where('account.deletedAt', 'is', null),
      ),
    )
    .returning(['id', 'accountId', 'portalId', 'purpose'])
    .executeTakeFirst();

/** Takes older open links of the same purpose out of use; answers which. The caller holds the account's lock. */
export async function supersedeLinks(
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  purpose: LinkPurpose,
  now: Date,
): Promise<OneTimeLinkId[]> {
  const superseded = await tx
    .updateTable('oneTimeLink')
    .set({ supersededAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .returning('id')
    .execute();
  return superseded.map(({ id }) => id);
}

export async function insertLink(
  tx: Tx,
  workspaceId: WorkspaceId,
  link: Omit<OneTimeLink, 'usedAt' | 'supersededAt'>,
  secret: string,
): Promise<void> {
  await tx
    .insertInto('oneTimeLink')
    .values({ ...link, workspaceId, secretHash: hashSecret(secret), usedAt: null, supersededAt: null })
    .execute();
}

/** Counts a password that the form behind a link did not take. Its link stays as it is. */
export async function countRefusal(
  tx: Tx,
  workspaceId: WorkspaceId,
  linkId: OneTimeLinkId,
  { refusal, now }: { refusal: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('oneTimeLink')
    .set((eb) => ({ refusals: eb('refusals', '+', 1), refusedAt: now, refusal }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', linkId)
    .execute();
}

/** The newest link of a purpose, to say when the newer mail was sent. */
export const findNewestLink = (
  tx: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  purposes: readonly LinkPurpose[],
): Promise<OneTimeLink | undefined> =>
  tx
    .selectFrom('oneTimeLink')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('purpose', 'in', purposes)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Links of these accounts that still work, newest first. */
export const listOpenLinks = (
  tx: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountIds: readonly AccountId[],
  now: Date,
): Promise<OneTimeLink[]> =>
  accountIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('oneTimeLink')
        .innerJoin('account', (join) =>
          join.onRef('account.workspaceId', '=', 'oneTimeLink.workspaceId').onRef('account.id', '=', 'oneTimeLink.accountId'),
        )
        .select(columns.map((column) => `oneTimeLink.${column}` as const))
        .where('oneTimeLink.workspaceId', '=', workspaceId)
        .where('oneTimeLink.accountId', 'in', accountIds)
        .where('oneTimeLink.usedAt', 'is', null)
        .where('oneTimeLink.supersededAt', 'is', null)
        .where('oneTimeLink.expiresAt', '>', now)
        .whereRef('oneTimeLink.generation', '=', 'account.generation')
        .orderBy('oneTimeLink.createdAt', 'desc')
        .execute();

/** Of some mails that are about to leave, those whose link has died meanwhile: used, replaced, run out, or overtaken by a change of the account. */
export async function deadLinksOfMails<MailId extends string>(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  mails: readonly { id: MailId; linkId: OneTimeLinkId | null }[],
  now: Date,
): Promise<ReadonlySet<MailId>> {
  const linkIds = mails.flatMap(({ linkId }) => (linkId ? [linkId] : []));
  if (!linkIds.length) return new Set();
  const alive = await db
    .selectFrom('oneTimeLink')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'oneTimeLink.workspaceId').onRef('account.id', '=', 'oneTimeLink.accountId'),
    )
    .select('oneTimeLink.id')
    .where('oneTimeLink.workspaceId', '=', workspaceId)
    .where('oneTimeLink.id', 'in', linkIds)
    .where('oneTimeLink.usedAt', 'is', null)
    .where('oneTimeLink.supersededAt', 'is', null)
    .where('oneTimeLink.expiresAt', '>', now)
    .where('account.deletedAt', 'is', null)
    .whereRef('oneTimeLink.generation', '=', 'account.generation')
    .execute();
  const living = new Set(alive.map(({ id }) => id));
  return new Set(mails.filter(({ linkId }) => linkId !== null && !living.has(linkId)).map(({ id }) => id));
}
