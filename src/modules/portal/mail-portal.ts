import type { MailPortal } from '../mail/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { forgotPasswordUrl, type Portal, portalUrl } from './portal.ts';

/** What a mail says of its portal. */
export const mailPortal = (workspace: Workspace, portal: Portal): MailPortal => ({
  id: portal.id,
  name: portal.name,
  url: portalUrl(workspace, portal),
  forgotPasswordUrl: forgotPasswordUrl(workspace, portal),
  brandColor: portal.brandColor,
  supportContact: portal.supportContact,
  imprintUrl: portal.imprintUrl,
  privacyUrl: portal.privacyUrl,
  timeZone: portal.timeZone,
});
