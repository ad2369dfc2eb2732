import { isDeepStrictEqual } from 'node:util';
import { later } from '../../../platform/clock.ts';
import { isPassing } from '../../../platform/db/passing.ts';
import { transportPause } from '../mail.ts';
import type { ClaimedMessage } from '../outbox/outbox-store.ts';
import { isSettingInForce } from '../setting/in-force-store.ts';
import { findSendingSetting, pauseTransport, resumeTransport, type SendingSetting } from '../setting/setting-store.ts';
import { programLimit } from '../transport/sendmail.ts';
import type { LineFailure } from '../transport/smtp-line.ts';
import type { Delivered } from './deliver.ts';
import { createIntake } from './intake.ts';
import { createJournal, type Journal } from './journal.ts';
import { createWay } from './ways.ts';
import type { MailWorkerOptions, SmtpOptions } from './worker.ts';

export type DeskTools = Omit<MailWorkerOptions, 'smtp'> & { smtp: SmtpOptions; workerId: string };
/** Together with the journal of the desk's own tries. */
export type WayTools = DeskTools & { journal: Journal };
export type DeskSetting = SendingSetting;

/** Sends the mails of one workspace with one set of settings. */
export type Desk = {
  /**
   * Works until the outbox has nothing due; answers how many mails moved. A probe is the one try at the end of a pause. There is one round at a time:
   * whoever asks during it gets more lanes for what has come meanwhile, as far as there may be any.
   */
  work(isProbe: boolean): Promise<number>;
  /** Closes where other settings are in force by now: nothing begins to leave by these any more. */
  look(): Promise<void>;
  /** Whether mails leave by those settings just as they do by these; if so, those are these from then on. */
  serves(other: DeskSetting): boolean;
  /** Gives back what could not be given back at its time. */
  tidy(): Promise<void>;
  /** Other settings are in force: what has not come to the mail itself is broken off and stays for a desk of theirs. */
  retire(): Promise<void>;
  /** Takes no more, waits so many milliseconds for what is on its way. */
  close(patience: number): Promise<void>;
};

/**
 * The first mails leave over one line; each so many answers, or so long a wait for one, open another. A server process that falls over again and
 * again right after its start doubles one mail each time at most, and a mail server that has just come back is not run over.
 */
const mailsPerStep = 10;
const stepMilliseconds = 1000;

/** How often a desk at work looks whether its settings are still in force; it also does before each try. */
const lookMilliseconds = 500;

/** How long a claim holds: longer than any one mail can take, and renewed with each. */
export const leaseOf = ({ limits }: SmtpOptions): number => 2 * (limits.connect + limits.envelope + limits.final) + 60_000;

export function createDesk(given: DeskSetting, tools: DeskTools): Desk {
  const { db, clock, log } = tools;
  const setting = { ...given };
  const { workspaceId, host } = setting;
  const intake = createIntake(setting, tools);
  const hurry = new AbortController();
  const way = createWay(setting, { ...tools, journal: createJournal(setting, tools, hurry.signal) });
  const busy = new Set<Promise<number>>();
  let round: Promise<number> | undefined;
  let ending: Promise<void> | undefined;
  let closed = false;
  let failed = false;
  let proven = false;
  let allowed = 1;
  let answered = 0;
  let openLanes: () => Promise<number>[] = () => [];

  /** One lane takes mail after mail over one line, until so many were tried. Several lanes share what was claimed. */
  async function lane(mostTries: number): Promise<number> {
    let [moved, tried] = [0, 0];
    while (!closed && !failed && tried < mostTries) {
      const mail = await intake.take();
      const delivered = mail && (await deliver(mail));
      if (!delivered) break;
      if (typeof delivered === 'object') await fail(delivered);
      else if (delivered === 'stayed') await look();
      else moved += 1;
      if (delivered === 'answered') proven = true;
      if (delivered === 'answered' || delivered === 'put-off') tried += 1;
      if (delivered === 'answered' && ++answered % mailsPerStep === 0) widen();
    }
    return moved;
  }

  /** A mail at which the database went away is not left lying until its claim runs out. */
  async function deliver(mail: ClaimedMessage): Promise<Delivered> {
    try {
      return await way.deliver(mail);
    } catch (error) {
      if (isPassing(error)) intake.layAside(mail);
      throw error;
    }
  }

  /** One lane more, as far as the way has any. */
  function widen(): void {
    if (allowed >= way.lanes) return;
    allowed += 1;
    openLanes();
  }

  /** The transport does not work: nothing more is taken. The mail at hand was given back with its try. */
  async function fail({ failure, answer }: LineFailure): Promise<void> {
    [failed, allowed] = [true, 1];
    const now = clock.now();
    const isNew = await pauseTransport(db, {
      workspaceId,
      version: setting.version,
      cause: failure,
      answer,
      now,
      until: later(now, transportPause),
    });
    if (isNew)
      log.error(
        { workspaceId, host, cause: failure, answer },
        'sending mail is paused: the mail server cannot be used; it is tried again every five minutes',
      );
  }

  function start(mostTries: number): Promise<number> {
    const running = lane(mostTries).finally(async () => {
      busy.delete(running);
      if (busy.size) return;
      way.rest();
      await intake.giveBack();
    });
    busy.add(running);
    // Whoever waits for the lanes comes to this one later: what breaks in it meanwhile must not count as seen by nobody, which would end the process.
    running.catch(() => {});
    return running;
  }

  async function work(isProbe: boolean): Promise<number> {
    if (round && !isProbe) return sumOf(openLanes());
    // A probe needs the lines for itself.
    while (round) await round.catch(() => {});
    round = run(isProbe).finally(() => {
      round = undefined;
    });
    return round;
  }

  async function run(isProbe: boolean): Promise<number> {
    if (closed) return 0;
    const timer = setInterval(() => look().catch(() => {}), lookMilliseconds);
    try {
      [failed, proven] = [false, false];
      const failure = await way.prepare();
      if (failure) await fail(failure);
      const first = isProbe && !failed ? await start(1) : 0;
      if (failed || closed || (isProbe && !proven)) return first;
      if (isProbe) await resume();
      return first + (await allLanes());
    } finally {
      clearInterval(timer);
    }
  }

  async function allLanes(): Promise<number> {
    const lanes: Promise<number>[] = [];
    openLanes = () => {
      const opened: Promise<number>[] = [];
      while (!closed && !failed && busy.size < Math.min(allowed, way.lanes)) opened.push(start(Number.POSITIVE_INFINITY));
      lanes.push(...opened);
      return opened;
    };
    openLanes();
    const timer = setInterval(widen, stepMilliseconds);
    // Lanes that are opened meanwhile stand further back in the same list.
    for (const running of lanes) await Promise.allSettled([running]);
    clearInterval(timer);
    openLanes = () => [];
    return sumOf(lanes);
  }

  /** Only a mail that the server took or refused proves that the transport works: a server may take the connection and refuse the sender. */
  async function resume(): Promise<void> {
    await resumeTransport(db, workspaceId, setting.version);
    log.info({ workspaceId, host }, 'sending mail goes on');
  }

  async function look(): Promise<void> {
    if (closed || (await isSettingInForce(db, setting)) || closed) return;
    const stored = await findSendingSetting(db, workspaceId);
    if (closed || (stored && serves(stored))) return;
    log.info({ workspaceId }, 'the settings of sending mail have changed; mails that wait leave by the new ones');
    retire().catch((error: unknown) => log.error({ err: error }, 'a mail desk did not close'));
  }

  function serves(other: DeskSetting): boolean {
    if (closed || !isDeepStrictEqual(wayOf(other), wayOf(setting))) return false;
    setting.version = Math.max(setting.version, other.version);
    return true;
  }

  /** A mail on its way gets its answer, for as long as the server may take for it: broken off, it would be sent again by the new settings. */
  function retire(): Promise<void> {
    const ended = end(programLimit(tools.smtp.limits));
    way.abandon();
    return ended;
  }

  function end(patience: number): Promise<void> {
    closed = true;
    way.halt();
    ending ??= finish(patience);
    return ending;
  }

  async function finish(patience: number): Promise<void> {
    const timer = setTimeout(way.breakOff, patience);
    // What fails is done at the end.
    await intake.giveBack().catch(() => {});
    await Promise.allSettled([...busy]);
    clearTimeout(timer);
    way.breakOff();
    await intake.giveBack();
  }

  return {
    work,
    look,
    serves,
    retire,
    tidy: async () => {
      if (!busy.size && intake.hasAny()) await intake.giveBack();
    },
    async close(patience) {
      const timer = setTimeout(() => {
        hurry.abort();
        way.breakOff();
      }, patience);
      await end(patience).finally(() => clearTimeout(timer));
    },
  };
}

/** What of the settings says how mails leave. What else people set with them stands in the mails that wait already. */
function wayOf(setting: DeskSetting): Partial<DeskSetting> {
  const { version: _version, fromEnvironment: _origin, pausedUntil: _until, pausedSince: _since, ...rest } = setting;
  const { pauseCause: _cause, pauseAnswer: _answer, ...way } = rest;
  return way;
}

/** Waits for all lanes before it tells what broke in one of them. */
async function sumOf(lanes: readonly Promise<number>[]): Promise<number> {
  await Promise.allSettled(lanes);
  return (await Promise.all(lanes)).reduce((sum, moved) => sum + moved, 0);
}
