import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterOf, type Site } from './cluster.ts';
import { complain } from './complaint.ts';
import type { Connection } from './connection.ts';
import { halt, launch, logOf, logSince, logSize, type Noted, noteOf, readNote } from './postmaster.ts';
import { executableOf, isPostmasterOf } from './running.ts';
import { withClient } from './settle.ts';
import { makeSocketDirectory, removeSocketDirectory, socketPort } from './socket.ts';
import { until } from './until.ts';

/** A PostgreSQL that answers. */
export type Running = { pid: number; socketDirectory: string };

export const superuserOn = (socketDirectory: string): Connection => ({
  host: socketDirectory,
  port: socketPort,
  user: 'postgres',
  database: 'postgres',
});

/** Recovery after a power cut may read a lot of write-ahead log; giving up early would only start it again. */
const longestRecoveryMillis = 600_000;

/** How long processes of a killed PostgreSQL may take to notice that it is gone. */
const longestFarewellMillis = 20_000;

/**
 * Gives a running PostgreSQL for the cluster: the one that a killed Pforte left behind if it is sound, else a new one.
 * The caller holds the lock of the directory, so nobody else starts or stops it meanwhile; only leftovers of a killed starter may still be busy.
 */
export async function bringUp(site: Site, formerSocketDirectory?: string): Promise<Running> {
  const deadline = performance.now() + longestFarewellMillis;
  const patience = setTimeout(
    () => site.log.info({}, 'PostgreSQL is not ready yet; after a power cut it may need minutes to recover.'),
    5_000,
  );
  try {
    for (;;) {
      const outcome = (await adopt(site, formerSocketDirectory)) ?? (await startAnew(site, formerSocketDirectory));
      if ('pid' in outcome) return outcome;
      if (!isPassing(outcome.complaint) || performance.now() > deadline) throw didNotStart(site.home, outcome.complaint);
      await pause(100);
    }
  } finally {
    clearTimeout(patience);
  }
}

async function adopt(site: Site, formerSocketDirectory: string | undefined): Promise<Running | undefined> {
  const found = await settledNote(site);
  if (!found) return undefined;
  if (isPostmasterOf(found.pid, clusterOf(site.home))) {
    if (await isSound(site, found)) {
      site.log.info({ pid: found.pid }, 'The PostgreSQL that a killed process left behind was taken over.');
      return found;
    }
    site.log.warn({ pid: found.pid }, 'The PostgreSQL that a killed process left behind does not fit and is stopped.');
    await halt(found.pid);
  } else {
    // PostgreSQL would wait for whoever has that id now: a stranger, or its dead self that nobody has collected. What still works on the data is
    // found by its shared memory, with this note or without.
    rmSync(noteOf(site.home), { force: true });
  }
  if (found.socketDirectory !== formerSocketDirectory) removeSocketDirectory(found.socketDirectory);
  return undefined;
}

/** What PostgreSQL has noted, once it is neither on its way up nor on its way down. */
async function settledNote(site: Site): Promise<Noted | undefined> {
  let note = readNote(site.home);
  await until(
    () => {
      note = readNote(site.home);
      return !note || note.state === 'ready' || !isPostmasterOf(note.pid, clusterOf(site.home)) || undefined;
    },
    { withinMillis: longestRecoveryMillis },
  );
  return note;
}

/** The same program, the same durability, and it answers. */
async function isSound({ binaries, throwAway }: Site, { pid, socketDirectory }: Noted): Promise<boolean> {
  try {
    if ((executableOf(pid) ?? binaries.postgres) !== binaries.postgres) return false;
    const answer = await withClient(superuserOn(socketDirectory), (client) =>
      client.query<{ version: string; fsync: string }>(
        `select split_part(current_setting('server_version'), ' ', 1) as version, current_setting('fsync') as fsync`,
      ),
    );
    return answer.rows[0]?.version === binaries.version && answer.rows[0].fsync === (throwAway ? 'off' : 'on');
  } catch {
    return false;
  }
}

async function startAnew(site: Site, formerSocketDirectory: string | undefined): Promise<Running | { complaint: string }> {
  const socketDirectory = makeSocketDirectory(site.home, site.identity, formerSocketDirectory);
  // The directory serves this cluster alone, so a note about its socket can only be a dead one's (see `adopt`).
  rmSync(join(socketDirectory, `.s.PGSQL.${socketPort}.lock`), { force: true });
  const offset = logSize(site.home);
  const child = launch(site, socketDirectory);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `${signal ?? `exit code ${code}`}`;
  });
  await until(() => ended ?? (isReady(site.home, child.pid) || undefined), { withinMillis: longestRecoveryMillis, everyMillis: 10 });
  if (ended === undefined && child.pid !== undefined && isReady(site.home, child.pid)) return { pid: child.pid, socketDirectory };

  if (child.pid !== undefined && ended === undefined) await halt(child.pid);
  if (!formerSocketDirectory) removeSocketDirectory(socketDirectory);
  return { complaint: logSince(site.home, offset) || ended || 'no answer' };
}

function isReady(home: string, pid: number | undefined): boolean {
  const note = readNote(home);
  return note?.pid === pid && note?.state === 'ready';
}

/** Ends by itself: processes of the former PostgreSQL that still hold its memory, or one that a killed starter has just launched. */
const isPassing = (complaint: string): boolean => /pre-existing shared memory block|lock file "[^"]*" already exists/.test(complaint);

const didNotStart = (home: string, complaint: string) =>
  complain('did-not-start', {
    de: `PostgreSQL ist nicht gestartet. Es meldet: ${complaint} (vollständig in ${logOf(home)})`,
    en: `PostgreSQL did not start. It says: ${complaint} (in full in ${logOf(home)})`,
  });
