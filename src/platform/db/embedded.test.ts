import { chmodSync, chownSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { canReach, chooseIdentity } from './identity.ts';
import { lockDirectory } from './opener-lock.ts';
import { boundLog, logOf } from './postmaster.ts';
import { asSetting, makeSocketDirectory, removeSocketDirectory } from './socket.ts';

const asRoot = process.getuid?.() === 0;
const scratch = (name: string) => mkdtempSync(join(inject('places').disk, `${name}-`));

const passwd =
  'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\npostgres:x:101:105::/var:/bin/sh\nkim:x:1000:1000::/home/kim:/bin/sh\n';

test('PostgreSQL runs as ourselves, unless that is root: then as postgres, else nobody', () => {
  const cluster = '/nowhere';
  expect(chooseIdentity({ cluster, ownUid: 1000, passwd })).toBeUndefined();
  expect(chooseIdentity({ cluster, ownUid: 0, passwd })).toEqual({ name: 'postgres', uid: 101, gid: 105 });
  expect(chooseIdentity({ cluster, ownUid: 0, passwd: passwd.replace(/postgres.*\n/, '') })).toMatchObject({ name: 'nobody' });
  expect(() => chooseIdentity({ cluster, ownUid: 0, passwd: 'root:x:0:0:::\n' })).toThrow(
    /weder den Benutzer „postgres“ noch „nobody“.*DATABASE_URL.*\n.*neither/s,
  );
});

test.runIf(asRoot)('root keeps to the owner of a cluster that is already there; another user is refused', () => {
  const cluster = scratch('cluster');
  chownSync(cluster, 1000, 1000);
  expect(chooseIdentity({ cluster, ownUid: 0, passwd })).toMatchObject({ name: 'kim' });
  expect(() => chooseIdentity({ cluster, ownUid: 101, passwd })).toThrow(/gehört einem anderen Benutzer/);
});

test.runIf(asRoot)('what a user can reach follows the rights of every directory on the way', () => {
  const kim = { name: 'kim', uid: 1000, gid: 1000 };
  const outer = scratch('outer');
  const file = join(outer, 'inner', 'file');
  mkdirSync(join(outer, 'inner'));
  writeFileSync(file, '', { mode: 0o644 });
  expect(canReach(file, kim, 'read')).toBe(false);
  chmodSync(outer, 0o711);
  expect(canReach(file, kim, 'read')).toBe(true);
  chmodSync(file, 0o640);
  expect(canReach(file, kim, 'read')).toBe(false);
  chownSync(file, 0, 1000);
  expect(canReach(file, kim, 'read')).toBe(true);
});

test('the socket lies beside the data behind mode 0700, or, where that path is too long, in a private directory that is removed again', () => {
  const home = scratch('h');
  const beside = makeSocketDirectory(home, undefined);
  expect(beside).toBe(join(home, 'socket'));
  chmodSync(beside, 0o755);
  makeSocketDirectory(home, undefined);
  expect(statSync(beside).mode & 0o777).toBe(0o700);
  removeSocketDirectory(beside);
  expect(statSync(beside).isDirectory()).toBe(true);

  const long = join(home, 'x'.repeat(90));
  mkdirSync(long);
  const apart = makeSocketDirectory(long, undefined);
  expect(Buffer.byteLength(`${apart}/.s.PGSQL.5432`)).toBeLessThan(104);
  expect(statSync(apart).mode & 0o777).toBe(0o700);
  expect(makeSocketDirectory(long, undefined, apart)).toBe(apart);
  removeSocketDirectory(apart);
  expect(() => statSync(apart)).toThrow(/ENOENT/);
  expect(asSetting('/a, "b"')).toBe('"/a, ""b"""');
});

test('rule 22 the lock of a directory is taken once, also within one process, and can be taken again after release', async () => {
  const directory = scratch('lock');
  const release = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toMatchObject({
    code: 'directory-in-use',
    message: expect.stringContaining(`PID ${process.pid}`),
  });
  await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'directory-in-use' });
  release();
  release();
  const again = await lockDirectory(directory);
  again();
});

test('the log of PostgreSQL is emptied in place before it grows without bound, and its last part is kept', () => {
  const home = scratch('log');
  writeFileSync(logOf(home), 'small');
  boundLog(home);
  expect(statSync(logOf(home)).size).toBe(5);
  const { ino } = statSync(logOf(home));
  writeFileSync(logOf(home), 'x'.repeat(5_000_001));
  boundLog(home);
  expect(statSync(logOf(home))).toMatchObject({ size: 0, ino });
  expect(statSync(`${logOf(home)}.1`).size).toBe(5_000_001);
});
