import { dayIn } from '../../platform/clock.ts';
import type { Id } from '../../platform/id.ts';
import type { AccountId } from '../account/index.ts';
import type { PortalId } from '../portal/index.ts';

export type AccessId = Id<'access'>;
export type AccessRole = 'customer' | 'installer' | 'team-admin';
export const accessRoles: readonly AccessRole[] = ['customer', 'installer', 'team-admin'];

/** One account's way into one portal: facts only; every state is derived from them. */
export type Access = {
  id: AccessId;
  accountId: AccountId;
  portalId: PortalId;
  role: AccessRole;
  /** When the first mail with a link to register was left for them. */
  invitedAt: Date | null;
  registeredAt: Date | null;
  blockedAt: Date | null;
  blockReason: string | null;
  /** A calendar day (`YYYY-MM-DD`) in the portal's time zone; from its first minute on access is denied. */
  expiresOn: string | null;
  deletedAt: Date | null;
};

/** All that the verdict depends on. */
export type AdmissionFacts = {
  deletedAt: Date | null;
  blockedAt: Date | null;
  expiresOn: string | null;
  /** Of the portal; IANA name. */
  timeZone: string;
  registeredAt: Date | null;
  hasPassword: boolean;
};

/** How far the person has come. */
export type Registration = 'none' | 'invited' | 'registered';

/** The one function that says how far somebody has come; `invitedSql` in the store says the same of „invited“ to the database. */
export const registration = ({ invitedAt, registeredAt }: Pick<Access, 'invitedAt' | 'registeredAt'>): Registration =>
  registeredAt ? 'registered' : invitedAt ? 'invited' : 'none';

export type DenialReason = 'deleted' | 'blocked' | 'expired' | 'not-registered' | 'no-credential';

/** Whether a person may sign in, and if not, every reason, the weightiest first. */
export type Admission = { admitted: true; reasons: readonly [] } | { admitted: false; reasons: readonly [DenialReason, ...DenialReason[]] };

/**
 * The one function that decides who may sign in (rule 1). Sign-in, lists, forms and the API all call it; `admittedSql` in the store says the same to the database.
 * Blocking stands before expiry, so that an operator's decision is never hidden by a date. Expiry needs no job to have run (B119).
 */
export function admission(facts: AdmissionFacts, now: Date): Admission {
  const reasons: DenialReason[] = [];
  if (facts.deletedAt) reasons.push('deleted');
  if (facts.blockedAt) reasons.push('blocked');
  if (facts.expiresOn && dayIn(facts.timeZone, now) >= facts.expiresOn) reasons.push('expired');
  if (!facts.registeredAt) reasons.push('not-registered');
  if (!facts.hasPassword) reasons.push('no-credential');
  const [first, ...more] = reasons;
  return first ? { admitted: false, reasons: [first, ...more] } : { admitted: true, reasons: [] };
}

/** Whether a denial is somebody's decision or a date („Benutzer deaktiviert“), not just an access that is not complete yet. */
export const isDeactivated = ({ reasons }: Admission): boolean =>
  reasons.some((reason) => reason === 'blocked' || reason === 'expired' || reason === 'deleted');

/** Why a person gets no link mail (B015): an answer for staff, not for the person. */
export function linkRefusal(facts: AdmissionFacts, now: Date): 'blocked' | 'expired' | undefined {
  const { reasons } = admission(facts, now);
  if (reasons.some((reason) => reason === 'blocked')) return 'blocked';
  return reasons.some((reason) => reason === 'expired') ? 'expired' : undefined;
}
