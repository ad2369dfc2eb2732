import { newId } from '../../platform/id.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccessId, acceptPassword, insertAccess, linkRefusal } from '../access/index.ts';
import { type AccountId, accountNameKey, findCredentialOf } from '../account/index.ts';
import { tellPasswordChanged } from '../contact/index.ts';
import { spendLink } from '../link/index.ts';
import { hashJudgedPassword, type PasswordHasher } from '../password/index.ts';
import { type Portal, usualRole } from '../portal/index.ts';
import { takeTry, trustNetwork } from '../throttle/index.ts';
import { findActivation, type SeenActivation } from './find-activation.ts';
import { activationLimit } from './limits.ts';
import { type Match, matchContact } from './match-contact.ts';
import { placeAccess } from './place-access.ts';
import { refuse } from './refusals.ts';
import { fullName, isWaiting, type Registration } from './registration.ts';
import { insertConsents, markActivated, saveRegistration } from './store.ts';

type Scope = { perform: Perform; workspace: Work['workspace'] };
type Arrival = { secret: string; portal: Portal; network: string };

/** A link that is open, with what it was sent for. */
type Open = SeenActivation & { registration: Registration };

/**
 * What became of it. `fault`: the link does not work (any more); its page says why. `refused`: the portal lets in nobody whom it does not recognise, and it
 * did not recognise them. `throttledAs`: the account as the limits of sign-ins count it.
 */
export type Activation =
  | { state: 'fault' }
  | { state: 'refused' }
  | { state: 'activated'; accountId: AccountId; accountName: string; throttledAs: string };

/**
 * Completes a registration with the password that was chosen for it, or, where the account had one before, with that one (rule 11). A wrong password does not
 * burn the link; tries are slowed down. Known or not, a password is always checked.
 */
export async function activate(
  hasher: PasswordHasher,
  { perform }: Scope,
  { password, ...arrival }: Arrival & { password: string },
): Promise<Activation> {
  const seen = await perform((work) => findOpen(work, arrival));
  if (!seen) return { state: 'fault' };
  await perform((work) => takeTry(work, activationLimit, { account: `activation:${seen.link.id}`, network: arrival.network }));

  const stored = seen.account.hasPassword
    ? (await perform(({ tx, workspace }) => findCredentialOf(tx, workspace.id, seen.account.id)))?.passwordHash
    : seen.registration.passwordHash;
  const { matches } = await hasher.verify(password, stored ?? null);
  if (!matches) throw refuse('wrong-password', { pointer: '/password' });
  return complete({ perform }, arrival, seen, seen.account.hasPassword ? undefined : (stored ?? undefined));
}

/**
 * The same with a new password, for whoever has forgotten the one they chose: the link has proven their mailbox. Not where the account had a password before:
 * that one opens other portals, and is changed there. Refuses what judges of passwords refuse.
 */
export async function activateWithNewPassword(
  hasher: PasswordHasher,
  { perform, workspace }: Scope,
  { newPassword, ...arrival }: Arrival & { newPassword: string },
): Promise<Activation> {
  const seen = await perform((work) => findOpen(work, arrival));
  if (!seen || seen.account.hasPassword) return { state: 'fault' };
  const { firstName, lastName, companyName } = seen.registration;
  const words = [seen.account.accountName, firstName, lastName, companyName ?? '', arrival.portal.name, workspace.name].filter(Boolean);
  const context = { minimumLength: workspace.passwordMinimumLength, words };
  return complete({ perform }, arrival, seen, await hashJudgedPassword(hasher, newPassword, context, '/newPassword'));
}

async function findOpen(work: Work, { secret, portal }: Arrival): Promise<Open | undefined> {
  const seen = await findActivation(work, secret, portal);
  return seen?.state === 'open' && seen.registration ? { ...seen, registration: seen.registration } : undefined;
}

/**
 * Everything in one transaction. The contact is looked for and locked first, as everywhere; then one statement spends the link and decides which of several
 * forms at the same moment counts (rule 3). What was seen before the account's lock is looked at once more behind it.
 */
const complete = (
  { perform }: Pick<Scope, 'perform'>,
  { secret, portal, network }: Arrival,
  { registration, account }: Open,
  passwordHash: string | undefined,
): Promise<Activation> =>
  perform(async (work) => {
    const match = await matchContact(work, portal, registration, account.email);
    if (!(await spendLink(work, secret, ['activation']))) return { state: 'fault' };
    const seen = await findSpent(work, secret, portal);
    if (!seen || seen.registration.requestedAt.getTime() !== registration.requestedAt.getTime()) throw refuse('changed-meanwhile');

    const isAssigned = seen.access?.pending === false;
    if (!isAssigned && match.fits !== 'one' && portal.selfRegistration === 'match-or-refuse') return turnAway(work, seen, match);
    const throttledAs = `portal:${accountNameKey(account.accountName)}`;
    if (passwordHash) await acceptPassword(work, account.id, passwordHash, { by: 'link', purpose: 'activation' });
    const accessId = await openAccess(work, seen, portal);
    await placeAccess(work, portal, { accessId, registration, email: account.email, match: isAssigned ? undefined : match });
    await trustNetwork(work, { account: throttledAs, network });
    if (passwordHash) await tellPasswordChanged(work, account.id, portal.id);
    return { state: 'activated', accountId: account.id, accountName: account.accountName, throttledAs };
  });

/** The registration behind a link that this transaction has just spent; `undefined`: it waits no more, whoever decided that. */
async function findSpent(work: Work, secret: string, portal: Portal): Promise<Open | undefined> {
  const seen = await findActivation(work, secret, portal);
  if (!seen?.registration || !isOpenStill(work, seen, seen.registration)) return undefined;
  return { ...seen, registration: seen.registration };
}

const isOpenStill = ({ now }: Work, { account, access }: SeenActivation, registration: Registration): boolean =>
  isWaiting(registration, account, access) && !(access && linkRefusal(access, now));

/** Nobody fits, and this portal guesses nobody in: the access stays shut, and what was typed is kept for whoever is asked about it. */
async function turnAway(
  { tx, now, workspace, record }: Work,
  { registration, account, access }: Open,
  { fits }: Match,
): Promise<Activation> {
  await saveRegistration(tx, workspace.id, registration.id, { refusedAt: now });
  const subject = access ? { type: 'access', id: access.id } : { type: 'account', id: account.id };
  record('registration.refused', subject, { after: { portalId: registration.portalId, fits } });
  return { state: 'refused' };
}

/** B113: from here on it is registered. An account from another portal gets its access only now, because now both the mailbox and the password are proven. */
async function openAccess({ tx, now, workspace }: Work, { registration, account, access }: Open, portal: Portal): Promise<AccessId> {
  const id = access?.id ?? newId<'access'>(now);
  if (access) await markActivated(tx, workspace.id, id, now);
  else {
    const opened = { id, accountId: account.id, portalId: portal.id, role: usualRole(portal), registeredAt: now };
    await insertAccess(tx, workspace.id, { ...opened, givenName: fullName(registration), origin: 'self-registration' }, now);
  }
  await insertConsents(tx, workspace.id, registration, now);
  await saveRegistration(tx, workspace.id, registration.id, { activatedAt: now, refusedAt: null, passwordHash: null });
  return id;
}
