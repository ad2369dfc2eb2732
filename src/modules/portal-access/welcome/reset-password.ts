import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, type LinkMailOutcome, lockAccess, sendLinkMail } from '../../access/index.ts';
import { deletePassword } from '../../account/index.ts';
import { mailPersonOf } from '../../contact/index.ts';
import { findImpossibility, withdrawMails } from '../../mail/index.ts';
import { findPortal, refusePortal } from '../../portal/index.ts';
import { endSessions } from '../../session/index.ts';
import { mustBePossible } from '../policy.ts';
import { refuse } from './refusals.ts';
import { mustHaveWaited } from './resend.ts';

/**
 * „Passwort zurücksetzen“ for a portal person (B092 to B095): the old password no longer works at once, every session on every device ends, and a mail says
 * who has done it and carries the link for a new one. Asked for again, it sends a new link. Refuses: unknown, nobody has registered, shut out (B015), a second
 * mail within the pause, and where the mail could not be sent, because that would lock the person out.
 */
export async function resetPassword(
  work: Work,
  accessId: AccessId,
): Promise<{ access: AccessWithFacts; ended: number; mail: LinkMailOutcome }> {
  const { tx, now, workspace, actor, record } = work;
  const before = await lockAccess(work, accessId);
  mustBePossible('reset-password', before, work);
  const impossible = await findImpossibility(tx, workspace.id, 'admin_reset', before.email);
  if (impossible) throw refuse(`reset-without-${impossible}`);
  if (!before.hasPassword) await mustHaveWaited(work, before, ['set-password']);
  const portal = await findPortal(tx, workspace.id, before.portalId);
  if (!portal) throw refusePortal('unknown');

  if (before.hasPassword) await deletePassword(tx, workspace.id, before.accountId);
  const ended = await endSessions(tx, workspace.id, before.accountId, {}, now);
  await withdrawMails(tx, { workspaceId: workspace.id, accountId: before.accountId, onlyWithLink: true, cause: 'newer-link', now });
  const access = await lockAccess(work, accessId);
  const imposedBy = actor.kind === 'user' ? actor.name : workspace.name;
  const mail = await sendLinkMail(work, access, portal, await mailPersonOf(work, access), 'set-password', { imposedBy });
  record(
    'password-reset.imposed',
    { type: 'account', id: access.accountId },
    { after: { accessId, hadPassword: before.hasPassword, ...(mail.state === 'queued' && { messageId: mail.messageId }) } },
  );
  return { access, ended, mail };
}
