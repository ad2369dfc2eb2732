import type { Id } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';

/** The mails that Pforte knows. Each exists in German (Sie and Du) and English. */
export type TemplateKey = 'set_password' | 'welcome' | 'reset_password' | 'password_changed' | 'email_change_notice';

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
};

/** Why a mail was not even queued. */
export type MailImpossibility = 'template-inactive' | 'no-transport' | 'no-address' | 'invalid-address';

/** What became of a request to send: in the outbox (and by which transport it will leave), or why not. */
export type MailOutcome =
  | { state: 'queued'; messageId: Id<'message'>; transport: 'smtp' | 'test-mailbox' }
  | { state: 'not-possible'; reason: MailImpossibility };

/** How far a mail has come. Derived from what happened to it, never stored. */
export type MessageState = 'queued' | 'deferred' | 'paused' | 'accepted' | 'refused' | 'unknown' | 'given-up' | 'withdrawn';

/** Why a transport as a whole does not work: the fault lies with the server or its settings, not with a mail. */
export type TransportCause =
  | 'host-unknown'
  | 'host-unreachable'
  | 'timeout'
  | 'connection-lost'
  | 'tls-failed'
  | 'no-starttls'
  | 'certificate-invalid'
  | 'encryption-required'
  | 'auth-failed'
  | 'auth-required'
  | 'auth-not-offered'
  | 'password-unreadable'
  | 'sender-refused'
  | 'unavailable'
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
  | 'account-deleted';

export type MessageCause = TransportCause | DeliveryCause | WithdrawalCause;

/** What has happened to a mail. At most one of the first four is set. */
export type MessageFacts = {
  acceptedAt: Date | null;
  refusedAt: Date | null;
  givenUpAt: Date | null;
  withdrawnAt: Date | null;
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

/** A mail whose link has run out counts as withdrawn from that moment on, whether the worker has come by or not. */
export function messageState(message: MessageFacts, now: Date, transportPaused: boolean): MessageState {
  if (message.acceptedAt) return 'accepted';
  if (message.refusedAt) return 'refused';
  if (message.givenUpAt) return 'given-up';
  if (message.withdrawnAt || hasExpired(message, now)) return 'withdrawn';
  if (transportPaused) return 'paused';
  if (message.unknownAt) return 'unknown';
  return message.deferrals > 0 ? 'deferred' : 'queued';
}

export const hasExpired = ({ expiresAt }: Pick<MessageFacts, 'expiresAt'>, now: Date): boolean => expiresAt !== null && expiresAt <= now;

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
