import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MessageCause, TemplateKey } from '../mail.ts';

export type MessageTable = {
  workspaceId: WorkspaceId;
  id: Id<'message'>;
  templateKey: TemplateKey;
  variant: Variant;
  accountId: Id<'account'> | null;
  contactId: Id<'contact'> | null;
  portalId: Id<'portal'> | null;
  linkId: Id<'one-time-link'> | null;
  /** The mail that this one is a copy of, for the company's own records. */
  copyOf: ColumnType<Id<'message'> | null, Id<'message'> | null | undefined>;
  recipientName: string;
  recipientAddress: string;
  messageId: string;
  subject: string;
  html: string;
  text: string;
  sealedLink: Buffer | null;
  queuedAt: Date;
  nextAttemptAt: Date;
  /** When it would have been due, while it is put aside because something holds it. */
  putAsideFrom: ColumnType<Date | null, Date | null | undefined>;
  claimedUntil: Date | null;
  claimedBy: string | null;
  attempts: Generated<number>;
  deferrals: Generated<number>;
  acceptedAt: Date | null;
  refusedAt: Date | null;
  givenUpAt: Date | null;
  withdrawnAt: Date | null;
  bouncedAt: ColumnType<Date | null, Date | null | undefined>;
  /** What the report said that brought it back: the status code (RFC 3463) and the words of the server behind. */
  bounceStatus: ColumnType<string | null, string | null | undefined>;
  bounceAnswer: ColumnType<string | null, string | null | undefined>;
  unknownAt: Date | null;
  cause: MessageCause | null;
  expiresAt: Date | null;
  searchText: GeneratedAlways<string>;
};

export type AttemptTable = {
  workspaceId: WorkspaceId;
  messageId: Id<'message'>;
  number: number;
  startedAt: Date;
  endedAt: Date | null;
  transport: string;
  host: string | null;
  tls: string | null;
  outcome: 'accepted' | 'deferred' | 'refused' | 'unknown' | 'transport-failed' | null;
  cause: MessageCause | null;
  code: number | null;
  enhancedCode: string | null;
  answer: string | null;
};

/** An address that mails came back from. Mails to it are held until somebody releases it. */
export type AddressMarkTable = {
  workspaceId: WorkspaceId;
  id: Id<'address-mark'>;
  /** The comparison key of the address (rule 10). */
  addressKey: string;
  cause: 'bounced';
  since: Date;
  /** `null` where the mail has been forgotten since. */
  messageId: Id<'message'> | null;
  status: string | null;
  answer: string | null;
  releasedAt: Date | null;
  releasedBy: Id<'user'> | null;
};

/** There is a row while somebody has stopped the queue by hand. */
export type QueuePauseTable = { workspaceId: WorkspaceId; pausedAt: Date; pausedBy: Id<'user'>; pausedByName: string };
