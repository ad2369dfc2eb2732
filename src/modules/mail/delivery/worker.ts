import type { Kysely } from 'kysely';
import { type Clock, later } from '../../../platform/clock.ts';
import { until } from '../../../platform/db/until.ts';
import { newId } from '../../../platform/id.ts';
import type { Log } from '../../../platform/log.ts';
import type { Vault } from '../../../platform/secret.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { transportPause } from '../mail.ts';
import { type ClaimedMessage, listDueSettings, listOpenTries } from '../outbox/outbox-store.ts';
import { settleWaiting } from '../outbox/settle-waiting.ts';
import type { LocalWays } from '../setting/local-ways.ts';
import { takeProbe } from '../setting/setting-store.ts';
import type { SmtpLimits } from '../transport/smtp-line.ts';
import { createDesk, type Desk, type DeskSetting, type DeskTools } from './desk.ts';

/** Which of these mails carry a link that no longer works. The module of links fills this; without it a mail's own end and its withdrawal decide. */
export type FindDeadLinks = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  mails: readonly ClaimedMessage[],
  now: Date,
) => Promise<ReadonlySet<ClaimedMessage['id']>>;

export type MailWorkerOptions = {
  db: Kysely<Schema>;
  clock: Clock;
  vault: Vault;
  log: Log;
  findDeadLinks?: FindDeadLinks;
  smtp?: Partial<SmtpOptions>;
  /** What the operator's settings name for „Sendmail“ and „Mail“. */
  local?: LocalWays;
};

/** How mail servers are spoken to. Lengths of time are milliseconds. */
export type SmtpOptions = {
  limits: SmtpLimits;
  /** Connections to one server at a time. */
  lines: number;
  /** Mails that are taken from the outbox at a time. */
  batch: number;
  /** How long one round waits for a server that hangs, before it lets others have their turn. */
  patience: number;
  /** How long an idle connection stays open. */
  idle: number;
  /** How long a shutdown waits for the answers to mails that are on their way. */
  shutdown: number;
  /** How long whoever saves new settings waits for the answers to mails that leave by those before. */
  turn: number;
  /** Certificates (PEM) that are trusted besides those of the system. */
  trustedCertificates?: string[];
};

const usualSmtp: SmtpOptions = {
  limits: { connect: 20_000, envelope: 60_000, final: 120_000 },
  lines: 5,
  batch: 100,
  patience: 10_000,
  idle: 15_000,
  shutdown: 7_000,
  turn: 5_000,
};

/** How often it is asked whether mails that leave by settings of before have got their answers. */
const askMilliseconds = 100;

export type MailWorker = {
  /** One round over all workspaces. Answers whether anything moved, and so whether a further round may find something. */
  runOnce(): Promise<boolean>;
  /**
   * Called after new settings were saved: from its end on, nothing leaves by those before. What was on its way gets its answer first, or has been on
   * its way for some seconds.
   */
  settingsChanged(workspaceId: WorkspaceId): Promise<void>;
  /** Takes no more mails, waits for those on their way, closes the connections. What got no answer by then counts as unknown. */
  stop(): Promise<void>;
};

/**
 * Hands over what lies in the outbox. Any number of workers may run on one database: rows are claimed with SKIP LOCKED, a claim that is not renewed
 * runs out. Every workspace has a desk of its own, so that a server that hangs holds up nobody else.
 */
export function createMailWorker({ smtp, ...options }: MailWorkerOptions): MailWorker {
  const settings: SmtpOptions = { ...usualSmtp, ...smtp };
  const tools: DeskTools = { ...options, smtp: settings, workerId: newId(options.clock.now()) };
  const { db, clock, log } = options;
  const places = new Map<WorkspaceId, Place>();
  /** Those that were replaced too, until they have ended. */
  const desks = new Set<Desk>();
  let stopped = false;

  async function runOnce(): Promise<boolean> {
    if (stopped) return false;
    for (const desk of desks) await desk.tidy();
    const now = clock.now();
    const rounds: Promise<number>[] = [];
    await settleWaiting(db, now);
    for (const setting of await listDueSettings(db, now)) {
      if (setting.pausedSince && !(await takeProbe(db, setting.workspaceId, now, later(now, transportPause)))) continue;
      if (!stopped) rounds.push(roundAt(setting));
    }
    if (!rounds.length) return false;
    const moved = await Promise.race([Promise.all(rounds), patience(settings.patience)]);
    return moved.some((count) => count > 0);
  }

  /** What goes wrong at one desk does not stop the others. */
  async function roundAt(setting: DeskSetting): Promise<number> {
    try {
      const { desk, before } = placeOf(setting);
      await before;
      return await desk.work(setting.pausedSince !== null);
    } catch (error) {
      log.error({ err: error, workspaceId: setting.workspaceId }, 'a round of sending mail failed');
      return 0;
    }
  }

  /**
   * New settings get a new desk. At the same server it begins when the old one has ended: the two together hold no more lines than one may. Another
   * server is not kept waiting for the answers of that one.
   */
  function placeOf(setting: DeskSetting): Place {
    const known = places.get(setting.workspaceId);
    if (known?.desk.serves(setting)) return known;
    const desk = createDesk(setting, tools);
    const gone = known && ended(known.desk, known.desk.retire());
    const place = { desk, setting, before: known && isSameServer(known.setting, setting) ? gone : undefined };
    desks.add(desk);
    places.set(setting.workspaceId, place);
    return place;
  }

  const ended = (desk: Desk, ending: Promise<void>): Promise<void> =>
    ending.catch((error: unknown) => log.error({ err: error }, 'a mail desk did not close')).finally(() => desks.delete(desk));

  async function settingsChanged(workspaceId: WorkspaceId): Promise<void> {
    try {
      await places.get(workspaceId)?.desk.look();
      // Whoever has begun by the settings before is known by now; the clocks of other servers may go as they like.
      const begun = new Set(await listOpenTries(db, workspaceId, clock.now()));
      const isOver = async () => !(await listOpenTries(db, workspaceId, clock.now())).some((one) => begun.has(one));
      if (begun.size) await until(async () => (await isOver()) || undefined, { withinMillis: settings.turn, everyMillis: askMilliseconds });
    } catch (error) {
      log.warn({ err: error, workspaceId }, 'nobody knows whether mails are still on their way by the settings before');
    }
  }

  async function stop(): Promise<void> {
    stopped = true;
    await Promise.all([...desks].map((desk) => ended(desk, desk.close(settings.shutdown))));
  }

  return { runOnce, settingsChanged, stop };
}

type Place = { desk: Desk; setting: DeskSetting; before: Promise<void> | undefined };

const isSameServer = (one: DeskSetting, other: DeskSetting): boolean =>
  one.transport === other.transport && one.host === other.host && one.port === other.port;

function patience(milliseconds: number): Promise<number[]> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, []).unref();
  });
}
