import { formatInstant } from '../../platform/instant.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { findAccess, linkRefusal } from '../access/index.ts';
import { type Account, accountNameKey, type Credential, findAccount, findCredentialOf } from '../account/index.ts';
import { type Contact, carryContacts, findContactOfAccount, lockLogin, moveLogin, tellAddressConfirmed } from '../contact/index.ts';
import { findLink, type LinkState, linkState, type OneTimeLink, spendLink } from '../link/index.ts';
import type { Portal } from '../portal/index.ts';
import { endSessions } from '../session/index.ts';
import type { SignInTools } from '../sign-in/index.ts';
import { confirmPasswordLimit, countSuccess, takeTry } from '../throttle/index.ts';
import { refuse } from './refusals.ts';

/** A link that asks for a confirmation, as its page explains it. `unknown` has neither link nor account. */
export type SeenChange = { state: LinkState; link: OneTimeLink; account: Account; contact: Contact | undefined } | { state: 'unknown' };

/** Looks at a link without touching it (B013). A link of another portal, or for another purpose, is unknown here. */
export async function seeChange({ tx, now, workspace }: Work, secret: string, portal: Portal): Promise<SeenChange> {
  const link = await findLink(tx, workspace.id, secret);
  const account = link && (await findAccount(tx, workspace.id, link.accountId));
  if (!link || !account || link.portalId !== portal.id || link.purpose !== 'e-mail-change') return { state: 'unknown' };
  const contact = await findContactOfAccount({ tx, workspace }, account.id, { portalId: portal.id });
  const state = linkState(link, link.accountGeneration, now);
  const isOver = state === 'open' && !(await isAwaited({ tx, now, workspace }, account, portal));
  return { state: isOver ? 'overtaken' : state, link, account, contact };
}

/** A change that was stopped, or whose owner is shut out, cannot be confirmed, without any job having run. */
async function isAwaited(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  account: Account,
  portal: Portal,
): Promise<boolean> {
  if (!account.newEmail || !account.newEmailUntil || account.newEmailUntil <= now) return false;
  const access = await findAccess(tx, workspace.id, account.id, portal.id);
  return access !== undefined && linkRefusal(access, now) === undefined;
}

/** Why a link does not confirm anything, in a sentence; `undefined` while it does. */
export function changeFault(seen: SeenChange, timeZone: string, variant: Variant): Refusal | undefined {
  if (seen.state === 'open') return seen.account.hasPassword ? undefined : refuse('no-password');
  if (seen.state === 'expired') return refuse('expired', { values: { until: formatInstant(seen.link.expiresAt, timeZone, variant) } });
  return refuse(seen.state);
}

/** Whether the account name was the address, so that its owner is offered to take it along (B052). */
export const signsInWithAddress = ({ accountName, email }: Pick<Account, 'accountName' | 'email'>): boolean =>
  accountNameKey(accountName) === accountNameKey(email);

export type Confirmation = { secret: string; password: string; portal: Portal; variant: Variant; network: string; takesName: boolean };

/**
 * Confirms a new address by the password of its owner, which proves a person and not a mail scanner. The password is counted and checked first; then the link
 * is spent and the login led to the new address in one transaction: every session ends, and both addresses are told. A wrong password does not burn the link.
 */
export async function confirmAddress(
  { db, hasher }: Pick<SignInTools, 'db' | 'hasher'>,
  { perform, workspace }: { perform: Perform; workspace: Work['workspace'] },
  confirmation: Confirmation,
): Promise<{ email: string; accountName: string }> {
  const { secret, password, portal, variant, network } = confirmation;
  const see = () => perform((work) => seeChange(work, secret, portal));
  const seen = await see();
  const fault = changeFault(seen, portal.timeZone, variant);
  if (fault || seen.state === 'unknown') throw fault ?? refuse('unknown');

  const account = seen.account.id;
  const attempt = await perform((work) => takeTry(work, confirmPasswordLimit, { account, network }));
  const credential = await findCredentialOf(db, workspace.id, account);
  const { matches } = await hasher.verify(password, credential?.passwordHash ?? null);
  if (!credential || !matches) {
    await perform(async ({ record }) =>
      record('password.confirmation-failed', { type: 'account', id: account }, { personal: { network } }),
    );
    throw refuse('wrong-password', { pointer: '/password' });
  }
  await perform((work) => countSuccess(work, attempt));
  const confirmed = await perform(settle, confirmation, credential);
  if (!confirmed) throw changeFault(await see(), portal.timeZone, variant) ?? refuse('account-changed');
  return confirmed;
}

/** `undefined`: the link was not open any more, or the account changed between the proof and now (rule 5). */
async function settle(
  work: Work,
  { secret, portal, takesName }: Confirmation,
  { accountId, generation }: Credential,
): Promise<{ email: string; accountName: string } | undefined> {
  const { tx, now, workspace } = work;
  const { account, contacts } = await lockLogin(work, accountId);
  if (!account?.newEmail || account.generation !== generation || !(await isAwaited(work, account, portal))) return undefined;
  const spent = await spendLink(work, secret, ['e-mail-change']);
  if (!spent) return undefined;
  const email = account.newEmail;
  await moveLogin(work, account, email, { by: 'confirmation', takesName: takesName && signsInWithAddress(account) });
  await carryContacts(work, contacts, { from: account.email, to: email });
  await endSessions(tx, workspace.id, accountId, {}, now);
  await tellAddressConfirmed(work, accountId, { portalId: portal.id, addresses: [account.email, email], newAddress: email });
  const after = await findAccount(tx, workspace.id, accountId);
  return { email, accountName: after?.accountName ?? account.accountName };
}
