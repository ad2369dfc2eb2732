import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deliveryTools } from './delivery.fixture.ts';
import { always, flighty, never } from './flighty.fixture.ts';

const { database, server, post, workerOf, stateOf } = await deliveryTools();

test('the database is away for some seconds when the server takes a mail: it is written as accepted all the same, and not sent twice', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const ids = await Promise.all([1, 2, 3].map((index) => at.leaveOne(`p${index}@kunde.example`)));
  const { db, state } = flighty(database.db);
  smtp.script = {
    content: () => {
      if (!state.refused) setTimeout(() => Object.assign(state, { away: never }), 2800);
      state.away = always;
      return '250 2.0.0 ok';
    },
  };
  const worker = workerOf(at, { db, smtp: { lines: 1 } });
  await worker.runOnce();
  expect(state.refused).toBeGreaterThan(5);
  smtp.script = {};
  while (await worker.runOnce());
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(3);
  expect((await at.attempts()).filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
});

test('a shutdown while the database is away ends in its time, and says what could not be written', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const { db, state } = flighty(database.db);
  smtp.script = {
    content: () => {
      state.away = always;
      return '250 2.0.0 ok';
    },
  };
  const worker = workerOf(at, { db });
  const round = worker.runOnce();
  while (!state.refused) await new Promise((resolve) => setTimeout(resolve, 5));
  const since = performance.now();
  await worker.stop();
  await round;
  expect(performance.now() - since).toBeLessThan(2000);
  expect(at.logLines.filter((line) => line.includes('these mails may be sent once more') && line.includes(id))).toHaveLength(1);
});

test('a mail whose try could not be written because the database was away leaves when it is back, not when its claim runs out', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const ids = await Promise.all([1, 2, 3].map((index) => at.leaveOne(`p${index}@kunde.example`)));
  const { db, state } = flighty(database.db);
  const worker = workerOf(at, {
    db,
    findDeadLinks: async () => {
      state.away = state.refused ? never : always;
      return new Set();
    },
  });
  await worker.runOnce();
  expect(smtp.mails).toEqual([]);
  await expect(worker.runOnce()).rejects.toThrow('terminating');

  state.away = never;
  const { rows } = await sql`select from message where claimed_by is not null`.execute(database.db);
  expect(rows.length).toBeGreaterThan(0);
  const other = workerOf(at, { db });
  expect(await other.runOnce()).toBe(false);
  await worker.runOnce();
  await other.runOnce();
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(3);
});
