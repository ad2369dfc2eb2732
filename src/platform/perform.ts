import type { Kysely } from 'kysely';
import type { Actor } from '../modules/audit/index.ts';
import type { MailOutcome, MailRequest } from '../modules/mail/index.ts';
import type { Schema } from '../modules/schema.ts';
import type { Workspace } from '../modules/workspace/index.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusal.ts';
import type { EventDetail, Perform, Tx } from './work.ts';

/** What the composition root puts behind `record` and `send`; the platform knows neither module. */
export type PerformOptions = {
  db: Kysely<Schema>;
  clock: Clock;
  log: Log;
  recorderFor: (scope: { workspaceId: Workspace['id']; actor: Actor; now: Date }) => {
    record(name: string, subject: { type: string; id: string }, detail?: EventDetail): void;
    append(tx: Tx): Promise<void>;
  };
  leaveMail: (scope: { tx: Tx; now: Date; workspace: Workspace }, mail: MailRequest) => Promise<MailOutcome>;
  /** After a commit that left mails: the worker need not wait for its poll. */
  wakeMail: () => void;
};

const retries = 3;

/**
 * Makes `perform` for one actor in one workspace: opens a transaction, runs the use case, appends its events last, commits.
 * A deadlock or a serialisation failure is tried again from the start, which is safe because a use case touches nothing but its transaction.
 */
export const createPerform =
  (options: PerformOptions) =>
  ({ actor, workspace }: { actor: Actor; workspace: Workspace }): Perform =>
  async (useCase, ...input) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(options, actor, workspace, (work) => useCase(work, ...input));
      } catch (error) {
        if (!isRetryable(error) || attempt === retries) throw error;
      }
    }
  };

async function once<Result>(
  { db, clock, log, recorderFor, leaveMail, wakeMail }: PerformOptions,
  actor: Actor,
  workspace: Workspace,
  run: (work: Parameters<Parameters<Perform>[0]>[0]) => Promise<Result>,
): Promise<Result> {
  let mails = 0;
  const outcome = await db.transaction().execute(async (tx): Promise<{ result: Result } | { refused: Refusal }> => {
    const now = clock.now();
    const recorder = recorderFor({ workspaceId: workspace.id, actor, now });
    const send = async (mail: MailRequest) => {
      const sent = await leaveMail({ tx, now, workspace }, mail);
      if (sent.state === 'queued') mails += 1;
      return sent;
    };
    try {
      const result = await run({ tx, now, actor, workspace, log, record: recorder.record, send });
      await recorder.append(tx);
      return { result };
    } catch (error) {
      if (!(error instanceof Refusal) || !error.detail.keepChanges) throw error;
      await recorder.append(tx);
      return { refused: error };
    }
  });
  if (mails) wakeMail();
  if ('refused' in outcome) throw outcome.refused;
  return outcome.result;
}

const isRetryable = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === '40001' || error.code === '40P01');
