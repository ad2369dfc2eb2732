import { formatInstant } from '../../platform/instant.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { acceptPassword, findAccess, linkRefusal } from '../access/index.ts';
import { type Account, type AccountId, accountNameKey, findAccount } from '../account/index.ts';
import { type Contact, findContactOfAccount, tellPasswordChanged } from '../contact/index.ts';
import { findLink, findNewestLink, type LinkPurpose, type LinkState, linkState, type OneTimeLink, spendLink } from '../link/index.ts';
import { hashJudgedPassword, type PasswordHasher } from '../password/index.ts';
import type { Portal, Wishes } from '../portal/index.ts';
import { trustNetwork } from '../throttle/index.ts';
import { findUserOfAccount, mayUserSignIn, tellUserPasswordChanged } from '../user/index.ts';
import { refuse } from './refusals.ts';
import { isMailUnderWay } from './store.ts';

/** The links behind which one sets a password. */
export const passwordPurposes = ['set-password', 'welcome', 'reset'] as const satisfies LinkPurpose[];

/** The link that took the place of an older one; `mailed`: its mail has left or will, as far as anybody knows. */
export type NewestLink = { state: LinkState; createdAt: Date; mailed: boolean };

/** A link as its page explains it. `unknown` has neither link nor account. */
export type SeenLink =
  | {
      state: LinkState;
      link: OneTimeLink;
      account: Account;
      contact: Contact | undefined;
      /** How its owner wishes to be spoken to. */
      wishes: Wishes | undefined;
      /** For a superseded link: what became of the newest one. */
      newest: NewestLink | undefined;
    }
  | { state: 'unknown' };

/** Looks at a link without touching it (B013). A link of another portal is unknown here. */
export async function seeLink({ tx, now, workspace }: Work, secret: string, portal: Portal | undefined): Promise<SeenLink> {
  const link = await findLink(tx, workspace.id, secret);
  if (!link || link.portalId !== (portal?.id ?? null) || !isPasswordPurpose(link.purpose)) return { state: 'unknown' };
  const account = await findAccount(tx, workspace.id, link.accountId);
  if (!account) return { state: 'unknown' };
  const state = linkState(link, link.accountGeneration, now);
  const contact = await findContactOfAccount({ tx, workspace }, account.id, { portalId: portal?.id });
  return {
    state: state === 'open' && (await isShutOut({ tx, now, workspace }, account.id, portal)) ? 'overtaken' : state,
    link,
    account,
    contact,
    wishes: contact ?? (await wishesOfUser({ tx, workspace }, account.id)),
    newest: state === 'superseded' ? await seeNewest({ tx, now, workspace }, link) : undefined,
  };
}

async function seeNewest(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  { accountId, accountGeneration }: OneTimeLink & { accountGeneration: number },
): Promise<NewestLink | undefined> {
  const newest = await findNewestLink(tx, workspace.id, accountId, passwordPurposes);
  if (!newest) return undefined;
  const mailed = await isMailUnderWay(tx, workspace.id, accountId, newest.id);
  return { state: linkState(newest, accountGeneration, now), createdAt: newest.createdAt, mailed };
}

/** Whether there is a newer mail whose link works: then that mail is the way on. */
export const hasNewerMail = (seen: SeenLink): seen is Extract<SeenLink, { link: unknown }> & { newest: NewestLink } =>
  seen.state === 'superseded' && seen.newest?.state === 'open' && seen.newest.mailed;

async function wishesOfUser({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, accountId: AccountId): Promise<Wishes | undefined> {
  const user = await findUserOfAccount(tx, workspace.id, accountId);
  return user && { language: user.language, addressForm: null };
}

/** Blocking, expiry and deactivation end links that are still open, without any job having run (B119). */
async function isShutOut(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  accountId: AccountId,
  portal: Portal | undefined,
): Promise<boolean> {
  if (!portal) {
    const user = await findUserOfAccount(tx, workspace.id, accountId);
    return !user || !mayUserSignIn(user);
  }
  const access = await findAccess(tx, workspace.id, accountId, portal.id);
  return !access || linkRefusal(access, now) !== undefined;
}

const isPasswordPurpose = (purpose: LinkPurpose): boolean => (passwordPurposes as readonly LinkPurpose[]).includes(purpose);

/** Why a link does not work, in a sentence; `undefined` while it does. Times are those of the portal's or workspace's zone. */
export function linkFault(seen: SeenLink, timeZone: string, variant: Variant): Refusal | undefined {
  switch (seen.state) {
    case 'open':
      return undefined;
    case 'expired':
      return refuse('expired', { values: { until: formatInstant(seen.link.expiresAt, timeZone, variant) } });
    case 'superseded':
      if (!hasNewerMail(seen)) return refuse('replaced');
      return refuse('superseded', { values: { sentAt: formatInstant(seen.newest.createdAt, timeZone, variant) } });
    default:
      return refuse(seen.state);
  }
}

export type NewPassword = {
  secret: string;
  password: string;
  portal: Portal | undefined;
  timeZone: string;
  variant: Variant;
  /** Where the form was sent from: proven to be the owner's, so that nobody else's tries slow them down there. */
  network: string;
};

/** Whose password it is now; `throttledAs`: the account as the limits of sign-ins count it. */
export type PasswordSet = { accountId: AccountId; accountName: string; throttledAs: string; setAt: Date };

/**
 * Sets the password behind a link: judged and hashed first, then spent and recorded in one transaction, so that of many submissions at the same moment
 * exactly one wins (rule 3). A refused password does not burn the link. Answers whose password it is now.
 */
export async function setPasswordByLink(
  hasher: PasswordHasher,
  { perform, workspace }: { perform: Perform; workspace: Work['workspace'] },
  { secret, password, portal, timeZone, variant, network }: NewPassword,
): Promise<PasswordSet> {
  const see = () => perform((work) => seeLink(work, secret, portal));
  const seen = await see();
  const fault = linkFault(seen, timeZone, variant);
  if (fault || seen.state === 'unknown') throw fault ?? refuse('unknown');

  const words = [
    seen.account.accountName,
    seen.contact?.firstName,
    seen.contact?.lastName,
    seen.contact?.company,
    portal?.name,
    workspace.name,
  ].filter((word) => word !== undefined);
  const passwordHash = await hashJudgedPassword(hasher, password, { minimumLength: workspace.passwordMinimumLength, words }, '/password');

  const throttledAs = `${seen.account.kind}:${accountNameKey(seen.account.accountName)}`;
  const set = await perform(async (work) => {
    const spent = await spendLink(work, secret, passwordPurposes);
    if (!spent) return undefined;
    if (await isShutOut(work, spent.accountId, portal)) throw refuse('overtaken');
    await acceptPassword(work, spent.accountId, passwordHash, { by: 'link', purpose: spent.purpose });
    await trustNetwork(work, { account: throttledAs, network });
    await (portal ? tellPasswordChanged(work, spent.accountId, portal.id) : tellUserPasswordChanged(work, spent.accountId));
    return { accountId: spent.accountId, setAt: work.now };
  });
  if (!set) throw linkFault(await see(), timeZone, variant) ?? refuse('used');
  return { ...set, accountName: seen.account.accountName, throttledAs };
}
