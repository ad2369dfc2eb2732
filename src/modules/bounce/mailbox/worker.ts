import type { Kysely } from 'kysely';
import { type Clock, later, minutes, seconds } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import type { Log } from '../../../platform/log.ts';
import { openOrUndefined, type Vault } from '../../../platform/secret.ts';
import type { Perform } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { Workspace } from '../../workspace/index.ts';
import { passwordContext } from '../bounce-setting.ts';
import { readBounce } from '../reading/read-bounce.ts';
import { type ClaimedMailbox, claimMailbox, giveBackMailbox, holdsMailbox, saveFailure, saveReading } from '../store.ts';
import { isProbe, proveSubAddresses } from '../sub-addresses.ts';
import { takeBounce } from '../take-bounce.ts';
import type { MailboxFault } from './failure.ts';
import { type ImapLimits, type ImapTrust, type MailboxSession, openMailbox } from './session.ts';

/** How mailboxes are read. Lengths of time are milliseconds. */
export type ImapOptions = ImapTrust & {
  limits: ImapLimits;
  /** Mails of one visit. */
  batch: number;
  /** Between two visits. */
  pause: number;
};

const usualImap: ImapOptions = {
  limits: { connect: seconds(20), silence: seconds(30), whole: minutes(2) },
  batch: 100,
  pause: minutes(5),
};

export type BounceWorkerOptions = {
  db: Kysely<Schema>;
  clock: Clock;
  vault: Vault;
  log: Log;
  listWorkspaces: () => Promise<readonly Workspace[]>;
  performFor: (workspace: Workspace) => Perform;
  imap?: Partial<ImapOptions>;
};

export type BounceWorker = {
  /** Visits every mailbox that is due. Answers whether one of them has more to read. */
  runOnce(): Promise<boolean>;
  /** Takes no further mail; a visit that is under way ends after the mail at hand, and one that has no open folder yet ends at once. */
  stop(): void;
};

/** Reads the mailboxes that mails come back to. Any number of servers may run on one database: a mailbox is visited by one at a time. */
export function createBounceWorker({ imap, ...tools }: BounceWorkerOptions): BounceWorker {
  const options: ImapOptions = { ...usualImap, ...imap };
  const { db, clock, log } = tools;
  const workerId = newId(clock.now());
  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;

  async function runOnce(): Promise<boolean> {
    if (isStopped()) return false;
    const visits = (await tools.listWorkspaces()).map((workspace) =>
      visit(workspace).catch((error: unknown) => {
        // The claim runs out by itself; nothing was marked as read, so nothing is lost.
        log.error({ err: error, workspaceId: workspace.id }, 'reading the mailbox of bounces failed');
        return false;
      }),
    );
    return (await Promise.all(visits)).some(Boolean);
  }

  async function visit(workspace: Workspace): Promise<boolean> {
    const claim = { workspaceId: workspace.id, workerId };
    const began = clock.now();
    const mailbox = await claimMailbox(db, { ...claim, now: began, until: later(began, 3 * options.limits.whole) });
    if (!mailbox) return false;
    const isOurs = () => holdsMailbox(db, claim);
    const read = await readMailbox(mailbox, { workspace, isOurs });
    if (read === 'lost') return false;
    if (read === 'broken-off') {
      await giveBackMailbox(db, claim);
      return false;
    }
    const now = clock.now();
    if ('failure' in read) {
      if (mailbox.failure !== read.failure)
        log.error({ workspaceId: workspace.id, host: mailbox.host, cause: read.failure }, 'the mailbox of bounces cannot be read');
      await saveFailure(db, { ...claim, now, nextReadAt: later(now, options.pause), failure: read.failure, failureAnswer: read.answer });
      return false;
    }
    const { more, ...position } = read;
    await saveReading(db, { ...claim, ...position, lastReadAt: now, nextReadAt: more ? now : later(now, options.pause) });
    return more && !isStopped();
  }

  async function readMailbox(mailbox: ClaimedMailbox, visit: Visit): Promise<Reading | MailboxFault | 'lost' | 'broken-off'> {
    const password = openOrUndefined(tools.vault, mailbox.sealedPassword, passwordContext(visit.workspace.id));
    if (password === undefined) return { failure: 'password-unreadable', answer: null };
    const session = await openMailbox({ ...mailbox, password }, options.limits, { ...options, breakOff: stopping.signal });
    // What a line says that we have cut ourselves is no failure of the mailbox.
    if ('failure' in session) return isStopped() ? 'broken-off' : session;
    try {
      return await readFolder(session, mailbox, visit);
    } finally {
      await session.close();
    }
  }

  /**
   * An error of the mailbox is told as such; one of ours (the database is away) goes up and leaves the position as it was. What somebody has changed while
   * we read, we do no longer by the old settings: nothing more is read, marked or deleted.
   */
  async function readFolder(
    session: MailboxSession,
    mailbox: ClaimedMailbox,
    { workspace, isOurs }: Visit,
  ): Promise<Reading | MailboxFault | 'lost'> {
    const { uidValidity } = session;
    let lastUid = mailbox.uidValidity === uidValidity ? mailbox.lastUid : 0;
    const asked = await attempt(session, () => session.uidsAfter(lastUid));
    if ('failure' in asked) return asked;
    const reports: number[] = [];
    const startedAt = performance.now();
    for (const uid of asked.value.slice(0, options.batch)) {
      // Half of the time that a visit has is for reading, so that how far it came is kept, however slow the line and large the mails.
      if (isStopped() || performance.now() - startedAt > options.limits.whole / 2) break;
      if (!(await isOurs())) return 'lost';
      const mail = await attempt(session, () => session.read(uid));
      if ('failure' in mail) return mail;
      if (mail.value && (await takeOrPass(mail.value, uid, workspace))) reports.push(uid);
      lastUid = uid;
    }
    if (!(await isOurs())) return 'lost';
    // First the effect, then the mail, then the position: a crash in between makes a report be read twice, and never not at all.
    const settled = await attempt(session, () => (mailbox.afterReading === 'delete' ? session.remove(reports) : session.markSeen(reports)));
    if ('failure' in settled) return settled;
    return { uidValidity, lastUid, more: lastUid < (asked.value.at(-1) ?? 0) };
  }

  /** One strange mail must not keep all later ones from being read: what the database cannot hold is passed over, and the log says so. */
  async function takeOrPass(raw: Uint8Array, uid: number, workspace: Workspace): Promise<boolean> {
    try {
      return await takeMail(raw, workspace);
    } catch (error) {
      if (!isUnfit(error)) throw error;
      log.error({ err: error, workspaceId: workspace.id, uid }, 'a mail in the mailbox of bounces could not be taken and was passed over');
      return false;
    }
  }

  /** Answers whether the mail was for us: a report, or our own question whether sub-addresses come in. Mails of people are left as they are. */
  async function takeMail(raw: Uint8Array, workspace: Workspace): Promise<boolean> {
    const { vault } = tools;
    const mail = await readBounce(raw);
    const perform = tools.performFor(workspace);
    if (mail.kind === 'bounce') await perform(takeBounce, mail, { way: 'mailbox', vault });
    else if (!isProbe(mail, { workspaceId: workspace.id, vault })) return false;
    else await perform(proveSubAddresses, mail, vault);
    return true;
  }

  return {
    runOnce,
    stop() {
      stopping.abort();
    },
  };
}

/** SQLSTATE class 22: what was to be stored cannot be. Anything else (the database is away) is no fault of the mail. */
const isUnfit = (error: unknown): boolean => error instanceof Error && 'code' in error && /^22/.test(String(error.code));

type Visit = { workspace: Workspace; isOurs: () => Promise<boolean> };
type Reading = { uidValidity: number; lastUid: number; more: boolean };

async function attempt<Value>(session: MailboxSession, ask: () => Promise<Value>): Promise<{ value: Value } | MailboxFault> {
  try {
    return { value: await ask() };
  } catch (error) {
    return session.fault(error);
  }
}
