import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { canReach, type Identity } from './identity.ts';

/** PostgreSQL puts its port into the name of the socket; nothing listens on that port. */
export const socketPort = 5432;

/** The address of a Unix socket holds 108 bytes on Linux and 104 on macOS, with a zero at the end. */
const longestSocketPath = 103;

const privatePrefix = 'pforte-';

/**
 * The directory of the socket: beside the data, or, where that path is too long or closed to PostgreSQL's user, a directory of its own with a name nobody
 * can foresee. A second process finds it in `postmaster.pid`. Its mode 0700 is the guard of the database: whoever may enter it is let in without a password
 * (`peer` cannot serve here, because Pforte, PostgreSQL and the database roles have different names).
 */
export function makeSocketDirectory(home: string, identity: Identity | undefined, former?: string): string {
  const beside = join(home, 'socket');
  const fits = Buffer.byteLength(join(beside, `.s.PGSQL.${socketPort}`)) <= longestSocketPath;
  const directory =
    former ?? (fits && (!identity || canReach(home, identity)) ? beside : mkdtempSync(join(shortParent(identity), privatePrefix)));
  if (!existsSync(directory)) mkdirSync(directory, { mode: 0o700 });
  const owner = identity?.uid ?? getuid?.();
  const { uid, mode } = lstatSync(directory);
  if (uid !== owner && uid !== getuid?.()) throw new Error(`${directory} belongs to another user.`);
  if (uid !== owner && identity) chownSync(directory, identity.uid, identity.gid);
  if ((mode & 0o777) !== 0o700) chmodSync(directory, 0o700);
  return directory;
}

/** Root has /run, which survives the cleaning of /tmp. A user's own /run/user ends with their last session, which the server may outlive. */
const shortParent = (identity: Identity | undefined): string => (identity && existsSync('/run') ? '/run' : '/tmp');

/** Removes a private directory once PostgreSQL has ended; one beside the data stays. The name may come from a file that root does not own, so it is not believed. */
export function removeSocketDirectory(directory: string): void {
  if (!/^\/(run|tmp)\/pforte-\w{6}$/.test(directory) || !existsSync(directory)) return;
  if (!lstatSync(directory).isDirectory()) return;
  rmSync(directory, { recursive: true, force: true });
}

/** The setting is a list with commas; quotes keep a directory whose name has one together. */
export const asSetting = (directory: string): string => `"${directory.replaceAll('"', '""')}"`;
