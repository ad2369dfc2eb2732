import { setTimeout as sleep } from 'node:timers/promises';
import { later } from '../../../platform/clock.ts';
import { isHopeless } from '../../../platform/db/passing.ts';
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
  renew(mail: ClaimedMessage, number: number): Promise<boolean>;
  /** Strikes out a try that never came to the server, and gives its mail back. */
  takeBack(mail: ClaimedMessage, number: number): Promise<void>;
};

/** The longest pause, in milliseconds, before the end of a try is written once more. */
const longestPause = 5_000;

/** A begun try costs nothing while it waits, so that more of them can share a statement. The end of one is never kept waiting. */
const gatherMilliseconds = 8;

/** `hurry`: from then on nothing is tried for long any more. */
export function createJournal(setting: DeskSetting, { db, clock, log, workerId, smtp }: DeskTools, hurry: AbortSignal): Journal {
  const { workspaceId } = setting;
  /** Until when, by the clock that never jumps, each mail with an open try is ours. */
  const heldUntil = new WeakMap<ClaimedMessage, number>();
  const claim = () => {
    const now = clock.now();
    return { workspaceId, workerId, version: setting.version, now, until: later(now, leaseOf(smtp)) };
  };

  const begin = gathered(async (tries: { mail: ClaimedMessage; place: AttemptPlace }[]) => {
    const until = performance.now() + leaseOf(smtp);
    const begun: NewAttempt[] = tries.map(({ mail: { id }, place }) => ({ id, ...place }));
    const numbers = await startAttempts(db, claim(), begun);
    for (const { mail } of tries) heldUntil.set(mail, until);
    return tries.map(({ mail }) => numbers.get(mail.id));
  }, gatherMilliseconds);

  const markAccepted = gathered(async (ends: { mail: ClaimedMessage; accepted: AcceptedAttempt }[]) => {
    const now = clock.now();
    const change = afterAttempt({ deferrals: 0 }, { kind: 'accepted', code: null, enhancedCode: null, answer: null }, now);
    const accepted = ends.map((end) => end.accepted);
    const mails = ends.map(({ mail }) => mail);
    await stubbornly(mails, () => finishAccepted(db, { workspaceId, now, change }, accepted));
    return ends.map(() => undefined);
  });

  async function markOther(mail: ClaimedMessage, number: number, outcome: Outcome, tls: string | null): Promise<void> {
    const now = clock.now();
    const change = afterAttempt(mail, outcome, now);
    await stubbornly([mail], () => finishAttempt(db, { workspaceId, workerId, id: mail.id, number, now, outcome, change, tls }));
  }

  /**
   * The answer of the server must not get lost because the database is away: without it the mail would be sent twice. It is written again and again
   * for as long as the mail is ours, since nobody else sends it before.
   */
  async function stubbornly(mails: ClaimedMessage[], write: () => Promise<void>): Promise<void> {
    const deadline = Math.max(...mails.map((mail) => heldUntil.get(mail) ?? 0));
    for (let pause = 100; ; pause = Math.min(2 * pause, longestPause)) {
      const isLast = hurry.aborted || performance.now() >= deadline;
      try {
        return await write();
      } catch (error) {
        if (isLast || (isHopeless(error) && pause > 1000)) {
          log.error(
            { err: error, messageIds: mails.map(({ id }) => id) },
            'the end of a try could not be written; these mails may be sent once more',
          );
          throw error;
        }
        log.warn({ err: error }, 'the end of a try could not be written; it is written again');
      }
      await sleep(Math.min(pause, Math.max(0, deadline - performance.now())), undefined, { signal: hurry }).catch(() => {});
    }
  }

  async function renew(mail: ClaimedMessage, number: number): Promise<boolean> {
    const until = performance.now() + leaseOf(smtp);
    const isOurs = await renewClaim(db, claim(), { id: mail.id, number });
    if (isOurs) heldUntil.set(mail, until);
    return isOurs;
  }

  return {
    begin: (mail, place) => begin({ mail, place }),
    async end(mail, number, outcome, tls = null) {
      if (outcome.kind !== 'accepted') return markOther(mail, number, outcome, tls);
      const { code, enhancedCode, answer } = outcome;
      await markAccepted({ mail, accepted: { id: mail.id, number, code, enhancedCode, answer, tls } });
    },
    renew,
    takeBack: ({ id }, number) => strikeAttempt(db, workspaceId, id, number),
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
