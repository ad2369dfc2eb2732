import { dayIn } from '../../platform/clock.ts';
import type { Id } from '../../platform/id.ts';
import type { AccountId } from '../account/index.ts';
import type { PortalId } from '../portal/index.ts';

export type AccessId = Id<'access'>;
/** The key of one of the portal's roles. */
export type AccessRole = string;
/** Whether somebody of ours gave the access, or the person asked for it. */
export type AccessOrigin = 'given' | 'self-registration';

/** One account's way into one portal: facts only; every state is derived from them. */
export type Access = {
  id: AccessId;
  accountId: AccountId;
  portalId: PortalId;
  role: AccessRole;
  origin: AccessOrigin;
  /** No contact is assigned: the person may sign in and sees what is awaited, nothing else (B122). */
  pending: boolean;
  /** When the first mail with a link to register was left for them. */
  invitedAt: Date | null;
  /** When the mail was left whose link completes a self-registration. */
  activationSentAt: Date | null;
  registeredAt: Date | null;
  lastSignInAt: Date | null;
  blockedAt: Date | null;
  blockedBy: Id<'user'> | null;
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
  /** Every company that the access acts for is switched off. */
  companiesClosed: boolean;
  portalClosedAt: Date | null;
  registeredAt: Date | null;
  hasPassword: boolean;
};

/** How far the person has come. */
export type Registration = 'none' | 'invited' | 'activation-sent' | 'registered' | 'email-change';

/** All that the registration depends on. `newEmailUntil`: how long an address waits for its confirmation. */
export type RegistrationFacts = Pick<Access, 'invitedAt' | 'activationSentAt' | 'registeredAt'> & { newEmailUntil: Date | null };

/** The one function that says how far somebody has come; `registrationSql` in the store says the same to the database. */
export function registration({ invitedAt, activationSentAt, registeredAt, newEmailUntil }: RegistrationFacts, now: Date): Registration {
  if (registeredAt) return newEmailUntil && newEmailUntil > now ? 'email-change' : 'registered';
  if (activationSentAt) return 'activation-sent';
  return invitedAt ? 'invited' : 'none';
}

export type DenialReason = 'deleted' | 'blocked' | 'expired' | 'company-closed' | 'portal-closed' | 'not-registered' | 'no-credential';

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
  if (facts.companiesClosed) reasons.push('company-closed');
  if (facts.portalClosedAt) reasons.push('portal-closed');
  if (!facts.registeredAt) reasons.push('not-registered');
  if (!facts.hasPassword) reasons.push('no-credential');
  const [first, ...more] = reasons;
  return first ? { admitted: false, reasons: [first, ...more] } : { admitted: true, reasons: [] };
}

/** Reasons that are somebody's decision or a date, not just an access that is not complete yet. */
export type Closure = Exclude<DenialReason, 'not-registered' | 'no-credential'>;
const isClosure = (reason: DenialReason): reason is Closure => reason !== 'not-registered' && reason !== 'no-credential';

/** Whether somebody is turned away by a decision or a date: then the person reads „Benutzer deaktiviert“ (B116). */
export const isDeactivated = ({ reasons }: Admission): boolean => reasons.some(isClosure);

/** Why a person gets no link mail (B015): an answer for staff, not for the person. */
export const linkRefusal = (facts: AdmissionFacts, now: Date): Closure | undefined => [...admission(facts, now).reasons].find(isClosure);
