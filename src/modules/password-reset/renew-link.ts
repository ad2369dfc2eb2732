import type { Work } from '../../platform/work.ts';
import { findAccess, sendLinkMail } from '../access/index.ts';
import { mailPerson } from '../contact/index.ts';
import { findNewestLink, lockAccountOfLink } from '../link/index.ts';
import type { Portal } from '../portal/index.ts';
import { refuse } from './refusals.ts';
import { passwordPurposes, seeLink } from './set-password.ts';

/**
 * „Neuen Link anfordern“ on the page of a link that does not work any more (B014): whoever holds the old link gets a new one, at the stored address only.
 * Refuses an unknown link, one that still works, a second wish within the workspace's pause, and where nothing can be sent.
 */
export async function renewLink(work: Work, secret: string, portal: Portal): Promise<void> {
  const { tx, now, workspace, record } = work;
  // Before anything is looked at: of two wishes at the same moment the second one sees the mail of the first.
  await lockAccountOfLink(work, secret);
  const seen = await seeLink(work, secret, portal);
  if (seen.state === 'unknown') throw refuse('unknown');
  if (seen.state === 'open') throw refuse('still-open');

  const newest = await findNewestLink(tx, workspace.id, seen.account.id, passwordPurposes);
  const waitSeconds = newest ? Math.ceil((newest.createdAt.getTime() + workspace.lifetimes.resendCooldown - now.getTime()) / 1000) : 0;
  if (waitSeconds > 0) throw refuse('wait-for-mail', { values: { seconds: waitSeconds }, retryAfterSeconds: waitSeconds });

  const access = await findAccess(tx, workspace.id, seen.account.id, portal.id);
  if (!access || !seen.contact) throw refuse('cannot-send');
  const purpose = seen.account.hasPassword ? 'reset' : seen.link.purpose === 'welcome' ? 'welcome' : 'set-password';
  const outcome = await sendLinkMail(work, access, portal, mailPerson(seen.contact, workspace), purpose);
  if (outcome.state !== 'queued') throw refuse('cannot-send');
  record('link.renewed', { type: 'account', id: seen.account.id }, { after: { oldLinkId: seen.link.id, purpose } });
}
