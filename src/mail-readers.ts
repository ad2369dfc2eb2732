import { findContact, mailPerson } from './modules/contact/index.ts';
import type { MailReaders } from './modules/mail/index.ts';
import { findDefaultPortal, findPortal, mailPortal } from './modules/portal/index.ts';

/** Whom the previews of mails speak to and for: the mail module knows neither contacts nor portals. */
export const mailReaders: MailReaders = {
  async findMailPortal({ tx, workspace }, portalId) {
    const portal = portalId ? await findPortal(tx, workspace.id, portalId) : await findDefaultPortal(tx, workspace.id);
    return portal && { ...mailPortal(workspace, portal), timeZone: portal.timeZone };
  },
  async findMailReader({ tx, workspace }, contactId) {
    const contact = await findContact(tx, workspace.id, contactId);
    if (!contact) return undefined;
    const { person, companyName = '' } = mailPerson(contact, workspace);
    return { person, companyName, accountName: contact.email ?? `${contact.firstName} ${contact.lastName}` };
  },
};
