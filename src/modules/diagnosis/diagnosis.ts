import type { Access, AccessId, AdmissionFacts, DenialReason } from '../access/index.ts';
import { admission } from '../access/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { CustomerId } from '../customer/index.ts';
import type { LinkPurpose, LinkState } from '../link/index.ts';
import type { MailImpossibility, MessageState, TemplateKey } from '../mail/index.ts';
import type { PortalId } from '../portal/index.ts';
import { stepsOfLinkMail } from './link-mail-steps.ts';
import type { DiagnosisWord } from './phrases.ts';
import { type Remedy, remedies } from './remedies.ts';

/** What stands at a place of a sentence: an instant and a time are told in the portal's zone, a day (`YYYY-MM-DD`) as it is. */
export type Value = string | number | Date | { day: string } | { time: Date };
/** A sentence that has not been spoken yet. */
export type Said = { word: DiagnosisWord; values?: Readonly<Record<string, Value>> };

export type CauseCode =
  | 'no-account'
  | 'near-miss'
  | 'no-access'
  | 'other-portal'
  | Exclude<DenialReason, 'not-registered' | 'no-credential'>
  | 'never-invited'
  | 'template-off'
  | 'no-transport'
  | 'no-address'
  | 'mail-waiting'
  | 'mail-paused'
  | 'mail-deferred'
  | 'mail-unknown'
  | 'address-held'
  | 'mail-refused'
  | 'mail-given-up'
  | 'mail-bounced'
  | 'mail-withdrawn'
  | 'test-mailbox'
  | 'not-opened'
  | 'machine-only'
  | 'opened'
  | 'password-refused'
  | 'link-superseded'
  | 'link-expired'
  | 'link-ended'
  | 'no-password'
  | 'slowed-down'
  | 'wrong-password'
  | 'never-signed-in'
  | 'wrong-door'
  | 'assignment-pending'
  | 'no-area'
  | 'email-change';

/** One reason; `says` is for the telephone, `detail` are the words of a server, for staff alone. */
export type Step = { code: CauseCode; says: Said[]; remedy: Remedy | null; detail?: string | null };
/** The first cause is the main one: what to mend first. */
export type Cause = Step & { weight: 'main' | 'secondary' };

/** A contact that the access acts for. */
export type ActsFor = {
  contactId: ContactId;
  name: string;
  customerId: CustomerId;
  company: string;
  isClosed: boolean;
  areas: readonly string[];
};

/** The newest link behind which a password is set. Visits are presumptions; refusals are counted by its form. */
export type LinkFacts = {
  purpose: LinkPurpose;
  state: LinkState;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  machineAt: Date | null;
  refusals: number;
  refusedAt: Date | null;
  /** `password.too-short`: why the last one was refused. */
  refusal: string | null;
  /** When a person last opened an older link that a newer mail had replaced. */
  olderOpenedAt: Date | null;
};

/** The mail with that link. */
export type MailFacts = {
  id: string;
  templateKey: TemplateKey;
  templateLabel: string;
  address: string;
  state: MessageState;
  cause: string | null;
  hold: 'template-inactive' | 'address-marked' | null;
  queuedAt: Date;
  settledAt: Date | null;
  nextAttemptAt: Date | null;
  isRetryPossible: boolean;
  isKept: boolean;
  /** Its state in the words of the queue, for staff. */
  sentence: string;
};

/** What keeps all mails from leaving. */
export type Standstill = { by: 'user'; name: string } | { by: 'transport' } | { by: 'no-transport' } | null;

/** All that is known about one access. */
export type AccessFacts = {
  access: Access &
    AdmissionFacts & {
      accountName: string;
      email: string;
      newEmail: string | null;
      newEmailUntil: Date | null;
      passwordSetAt: Date | null;
      portalName: string;
    };
  name: string;
  contacts: readonly ActsFor[];
  blockedByName: string | null;
  portalHasAreas: boolean;
  signInUrl: string;
  link: LinkFacts | null;
  mail: MailFacts | null;
  standstill: Standstill;
  /** Why a new mail with a link could not be sent. */
  impossible: { reason: MailImpossibility; templateKey: TemplateKey; templateLabel: string } | null;
  /** Wrong passwords since the last success and the last change of the password. */
  tries: { failures: number; lastFailureAt: Date | null };
  slowed: { until: Date; by: 'own' | 'strangers' } | null;
  /** Since the last sign-in the right password was typed at a portal that the account has no access to. */
  elsewhere: { portalName: string; at: Date } | null;
  /** Who asks; some remedies are an administrator's. */
  isAdministrator: boolean;
};

export type Diagnosis = { admitted: boolean; causes: Cause[] };

/** The first counts most. */
export const weigh = (steps: readonly Step[]): Cause[] =>
  steps.map((step, index) => ({ ...step, weight: index === 0 ? 'main' : 'secondary' }));

/**
 * Why somebody cannot sign in, or does not: every cause, the one to mend first at the front, each with the one thing that helps. Whether they may sign in
 * says `admission` alone (rule 1); this explains it.
 */
export function diagnose(facts: AccessFacts, now: Date): Diagnosis {
  const verdict = admission(facts.access, now);
  const closures = verdict.reasons.flatMap((reason) => closureOf(reason, facts));
  const isIncomplete = verdict.reasons.some((reason) => reason === 'not-registered' || reason === 'no-credential');
  const steps = [
    ...closures,
    ...(isIncomplete ? stepsOfLinkMail(facts) : []),
    ...(facts.access.hasPassword ? stepsOfTries(facts, now) : []),
    ...(isIncomplete ? [] : stepsOfReset(facts)),
    ...(verdict.admitted ? stepsAfterwards(facts) : []),
    ...stepsOfChange(facts, now),
  ];
  const isShut = closures.length > 0;
  return { admitted: verdict.admitted, causes: weigh(isShut ? steps.map(withoutMail) : steps) };
}

/** Whoever is shut out gets no link mail (B015): what would send one helps only afterwards. */
const withoutMail = (step: Step): Step => (step.remedy && mailing.includes(step.remedy.action) ? { ...step, remedy: null } : step);
const mailing: readonly Remedy['action'][] = ['send-link', 'reset-password', 'retry'];

function closureOf(reason: DenialReason, { access, name, contacts, blockedByName, isAdministrator }: AccessFacts): Step[] {
  switch (reason) {
    case 'deleted':
      return [
        {
          code: 'deleted',
          says: [{ word: 'deleted', values: { name, portal: access.portalName, at: access.deletedAt ?? '' } }],
          remedy: contacts[0] ? remedies.giveAccess(contacts[0].contactId, access.portalId) : null,
        },
      ];
    case 'blocked': {
      const values = { name, at: access.blockedAt ?? '', by: blockedByName ?? '' };
      const because: Said[] = access.blockReason ? [{ word: 'blocked-reason', values: { reason: access.blockReason } }] : [];
      const says: Said[] = [{ word: blockedByName ? 'blocked-by' : 'blocked', values }, ...because];
      return [{ code: 'blocked', says, remedy: remedies.unblock(access.id) }];
    }
    case 'expired':
      return [
        {
          code: 'expired',
          says: [{ word: 'expired', values: { name, day: { day: access.expiresOn ?? '' } } }],
          remedy: remedies.changeExpiry(access.id),
        },
      ];
    case 'company-closed': {
      const companies = [...new Set(contacts.map(({ company }) => company))];
      const word = companies.length > 1 ? 'companies-closed' : 'company-closed';
      const [first] = contacts;
      return [
        {
          code: 'company-closed',
          says: [{ word, values: { company: companies.join(', ') } }],
          remedy: first ? remedies.openCompany(first.customerId) : null,
        },
      ];
    }
    case 'portal-closed':
      return [
        {
          code: 'portal-closed',
          says: [{ word: 'portal-closed', values: { portal: access.portalName, at: access.portalClosedAt ?? '' } }],
          remedy: remedies.openPortal(access.portalId, isAdministrator),
        },
      ];
    default:
      return [];
  }
}

function stepsOfTries({ access, slowed, tries }: AccessFacts, now: Date): Step[] {
  const steps: Step[] = [];
  if (slowed && slowed.until > now) {
    const word = slowed.by === 'own' ? 'slowed-down' : 'slowed-down-strangers';
    steps.push({
      code: 'slowed-down',
      says: [{ word, values: { until: { time: slowed.until } } }],
      remedy: remedies.liftSlowDown(access.id),
    });
  }
  if (tries.failures > 0 && tries.lastFailureAt) {
    const word = tries.failures === 1 ? 'wrong-password-one' : 'wrong-password-many';
    const values = { count: tries.failures, at: tries.lastFailureAt };
    const accountName: Said = { word: 'account-name', values: { accountName: access.accountName } };
    steps.push({ code: 'wrong-password', says: [{ word, values }, accountName], remedy: remedies.resetPassword(access.id) });
  }
  return steps;
}

/** Somebody asked for a new password, and its mail has not led to one: that explains more than wrong passwords do. */
function stepsOfReset(facts: AccessFacts): Step[] {
  const { link, access } = facts;
  const since = Math.max(access.lastSignInAt?.getTime() ?? 0, access.passwordSetAt?.getTime() ?? 0);
  if (!link || link.state === 'used' || link.createdAt.getTime() <= since) return [];
  return stepsOfLinkMail(facts);
}

function stepsAfterwards({ access, name, contacts, portalHasAreas, elsewhere, signInUrl, tries }: AccessFacts): Step[] {
  const steps: Step[] = [];
  if (elsewhere) {
    const values = { at: elsewhere.at, elsewhere: elsewhere.portalName, portal: access.portalName, name };
    steps.push({ code: 'wrong-door', says: [{ word: 'wrong-door', values }], remedy: remedies.copyAddress(signInUrl) });
  }
  if (access.pending)
    steps.push({ code: 'assignment-pending', says: [{ word: 'assignment-pending' }], remedy: remedies.assign(access.id) });
  else if (portalHasAreas && contacts.filter(({ isClosed }) => !isClosed).every(({ areas }) => areas.length === 0)) {
    const [first] = contacts;
    steps.push({ code: 'no-area', says: [{ word: 'no-area' }], remedy: first ? remedies.giveAreas(first.contactId) : null });
  }
  if (!access.lastSignInAt && access.passwordSetAt && tries.failures === 0) {
    const says: Said[] = [
      { word: 'never-signed-in', values: { at: access.passwordSetAt, portal: access.portalName } },
      { word: 'account-name', values: { accountName: access.accountName } },
    ];
    steps.push({ code: 'never-signed-in', says, remedy: remedies.copyAddress(signInUrl) });
  }
  return steps;
}

function stepsOfChange({ access }: AccessFacts, now: Date): Step[] {
  const { newEmail, newEmailUntil, email } = access;
  if (!newEmail || !newEmailUntil || newEmailUntil <= now) return [];
  const values = { address: email, newAddress: newEmail, until: newEmailUntil };
  return [{ code: 'email-change', says: [{ word: 'email-change', values }], remedy: remedies.openAccess(access.id) }];
}

export type { AccessId, PortalId };
