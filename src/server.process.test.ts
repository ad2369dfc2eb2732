import { readdirSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startScriptedSmtp } from './modules/mail/delivery/scripted-smtp.fixture.ts';
import { canReach, chooseIdentity } from './platform/db/identity.ts';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { readNote } from './platform/db/postmaster.ts';
import { until } from './platform/db/until.ts';
import { administrator, launchServer, type ServerOptions, type ServerProcess, setUp, setUpAddress } from './server.fixture.ts';
import { acceptingMailServer } from './server-kills.fixture.ts';
import { setUpDirectory } from './set-up-directory.fixture.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function launch(options: ServerOptions): Promise<ServerProcess> {
  const server = await launchServer(options);
  endings.push(server.end);
  return server;
}

async function start(options: ServerOptions): Promise<ServerProcess> {
  const server = await launch(options);
  await server.ready();
  return server;
}

/** A normal stop: code 0 within ten seconds, not a word on standard error, nothing left running. */
async function stopsWell(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const { code, millis } = await server.stop(signal);
  expect({ code, logged: server.logged(), leftovers: server.leftovers() }).toEqual({ code: 0, logged: '', leftovers: [] });
  expect(millis).toBeLessThan(10_000);
}

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

/** Four clients that create contacts until the server is gone. Two keep their connection, as browsers do, two open one for each request. */
function createContacts(server: ServerProcess, cookie: string, customerId: string) {
  const seen = { created: 0 };
  const client = async (lane: number) => {
    const agent = lane % 2 ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
    for (let count = 0; ; count++) {
      const contact = { customerId, firstName: '', lastName: `Kunde ${lane}-${count}`, email: `k-${lane}-${count}@kunde.example` };
      const body = { ...contact, portalAccess: { sendPasswordLink: true } };
      const answer = await server.api('POST', '/contacts', { cookie, body, ...(agent && { agent }) }).catch(() => undefined);
      if (!answer) return agent?.destroy();
      if (answer.status === 201) seen.created += 1;
      // The polite way to turn somebody away who comes back over a connection that is still open.
      else if (answer.status !== 503) throw new Error(`The server answers ${answer.status}: ${answer.text}`);
    }
  };
  const gone = Promise.all([0, 1, 2, 3].map(client));
  const more = async (count: number) => {
    const enough = seen.created + count;
    expect(await until(() => seen.created >= enough || undefined, { withinMillis: 60_000, everyMillis: 2 })).toBe(true);
  };
  return { seen, gone, more };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'rule 23 %s under load: what was accepted is answered, what was not answered was not done, each mail leaves once',
  async (signal) => {
    const mailServer = await acceptingMailServer();
    endings.push(mailServer.close);
    const options = { dataDirectory: await setUpDirectory(), environment: { PFORTE_SMTP_URL: mailServer.url } };
    const server = await start(options);
    const cookie = await server.signIn();
    const { body: customer } = await server.api<{ id: string }>('POST', '/customers', { cookie, body: { name: 'Stadtwerke' } });
    const { seen, gone, more } = createContacts(server, cookie, customer.id);
    await more(20);
    // Each waits for one of a few threads that hash passwords, so that many are under way when the signal comes.
    let open = 40;
    const slow = Array.from({ length: open }, async (_, index) => {
      const body = { accountName: `niemand-${index}@muster.example`, password: 'ein anderes Fahrrad im Hof' };
      const { status } = await server.ask('POST', '/api/v1/sessions', { body });
      open -= 1;
      return status;
    });
    await more(8);
    expect(open).toBeGreaterThan(0);

    await stopsWell(server, signal);
    expect(new Set(await Promise.all(slow))).toEqual(new Set([401]));
    await gone;
    const again = await start(options);
    const stored = await again.api<{ total: number }>('GET', '/contacts?limit=1', { cookie });
    expect(stored.body.total).toBe(seen.created);
    await until(() => mailServer.arrived.length >= seen.created || undefined, { withinMillis: 30_000 });
    expect([mailServer.arrived.length, new Set(mailServer.arrived.map(({ to }) => to)).size]).toEqual([seen.created, seen.created]);
    await stopsWell(again);
  },
);

test('rule 23 neither a client that does not finish its request nor a mail server that does not answer keeps it from stopping', async () => {
  const mailServer = await startScriptedSmtp({ script: { content: () => 'hang' } });
  endings.push(mailServer.close);
  const environment = { PFORTE_SMTP_URL: `smtp://127.0.0.1:${mailServer.port}?from=no-reply@muster.example` };
  const server = await start({ dataDirectory: await setUpDirectory(), environment });
  const { body: customer } = await server.api<{ id: string }>('POST', '/customers', { body: { name: 'Stadtwerke' } });
  const body = {
    customerId: customer.id,
    firstName: '',
    lastName: 'Amsel',
    email: 'amsel@kunde.example',
    portalAccess: { sendPasswordLink: true },
  };
  await server.api('POST', '/contacts', { body });
  expect(await until(() => mailServer.mails.length || undefined, { withinMillis: 10_000 })).toBe(1);
  await halfRequest(server);
  await stopsWell(server);
});

/** A request whose second half never comes; the server has begun to read it. */
async function halfRequest(server: ServerProcess): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  endings.push(async () => {
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    socket.write(
      'POST /api/v1/sessions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"acc',
      () => resolve(),
    );
  });
  // Connections are taken in their order: once a later one has been answered, the half of this one has been read.
  await server.ask('GET', '/health/live');
  return socket;
}

test('rule 23 a second signal ends it at once, and the next start is clean', async () => {
  const directory = await setUpDirectory();
  const server = await start({ dataDirectory: directory });
  await halfRequest(server);
  const stopped = server.stop();
  const isStopping = () =>
    server.ask('GET', '/health/live').then(
      () => undefined,
      () => true,
    );
  expect(await until(isStopping, { withinMillis: 4_000 })).toBe(true);
  const { code, millis } = await server.stop('SIGINT');
  expect(code).toBe(1);
  expect(millis).toBeLessThan(1_000);
  await stopped;
  // PostgreSQL was told to end and does so by itself.
  expect(await until(() => server.leftovers().length === 0 || undefined, { withinMillis: 10_000 })).toBe(true);
  await stopsWell(await start({ dataDirectory: directory }));
});

test('rule 23 a signal during the start leaves nothing running either, and the next start completes', async () => {
  const directory = makeDirectory('memory');
  const server = await launch({ dataDirectory: directory });
  const databaseRuns = () => readNote(join(directory, 'postgres'))?.state === 'ready' || undefined;
  expect(await until(databaseRuns, { withinMillis: 60_000, everyMillis: 2 })).toBe(true);
  expect(server.printed()).toBe('');
  await stopsWell(server);
  const next = await start({ dataDirectory: directory });
  expect(await next.signIn()).toBeTruthy();
});

test('rule 22 a second server on the same data directory is refused in both languages, and the first goes on', async () => {
  const first = await start({ dataDirectory: await setUpDirectory() });
  const second = await launch({ dataDirectory: first.dataDirectory });
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.logged().split('\n')).toEqual([
    expect.stringMatching(
      new RegExp(`^Das Datenverzeichnis .* wird bereits von einem anderen Pforte-Prozess \\(PID ${first.pid}\\) benutzt\\.`),
    ),
    expect.stringMatching(new RegExp(`^The data directory .* is already in use by another Pforte process \\(PID ${first.pid}\\)\\.`)),
    '',
  ]);
  expect((await first.api('POST', '/customers', { body: { name: 'Stadtwerke' } })).status).toBe(201);
  await stopsWell(first);
});

test('a port that is taken is said in a sentence, and nothing is left running', async () => {
  const first = await start({ dataDirectory: await setUpDirectory() });
  const second = await launch({ dataDirectory: await setUpDirectory(), environment: { PFORTE_PORT: String(first.port) } });
  expect((await second.ended).code).toBe(1);
  expect(second.logged()).toMatch(/PFORTE_PORT/);
  expect(second.logged()).not.toMatch(/^ +at /m);
  expect(second.leftovers()).toEqual([]);
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
