import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canReach, chooseIdentity } from './platform/db/identity.ts';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { administrator, setUp, setUpAddress } from './server.fixture.ts';
import { launch, setUpDirectory, start, stopsWell } from './servers.fixture.ts';

test('a first start in a directory with spaces and umlauts prints a one-time address that sets up; later starts print none', async () => {
  const directory = join(makeDirectory('memory'), 'Büro „Süd“ ß');
  const first = await start({ dataDirectory: directory, isSetUp: false });
  expect(setUpAddress(first)).toContain(`${first.url}/console/setup/`);
  await setUp(first);
  expect((await first.api<{ name: string }>('GET', '/workspace')).body.name).toBe(administrator.workspace);
  await stopsWell(first);

  const second = await start({ dataDirectory: directory, isSetUp: false });
  expect(setUpAddress(second)).toBe('');
  expect(second.printed()).toContain(`${second.url}/kunden/`);
  expect(await second.signIn()).toContain('pforte-console=');
  await stopsWell(second);
});

test('starts and stops as an ordinary user', async ({ skip }) => {
  if (process.getuid?.() !== 0) return skip('the tests themselves run as an ordinary user, so every other test here shows it');
  const identity = chooseIdentity({ cluster: '/nowhere' });
  const needed = [process.execPath, import.meta.dirname, join(import.meta.dirname, '../node_modules/fastify')];
  if (!identity || !needed.every((path) => canReach(path, identity))) return skip('an ordinary user may not read Node.js or this checkout');
  const directory = makeDirectory('memory', identity);
  const server = await start({ dataDirectory: directory, identity, environment: { HOME: directory } });
  expect((await server.api('POST', '/customers', { body: { name: 'Stadtwerke' } })).status).toBe(201);
  await stopsWell(server);
});

test('mistaken settings are reported all at once, without what is secret of them, with exit code 78, and before anything is opened', async () => {
  const environment = {
    PFORTE_PORT: '99999',
    PFORTE_BASE_URL: 'ftp://portal.example',
    PFORTE_SECRET_KEY: 'too short a key',
    PFORTE_SMTP_URL: 'http://hunter1@mail.example',
    DATABASE_URL: 'mysql://root:hunter2@db/pforte',
    PFORTE_ADMIN_PASSWORD: 'hunter3',
    PFORTE_LIFETIME_RESET: 'soon',
    PFORTE_TRUSTED_PROXIES: 'everyone',
    PFORTE_SMTP_URL_FILE: '/nowhere',
  };
  const server = await launch({ environment, isSetUp: false });
  expect(await server.ended).toEqual({ code: 78, signal: null });
  const named = new Set(server.logged().match(/^[A-Z_]+/gm));
  expect([...named].sort()).toEqual([
    'DATABASE_URL',
    'PFORTE_ADMIN_EMAIL',
    'PFORTE_BASE_URL',
    'PFORTE_LIFETIME_RESET',
    'PFORTE_PORT',
    'PFORTE_SECRET_KEY',
    'PFORTE_SMTP_URL_FILE',
    'PFORTE_TRUSTED_PROXIES',
  ]);
  expect(server.logged()).not.toMatch(/hunter|too short a key|^ +at /m);
  expect(readdirSync(server.dataDirectory)).toEqual([]);
});

test('rule 2 in production a start without a public address names the setting', async () => {
  const server = await launch({ environment: { NODE_ENV: 'production' }, isSetUp: false });
  expect((await server.ended).code).toBe(78);
  expect(server.logged()).toMatch(/^PFORTE_BASE_URL is required in production/m);
});

test.each([
  ['PFORTE_ADMIN_PASSWORD', 'Kundenportal2026'],
  ['PFORTE_SMTP_URL', 'smtp://mail.example/path'],
])('a start that %s ends after the database was opened leaves nothing running and says why in both languages', async (name, value) => {
  const server = await launch({ dataDirectory: makeDirectory('memory'), environment: { [name]: value } });
  expect((await server.ended).code).toBe(1);
  expect(server.logged().trim().split('\n')).toHaveLength(2);
  expect(server.logged()).not.toContain(value);
  expect(server.leftovers()).toEqual([]);
});

test('rule 22 a second server on the same data directory, and one on the same port, are refused in both languages, and the first goes on', async () => {
  const first = await start({ dataDirectory: await setUpDirectory() });
  const inSameDirectory = await launch({ dataDirectory: first.dataDirectory });
  expect(await inSameDirectory.ended).toEqual({ code: 1, signal: null });
  expect(inSameDirectory.logged().split('\n')).toEqual([
    expect.stringMatching(
      new RegExp(`^Das Datenverzeichnis .* wird bereits von einem anderen Pforte-Prozess \\(PID ${first.pid}\\) benutzt\\.`),
    ),
    expect.stringMatching(new RegExp(`^The data directory .* is already in use by another Pforte process \\(PID ${first.pid}\\)\\.`)),
    '',
  ]);
  const environment = { PFORTE_PORT: String(first.port) };
  const onSamePort = await launch({ dataDirectory: await setUpDirectory(), environment });
  expect((await onSamePort.ended).code).toBe(1);
  expect(onSamePort.logged()).toMatch(
    /^Pforte kann unter .*PFORTE_PORT.*EADDRINUSE.*PFORTE_PORT=4001.*\nPforte cannot .*PFORTE_PORT.*EADDRINUSE.*PFORTE_PORT=4001.*\n$/,
  );
  expect(onSamePort.leftovers()).toEqual([]);
  expect((await first.api('POST', '/customers', { body: { name: 'Stadtwerke' } })).status).toBe(201);
  await stopsWell(first);
});

test('at rest it takes little memory: nothing that only some requests need lies in it', async ({ skip }) => {
  if (process.platform !== 'linux') return skip('only Linux tells the memory of a process without a program of its own');
  // The first start of a version fills the cache of compiled code, and takes more.
  const dataDirectory = await setUpDirectory();
  await stopsWell(await start({ dataDirectory }));
  const server = await start({ dataDirectory });
  const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
  expect(kilobytes).toBeGreaterThan(50_000);
  expect(kilobytes).toBeLessThan(150_000);
  await stopsWell(server);
});
