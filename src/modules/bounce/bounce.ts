import type { Id } from '../../platform/id.ts';

/** What a report says happened at one recipient (RFC 3464, 2.3.3). */
export type ReportedAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What one report says of one recipient, in single lines without control characters. Nothing of it is believed yet. */
export type RecipientReport = {
  finalRecipient: string | null;
  originalRecipient: string | null;
  action: ReportedAction;
  /** RFC 3463, `5.1.1`. */
  status: string | null;
  /** The words of the server that refused or waits. */
  answer: string | null;
  /** The Message-ID of the mail that it speaks of, `<…@…>`. */
  reportedMessageId: string | null;
};

/** A mail that came in, read but not believed. */
export type ReadMail = {
  kind: 'bounce' | 'auto-reply' | 'other' | 'unreadable';
  subject: string;
  /** Its own Message-ID and Date, by which the same mail is known when it arrives by two ways. */
  ownMessageId: string | null;
  date: string | null;
  /** Where it was sent to: a bounce comes to the return path. */
  sentTo: string[];
  reports: RecipientReport[];
};

/** `permanent`: the mail will not arrive any more. `temporary`: the server still tries. */
export type BounceKind = 'permanent' | 'temporary';

/** What became of one report. All but the first two have no effect. */
export type BounceOutcome = 'recorded' | 'already-known' | 'unknown-message' | 'other-recipient' | 'contradiction' | 'no-failure';

/** By which way a report came in. */
export type BounceWay = 'mailbox' | 'posted';

/** A report that came in, as it is kept. */
export type Bounce = {
  id: Id<'bounce'>;
  receivedAt: Date;
  way: BounceWay;
  subject: string;
  kind: BounceKind | null;
  outcome: BounceOutcome;
  recipientAddress: string | null;
  status: string | null;
  answer: string | null;
  messageId: Id<'message'> | null;
};

/**
 * What a report claims, by its own words: `no-failure` tells of a success or of a list, `contradiction` says „failed“ with the status of a success.
 * A final failure with a 4.x.x status (given up after days) is permanent: that mail does not arrive any more.
 */
export function claimOf({ action, status }: Pick<RecipientReport, 'action' | 'status'>): BounceKind | 'contradiction' | 'no-failure' {
  if (action !== 'failed' && action !== 'delayed') return 'no-failure';
  if (status?.startsWith('2.')) return 'contradiction';
  return action === 'failed' ? 'permanent' : 'temporary';
}

/** Whether a report was taken for true. */
export const isMatched = (outcome: BounceOutcome): boolean => outcome === 'recorded' || outcome === 'already-known';

/** Why a mailbox could not be read. */
export type MailboxFailure =
  | 'host-unknown'
  | 'host-unreachable'
  | 'timeout'
  | 'connection-lost'
  | 'tls-failed'
  | 'no-starttls'
  | 'certificate-invalid'
  | 'encryption-required'
  | 'auth-failed'
  | 'auth-not-offered'
  | 'password-unreadable'
  | 'folder-unknown'
  | 'bad-answer';
