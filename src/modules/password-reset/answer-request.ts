import { parseAddress } from '../../platform/address.ts';
import type { Log } from '../../platform/log.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccess, giveAccess, hasEverHadAccess, sendLinkMail } from '../access/index.ts';
import { type AccountId, listAccountsMeant } from '../account/index.ts';
import { listContactsByAddress, mailPersonOf } from '../contact/index.ts';
import { findPortal, type Portal } from '../portal/index.ts';
import { countFailedTry, dropResetRequest, type ResetRequest, takeResetRequest } from './store.ts';

const mostTries = 5;

/** Whoever registered and has not confirmed it gets that mail again instead; a module above fills it. `undefined`: no registration waits. */
export type RenewActivation = (work: Work, accountId: AccountId, portal: Portal) => Promise<unknown>;

/**
 * Answers the oldest waiting request, if there is one: looks up who was meant and sends the link. Answers whether there was one.
 * A request that is refused means nobody; one that fails for another reason lets the others go first and is dropped after some tries,
 * so that it never stands in their way.
 */
export async function answerNextRequest(
  perform: Perform,
  log: Log,
  renewActivation: RenewActivation = async () => undefined,
): Promise<boolean> {
  let taken: ResetRequest | undefined;
  try {
    return await perform(async (work) => {
      taken = await takeResetRequest(work.tx, work.workspace.id);
      if (taken) await answerRequest(work, taken, renewActivation);
      return taken !== undefined;
    });
  } catch (error) {
    const request = taken;
    if (!request) throw error;
    const refused = isRefusal(error);
    log.error({ err: error, requestId: request.id }, 'a forgotten password could not be answered');
    await perform(({ tx, workspace }) =>
      refused ? dropResetRequest(tx, workspace.id, request.id) : countFailedTry(tx, workspace.id, request.id, mostTries),
    );
    return true;
  }
}

async function answerRequest(work: Work, request: ResetRequest, renewActivation: RenewActivation): Promise<void> {
  const portal = request.portalId ? await findPortal(work.tx, work.workspace.id, request.portalId) : undefined;
  if (portal) await answer(work, portal, request, renewActivation);
}

/**
 * The mail goes to the stored address only (B021). An address may belong to several accounts; each gets its own mail. Somebody without access to this
 * portal gets nothing, unless the portal is open to contacts.
 */
async function answer(work: Work, portal: Portal, request: ResetRequest, renewActivation: RenewActivation): Promise<void> {
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
  for (const access of accesses) if (!(await renewActivation(work, access.accountId, portal))) await sendReset(work, portal, access);
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
  const outcome = await sendLinkMail(work, access, portal, await mailPersonOf(work, access), 'reset');
  work.record(
    'password-reset.requested',
    { type: 'account', id: access.accountId },
    { after: { portalId: portal.id, outcome: outcome.state, ...('reason' in outcome && { reason: outcome.reason }) } },
  );
}
