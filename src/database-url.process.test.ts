import { readdirSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { acceptingMailServer } from './mail-server.fixture.ts';
import type { Connection } from './platform/db/connection.ts';
import { emptyDatabase } from './platform/db/db.fixture.ts';
import { withClient } from './platform/db/settle.ts';
import { until } from './platform/db/until.ts';
import { administrator, type ServerProcess, setUp } from './server.fixture.ts';
import { launch, stopsWell } from './servers.fixture.ts';

const urlOf = ({ user, host, port, database }: Connection): string =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;

const onDatabase = (url: string, rest: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: url,
  PFORTE_SECRET_KEY: 'a key for tests, not for anything else',
  ...rest,
});

const connections = [await emptyDatabase(), await emptyDatabase()] as const;

test('DATABASE_URL: the same server on a PostgreSQL of the operator starts, is set up, answers, and leaves that PostgreSQL alone when it stops', async () => {
  const [connection] = connections;
  const server = await launch({ environment: onDatabase(urlOf(connection)), isSetUp: false });
  await server.ready();
  await setUp(server);
  expect((await server.api<{ name: string }>('GET', '/workspace')).body.name).toBe(administrator.workspace);
  expect((await server.ask('GET', '/kunden/sign-in')).status).toBe(200);
  await stopsWell(server);
  expect(readdirSync(server.dataDirectory)).toEqual([]);
  const count = await withClient(connection, (client) => client.query('select from workspace'));
  expect(count.rowCount).toBe(1);
});

test('DATABASE_URL that leads nowhere ends the start with a sentence that keeps the password to itself', async () => {
  const server = await launch({ environment: onDatabase('postgres://pforte:hunter2@127.0.0.1:1/pforte') });
  expect((await server.ended).code).toBe(1);
  expect(server.logged()).toMatch(
    /^Die Datenbank 127\.0\.0\.1:1\/pforte ist nicht erreichbar.*\nThe database 127\.0\.0\.1:1\/pforte cannot be reached/,
  );
  expect(server.logged()).not.toMatch(/hunter2|^ +at /m);
});

test('two servers on one database, started together: one workspace, one session for both, a link is spent once, each mail leaves once', async () => {
  const mailServer = await acceptingMailServer();
  const rest = { PFORTE_BASE_URL: 'http://localhost:4000', PFORTE_SMTP_URL: mailServer.url };
  const environment = onDatabase(urlOf(connections[1]), rest);
  const [one, two] = await Promise.all([launch({ environment }), launch({ environment })]);
  await Promise.all([one.ready(), two.ready()]);
  const cookie = await one.signIn();
  expect((await two.api<{ accountName: string }>('GET', '/me', { cookie })).body.accountName).toBe(administrator.email);

  const { body: customer } = await two.api<{ id: string }>('POST', '/customers', { cookie, body: { name: 'Stadtwerke' } });
  const create = async (server: ServerProcess, index: number) => {
    const contact = { customerId: customer.id, firstName: 'Anna', lastName: `Kunde ${index}`, email: `k-${index}@kunde.example` };
    const { status } = await server.api('POST', '/contacts', { cookie, body: { ...contact, portalAccess: { sendPasswordLink: true } } });
    expect(status).toBe(201);
  };
  const orders = Array.from({ length: 60 }, (_, index) => index);
  await Promise.all(orders.map((index) => create(index % 2 ? one : two, index)));
  await until(() => mailServer.arrived.length >= orders.length || undefined, { withinMillis: 30_000 });
  const statesOf = async () => {
    const { body } = await one.api<{ items: { state: string }[] }>('GET', '/mail/messages?limit=100', { cookie });
    return body.items.map(({ state }) => state);
  };
  await until(async () => (await statesOf()).every((state) => state === 'accepted') || undefined, { withinMillis: 10_000 });
  expect(await statesOf()).toEqual(orders.map(() => 'accepted'));
  expect(mailServer.arrived.map(({ to }) => to).sort()).toEqual(orders.map((index) => `k-${index}@kunde.example`).sort());

  const { text = '' } = await PostalMime.parse(mailServer.arrived[0]?.text ?? '');
  const link = /http:\/\/localhost:4000(\/kunden\/link\/[\w-]{43})/.exec(text)?.[1] ?? '';
  const tries = ['Birke', 'Eiche', 'Buche', 'Fichte', 'Tanne', 'Ulme', 'Weide', 'Linde'].map((tree, index) =>
    (index % 2 ? one : two).ask('POST', link, { form: { password: `unter der ${tree} im Garten` } }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
  expect(statuses).toEqual([303, ...Array(7).fill(410)]);
  await stopsWell(one);
  await stopsWell(two);
});
