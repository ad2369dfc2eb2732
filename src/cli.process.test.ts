import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findEmbedded } from './platform/db/embedded.ts';
import { makeDirectory, processesIn } from './platform/db/openers.fixture.ts';
import { withClient } from './platform/db/settle.ts';
import { until } from './platform/db/until.ts';
import { administrator, type CommandOptions, runPforte, type ServerOptions, type ServerProcess } from './server.fixture.ts';
import { setUpDirectory, start } from './servers.fixture.ts';

/** Commands and servers on one data directory. */
function at(dataDirectory: string) {
  return {
    dataDirectory,
    start: (options: ServerOptions = {}) => start({ dataDirectory, ...options }),
    pforte: (args: string[], options: Omit<CommandOptions, 'dataDirectory'> = {}) => runPforte(args, { dataDirectory, ...options }),
  };
}

/** Opens the printed address as a browser does, sets a password there, and signs in with it. */
async function usePrintedAddress(server: ServerProcess, printed: string, accountName: string, password: string): Promise<string> {
  const address = /https?:\/\/\S+\/console\/link\/[\w-]{43}/.exec(printed)?.[0] ?? '';
  const { host, pathname } = new URL(address);
  // A running server hears of a new workspace within a second.
  const page = () => server.ask('GET', pathname, { headers: { host } });
  const opened = await until(async () => (await page()).text.includes('name="password"') || undefined, { withinMillis: 2_000 });
  expect([opened, (await page()).status]).toEqual([true, 200]);
  const set = await server.ask('POST', pathname, { form: { password }, headers: { host } });
  expect([set.status, set.headers.location]).toEqual([303, '/console/sign-in']);
  const session = await server.ask('POST', '/api/v1/sessions', { body: { accountName, password }, headers: { host } });
  expect(session.status).toBe(201);
  return session.cookie;
}

test('pforte setup without a server: prints an address that works as soon as one runs, and leaves nothing running', async () => {
  const { pforte, ...place } = at(makeDirectory('memory'));
  // Wherever the command is started: somebody's web site is not the console.
  const workingDirectory = makeDirectory('memory');
  writeFileSync(join(workingDirectory, 'index.html'), '');
  const done = await pforte(['setup', '--workspace', 'Stadtwerke Süd', '--admin', 'chef@sued.example'], { port: 4711, workingDirectory });
  expect(done).toMatchObject({ code: 0, complained: '' });
  expect(processesIn(place.dataDirectory)).toEqual([]);
  expect(done.printed).toMatch(/^Stadtwerke Süd: http:\/\/localhost:4711\/console\/\nhttp:\/\/localhost:4711\/console\/link\/[\w-]{43}\n$/);
  const server = await place.start({ isSetUp: false });
  const cookie = await usePrintedAddress(server, done.printed, 'chef@sued.example', 'ein Esel grast am Deich');
  const { body } = await server.api<{ name: string; language: string }>('GET', '/workspace', { cookie });
  expect(body).toMatchObject({ name: 'Stadtwerke Süd', language: 'de' });
});

test('rule 13 pforte setup beside a running server adds a workspace below the base domain; nothing crosses', async () => {
  const { pforte, ...place } = at(await setUpDirectory());
  const environment = { PFORTE_BASE_DOMAIN: 'pforte.localhost' };
  const server = await place.start({ environment });
  const order = ['setup', '--workspace', 'Anders AG', '--admin', 'chef@anders.example', '--language', 'en', '--address-form', 'du'];
  const done = await pforte(order, { environment, port: server.port });
  expect(done).toMatchObject({ code: 0, complained: '' });
  expect(done.printed).toContain(`http://anders-ag.pforte.localhost:${server.port}/console/link/`);

  const cookie = await usePrintedAddress(server, done.printed, 'chef@anders.example', 'ein Esel grast am Deich');
  const other = { cookie, headers: { host: `anders-ag.pforte.localhost:${server.port}` } };
  const own = { headers: { host: `muster-energie-gmbh.pforte.localhost:${server.port}` } };
  expect((await server.api('GET', '/workspace', other)).body).toMatchObject({ name: 'Anders AG', language: 'en', addressForm: 'du' });
  expect((await server.api('GET', '/workspace', { ...own, cookie })).status).toBe(401);
  expect(server.logged()).toBe('');
});

test('pforte setup says in both languages what it refuses', async () => {
  const { pforte, ...place } = at(await setUpDirectory());
  await place.start();
  const second = await pforte(['setup', '--workspace', 'Anders AG', '--admin', 'chef@anders.example']);
  expect(second.code).toBe(1);
  expect(second.complained).toMatch(/PFORTE_BASE_DOMAIN.*\n.*PFORTE_BASE_DOMAIN/);
  const environment = { PFORTE_BASE_DOMAIN: 'pforte.localhost' };
  const twice = await pforte(['setup', '--workspace', administrator.workspace, '--admin', 'chef@anders.example'], { environment });
  expect([twice.code, twice.complained.trim().split('\n').length, twice.printed]).toEqual([1, 2, '']);
  const nobody = await pforte(['setup', '--workspace', 'Anders AG', '--admin', 'chef'], { environment });
  expect([nobody.code, nobody.complained]).toEqual([
    1,
    expect.stringMatching(/^Das ist keine gültige E-Mail-Adresse.*\nThis is not a valid/),
  ]);
});

test('pforte admin reset beside a running server and without one; an unknown name is answered with the known ones', async () => {
  const { pforte, ...place } = at(await setUpDirectory());
  const server = await place.start();
  const done = await pforte(['admin', 'reset', administrator.email], { port: server.port });
  expect(done).toMatchObject({ code: 0, complained: '' });
  await usePrintedAddress(server, done.printed, administrator.email, 'ein Esel grast am Deich');
  const unknown = await pforte(['admin', 'reset', 'chef@muster.example'], { port: server.port });
  expect([unknown.code, unknown.printed]).toEqual([1, '']);
  expect(unknown.complained).toMatch(new RegExp(`Vorhanden sind: ${administrator.email}\\.\\n.*There are: ${administrator.email}\\.`));

  await server.stop();
  const alone = await pforte(['admin', 'reset', administrator.email], { port: server.port });
  expect(alone).toMatchObject({ code: 0, complained: '' });
  expect(server.leftovers()).toEqual([]);
  await usePrintedAddress(await place.start(), alone.printed, administrator.email, 'zwei Esel grasen am Deich');
});

test('rule 21 pforte audit verify: 0 while events are being written, 1 after a row was changed behind the back of the server', async () => {
  const { pforte, ...place } = at(await setUpDirectory());
  const server = await place.start();
  const cookie = await server.signIn();
  const change = async () => {
    // Whatever happens to the load is seen in the number of events below.
    for (let count = 0; ; count++) await server.api('POST', '/customers', { cookie, body: { name: `Firma ${count}` } });
  };
  for (let lane = 0; lane < 3; lane++) change().catch(() => {});
  const counts: number[] = [];
  for (let run = 0; run < 3; run++) {
    const verified = await pforte(['audit', 'verify']);
    expect(verified).toMatchObject({ code: 0, complained: '', printed: expect.stringMatching(/ \d+ events, 0 erased, 0 faults\n$/) });
    counts.push(Number(/ (\d+) events/.exec(verified.printed)?.[1]));
  }
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(new Set(counts).size).toBe(3);

  await tamper(place.dataDirectory, `update event set name = 'customer.deleted' where sequence = 3`);
  const verified = await pforte(['audit', 'verify']);
  expect(verified.code).toBe(1);
  expect(verified.printed).toMatch(/, 1 faults\n {2}3: edited\n$/);
});

/** As somebody with all rights on the database would do it. */
async function tamper(dataDirectory: string, statement: string): Promise<void> {
  const running = findEmbedded(dataDirectory);
  if (!running) throw new Error('No PostgreSQL runs there.');
  await withClient(running.owner, (client) =>
    client.query(`alter table event disable trigger user; ${statement}; alter table event enable trigger user`),
  );
}

test('nonsense is answered with the usage, mistaken settings with all mistakes, an empty place with a sentence', async () => {
  const { pforte } = at(makeDirectory('memory'));
  const nonsense = [['nonsense'], ['admin', 'reset'], ['setup', '--workspace', 'Anders AG'], ['audit', '--verify'], ['setup', '--admin']];
  for (const answer of await Promise.all(nonsense.map((args) => pforte(args)))) {
    expect(answer).toMatchObject({ code: 2, printed: '' });
    expect(answer.complained).toMatch(/^pforte serve +run the server\npforte setup --workspace NAME/);
  }
  const german = await pforte(['nonsense'], { environment: { LANG: 'de_DE.UTF-8' } });
  expect(german).toMatchObject({ code: 2, complained: expect.stringMatching(/^pforte serve +Server starten\n/) });
  const environment = { PFORTE_PORT: 'many', DATABASE_URL: 'mysql://root:hunter2@db/pforte' };
  for (const mistaken of await Promise.all([['audit', 'verify'], ['serve']].map((args) => pforte(args, { environment })))) {
    expect([mistaken.code, mistaken.complained.trim().split('\n').length]).toEqual([78, 2]);
    expect(mistaken.complained).not.toContain('hunter2');
  }
  const empty = await pforte(['audit', 'verify']);
  expect([empty.code, empty.complained]).toEqual([1, expect.stringMatching(/PFORTE_DATA.*\n.*PFORTE_DATA/)]);
});
