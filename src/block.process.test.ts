import { expect, test } from 'vitest';
import { emptyDatabase } from './platform/db/db.fixture.ts';
import { withClient } from './platform/db/settle.ts';
import { type ServerProcess, setUp } from './server.fixture.ts';
import { launch, stopsWell } from './servers.fixture.ts';

const connection = await emptyDatabase();
const url = `postgres://${connection.user}@/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`;
const environment = {
  DATABASE_URL: url,
  PFORTE_SECRET_KEY: 'a key for tests, not for anything else',
  PFORTE_BASE_URL: 'http://localhost:4000',
};

const password = 'zwölf Spatzen auf dem Dach';
const open = 5000;
/** Asked one by one; the others are counted in the database. */
const everyNth = 5;

/** Sessions of one account, made where making them by signing in would take minutes; addressed by a secret as ours are. */
const addSessions = (accountId: string, count: number) =>
  withClient(connection, (client) =>
    client.query(
      `insert into session (workspace_id, id, account_id, secret_hash, generation, remembered, created_at, last_used_at, expires_at, device, network)
       select account.workspace_id, gen_random_uuid(), account.id, sha256(convert_to('session-' || number, 'UTF8')), account.generation, false,
         now(), now(), now() + interval '12 hours', 'Firefox, Linux', '127.0.0.1'
       from account cross join generate_series(1, $2::int) as number where account.id = $1`,
      [accountId, count],
    ),
  );

test(`B114 B119 rule 7 two servers, ${open} open sessions: a block on one bites on the other within a second, for every session`, async () => {
  const one = await launch({ environment, isSetUp: false });
  await one.ready();
  await setUp(one);
  const two = await launch({ environment });
  await two.ready();

  const { body: customer } = await one.api<{ id: string }>('POST', '/customers', { body: { name: 'Stadtwerke' } });
  const person = { customerId: customer.id, firstName: 'Anna', lastName: 'Amsel', email: 'anna@amsel.example', portalAccess: { password } };
  const { body: saved } = await one.api<{ contact: { accesses: { accessId: string }[] } }>('POST', '/contacts', { body: person });
  const accessId = saved.contact.accesses[0]?.accessId ?? '';
  const { body: access } = await one.api<{ accountId: string }>('GET', `/accesses/${accessId}`);
  await addSessions(access.accountId, open);

  const cookies = Array.from({ length: open }, (_, number) => `pforte-portal=session-${number + 1}`);
  const statusOf = async (server: ServerProcess, cookie: string) => (await server.ask('GET', '/kunden/', { cookie })).status;
  for (const cookie of cookies.slice(0, 50)) expect(await statusOf(two, cookie)).toBe(200);

  const asked = performance.now();
  let answered = 0;
  const blocking = one.api('PATCH', `/accesses/${accessId}`, { body: { granted: false } }).then((answer) => {
    answered = performance.now();
    return answer;
  });
  let [lastAlive, firstDead] = [asked, 0];
  for (let number = 0; !firstDead; number = (number + 1) % 200) {
    const sent = performance.now();
    if ((await statusOf(two, cookies[number] ?? '')) === 200) lastAlive = sent;
    else firstDead = performance.now();
    expect(performance.now() - asked).toBeLessThan(10_000);
  }
  expect((await blocking).status).toBe(200);
  expect(firstDead - answered, 'counted from the saving').toBeLessThan(1000);

  const alive: string[] = [];
  const ask = async (lane: number) => {
    for (let number = lane; number < open; number += 8 * everyNth) {
      const server = number % 2 ? one : two;
      if ((await statusOf(server, cookies[number] ?? '')) !== 303) alive.push(cookies[number] ?? '');
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, lane) => ask(lane)));
  expect(alive).toEqual([]);
  const left = await withClient(connection, (client) =>
    client.query(
      'select from session join account on account.id = account_id and account.generation = session.generation where ended_at is null and account.id = $1',
      [access.accountId],
    ),
  );
  expect(left.rowCount).toBe(0);
  console.log(
    `${open} sessions: block saved after ${Math.round(answered - asked)} ms, first refusal on the other server ${Math.round(firstDead - answered)} ms later, last admission asked for ${Math.round(lastAlive - answered)} ms later`,
  );
  await stopsWell(one);
  await stopsWell(two);
});
