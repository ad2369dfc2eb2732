import type { Id } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Content } from './template/template.ts';

/** The mails that Pforte knows. Each exists in German (Sie and Du) and English. */
export type TemplateKey =
  | 'set_password'
  | 'welcome'
  | 'welcome_without_link'
  | 'activation'
  | 'registration_known'
  | 'invitation_reminder'
  | 'assignment_done'
  | 'access_expiring'
  | 'access_expiring_to_staff'
  | 'access_blocked'
  | 'invitation_staff'
  | 'admin_reset'
  | 'registration_pending_to_staff'
  | 'leads_reassigned'
  | 'invitation_team'
  | 'reset_password'
  | 'password_changed'
  | 'email_change_confirm'
  | 'email_change_requested'
  | 'email_change_notice'
  | 'two_factor_disabled'
  | 'impersonation_notice'
  | 'test';

/** The secret part of a mail. The address with its secret is sealed in the outbox until the mail is handed over, and gone afterwards. */
export type MailLink = { id: Id<'one-time-link'>; url: string; expiresAt: Date; timeZone: string };

/** The portal a mail speaks for; it gives name, colour, addresses and whom to ask. `timeZone` (IANA name) is for the times in the mail. */
export type MailPortal = {
  id: Id<'portal'>;
  name: string;
  url: string;
  forgotPasswordUrl: string;
  brandColor: string;
  supportContact: string | null;
  imprintUrl: string | null;
  privacyUrl: string | null;
  timeZone?: string;
};

/** The person a mail speaks to. */
export type MailPerson = { salutation: 'frau' | 'herr' | null; title: string | null; firstName: string; lastName: string };

/** What some mails tell besides. */
export type MailDetails = {
  /** Who did what the mail reports, or who invites: „Karin Kessler“. */
  actor?: string;
  /** Whom or what the mail is about, where that is not its reader. */
  about?: string;
  reason?: string;
  /** A calendar day, `YYYY-MM-DD`. */
  expiresOn?: string;
  count?: number;
  /** The page where its reader goes on; begins with the base URL. */
  pageUrl?: string;
};

/** What a use case asks to be sent: one mail, one recipient. */
export type MailRequest = {
  template: TemplateKey;
  variant: Variant;
  /** The stored address; `null` where the person has none. */
  address: string | null;
  person: MailPerson;
  companyName?: string;
  accountName: string;
  accountId?: Id<'account'>;
  contactId?: Id<'contact'>;
  portal?: MailPortal;
  link?: MailLink;
  /** Where mails go from now on, for the notice to the address before; the mail shows it masked. */
  newAddress?: string;
  /** When what the mail reports has happened; without it: now. */
  occurredAt?: Date;
  details?: MailDetails;
  /** A test mail that shows how another template looks. It has no link of its own: what stands in its place leads nowhere. */
  rehearsal?: { template: TemplateKey; content: Content; link: MailLink | null };
};

/** How mail leaves: a mail server, the machine's own sendmail program, the operator's relay, a mailbox for looking at, or not at all. */
export type TransportKind = 'smtp' | 'sendmail' | 'mail' | 'test-mailbox' | 'none';
export type UsableTransportKind = Exclude<TransportKind, 'none'>;

/** Why a mail was not even queued. */
export type MailImpossibility = 'template-inactive' | 'no-transport' | 'no-address' | 'invalid-address';

/** Why a mail lies in the outbox that would leave otherwise. It goes on by itself once the cause is gone. */
export type HoldCause = 'template-inactive' | 'address-marked';

/** What became of a request to send: in the outbox (and by which transport it will leave, and what holds it there), or why not. */
export type MailOutcome =
  | { state: 'queued'; messageId: Id<'message'>; transport: UsableTransportKind; held?: 'address-marked' }
  | { state: 'not-possible'; reason: MailImpossibility };

/** How far a mail has come. Derived from what happened to it, never stored. */
export type MessageState =
  | 'queued'
  | 'deferred'
  | 'paused'
  | 'held'
  | 'accepted'
  | 'refused'
  | 'bounced'
  | 'unknown'
  | 'given-up'
  | 'withdrawn';

/** Why a transport as a whole does not work: the fault lies with the server or its settings, not with a mail. */
export type TransportCause =
  | 'host-unknown'
  | 'host-unreachable'
  | 'timeout'
  | 'connection-lost'
  | 'tls-failed'
  | 'no-starttls'
  | 'certificate-invalid'
  | 'certificate-expired'
  | 'certificate-name'
  | 'certificate-self-signed'
  | 'encryption-required'
  | 'auth-failed'
  | 'auth-required'
  | 'auth-not-offered'
  | 'password-unreadable'
  | 'sender-refused'
  | 'unavailable'
  | 'program-missing'
  | 'program-failed'
  | 'bad-answer';

/** Why one mail was put off, refused or left without an answer. */
export type DeliveryCause =
  | 'server-deferred'
  | 'recipient-refused'
  | 'content-refused'
  | 'connection-lost'
  | 'timeout'
  | 'bad-answer'
  | 'interrupted'
  | 'unreadable';

/** Why a mail that had not left yet never will. */
export type WithdrawalCause =
  | 'template-inactive'
  | 'link-expired'
  | 'link-dead'
  | 'newer-link'
  | 'password-set'
  | 'blocked'
  | 'address-changed'
  | 'account-deleted'
  | 'original-not-sent';

export type MessageCause = TransportCause | DeliveryCause | WithdrawalCause;

/** What has happened to a mail. At most one of the first four is set; `bouncedAt` only together with the first. */
export type MessageFacts = {
  acceptedAt: Date | null;
  refusedAt: Date | null;
  givenUpAt: Date | null;
  withdrawnAt: Date | null;
  /** A server behind the first one has sent it back. */
  bouncedAt: Date | null;
  /** Set while the last try ended without an answer. */
  unknownAt: Date | null;
  /** The steps of the retry plan that are used up. */
  deferrals: number;
  /** When its link runs out; a mail without a link has no end. */
  expiresAt: Date | null;
};

/** The server's words to a try. */
export type ServerAnswer = { code: number | null; enhancedCode: string | null; answer: string | null };

/** How one try to hand over a mail ended. */
export type Outcome = ServerAnswer &
  (
    | { kind: 'accepted' }
    | { kind: 'deferred' | 'refused' | 'unknown'; cause: DeliveryCause }
    /** Says nothing about the mail: it waits, and no step of its plan is used up. */
    | { kind: 'transport-failed'; cause: TransportCause }
  );

const minute = 60_000;

/** The pauses after the first, second … failed try. After the last one the mail is given up. */
export const retryPlan: readonly number[] = [1, 5, 30, 120, 720].map((count) => count * minute);

/** How long a transport that does not work is left alone before the next try. */
export const transportPause = 5 * minute;

/** What keeps mails from leaving, besides themselves: of one mail, and of all. */
export type Obstacles = { hold: HoldCause | null; paused: boolean };

/**
 * A mail whose link has run out counts as withdrawn from that moment on, whether the worker has come by or not. What holds the one mail is told
 * before what holds them all: it stays when the others go on.
 */
export function messageState(message: MessageFacts, now: Date, { hold, paused }: Obstacles): MessageState {
  if (message.bouncedAt) return 'bounced';
  if (message.acceptedAt) return 'accepted';
  if (message.refusedAt) return 'refused';
  if (message.givenUpAt) return 'given-up';
  if (message.withdrawnAt || hasExpired(message, now)) return 'withdrawn';
  if (hold) return 'held';
  if (paused) return 'paused';
  if (message.unknownAt) return 'unknown';
  return message.deferrals > 0 ? 'deferred' : 'queued';
}

export const hasExpired = ({ expiresAt }: Pick<MessageFacts, 'expiresAt'>, now: Date): boolean => expiresAt !== null && expiresAt <= now;

/** Why a mail cannot be tried once more. `link-gone`: its secret was not kept (rule 16), and a new one needs a new mail. */
export type RetryRefusal = 'under-way' | 'accepted' | 'withdrawn' | 'link-gone' | HoldCause;

/** `now`: it is open and due at once. `again`: it had come to its end, and begins anew. */
export type RetryVerdict = 'now' | 'again' | RetryRefusal;

/** Whether somebody may have a mail tried once more, and how. */
export function judgeRetry(
  message: MessageFacts & { linkId: string | null; claimedUntil: Date | null },
  now: Date,
  hold: HoldCause | null,
): RetryVerdict {
  const state = messageState(message, now, { hold, paused: false });
  if (state === 'accepted' || state === 'withdrawn') return state;
  if (state === 'refused' || state === 'given-up' || state === 'bounced') return message.linkId ? 'link-gone' : (hold ?? 'again');
  if (message.claimedUntil && message.claimedUntil > now) return 'under-way';
  return hold ?? 'now';
}

/** What a try changes at its mail. `sealedLink` goes with the end of a mail: nothing usable is kept (rule 16). */
export type MessageChange = Partial<MessageFacts> & { cause: MessageCause | null; nextAttemptAt?: Date; sealedLink?: null };

export function afterAttempt({ deferrals }: Pick<MessageFacts, 'deferrals'>, outcome: Outcome, now: Date): MessageChange {
  switch (outcome.kind) {
    case 'accepted':
      // A mail that was withdrawn while it was being handed over has left all the same, and that is what people must see.
      return { acceptedAt: now, refusedAt: null, givenUpAt: null, withdrawnAt: null, unknownAt: null, cause: null, sealedLink: null };
    case 'refused':
      return { refusedAt: now, unknownAt: null, cause: outcome.cause, sealedLink: null };
    case 'transport-failed':
      return { cause: outcome.cause };
    default:
      return { ...putOff(deferrals, outcome.cause, now), unknownAt: outcome.kind === 'unknown' ? now : null };
  }
}

function putOff(deferrals: number, cause: DeliveryCause, now: Date): MessageChange {
  const pause = retryPlan[deferrals];
  if (pause === undefined) return { givenUpAt: now, cause, sealedLink: null };
  return { deferrals: deferrals + 1, nextAttemptAt: new Date(now.getTime() + pause), cause };
}
