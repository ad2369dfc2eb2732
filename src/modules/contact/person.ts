import type { Work } from '../../platform/work.ts';
import { type LinkMailPerson, listAccessesOfAccount, listContactIdsOfAccount } from '../access/index.ts';
import { type Account, type AccountId, findAccount } from '../account/index.ts';
import { type MailOutcome, sendNotice } from '../mail/index.ts';
import { findPortal, mailPortal, type PortalId } from '../portal/index.ts';
import { variantOfWorkspace, type Workspace } from '../workspace/index.ts';
import { type Contact, variantOfContact } from './contact.ts';
import { findContact } from './store.ts';

/** A contact as mails speak to them. */
export const mailPerson = (contact: Contact, workspace: Workspace): LinkMailPerson => ({
  person: { salutation: contact.salutation, title: contact.title, firstName: contact.firstName, lastName: contact.lastName },
  variant: variantOfContact(contact, workspace),
  companyName: contact.company,
  contactId: contact.id,
});

/** The contact behind a portal account: the first one it was assigned to. */
export async function findContactOfAccount(
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  accountId: AccountId,
): Promise<Contact | undefined> {
  const [contactId] = await listContactIdsOfAccount(tx, workspace.id, accountId);
  return contactId && findContact(tx, workspace.id, contactId);
}

/**
 * After every set or reset the person is told (B024), in the name of the portal it concerned, or of their first one.
 * `address`: where the account's mails went before, if that is not where they go now. Answers what became of the notice, which the log of events says too.
 */
export async function tellPasswordChanged(
  work: Work,
  accountId: AccountId,
  portalId?: PortalId | null,
  address?: string,
): Promise<MailOutcome> {
  const notice = await noticeTo(work, accountId, portalId);
  return sendNotice(work, { ...notice, template: 'password_changed', ...(address !== undefined && { address }) });
}

/** Tells the owner at the address that the account has until now. To be called before the change; answers what became of the notice. */
export async function tellAddressChanged(work: Work, accountId: AccountId, newAddress: string): Promise<MailOutcome> {
  const notice = await noticeTo(work, accountId, null);
  return sendNotice(work, { ...notice, template: 'email_change_notice', newAddress, details: { actor: work.workspace.name } });
}

async function noticeTo(work: Work, accountId: AccountId, portalId: PortalId | null | undefined) {
  const { tx, workspace } = work;
  const account = await findAccount(tx, workspace.id, accountId);
  if (!account) throw new Error('The account whose owner is to be told does not exist.');
  const contact = await findContactOfAccount(work, accountId);
  const of = portalId ?? (await listAccessesOfAccount(tx, workspace.id, accountId))[0]?.portalId;
  const portal = of && (await findPortal(tx, workspace.id, of));
  return {
    ...(contact ? mailPerson(contact, workspace) : nameless(account, workspace)),
    address: account.email,
    accountName: account.accountName,
    accountId,
    ...(portal && { portal: mailPortal(workspace, portal) }),
  };
}

/** A notice that is owed is not left out because nobody's name is known. */
const nameless = ({ accountName }: Account, workspace: Workspace): LinkMailPerson => ({
  person: { salutation: null, title: null, firstName: '', lastName: accountName },
  variant: variantOfWorkspace(workspace),
});
