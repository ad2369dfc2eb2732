import type { Work } from '../../../platform/work.ts';
import { type AccessWithFacts, type LinkMailOutcome, type LinkMailPerson, linkRefusal, sendLinkMail } from '../../access/index.ts';
import { mailPortal, type Portal } from '../../portal/index.ts';

/**
 * The welcome mail of a portal, in its name and design (B076): with a link to set a password and its deadline (B062, B064); for somebody who has a password,
 * because of another portal, without (B077). Says in the log what became of it.
 */
export async function sendWelcome(
  work: Work,
  access: AccessWithFacts,
  portal: Portal,
  person: LinkMailPerson,
  { again }: { again: boolean },
): Promise<LinkMailOutcome> {
  const outcome = access.hasPassword
    ? await sendWithoutLink(work, access, portal, person)
    : await sendLinkMail(work, access, portal, person, 'welcome');
  const detail = outcome.state === 'queued' ? { messageId: outcome.messageId } : { reason: outcome.reason };
  const { record } = work;
  const after = { outcome: outcome.state, ...detail };
  if (again) record('access.welcome-resent', { type: 'access', id: access.id }, { after });
  else record('access.welcomed', { type: 'access', id: access.id }, { after });
  return outcome;
}

async function sendWithoutLink(
  { send, now, workspace }: Work,
  access: AccessWithFacts,
  portal: Portal,
  person: LinkMailPerson,
): Promise<LinkMailOutcome> {
  const denied = linkRefusal(access, now);
  if (denied) return { state: 'not-possible', reason: denied };
  return send({
    ...person,
    template: 'welcome_without_link',
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    portal: mailPortal(workspace, portal),
  });
}
