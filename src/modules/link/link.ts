import type { Id } from '../../platform/id.ts';
import type { AccountId } from '../account/index.ts';

export type OneTimeLinkId = Id<'one-time-link'>;
export type LinkPurpose = 'welcome' | 'set-password' | 'reset' | 'activation' | 'e-mail-change' | 'invitation';

/** The secret part of a mail, as stored: only its hash is known. */
export type OneTimeLink = {
  id: OneTimeLinkId;
  accountId: AccountId;
  portalId: Id<'portal'> | null;
  purpose: LinkPurpose;
  generation: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  supersededAt: Date | null;
};

/** What a link can still do, and if nothing, why: used, replaced by a newer mail, overtaken by a change of the account, run out. */
export type LinkState = 'open' | 'used' | 'superseded' | 'overtaken' | 'expired';

/** For explaining only. Whether a link is spent is decided by one statement in the store, never by this. */
export function linkState(
  link: Pick<OneTimeLink, 'usedAt' | 'supersededAt' | 'generation' | 'expiresAt'>,
  accountGeneration: number,
  now: Date,
): LinkState {
  if (link.usedAt) return 'used';
  if (link.supersededAt) return 'superseded';
  if (link.generation !== accountGeneration) return 'overtaken';
  if (link.expiresAt <= now) return 'expired';
  return 'open';
}
