import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid as ownPid } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { complain, notOurs } from './complaint.ts';
import { isRunning } from './running.ts';
import { until } from './until.ts';

/** Without this reference the garbage collector could close a lock file that is still needed. */
const held = new Set<DatabaseSync>();

const busy = 5;

/**
 * Makes this process the only opener of the data directory, or refuses with the process id of the one that is. Gives back what releases it.
 *
 * The lock is the one SQLite takes on a file (fcntl): the kernel gives it to exactly one process and takes it back at the moment that process
 * dies, kill -9 included. It is held before anything is looked at, so that creating, adopting and starting need no thought about rivals. A file with
 * a process id, or a socket that somebody listens on, leaves a gap between „the old one is dead“ and „it is mine“; an advisory lock in PostgreSQL
 * does not exist before the first start and is lost when PostgreSQL restarts.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const file = join(directory, 'opener.lock');
  const nameplate = join(directory, 'opener.pid');
  mustWrite(directory, file);
  // For our eyes only: whoever can read the file could also lock it. It is never opened again once it is there, because closing any handle on it
  // would give up a lock that this process already holds.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));

  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw inUse(directory, await holder(nameplate));
  }

  held.add(lock);
  writeFileSync(nameplate, `${ownPid}\n`);
  return () => {
    if (!held.delete(lock)) return;
    rmSync(nameplate, { force: true });
    lock.close();
  };
}

/** Only for the sentence. The winner of a race writes its id a moment after it has won. */
const holder = (nameplate: string): Promise<number | undefined> =>
  until(
    () => {
      const id = existsSync(nameplate) ? Number(readFileSync(nameplate, 'utf8')) : 0;
      return id > 0 && isRunning(id) ? id : undefined;
    },
    { withinMillis: 500 },
  );

function inUse(directory: string, id: number | undefined) {
  const named = id ? ` (PID ${id})` : '';
  return complain('directory-in-use', {
    de: `Das Datenverzeichnis ${directory} wird bereits von einem anderen Pforte-Prozess${named} benutzt. Bitte diesen zuerst beenden oder mit PFORTE_DATA ein anderes Verzeichnis wählen.`,
    en: `The data directory ${directory} is already in use by another Pforte process${named}. Please stop that one first, or choose another directory with PFORTE_DATA.`,
  });
}

function mustWrite(directory: string, file: string): void {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw notOurs(directory, error);
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === busy;
