import { refuseRequest } from '../../platform/http/refusals.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import {
  type AccessId,
  type AccessWithFacts,
  findAccessById,
  listAccessesOfAccount,
  lockAccess,
  raiseVersion,
  refuseAccess,
} from '../access/index.ts';
import { type AddressRequest, carryContacts, isOwned, lockLogin, moveLogin, requestAddress, tellAddressChanged } from '../contact/index.ts';
import type { MailOutcome } from '../mail/index.ts';
import { endSessions } from '../session/index.ts';
import { storedAddress } from './change-own-address.ts';

/** What became of another address: it counts already, waits for its confirmation, or cannot be asked for one. */
export type AddressOutcome =
  | { state: 'unchanged' | 'corrected'; email: string }
  | { state: 'overridden'; email: string; previous: string; notice: MailOutcome }
  | AddressRequest;

/** What staff want; `override`: over the owner's head, for which it takes an administrator and a reason. */
export type AddressOrder = { email: string; override?: { reason: string } | undefined };

/**
 * Staff correct the address of a login: freely until somebody has come in (B067), afterwards by asking the new address (part 10), or at once over the owner's
 * head, which the address before is told. The people behind the login have the new address as well. Refuses: unknown, stale, no address (B066), the address
 * of another login in the same portal (B078), and an override without the right.
 */
export async function changeLoginAddress(
  work: Work,
  accessId: AccessId,
  { email: typed, override }: AddressOrder,
  expectedVersion: number | undefined,
): Promise<AddressOutcome> {
  const { tx, workspace, actor } = work;
  const email = storedAddress(typed);
  if (override && !(actor.kind === 'user' && actor.administrator)) throw refuseRequest('not-allowed');
  const found = await findAccessById(tx, workspace.id, accessId);
  if (!found) throw refuseAccess('unknown');
  const { account, contacts } = await lockLogin(work, found.accountId);
  const access = await lockAccess(work, accessId);
  mustBeFresh(access.version, expectedVersion);
  if (!account) throw refuseAccess('unknown');
  if (account.email === email) return { state: 'unchanged', email };

  await raiseVersion(tx, workspace.id, accessId);
  const owned = isOwned(account, await listAccessesOfAccount(tx, workspace.id, account.id));
  if (owned && !override) return requestAddress(work, account, { email, by: 'staff', portalId: access.portalId });
  if (!owned) {
    await moveLogin(work, account, email, { by: 'staff' });
    await carryContacts(work, contacts, { from: account.email, to: email });
    return { state: 'corrected', email };
  }
  return overrideOwner(work, { access, account, contacts, email, reason: override?.reason ?? '' });
}

type Overriding = Awaited<ReturnType<typeof lockLogin>> & { access: AccessWithFacts; email: string; reason: string };

async function overrideOwner(work: Work, { access, account, contacts, email, reason }: Overriding): Promise<AddressOutcome> {
  const { tx, now, workspace } = work;
  if (!account) throw refuseAccess('unknown');
  const notice = await tellAddressChanged(work, account.id, email);
  await moveLogin(work, account, email, { by: 'override', reason });
  await carryContacts(work, contacts, { from: account.email, to: email });
  await endSessions(tx, workspace.id, access.accountId, {}, now);
  return { state: 'overridden', email, previous: account.email, notice };
}
