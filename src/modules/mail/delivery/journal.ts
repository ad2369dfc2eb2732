import { setTimeout as sleep } from 'node:timers/promises';
import { later } from '../../../platform/clock.ts';
import { codeOf } from '../../../platform/db/complaint.ts';
import { afterAttempt, type Outcome } from '../mail.ts';
import {
  type AcceptedAttempt,
  type AttemptPlace,
  type ClaimedMessage,
  finishAccepted,
  finishAttempt,
  type NewAttempt,
  renewClaim,
  startAttempts,
  strikeAttempt,
} from '../outbox/outbox-store.ts';
import { type DeskSetting, type DeskTools, leaseOf } from './desk.ts';

/**
 * Writes down the tries of one desk: each before its mail is handed over, and how it ended before the next mail is taken. What several lanes have to
 * write at the same moment goes in one statement, so that a commit is waited for once and not by each of them.
 */
export type Journal = {
  /** The number of the try; `undefined` where the mail may not leave any more. */
  begin(mail: ClaimedMessage, place: AttemptPlace): Promise<number | undefined>;
  end(mail: ClaimedMessage, number: number, outcome: Outcome, tls?: string | null): Promise<void>;
  /** Whether a mail whose try has begun may still leave; it is ours for as long again. */
  renew(mail: ClaimedMessage): Promise<boolean>;
  /** Strikes out a try that never came to the server. */
  takeBack(mail: ClaimedMessage, number: number): Promise<void>;
};

/** The longest pause, in milliseconds, before the end of a try is written once more. */
const longestPause = 5_000;

/** What the database says to a statement that it will never take, as against one that came at a bad moment (SQLSTATE 22, 23, 42). */
const isHopeless = (error: unknown): boolean => /^(22|23|42)[0-9A-Z]{3}$/.test(codeOf(error) ?? '');
/** The database is away, or not up to it: the same may succeed a moment later. */
export const isPassing = (error: unknown): boolean => !isHopeless(error);

/** A begun try costs nothing while it waits, so that more of them can share a statement. The end of one is never kept waiting. */
const gatherMilliseconds = 8;

/** `hurry`: from then on nothing is tried for long any more. */
export function createJournal(
  { workspaceId, version }: DeskSetting,
  { db, clock, log, workerId, smtp }: DeskTools,
  hurry: AbortSignal,
): Journal {
  /** Until when, by the clock that never jumps, each mail with an open try is ours. */
  const heldUntil = new Map<ClaimedMessage['id'], number>();
  const claim = () => {
    const now = clock.now();
    return { workspaceId, workerId, version, now, until: later(now, leaseOf(smtp)) };
  };

  const begin = gathered(async (tries: NewAttempt[]) => {
    const until = performance.now() + leaseOf(smtp);
    const numbers = await startAttempts(db, claim(), tries);
    for (const id of numbers.keys()) heldUntil.set(id, until);
    return tries.map(({ id }) => numbers.get(id));
  }, gatherMilliseconds);

  const markAccepted = gathered(async (accepted: AcceptedAttempt[]) => {
    const now = clock.now();
    const change = afterAttempt({ deferrals: 0 }, { kind: 'accepted', code: null, enhancedCode: null, answer: null }, now);
    const ids = accepted.map(({ id }) => id);
    await stubbornly(ids, () => finishAccepted(db, { workspaceId, now, change }, accepted));
    return accepted.map(() => undefined);
  });

  async function markOther(mail: ClaimedMessage, number: number, outcome: Outcome, tls: string | null): Promise<void> {
    const now = clock.now();
    const change = afterAttempt(mail, outcome, now);
    await stubbornly([mail.id], () => finishAttempt(db, { workspaceId, workerId, id: mail.id, number, now, outcome, change, tls }));
  }

  /**
   * The answer of the server must not get lost because the database is away: without it the mail would be sent twice. It is written again and again
   * for as long as the mail is ours, since nobody else sends it before.
   */
  async function stubbornly(ids: ClaimedMessage['id'][], write: () => Promise<void>): Promise<void> {
    const deadline = Math.max(...ids.map((id) => heldUntil.get(id) ?? 0));
    for (let pause = 100; ; pause = Math.min(2 * pause, longestPause)) {
      const isLast = hurry.aborted || performance.now() >= deadline;
      try {
        await write();
        for (const id of ids) heldUntil.delete(id);
        return;
      } catch (error) {
        if (isLast || (isHopeless(error) && pause > 1000)) {
          log.error({ err: error, messageIds: ids }, 'the end of a try could not be written; these mails may be sent once more');
          throw error;
        }
        log.warn({ err: error }, 'the end of a try could not be written; it is written again');
      }
      await sleep(Math.min(pause, Math.max(0, deadline - performance.now())), undefined, { signal: hurry }).catch(() => {});
    }
  }

  async function renew({ id }: ClaimedMessage): Promise<boolean> {
    const until = performance.now() + leaseOf(smtp);
    const isOurs = await renewClaim(db, claim(), id);
    if (isOurs) heldUntil.set(id, until);
    return isOurs;
  }

  return {
    begin: ({ id }, place) => begin({ id, ...place }),
    async end(mail, number, outcome, tls = null) {
      if (outcome.kind !== 'accepted') return markOther(mail, number, outcome, tls);
      const { code, enhancedCode, answer } = outcome;
      await markAccepted({ id: mail.id, number, code, enhancedCode, answer, tls });
    },
    renew,
    async takeBack({ id }, number) {
      heldUntil.delete(id);
      await strikeAttempt(db, workspaceId, id, number);
    },
  };
}

/**
 * Runs `write` for all that was asked for since the last run began; while one runs, the next gathers. Gives each its own answer.
 * `patience`: where several came together the last time, it is waited so long for the next ones.
 */
function gathered<Item, Result>(write: (items: Item[]) => Promise<Result[]>, patience = 0): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;
  let wasMany = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length) {
      if (wasMany && patience) await sleep(patience);
      const batch = waiting;
      waiting = [];
      wasMany = batch.length > 1;
      try {
        const results = await write(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => {
          resolve(results[index] as Result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) setImmediate(() => !running && run());
    });
}
