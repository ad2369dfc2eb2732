import type { Work } from '../../platform/work.ts';
import { issueLink, type LinkPurpose } from '../link/index.ts';
import { findImpossibility, type MailImpossibility, type MailOutcome, type MailRequest, type TemplateKey } from '../mail/index.ts';
import { linkUrl, mailPortal, type Portal } from '../portal/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Closure, linkRefusal } from './access.ts';
import { type AccessWithFacts, markInvited } from './store.ts';

/** The person a link mail is for, as the mail speaks to them. */
export type LinkMailPerson = Pick<MailRequest, 'person' | 'variant' | 'companyName' | 'contactId'>;

export type LinkMailOutcome = MailOutcome | { state: 'not-possible'; reason: MailImpossibility | Closure };

/** Which mail carries a link of this purpose, and for how long it works. */
const kinds = {
  'set-password': { template: 'set_password', lifetime: 'setPassword', replaces: [] },
  // One invitation takes the place of the other, whichever way it was sent.
  welcome: { template: 'welcome', lifetime: 'welcome', replaces: ['set-password'] },
  reset: { template: 'reset_password', lifetime: 'reset', replaces: [] },
} as const satisfies Partial<
  Record<LinkPurpose, { template: TemplateKey; lifetime: keyof Workspace['lifetimes']; replaces: readonly LinkPurpose[] }>
>;

export type LinkMailPurpose = keyof typeof kinds;
export const linkMailTemplate = (purpose: LinkMailPurpose): TemplateKey => kinds[purpose].template;

/**
 * Sends a mail with a link to set a password: the only way such a link leaves. Blocked and expired people get none (B015); nothing is issued,
 * and no older link goes out of use, while the mail could not be sent (B017, B025). `remindOf`: when the invitation was sent that this mail reminds of;
 * `imposedBy`: who has deleted the password, which the mail then says.
 */
export async function sendLinkMail(
  work: Work,
  access: AccessWithFacts,
  portal: Portal,
  person: LinkMailPerson,
  purpose: LinkMailPurpose,
  { remindOf, imposedBy }: { remindOf?: Date; imposedBy?: string } = {},
): Promise<LinkMailOutcome> {
  const { tx, now, workspace } = work;
  const { lifetime, replaces } = kinds[purpose];
  const template = remindOf ? 'invitation_reminder' : imposedBy ? 'admin_reset' : kinds[purpose].template;

  const denied = linkRefusal(access, now);
  if (denied) return { state: 'not-possible', reason: denied };
  const impossible = await findImpossibility(tx, workspace.id, template, access.email);
  if (impossible) return { state: 'not-possible', reason: impossible };

  const link = await issueLink(work, {
    accountId: access.accountId,
    portalId: portal.id,
    purpose,
    lifetime: workspace.lifetimes[lifetime],
    replaces,
  });
  if (!access.registeredAt && !remindOf) await markInvited(tx, workspace.id, access.id, { now, remind: purpose !== 'reset' });
  return work.send({
    ...person,
    template,
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    ...(remindOf && { occurredAt: remindOf }),
    ...(imposedBy && { details: { actor: imposedBy } }),
    portal: mailPortal(workspace, portal),
    link: { id: link.id, url: linkUrl(workspace, portal, link.secret), expiresAt: link.expiresAt, timeZone: portal.timeZone },
  });
}
