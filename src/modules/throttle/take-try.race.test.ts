import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/db.fixture.ts';
import { openDatabase } from '../../platform/db/open.ts';
import type { Schema } from '../schema.ts';
import { address, anna, type Db, door, home } from './door.fixture.ts';
import { takeTry } from './take-try.ts';
import { type Limit, signInLimit } from './throttle.ts';

const database = await testDatabase<Schema>();
/** A second process has a pool of its own. */
const otherProcess = await openDatabase<Schema>(database.connection, { connections: 20 });
afterAll(() => otherProcess.close());

const drainingPlan = { freeTries: 3, firstPauseSeconds: 2, longestPauseSeconds: 60, drainSeconds: 20 };
const patient: Limit = {
  name: 'patient',
  plans: { account: { ...drainingPlan, freeTries: 1000 }, network: { ...drainingPlan, freeTries: 1000 } },
};

/** Fifty at once, half of them in the other process. */
const fiftyAtOnce = <Result>(act: (number: number, db: Db) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: 50 }, (_, number) => act(number, number % 2 ? database.db : otherProcess.db)));

test('rule 14 of fifty failures at the same moment in two processes none is lost', async () => {
  const { fail, counters } = await door(database.db);
  await fiftyAtOnce((_, db) => fail(0, { account: anna, network: home }, patient, db));
  expect((await counters()).map(({ failures }) => failures)).toEqual([50, 50]);
});

test('rule 14 of fifty tries at the same moment in two processes exactly the free ones get through', async () => {
  const { fail } = await door(database.db);
  const waits = await fiftyAtOnce((_, db) => fail(0, { account: anna, network: home }, signInLimit, db));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

const waitingForLocks = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
  return Number(rows[0]?.count);
};

test('rule 14 tries that all looked before the first was counted are not all let through', async () => {
  const { at, fail } = await door(database.db);
  const subject = { account: anna, network: home };
  const first = await database.db.startTransaction().execute();
  await takeTry(at(0, first), signInLimit, subject);
  const others = Promise.all(Array.from({ length: 20 }, () => fail(0, subject, signInLimit, otherProcess.db)));
  await expect.poll(waitingForLocks, { timeout: 5000, interval: 20 }).toBe(20);
  await first.commit().execute();
  expect((await others).filter((wait) => wait === 0)).toHaveLength(4);
});

test('rule 14 fifty tries and successes at the same moment on crossing accounts and networks end without a deadlock', async () => {
  const { fail, succeed, counters } = await door(database.db);
  const subject = (number: number) => ({ account: `portal:${number % 5}`, network: address(number % 7) });
  await fiftyAtOnce((number, db) =>
    number % 3 ? succeed(0, subject(number), signInLimit, db) : fail(0, subject(number), signInLimit, db),
  );
  expect((await counters()).every(({ failures }) => failures >= 0)).toBe(true);
});
