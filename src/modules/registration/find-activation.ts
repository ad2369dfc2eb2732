import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccess, linkRefusal } from '../access/index.ts';
import { type Account, findAccount } from '../account/index.ts';
import { findLink, findNewestLink, type LinkState, linkState, type OneTimeLink } from '../link/index.ts';
import type { Portal } from '../portal/index.ts';
import { isWaiting, type Registration } from './registration.ts';
import { findRegistration } from './store.ts';

/** An activation link as its page explains it. `access` is missing where the account has a password and gets its access only now. */
export type SeenActivation = {
  state: LinkState;
  link: OneTimeLink;
  account: Account;
  registration: Registration | undefined;
  access: AccessWithFacts | undefined;
  /** For a superseded link: when the newer mail was left. */
  newerAt: Date | undefined;
};

/** Looks at an activation link without touching it (B013). `undefined`: this secret is no activation of this portal. */
export async function findActivation(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  secret: string,
  portal: Portal,
): Promise<SeenActivation | undefined> {
  const link = await findLink(tx, workspace.id, secret);
  if (link?.purpose !== 'activation' || link.portalId !== portal.id) return undefined;
  const account = await findAccount(tx, workspace.id, link.accountId);
  if (!account) return undefined;
  const registration = await findRegistration(tx, workspace.id, account.id, portal.id);
  const access = await findAccess(tx, workspace.id, account.id, portal.id);
  const state = linkState(link, link.accountGeneration, now);
  const waits = registration && isWaiting(registration, account, access) && !(access && linkRefusal(access, now));
  const newest = state === 'superseded' ? await findNewestLink(tx, workspace.id, account.id, ['activation']) : undefined;
  const newerAt = newest && linkState(newest, account.generation, now) === 'open' ? newest.createdAt : undefined;
  return { state: state === 'open' && !waits ? 'overtaken' : state, link, account, registration, access, newerAt };
}
