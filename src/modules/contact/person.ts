import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, type LinkMailPerson, listAccessesOfAccount, listContactIdsOfAccount } from '../access/index.ts';
import { type AccountId, findAccount } from '../account/index.ts';
import { type MailOutcome, sendNotice } from '../mail/index.ts';
import { findPortal, mailPortal, type PortalId } from '../portal/index.ts';
import { variantOfWorkspace, type Workspace } from '../workspace/index.ts';
import { type Contact, type ContactId, variantOfContact } from './contact.ts';
import { findContact } from './store.ts';

/** A contact as mails speak to them. */
export const mailPerson = (contact: Contact, workspace: Workspace): LinkMailPerson => ({
  person: { salutation: contact.salutation, title: contact.title, firstName: contact.firstName, lastName: contact.lastName },
  variant: variantOfContact(contact, workspace),
  companyName: contact.company,
  contactId: contact.id,
});

/** Which of a person's contacts is meant: one of those that act in this portal, and the one in view if it is theirs still. */
export type ContactWish = { portalId?: PortalId | undefined; contactId?: ContactId | null | undefined };

/** The contact behind a portal account: the one that is wished for, else the first one it was assigned to. */
export async function findContactOfAccount(
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  accountId: AccountId,
  { portalId, contactId }: ContactWish = {},
): Promise<Contact | undefined> {
  const ids = await listContactIdsOfAccount(tx, workspace.id, accountId, portalId);
  const id = ids.find((one) => one === contactId) ?? ids[0];
  return id && findContact(tx, workspace.id, id);
}

/** Somebody with access to a portal as its mails speak to them; while nobody is assigned there, by the name that they gave themselves. */
export async function mailPersonOf(work: Pick<Work, 'tx' | 'workspace'>, access: AccessWithFacts): Promise<LinkMailPerson> {
  const contact = await findContactOfAccount(work, access.accountId, { portalId: access.portalId });
  return contact ? mailPerson(contact, work.workspace) : nameless(access.givenName ?? access.accountName, work.workspace);
}

/**
 * After every set or reset the person is told (B024), in the name of the portal it concerned, or of their first one.
 * `address`: where the account's mails went before, if that is not where they go now. Answers what became of the notice, which the log of events says too.
 */
export async function tellPasswordChanged(
  work: Work,
  accountId: AccountId,
  portalId?: PortalId | null,
  { contactId, address }: { contactId?: ContactId | undefined; address?: string | undefined } = {},
): Promise<MailOutcome> {
  const notice = await noticeTo(work, accountId, portalId, contactId);
  return sendNotice(work, { ...notice, template: 'password_changed', ...(address !== undefined && { address }) });
}

/** Tells the owner at the address that the account has until now. To be called before the change; answers what became of the notice. */
export async function tellAddressChanged(work: Work, accountId: AccountId, newAddress: string): Promise<MailOutcome> {
  const notice = await noticeTo(work, accountId, null);
  return sendNotice(work, { ...notice, template: 'email_change_notice', newAddress, details: { actor: work.workspace.name } });
}

/** The same after the owner has confirmed the change: to the address before and to the new one. */
export async function tellAddressConfirmed(
  work: Work,
  accountId: AccountId,
  { portalId, addresses, newAddress }: { portalId: PortalId | null; addresses: readonly string[]; newAddress: string },
): Promise<void> {
  const notice = await noticeTo(work, accountId, portalId);
  const details = { actor: fullNameOf(notice.person) };
  for (const address of addresses) await sendNotice(work, { ...notice, template: 'email_change_notice', address, newAddress, details });
}

const fullNameOf = ({ title, firstName, lastName }: LinkMailPerson['person']): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

async function noticeTo(work: Work, accountId: AccountId, portalId: PortalId | null | undefined, contactId?: ContactId) {
  const { tx, workspace } = work;
  const account = await findAccount(tx, workspace.id, accountId);
  if (!account) throw new Error('The account whose owner is to be told does not exist.');
  const contact = await findContactOfAccount(work, accountId, { portalId: portalId ?? undefined, contactId });
  const of = portalId ?? (await listAccessesOfAccount(tx, workspace.id, accountId))[0]?.portalId;
  const portal = of && (await findPortal(tx, workspace.id, of));
  return {
    ...(contact ? mailPerson(contact, workspace) : nameless(account.accountName, workspace)),
    address: account.email,
    accountName: account.accountName,
    accountId,
    ...(portal && { portal: mailPortal(workspace, portal) }),
  };
}

/** A notice that is owed is not left out because nobody's name is known. */
const nameless = (name: string, workspace: Workspace): LinkMailPerson => ({
  person: { salutation: null, title: null, firstName: '', lastName: name },
  variant: variantOfWorkspace(workspace),
});
