import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from 'node:process';
import { clusterOf, environment, placeIn, type Site } from './cluster.ts';
import { codeOf } from './complaint.ts';
import { isRunning } from './running.ts';
import { asSetting, socketPort } from './socket.ts';
import { until } from './until.ts';

/** What PostgreSQL notes about itself in `postmaster.pid`. */
export type Noted = { pid: number; socketDirectory: string; state: 'starting' | 'stopping' | 'ready' | 'standby' | undefined };

export const noteOf = (home: string): string => join(clusterOf(home), 'postmaster.pid');

export const logOf = (home: string): string => join(home, 'postgresql.log');

export function readNote(home: string): Noted | undefined {
  try {
    const lines = readFileSync(noteOf(home), 'utf8').split('\n');
    const pid = Number(lines[0]);
    // A negative id is that of a single-user session, which Pforte never starts.
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, socketDirectory: lines[4]?.trim() ?? '', state: lines[7]?.trim() as Noted['state'] };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal reaches only Pforte, which then stops PostgreSQL last.
 * What is given here counts whatever stands in `postgresql.conf`: durability and the absence of a network are not for tuning.
 */
export function launch({ home, binaries, identity, throwAway }: Site, socketDirectory: string): ChildProcess {
  const { cwd, argument } = placeIn(clusterOf(home), identity);
  const durable = throwAway ? 'off' : 'on';
  const settings = {
    listen_addresses: '',
    port: String(socketPort),
    unix_socket_directories: asSetting(socketDirectory),
    unix_socket_permissions: '0700',
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    logging_collector: 'off',
    log_destination: 'stderr',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const output = openSync(logOf(home), 'a', 0o600);
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', argument, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd,
        env: environment,
        detached: true,
        stdio: ['ignore', output, output],
        ...(identity && { uid: identity.uid, gid: identity.gid }),
      },
    );
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** Stops PostgreSQL: first with the fast shutdown, which loses nothing and waits for nobody; then, should it hang, without the last checkpoint, which recovery makes good. */
export async function halt(pid: number): Promise<void> {
  for (const [signal, withinMillis] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      kill(pid, signal);
    } catch (error) {
      if (codeOf(error) === 'ESRCH') return;
      throw error;
    }
    if (await until(() => !isRunning(pid) || undefined, { withinMillis })) return;
  }
}

const largestLogBytes = 5_000_000;

/** Keeps at most two files of about this size. PostgreSQL goes on appending to the same file, so the file is copied and emptied, not renamed. */
export function boundLog(home: string): void {
  const file = logOf(home);
  if (!existsSync(file) || statSync(file).size < largestLogBytes) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // A full disk: the old lines are worth less than the room that emptying the file gives.
  }
  truncateSync(file);
}

/** What PostgreSQL has written since, for the sentence that says why it did not start. */
export function logSince(home: string, offset: number): string {
  const file = openSync(logOf(home), 'r');
  try {
    const size = Math.min(Math.max(statSync(logOf(home)).size - offset, 0), 100_000);
    const text = Buffer.alloc(size);
    readSync(file, text, 0, size, offset);
    return text.toString('utf8').trim();
  } finally {
    closeSync(file);
  }
}

export const logSize = (home: string): number => (existsSync(logOf(home)) ? statSync(logOf(home)).size : 0);
