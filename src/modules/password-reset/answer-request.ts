import { parseAddress } from '../../platform/address.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccess, giveAccess, hasEverHadAccess, sendLinkMail } from '../access/index.ts';
import { listAccountsMeant } from '../account/index.ts';
import { findContactOfAccount, listContactsByAddress, mailPerson } from '../contact/index.ts';
import { findPortal, type Portal } from '../portal/index.ts';
import { type ResetRequest, takeResetRequest } from './store.ts';

/** Answers the oldest waiting request, if there is one: looks up who was meant and sends the link. Answers whether there was one. */
export async function answerRequest(work: Work): Promise<boolean> {
  const { tx, workspace } = work;
  const request = await takeResetRequest(tx, workspace.id);
  if (!request) return false;
  const portal = request.portalId ? await findPortal(tx, workspace.id, request.portalId) : undefined;
  if (portal) await answer(work, portal, request);
  return true;
}

/**
 * The mail goes to the stored address only (B021). An address may belong to several accounts; each gets its own mail. Somebody without access to this
 * portal gets nothing, unless the portal is open to contacts.
 */
async function answer(work: Work, portal: Portal, request: ResetRequest): Promise<void> {
  const { tx, workspace } = work;
  const parsed = parseAddress(request.typed);
  const address = 'fault' in parsed ? undefined : parsed.address;
  const accounts = await listAccountsMeant(tx, workspace.id, 'portal', request.typed, address);

  const accesses: AccessWithFacts[] = [];
  for (const account of accounts) {
    const access = await findAccess(tx, workspace.id, account.id, portal.id);
    if (access) accesses.push(access);
  }
  if (!accounts.length && address && portal.openToContacts) accesses.push(...(await openForContact(work, portal, address)));
  for (const access of accesses) await sendReset(work, portal, access);
}

/**
 * S1's third way: the person is stored as a contact, has no access yet, and proves the stored address by the mail. Several contacts with one address
 * are no proof of anything: nobody gets in, nothing is guessed (B106). An access that was deleted is not opened again this way.
 */
async function openForContact(work: Work, portal: Portal, address: string): Promise<AccessWithFacts[]> {
  const { tx, workspace } = work;
  const contacts = await listContactsByAddress(tx, workspace.id, address);
  const [contact] = contacts;
  if (!contact || contacts.length > 1 || (await hasEverHadAccess(tx, workspace.id, contact.id))) return [];
  return [await giveAccess(work, { contactId: contact.id, email: contact.email }, { portalId: portal.id })];
}

async function sendReset(work: Work, portal: Portal, access: AccessWithFacts): Promise<void> {
  const contact = await findContactOfAccount(work, access.accountId);
  if (!contact) return;
  const outcome = await sendLinkMail(work, access, portal, mailPerson(contact, work.workspace), 'reset');
  work.record(
    'password-reset.requested',
    { type: 'account', id: access.accountId },
    { after: { portalId: portal.id, outcome: outcome.state, ...('reason' in outcome && { reason: outcome.reason }) } },
  );
}
