import type { Work } from '../../platform/work.ts';
import { type Account, lockAccount } from '../account/index.ts';
import type { LinkPurpose, OneTimeLink } from './link.ts';
import { findLink, redeemLink } from './store.ts';

/**
 * Locks the account behind a link until commit, before anything of the link is decided: whoever issues links, spends them or sets passwords takes the account
 * first, one after the other and in the same order. `undefined`: no link has this secret.
 */
export async function lockAccountOfLink({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, secret: string): Promise<Account | undefined> {
  const link = await findLink(tx, workspace.id, secret);
  return link && lockAccount(tx, workspace.id, link.accountId);
}

/**
 * Spends a link, so that of all links and changes of one account at the same moment only the first counts (rules 3 and 5).
 * `undefined`: it was not open any more, for this purpose, for this generation of the account.
 */
export async function spendLink(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  secret: string,
  purposes: readonly LinkPurpose[],
): Promise<Pick<OneTimeLink, 'id' | 'accountId' | 'portalId' | 'purpose'> | undefined> {
  const account = await lockAccountOfLink({ tx, workspace }, secret);
  return account && redeemLink(tx, workspace.id, secret, purposes, now);
}
