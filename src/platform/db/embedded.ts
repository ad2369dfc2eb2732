import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { prepareBinaries, removeOldCopies } from './binaries.ts';
import { bringUp, type Running, superuserOn } from './bring-up.ts';
import { clusterOf, ensureCluster, type Site } from './cluster.ts';
import { codeOf, notOurs } from './complaint.ts';
import type { Connection, Log } from './connection.ts';
import { syncPath } from './durable.ts';
import { chooseIdentity } from './identity.ts';
import { lockDirectory } from './opener-lock.ts';
import { boundLog, halt, readNote } from './postmaster.ts';
import { isPostmasterOf, isRunning } from './running.ts';
import { applicationRole, databaseName, ownerRole, settle } from './settle.ts';
import { removeSocketDirectory } from './socket.ts';

/** How the roles reach the embedded database. `owner` runs migrations; `application` may do nothing but what migrations grant; `superuser` serves maintenance. */
export type EmbeddedConnections = { owner: Connection; application: Connection; superuser: Connection };

export type EmbeddedDatabase = EmbeddedConnections & {
  /** PostgreSQL's own version, such as 18.4. */
  version: string;
  /** The process id of PostgreSQL; another one after it had to be started again. */
  processId(): number;
  /** Ends PostgreSQL and gives the directory free. Connections that are still open are cut off. Further calls wait for the first. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDirectory: string;
  log: Log;
  /** The data may vanish with the machine: for tests and demonstrations. Everything else waits for the disk. */
  throwAway?: boolean;
  /** Where the npm package with the programs lies, if not where Node.js finds it. */
  packageDirectory?: string;
};

/**
 * Starts the PostgreSQL that comes with Pforte on `dataDirectory/postgres`, or takes over the one that a killed Pforte left running there.
 * Refuses with a `DatabaseComplaint`: another opener, another user's or version's directory, a system that it cannot run on.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = openHome(options.dataDirectory);
  const release = await lockDirectory(dirname(home));
  try {
    const identity = chooseIdentity({ cluster: clusterOf(home) });
    const binaries = await prepareBinaries({
      home,
      identity,
      ...(options.packageDirectory && { packageDirectory: options.packageDirectory }),
    });
    const site: Site = { home, binaries, identity, throwAway: options.throwAway ?? false, log: options.log };
    await ensureCluster(site);
    boundLog(home);
    const running = await bringUp(site);
    const supervision = supervise(site, running, release);
    try {
      removeOldCopies(home, binaries);
      await settle(superuserOn(running.socketDirectory));
    } catch (error) {
      await supervision.stop();
      throw error;
    }
    return { ...connectionsOn(running.socketDirectory), version: binaries.version, ...supervision };
  } catch (error) {
    release();
    throw error;
  }
}

/** The connections of an embedded PostgreSQL that another process runs, for commands beside a running server; `undefined` when none runs. */
export function findEmbedded(dataDirectory: string): EmbeddedConnections | undefined {
  const home = join(dataDirectory, 'postgres');
  if (!existsSync(clusterOf(home))) return undefined;
  const note = readNote(home);
  return note?.state === 'ready' && isPostmasterOf(note.pid, clusterOf(home)) ? connectionsOn(note.socketDirectory) : undefined;
}

function connectionsOn(socketDirectory: string): EmbeddedConnections {
  const superuser = superuserOn(socketDirectory);
  return {
    superuser,
    owner: { ...superuser, user: ownerRole, database: databaseName },
    application: { ...superuser, user: applicationRole, database: databaseName },
  };
}

/**
 * Makes the directories and gives the one of PostgreSQL. As root, others may pass through these two (not list them), because PostgreSQL runs as
 * another user; directories that are not ours keep their mode.
 */
function openHome(dataDirectory: string): string {
  try {
    const asRoot = process.getuid?.() === 0;
    const highestNew = mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const directory = realpathSync(dataDirectory);
    const home = join(directory, 'postgres');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (asRoot) for (const ours of [directory, home]) letPass(ours);
    if (highestNew) syncDownTo(directory, dirname(realpathSync(highestNew)));
    return home;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(codeOf(error) ?? '')) throw notOurs(dataDirectory, error);
    throw error;
  }
}

function letPass(directory: string): void {
  const { mode } = statSync(directory);
  if ((mode & 0o011) !== 0o011) chmodSync(directory, (mode & 0o777) | 0o011);
}

function syncDownTo(directory: string, highest: string): void {
  for (let path = directory; path.startsWith(highest) && path !== dirname(path); path = dirname(path)) syncPath(path);
}

/** Looks after a running PostgreSQL: starts it again when it dies, keeps its log small, ends it with this process. */
function supervise(site: Site, first: Running, release: () => void) {
  let running = first;
  let revival: Promise<void> | undefined;
  let end: Promise<void> | undefined;

  const revive = async () => {
    site.log.error({ pid: running.pid }, 'PostgreSQL has ended unexpectedly and is started again.');
    try {
      running = await bringUp(site, running.socketDirectory);
      site.log.info({ pid: running.pid }, 'PostgreSQL runs again.');
    } catch (error) {
      site.log.error({ err: error }, 'PostgreSQL could not be started again; the next try follows.');
    }
  };
  const look = () => {
    boundLog(site.home);
    if (end || revival || isRunning(running.pid)) return;
    revival = revive().finally(() => {
      revival = undefined;
    });
  };
  const timer = setInterval(look, 250).unref();

  // An exception that ends this process must not leave PostgreSQL behind. A signal is all that can be sent at that moment.
  const farewell = () => {
    if (isRunning(running.pid)) process.kill(running.pid, 'SIGINT');
  };
  process.once('exit', farewell);

  const finish = async () => {
    clearInterval(timer);
    await revival;
    await halt(running.pid);
    process.removeListener('exit', farewell);
    removeSocketDirectory(running.socketDirectory);
    release();
  };
  return {
    processId: () => running.pid,
    stop: () => {
      end ??= finish();
      return end;
    },
  };
}
