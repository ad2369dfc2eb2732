import type { Transaction } from 'kysely';
import type { Actor } from '../modules/audit/index.ts';
import type { MailOutcome, MailRequest } from '../modules/mail/index.ts';
import type { Schema } from '../modules/schema.ts';
import type { Workspace } from '../modules/workspace/index.ts';
import type { Log } from './log.ts';

/** A connection inside a transaction: all that a store function may speak to. */
export type Tx = Transaction<Schema>;

/** What changed, for the log of events. `personal` is kept apart from the chain, so that it can be erased later. Neither holds a secret. */
export type EventDetail = {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  personal?: Record<string, unknown>;
};

/**
 * All that a use case may touch. It holds no pool and no SMTP: a use case cannot leave its transaction, and can leave a mail only in the outbox.
 * `record` writes one event (`contact.created`, subject id) in the same transaction; `send` answers what became of the mail.
 */
export type Work = {
  tx: Tx;
  now: Date;
  actor: Actor;
  workspace: Workspace;
  log: Log;
  record(name: string, subject: { type: string; id: string }, detail?: EventDetail): void;
  send(mail: MailRequest): Promise<MailOutcome>;
};

/** A use case: one function, one transaction. */
export type UseCase<Input extends unknown[], Result> = (work: Work, ...input: Input) => Promise<Result>;

/** Runs a use case in a transaction of its own for the actor and workspace it was made for. */
export type Perform = <Input extends unknown[], Result>(useCase: UseCase<Input, Result>, ...input: Input) => Promise<Result>;
