import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from 'node:process';
import type { Binaries } from './binaries.ts';
import { complain } from './complaint.ts';
import type { Log } from './connection.ts';
import { syncPath } from './durable.ts';
import { canReach, type Identity } from './identity.ts';
import { programsAt } from './running.ts';
import { until } from './until.ts';

/** Everything that starting a program of PostgreSQL on a cluster takes. */
export type Site = { home: string; binaries: Binaries; identity: Identity | undefined; throwAway: boolean; log: Log };

export const clusterOf = (home: string): string => join(home, 'cluster');

/**
 * How a program is told its cluster. As root below a directory that PostgreSQL's user may not enter (/root), the program is started inside the
 * cluster and named „where you are“: entering needs no right on the directories above, naming the path would.
 */
export function placeIn(cluster: string, identity: Identity | undefined): { cwd: string; argument: string } {
  return { cwd: cluster, argument: !identity || canReach(cluster, identity) ? cluster : '/proc/self/cwd' };
}

/** Programs get no environment of ours: PGDATA and its like would change what they do. */
export const environment = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/**
 * Creates the cluster unless there is one. It grows under another name, is brought to the disk, and gets its name in one step: killed at any point,
 * there is a whole cluster or none, and the next start clears away what was left.
 */
export async function ensureCluster({ home, binaries, identity, throwAway, log }: Site): Promise<void> {
  for (const leftover of readdirSync(home).filter((name) => name.startsWith('new-'))) await clearAway(join(home, leftover));
  const cluster = clusterOf(home);
  if (existsSync(cluster)) return mustFit(cluster, binaries);

  const started = performance.now();
  const growing = mkdtempSync(join(home, 'new-'));
  if (identity) chownSync(growing, identity.uid, identity.gid);
  await initialise(growing, { binaries, identity });
  if (!throwAway) await run(binaries.initdb, growing, identity, ['--sync-only']);
  renameSync(growing, cluster);
  if (!throwAway) syncPath(home);
  log.info({ cluster, millis: Math.round(performance.now() - started) }, 'A new PostgreSQL cluster was created.');
}

/**
 * Sizes for a small machine; an operator may change them in `postgresql.conf`. No parallel plans and no JIT: on a few cores they cost the others more than
 * they give. Shared memory in files, because logind removes the other kind when a user's last session ends. The log keeps no statements and
 * no details, since both repeat what people typed.
 */
const defaults = {
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  dynamic_shared_memory_type: 'mmap',
  io_method: 'sync',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_logical_replication_workers: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/**
 * UTF-8, compared by code point (PostgreSQL's own C.UTF-8). The order of such an index never changes with the C library of the machine, which has
 * broken indexes when data moved; for people's eyes there are the ICU collations (`de-x-icu`), whose data comes with the programs.
 * `lc_ctype` decides what pg_trgm takes for a letter; without a UTF-8 one, „ü“ would split a word.
 */
const fundamentals = [
  ...['--username=postgres', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  // Whoever reaches the socket is let in; `makeSocketDirectory` says why nobody else does. The network stays shut even if somebody opens a port.
  ...['--auth-local=trust', '--auth-host=reject', '--no-sync', '--no-instructions'],
];

async function initialise(growing: string, { binaries, identity }: Pick<Site, 'binaries' | 'identity'>): Promise<void> {
  const settings = Object.entries(defaults).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (const letters of ['C.UTF-8', 'en_US.UTF-8']) {
    const failure = await attempt(binaries.initdb, growing, identity, [...fundamentals, `--lc-ctype=${letters}`, ...settings]);
    if (!failure) return;
    if (!/invalid locale name/.test(failure)) throw failed('initdb', failure);
  }
  await run(binaries.initdb, growing, identity, [...fundamentals, ...settings]);
}

async function run(program: string, cluster: string, identity: Identity | undefined, options: string[]): Promise<void> {
  const failure = await attempt(program, cluster, identity, options);
  if (failure) throw failed(program, failure);
}

const failed = (program: string, output: string) =>
  complain('did-not-start', {
    de: `Die Datenbank konnte nicht angelegt werden; ${program} meldet: ${output}`,
    en: `The database could not be created; ${program} says: ${output}`,
  });

/** Gives back what the program complained about, or nothing when it did its work. */
function attempt(program: string, cluster: string, identity: Identity | undefined, options: string[]): Promise<string | undefined> {
  const { cwd, argument } = placeIn(cluster, identity);
  const owner = identity && { uid: identity.uid, gid: identity.gid };
  const child = spawn(program, ['-D', argument, ...options], {
    cwd,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...owner,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : complaint.trim() || `exit code ${code}`));
  });
}

/**
 * Removes what a killed starter was growing, after its programs, which may still be at it. Asks more than once: `rmSync` takes a file that vanishes
 * under its hands for the end of its work.
 */
async function clearAway(directory: string): Promise<void> {
  for (const id of programsAt(directory)) kill(id, 'SIGKILL');
  const gone = () => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    return !existsSync(directory) || undefined;
  };
  await until(gone, { withinMillis: 10_000, everyMillis: 20 });
}

function mustFit(cluster: string, { major }: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === String(major)) return;
  throw complain('other-major-version', {
    de: `Das Datenverzeichnis ${cluster} stammt von PostgreSQL ${found}, diese Pforte-Version bringt PostgreSQL ${major} mit. Bitte die bisherige Pforte-Version starten, die Datenbank daraus mit pg_dump sichern und in ein leeres Datenverzeichnis dieser Version einspielen.`,
    en: `The data directory ${cluster} was made by PostgreSQL ${found}, this version of Pforte comes with PostgreSQL ${major}. Please start the former version of Pforte, save the database from it with pg_dump, and restore it into an empty data directory of this version.`,
  });
}
