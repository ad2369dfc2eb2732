import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, type LinkMailPerson, listAccessesOfAccount, listContactIdsOfAccount } from '../access/index.ts';
import { type AccountId, findAccount } from '../account/index.ts';
import { findPortal, mailPortal, type PortalId } from '../portal/index.ts';
import type { Workspace } from '../workspace/index.ts';
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

/** After every set or reset the person is told (B024), in the name of the portal it concerned, or of their first one. */
export async function tellPasswordChanged(work: Work, accountId: AccountId, portalId?: PortalId | null): Promise<void> {
  const { tx, workspace } = work;
  const [account, contact, accesses] = [
    await findAccount(tx, workspace.id, accountId),
    await findContactOfAccount(work, accountId),
    await listAccessesOfAccount(tx, workspace.id, accountId),
  ];
  const portal = await portalOf(work, portalId, accesses);
  if (!account || !contact) return;
  await work.send({
    ...mailPerson(contact, workspace),
    template: 'password_changed',
    address: account.email,
    accountName: account.accountName,
    accountId,
    ...(portal && { portal: mailPortal(workspace, portal) }),
  });
}

const portalOf = ({ tx, workspace }: Work, portalId: PortalId | null | undefined, accesses: AccessWithFacts[]) => {
  const id = portalId ?? accesses[0]?.portalId;
  return id ? findPortal(tx, workspace.id, id) : undefined;
};
