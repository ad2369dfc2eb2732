import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, type LinkMailOutcome, lockAccess, registration } from '../../access/index.ts';
import { mailPersonOf } from '../../contact/index.ts';
import { findNewestLink, type LinkPurpose } from '../../link/index.ts';
import { findPortal, refusePortal } from '../../portal/index.ts';
import { mustBePossible } from '../policy.ts';
import { nextMailAt } from './policy.ts';
import { refuse } from './refusals.ts';
import { sendWelcome } from './send-welcome.ts';

/** Sends the mail of a self-registration again; the module that knows registrations gives it, with its own pause. */
export type ResendActivation = (work: Work, access: AccessWithFacts) => Promise<LinkMailOutcome>;

/** The mails that let somebody in for the first time. */
export const invitationPurposes = ['welcome', 'set-password', 'activation'] as const satisfies LinkPurpose[];

/** A mail that was sent again: which one, and what became of it. */
export type Resent = { access: AccessWithFacts; kind: 'welcome' | 'activation'; mail: LinkMailOutcome };

/**
 * „Willkommens-E-Mail erneut senden“, or the activation mail of somebody who registered themselves (B068, B112): a new mail with a new link at once, to the
 * present address (B069, B071), any number of times (B072); links sent before explain themselves (B073). Refuses: unknown, a password is there (B074), shut
 * out (B015), and a second mail within the workspace's pause, with how long to wait.
 */
export async function resend(work: Work, accessId: AccessId, resendActivation: ResendActivation): Promise<Resent> {
  const { tx, workspace } = work;
  const access = await lockAccess(work, accessId);
  mustBePossible('resend', access, work);
  if (registration(access, work.now) === 'activation-sent') {
    const mail = await resendActivation(work, access);
    return { access: await lockAccess(work, accessId), kind: 'activation', mail };
  }
  await mustHaveWaited(work, access);
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal) throw refusePortal('unknown');
  const mail = await sendWelcome(work, access, portal, await mailPersonOf(work, access), { again: true });
  return { access: await lockAccess(work, accessId), kind: 'welcome', mail };
}

/** Refuses a mail too soon after the one before; the caller holds the account's lock, so that of two wishes at the same moment the second sees the first. */
export async function mustHaveWaited(
  { tx, now, workspace }: Work,
  access: AccessWithFacts,
  purposes: readonly LinkPurpose[] = invitationPurposes,
): Promise<void> {
  const newest = await findNewestLink(tx, workspace.id, access.accountId, purposes);
  const at = nextMailAt(newest, access, workspace, now);
  if (!at) return;
  const seconds = Math.ceil((at.getTime() - now.getTime()) / 1000);
  throw refuse('wait-for-mail', { values: { seconds }, retryAfterSeconds: seconds });
}
