import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptingMailServer } from './mail-server.fixture.ts';
import { startScriptedSmtp } from './modules/mail/delivery/scripted-smtp.fixture.ts';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { readNote } from './platform/db/postmaster.ts';
import { until } from './platform/db/until.ts';
import type { ServerProcess } from './server.fixture.ts';
import { atEnd, launch, setUpDirectory, start, stopsWell } from './servers.fixture.ts';

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
    const options = { dataDirectory: await setUpDirectory(), environment: { PFORTE_SMTP_URL: mailServer.url } };
    const server = await start(options);
    const cookie = await server.signIn();
    const { body: customer } = await server.api<{ id: string }>('POST', '/customers', { cookie, body: { name: 'Stadtwerke' } });
    const { seen, gone, more } = createContacts(server, cookie, customer.id);
    await more(28);
    // Each waits for one of a few threads that hash passwords, so that many are under way when the signal comes.
    let open = 40;
    const slow = Array.from({ length: open }, async (_, index) => {
      const body = { accountName: `niemand-${index}@muster.example`, password: 'ein anderes Fahrrad im Hof' };
      const { status } = await server.ask('POST', '/api/v1/sessions', { body });
      open -= 1;
      return status;
    });
    // Until then all of them have been read: a connection that the server has not come to yet is ended unread, and nothing is done.
    await until(() => open <= 30 || undefined, { withinMillis: 30_000 });
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
  atEnd(mailServer.close);
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
  atEnd(async () => {
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
