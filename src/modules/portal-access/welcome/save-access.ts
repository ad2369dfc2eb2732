import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, lockAccess } from '../../access/index.ts';
import { type AddressOutcome, changeLoginAddress, suggestAddress } from '../../email-change/index.ts';
import { changePortalAccess, type PortalAccessChange } from '../assignment/change-portal-access.ts';

/** The new address that a change of an access may hold; `override`: over the owner's head. */
export type AddressWish = { email: string; override?: { reason: string } | undefined };

export type SavedAccess = { access: AccessWithFacts; address?: { outcome: AddressOutcome; suggestion: string | undefined } };

/** Saves what staff decide about an access together with a corrected address, all or nothing. Refuses what either of them refuses. */
export async function saveAccess(
  work: Work,
  accessId: AccessId,
  { address, change }: { address: AddressWish | undefined; change: PortalAccessChange },
  expectedVersion: number | undefined,
): Promise<SavedAccess> {
  if (!address) return { access: await changePortalAccess(work, accessId, change, expectedVersion) };
  const outcome = await changeLoginAddress(work, accessId, address, expectedVersion);
  const suggestion = await suggestAddress(work, outcome.email);
  if (Object.keys(change).length) await changePortalAccess(work, accessId, change, undefined);
  return { access: await lockAccess(work, accessId), address: { outcome, suggestion } };
}
