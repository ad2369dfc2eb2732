import type { Selectable } from 'kysely';
import { later } from '../../../platform/clock.ts';
import { transportPause } from '../mail.ts';
import { type ClaimedMessage, releaseMessages } from '../outbox/outbox-store.ts';
import type { MailSettingTable } from '../setting/setting-store.ts';
import { pauseTransport, resumeTransport } from '../setting/setting-store.ts';
import { type Delivered, deliverBySmtp, deliverToTestMailbox } from './deliver.ts';
import { createIntake } from './intake.ts';
import { createLines } from './lines.ts';
import type { LineFailure } from './smtp-line.ts';
import type { MailWorkerOptions, SmtpOptions } from './worker.ts';

export type DeskTools = Omit<MailWorkerOptions, 'smtp'> & { smtp: SmtpOptions; workerId: string };
export type DeskSetting = Selectable<MailSettingTable>;

/** Sends the mails of one workspace with one set of settings. */
export type Desk = {
  /** Works until the outbox has nothing due; answers how many mails moved. A probe is the one try at the end of a pause. */
  work(isProbe: boolean): Promise<number>;
  close(patience: number): Promise<void>;
};

/** How long a claim holds: longer than any one mail can take, and renewed with each. */
export const leaseOf = ({ limits }: SmtpOptions): number => 2 * (limits.connect + limits.envelope + limits.final) + 60_000;

export function createDesk(setting: DeskSetting, tools: DeskTools): Desk {
  const { db, clock, log, smtp } = tools;
  const { workspaceId, host } = setting;
  const bySmtp = setting.transport === 'smtp';
  const intake = createIntake(setting, tools);
  const lines = createLines(setting, tools);
  const busy = new Set<Promise<number>>();
  let closed = false;
  let failed = false;
  let proven = false;

  /** One lane takes mail after mail over one line, until so many were tried. Several lanes share what was claimed. */
  async function lane(mostTries: number): Promise<number> {
    let [moved, tried] = [0, 0];
    while (!closed && !failed && tried < mostTries) {
      const mail = await intake.take();
      const delivered = mail && (await deliver(mail));
      if (!delivered || delivered === 'no-line') break;
      if (typeof delivered === 'object') await fail(delivered, mail);
      else if (delivered !== 'stayed') moved += 1;
      if (delivered === 'answered') proven = true;
      if (delivered === 'answered' || delivered === 'put-off') tried += 1;
    }
    return moved;
  }

  const deliver = (mail: ClaimedMessage): Promise<Delivered> =>
    bySmtp ? deliverBySmtp(mail, { setting, tools, lines }) : deliverToTestMailbox(mail, { setting, tools });

  /** The transport does not work: nothing more is taken, and the mail at hand waits as if nothing had been. */
  async function fail({ failure, answer }: LineFailure, mail?: ClaimedMessage): Promise<void> {
    failed = true;
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
      lines.rest();
      await intake.giveBack();
    });
    busy.add(running);
    return running;
  }

  async function work(isProbe: boolean): Promise<number> {
    [failed, proven] = [false, false];
    const failure = bySmtp ? await lines.prepare() : undefined;
    if (failure) await fail(failure);
    const first = isProbe && !failed ? await start(1) : 0;
    if (failed || closed || (isProbe && !proven)) return first;
    if (isProbe) await resume();
    const free = (bySmtp ? smtp.lines : 1) - busy.size;
    const ended = await Promise.allSettled(Array.from({ length: Math.max(free, 0) }, () => start(Number.POSITIVE_INFINITY)));
    const broken = ended.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
    return ended.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), first);
  }

  /** Only a mail that the server took or refused proves that the transport works: a server may take the connection and refuse the sender. */
  async function resume(): Promise<void> {
    await resumeTransport(db, workspaceId);
    log.info({ workspaceId, host }, 'sending mail goes on');
  }

  return {
    work,
    async close(patience) {
      closed = true;
      const timer = setTimeout(lines.breakOff, patience);
      await Promise.allSettled([...busy]);
      clearTimeout(timer);
      lines.breakOff();
      await intake.giveBack();
    },
  };
}
