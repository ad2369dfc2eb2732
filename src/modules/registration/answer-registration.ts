import { newId } from '../../platform/id.ts';
import type { Log } from '../../platform/log.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccess, insertAccess, sendLinkMail } from '../access/index.ts';
import {
  type Account,
  type AccountId,
  findAccountByName,
  firstAccountName,
  insertAccount,
  listAccountsMeant,
  lockAccount,
} from '../account/index.ts';
import { mailPersonOf } from '../contact/index.ts';
import { findNewestLink } from '../link/index.ts';
import { findPortal, mailPortal, type Portal, usualRole } from '../portal/index.ts';
import { fullName, isWaiting, type RegistrationRequest, secondsToWait } from './registration.ts';
import { sendActivation } from './send-activation.ts';
import { countFailedTry, findRegistration, putRegistration, takeRequest } from './store.ts';

const mostTries = 5;

/**
 * Answers the oldest waiting registration, if there is one: looks up whose address it names and sends the mail that is right for them. Answers whether there
 * was one. One that fails lets the others go first, is tried again (somebody may have opened the same account at the same moment), and dropped in the end.
 */
export async function answerNextRegistration(perform: Perform, log: Log): Promise<boolean> {
  let taken: RegistrationRequest | undefined;
  try {
    return await perform(async (work) => {
      taken = await takeRequest(work.tx, work.workspace.id);
      if (taken) await answer(work, taken);
      return taken !== undefined;
    });
  } catch (error) {
    const request = taken;
    if (!request) throw error;
    log.error({ err: error, requestId: request.id }, 'a registration could not be answered');
    await perform(({ tx, workspace }) => countFailedTry(tx, workspace.id, request.id, mostTries));
    return true;
  }
}

/** The portal may have been closed to registrations since the form was sent: then nothing comes of it. */
async function answer(work: Work, request: RegistrationRequest): Promise<void> {
  const { tx, workspace } = work;
  const portal = await findPortal(tx, workspace.id, request.portalId);
  if (!portal || portal.selfRegistration === 'off' || portal.closedAt) return;

  const own = await lockThoseMeant(work, request, portal);
  const registered = own.filter((access) => access.registeredAt);
  if (registered.length) return tellKnown(work, registered, portal);
  const given = own.filter((access) => access.origin === 'given' || !access.pending);
  if (given.length) return inviteAgain(work, given, portal);
  await register(work, request, portal);
}

/** The accesses to this portal of everybody whom the address may mean, read under the locks of their accounts. */
async function lockThoseMeant({ tx, workspace }: Work, { email }: RegistrationRequest, portal: Portal): Promise<AccessWithFacts[]> {
  const meant = await listAccountsMeant(tx, workspace.id, 'portal', email, email);
  const accesses: AccessWithFacts[] = [];
  for (const { id } of meant.sort((one, other) => (one.id < other.id ? -1 : 1))) {
    await lockAccount(tx, workspace.id, id);
    const access = await findAccess(tx, workspace.id, id, portal.id);
    if (access) accesses.push(access);
  }
  return accesses;
}

/** Whoever can sign in already learns that from their mailbox; the page told nobody. */
async function tellKnown(work: Work, accesses: AccessWithFacts[], portal: Portal): Promise<void> {
  for (const access of accesses) {
    const outcome = await work.send({
      ...(await mailPersonOf(work, access)),
      template: 'registration_known',
      address: access.email,
      accountName: access.accountName,
      accountId: access.accountId,
      portal: mailPortal(work.workspace, portal),
    });
    recordKnown(work, access, outcome);
  }
}

/** Whoever was given access and has not set a password yet gets the invitation once more: what they typed here decides nothing. */
async function inviteAgain(work: Work, accesses: AccessWithFacts[], portal: Portal): Promise<void> {
  const { tx, now, workspace } = work;
  for (const access of accesses) {
    const newest = await findNewestLink(tx, workspace.id, access.accountId, ['welcome', 'set-password', 'reset']);
    if (newest && secondsToWait(newest.createdAt, workspace.lifetimes.resendCooldown, now) > 0) continue;
    const purpose = access.hasPassword ? 'reset' : 'welcome';
    recordKnown(work, access, await sendLinkMail(work, access, portal, await mailPersonOf(work, access), purpose));
  }
}

const recordKnown = ({ record }: Work, access: AccessWithFacts, outcome: { state: string; reason?: string }): void =>
  record(
    'registration.known-already',
    { type: 'access', id: access.id },
    { after: { portalId: access.portalId, outcome: outcome.state, ...('reason' in outcome && { reason: outcome.reason }) } },
  );

/**
 * Opens an account and an access that wait for their link; or lets what is typed now take the place of what was typed before and never confirmed. An account
 * that has a password (from another portal) gets its access only after the link, and that password: the address alone is a hint (rule 11).
 */
async function register(work: Work, request: RegistrationRequest, portal: Portal): Promise<void> {
  const { tx, now, workspace, record } = work;
  const account = await ownAccount(work, request);
  const before = await findRegistration(tx, workspace.id, account.id, portal.id);
  const existing = await findAccess(tx, workspace.id, account.id, portal.id);
  const isRepeated = before && isWaiting(before, account, existing);
  if (isRepeated && secondsToWait(before.mailedAt, workspace.lifetimes.resendCooldown, now) > 0) return;

  const accessId = account.hasPassword ? existing?.id : (existing?.id ?? (await openAccess(work, account.id, portal, request)));
  const { email: _, id: __, passwordHash, ...typed } = request;
  const registration = {
    ...typed,
    id: before?.id ?? newId<'registration'>(now),
    accountId: account.id,
    passwordHash: account.hasPassword ? null : passwordHash,
    mailedAt: now,
    activatedAt: null,
    refusedAt: null,
  };
  await putRegistration(tx, workspace.id, registration);
  const outcome = await sendActivation(work, registration, portal);
  record('registration.received', accessId ? { type: 'access', id: accessId } : { type: 'account', id: account.id }, {
    after: {
      portalId: portal.id,
      again: Boolean(isRepeated),
      outcome: outcome.state,
      ...('reason' in outcome && { reason: outcome.reason }),
    },
    personal: { after: { email: request.email, name: fullName(request) } },
  });
}

/** The account of this name, else a new one without a password. Locked until commit. */
async function ownAccount({ tx, now, workspace, record }: Work, { email }: RegistrationRequest): Promise<Account> {
  const found = await findAccountByName(tx, workspace.id, 'portal', email);
  const id = found?.id ?? newId<'account'>(now);
  if (!found) {
    await insertAccount(tx, workspace.id, { id, kind: 'portal', accountName: firstAccountName(email), email, passwordHash: null }, now);
    record('account.opened', { type: 'account', id }, { after: { kind: 'portal' }, personal: { accountName: email } });
  }
  const account = await lockAccount(tx, workspace.id, id);
  if (!account || account.deletedAt) throw new Error('The account that somebody registers with is gone.');
  return account;
}

async function openAccess({ tx, now, workspace }: Work, accountId: AccountId, portal: Portal, request: RegistrationRequest) {
  const id = newId<'access'>(now);
  const access = { id, accountId, portalId: portal.id, role: usualRole(portal), registeredAt: null };
  await insertAccess(tx, workspace.id, { ...access, origin: 'self-registration', givenName: fullName(request) }, now);
  return id;
}
