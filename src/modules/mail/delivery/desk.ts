import { later } from '../../../platform/clock.ts';
import { transportPause } from '../mail.ts';
import { type ClaimedMessage, releaseMessages } from '../outbox/outbox-store.ts';
import { pauseTransport, resumeTransport, type SendingSetting } from '../setting/setting-store.ts';
import { createIntake } from './intake.ts';
import { createJournal, type Journal } from './journal.ts';
import type { LineFailure } from './smtp-line.ts';
import { createWay } from './ways.ts';
import type { MailWorkerOptions, SmtpOptions } from './worker.ts';

export type DeskTools = Omit<MailWorkerOptions, 'smtp'> & { smtp: SmtpOptions; workerId: string };
/** Together with the journal of the desk's own tries. */
export type WayTools = DeskTools & { journal: Journal };
export type DeskSetting = SendingSetting;

/** Sends the mails of one workspace with one set of settings. */
export type Desk = {
  /** Works until the outbox has nothing due; answers how many mails moved. A probe is the one try at the end of a pause. */
  work(isProbe: boolean): Promise<number>;
  close(patience: number): Promise<void>;
};

/**
 * The first mails leave over one line; each so many answers, or so long a wait for one, open another. A server process that falls over again and
 * again right after its start doubles one mail each time at most, and a mail server that has just come back is not run over.
 */
const mailsPerStep = 10;
const stepMilliseconds = 1000;

/** How long a claim holds: longer than any one mail can take, and renewed with each. */
export const leaseOf = ({ limits }: SmtpOptions): number => 2 * (limits.connect + limits.envelope + limits.final) + 60_000;

export function createDesk(setting: DeskSetting, tools: DeskTools): Desk {
  const { db, clock, log } = tools;
  const { workspaceId, host } = setting;
  const intake = createIntake(setting, tools);
  const way = createWay(setting, { ...tools, journal: createJournal(setting, tools) });
  const busy = new Set<Promise<number>>();
  let closed = false;
  let failed = false;
  let proven = false;
  let allowed = 1;
  let answered = 0;
  let openLanes = () => {};

  /** One lane takes mail after mail over one line, until so many were tried. Several lanes share what was claimed. */
  async function lane(mostTries: number): Promise<number> {
    let [moved, tried] = [0, 0];
    while (!closed && !failed && tried < mostTries) {
      const mail = await intake.take();
      const delivered = mail && (await way.deliver(mail));
      if (!delivered) break;
      if (typeof delivered === 'object') await fail(delivered, mail);
      else if (delivered !== 'stayed') moved += 1;
      if (delivered === 'answered') proven = true;
      if (delivered === 'answered' || delivered === 'put-off') tried += 1;
      if (delivered === 'answered' && ++answered % mailsPerStep === 0) widen();
    }
    return moved;
  }

  /** One lane more, as far as the way has any. */
  function widen(): void {
    if (allowed >= way.lanes) return;
    allowed += 1;
    openLanes();
  }

  /** The transport does not work: nothing more is taken, and the mail at hand waits as if nothing had been. */
  async function fail({ failure, answer }: LineFailure, mail?: ClaimedMessage): Promise<void> {
    [failed, allowed] = [true, 1];
    const now = clock.now();
    if (mail) await releaseMessages(db, workspaceId, tools.workerId, [mail.id]);
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
    return running;
  }

  async function work(isProbe: boolean): Promise<number> {
    [failed, proven] = [false, false];
    const failure = await way.prepare();
    if (failure) await fail(failure);
    const first = isProbe && !failed ? await start(1) : 0;
    if (failed || closed || (isProbe && !proven)) return first;
    if (isProbe) await resume();
    return first + (await allLanes());
  }

  async function allLanes(): Promise<number> {
    const round: Promise<number>[] = [];
    openLanes = () => {
      while (!closed && !failed && busy.size < Math.min(allowed, way.lanes)) round.push(start(Number.POSITIVE_INFINITY));
    };
    openLanes();
    const timer = setInterval(widen, stepMilliseconds);
    const ended: PromiseSettledResult<number>[] = [];
    // Lanes that are opened meanwhile stand further back in the same list.
    for (const running of round) ended.push(...(await Promise.allSettled([running])));
    clearInterval(timer);
    const broken = ended.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
    return ended.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0);
  }

  /** Only a mail that the server took or refused proves that the transport works: a server may take the connection and refuse the sender. */
  async function resume(): Promise<void> {
    await resumeTransport(db, workspaceId, setting.version);
    log.info({ workspaceId, host }, 'sending mail goes on');
  }

  return {
    work,
    async close(patience) {
      closed = true;
      const timer = setTimeout(way.breakOff, patience);
      await Promise.allSettled([...busy]);
      clearTimeout(timer);
      way.breakOff();
      await intake.giveBack();
    },
  };
}
