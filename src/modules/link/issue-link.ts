import { later } from '../../platform/clock.ts';
import { type Id, newId } from '../../platform/id.ts';
import { newSecret } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { type AccountId, lockAccount } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import type { LinkPurpose, OneTimeLinkId } from './link.ts';
import { insertLink, supersedeLinks } from './store.ts';

export type IssuedLink = { id: OneTimeLinkId; secret: string; expiresAt: Date };

/**
 * Gives out a link. The newest of its purpose is the only one that works (B073): older ones explain themselves from now on,
 * and a mail that still waits with one of them never leaves. `lifetime` is in milliseconds. `replaces`: further purposes whose open links it takes the place of.
 */
export async function issueLink(
  { tx, now, workspace, record }: Work,
  {
    accountId,
    portalId,
    purpose,
    lifetime,
    replaces = [],
  }: { accountId: AccountId; portalId: Id<'portal'> | null; purpose: LinkPurpose; lifetime: number; replaces?: readonly LinkPurpose[] },
): Promise<IssuedLink> {
  const account = await lockAccount(tx, workspace.id, accountId);
  if (!account || account.deletedAt) throw new Error('A link was asked for an account that does not exist.');

  const superseded = [];
  for (const one of [purpose, ...replaces]) superseded.push(...(await supersedeLinks(tx, workspace.id, accountId, one, now)));
  if (superseded.length) await withdrawMails(tx, { workspaceId: workspace.id, linkIds: superseded, cause: 'newer-link', now });

  const link = { id: newId<'one-time-link'>(now), expiresAt: later(now, lifetime) };
  const secret = newSecret();
  await insertLink(tx, workspace.id, { ...link, accountId, portalId, purpose, generation: account.generation, createdAt: now }, secret);
  record(
    'link.issued',
    { type: 'account', id: accountId },
    { after: { linkId: link.id, purpose, expiresAt: link.expiresAt, superseded: superseded.length } },
  );
  return { ...link, secret };
}
