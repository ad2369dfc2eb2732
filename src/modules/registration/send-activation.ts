import { isRefusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccess, type LinkMailOutcome, linkRefusal } from '../access/index.ts';
import { type AccountId, lockAccount } from '../account/index.ts';
import { issueLink } from '../link/index.ts';
import { findImpossibility } from '../mail/index.ts';
import { findPortal, linkUrl, mailPortal, type Portal, refusePortal } from '../portal/index.ts';
import { refuse } from './refusals.ts';
import { fullName, isWaiting, type Registration, secondsToWait } from './registration.ts';
import { findRegistration, markActivationSent, saveRegistration } from './store.ts';

/**
 * Sends the mail whose link completes a registration (B111). It goes to the address that the account is known by. Nothing is issued, and no older link goes
 * out of use, while the mail could not be sent; a blocked or expired access gets none.
 */
export async function sendActivation(work: Work, registration: Registration, portal: Portal): Promise<LinkMailOutcome> {
  const { tx, now, workspace } = work;
  const account = await lockAccount(tx, workspace.id, registration.accountId);
  if (!account) throw new Error('The account of a registration does not exist.');
  const access = await findAccess(tx, workspace.id, account.id, portal.id);
  const denied = access && linkRefusal(access, now);
  if (denied) return { state: 'not-possible', reason: denied };
  const impossible = await findImpossibility(tx, workspace.id, 'activation', account.email);
  if (impossible) return { state: 'not-possible', reason: impossible };

  const lifetime = workspace.lifetimes.activation;
  const link = await issueLink(work, { accountId: account.id, portalId: portal.id, purpose: 'activation', lifetime });
  if (access) await markActivationSent(tx, workspace.id, access.id, { givenName: fullName(registration), now });
  await saveRegistration(tx, workspace.id, registration.id, { mailedAt: now, refusedAt: null });
  return work.send({
    template: 'activation',
    person: { salutation: registration.salutation, title: null, firstName: registration.firstName, lastName: registration.lastName },
    variant: registration.variant,
    address: account.email,
    accountName: account.accountName,
    accountId: account.id,
    portal: mailPortal(workspace, portal),
    link: { id: link.id, url: linkUrl(workspace, portal, link.secret), expiresAt: link.expiresAt, timeZone: portal.timeZone },
  });
}

/**
 * „Aktivierungs-E-Mail erneut senden“ (B112): a new mail with a new link; the older one ends. Refuses where nothing waits for an activation, and a second
 * mail within the workspace's pause.
 */
export async function resendActivation(work: Work, access: Pick<AccessWithFacts, 'accountId' | 'portalId'>): Promise<LinkMailOutcome> {
  const portal = await findPortal(work.tx, work.workspace.id, access.portalId);
  if (!portal) throw refusePortal('unknown');
  const outcome = await renewActivation(work, access.accountId, portal);
  if (!outcome) throw refuse('not-waiting');
  return outcome;
}

/** The same for whoever holds an older link or has forgotten their password; `undefined`: nothing waits here, and other ways are open. */
export async function renewActivation(work: Work, accountId: AccountId, portal: Portal): Promise<LinkMailOutcome | undefined> {
  const { tx, now, workspace, record } = work;
  const account = await lockAccount(tx, workspace.id, accountId);
  const registration = await findRegistration(tx, workspace.id, accountId, portal.id);
  if (!account || !registration) return undefined;
  const access = await findAccess(tx, workspace.id, accountId, portal.id);
  if (!isWaiting(registration, account, access)) return undefined;

  const seconds = secondsToWait(registration.mailedAt, workspace.lifetimes.resendCooldown, now);
  if (seconds > 0) throw refuse('wait-for-mail', { values: { seconds }, retryAfterSeconds: seconds });
  const outcome = await sendActivation(work, registration, portal);
  record('registration.mailed-again', access ? { type: 'access', id: access.id } : { type: 'account', id: accountId }, {
    after: { portalId: portal.id, outcome: outcome.state, ...('reason' in outcome && { reason: outcome.reason }) },
  });
  return outcome;
}

/** „Passwort vergessen“ of somebody whose registration waits brings that mail again. Answers whether it does, or did a moment ago. */
export async function renewForgotten(work: Work, accountId: AccountId, portal: Portal): Promise<boolean> {
  try {
    return (await renewActivation(work, accountId, portal)) !== undefined;
  } catch (error) {
    if (isRefusal(error, 'registration.wait-for-mail')) return true;
    throw error;
  }
}
