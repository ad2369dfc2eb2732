import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { emptyDatabase } from './db.fixture.ts';
import { type Migration, migrate, pendingMigrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { applicationRole } from './settle.ts';

const creating = (name: string, table: string): Migration => ({
  name,
  up: async (db: Kysely<unknown>) => {
    await sql`create table ${sql.id(table)} (id int primary key)`.execute(db);
  },
});
const first = creating('0001-first', 'one');
const second = creating('0002-second', 'two');

const run = (connection: Connection, migrations: Migration[]) => migrate({ connection, migrations, log: quietLog });

async function tables(connection: Connection): Promise<string[]> {
  const { db, close } = await openDatabase<unknown>(connection);
  const found = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  await close();
  return found.rows.map(({ name }) => name);
}

async function asApplication(connection: Connection, statement: ReturnType<typeof sql>): Promise<unknown> {
  const { db, close } = await openDatabase<unknown>({ ...connection, user: applicationRole });
  return statement.execute(db).finally(close);
}

test('migrations run once, in order, and only what is missing', async () => {
  const connection = await emptyDatabase();
  expect(await pendingMigrations({ connection, migrations: [first, second] })).toEqual(['0001-first', '0002-second']);
  expect(await tables(connection)).toEqual([]);
  expect(await run(connection, [first])).toEqual(['0001-first']);
  expect(await pendingMigrations({ connection, migrations: [first, second] })).toEqual(['0002-second']);
  expect(await run(connection, [first, second])).toEqual(['0002-second']);
  expect(await run(connection, [first, second])).toEqual([]);
  expect(await tables(connection)).toEqual(['migration', 'one', 'two']);
});

test('rule 22 a migration that fails leaves no trace and is named, those before it stay, and the next start completes', async () => {
  const connection = await emptyDatabase();
  const failing: Migration = {
    name: '0002-second',
    up: async (db) => {
      await second.up(db);
      await sql`select 1 / 0`.execute(db);
    },
  };
  await expect(run(connection, [first, failing])).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining('0002-second'),
  });
  expect(await tables(connection)).toEqual(['migration', 'one']);
  expect(await run(connection, [first, second])).toEqual(['0002-second']);
});

test('four nodes that start together apply each migration once', async () => {
  const connection = await emptyDatabase();
  const done = await Promise.all([1, 2, 3, 4].map(() => run(connection, [first, second])));
  expect(done.flat().sort()).toEqual(['0001-first', '0002-second']);
});

test('a database that a newer version has opened is refused in both languages, with the name of what is unknown', async () => {
  const connection = await emptyDatabase();
  await run(connection, [first, second]);
  const newer = {
    code: 'database-is-newer',
    message: expect.stringMatching(/neueren Pforte-Version.*0002-second.*\n.*newer version.*0002-second/s),
  };
  await expect(run(connection, [first])).rejects.toMatchObject(newer);
  await expect(pendingMigrations({ connection, migrations: [first] })).rejects.toMatchObject(newer);
});

test('names out of order, twice, or put before what is done are refused before anything runs', async () => {
  const connection = await emptyDatabase();
  await expect(run(connection, [second, first])).rejects.toThrow('0001-first is out of order');
  await expect(run(connection, [first, first])).rejects.toThrow('0001-first is out of order');
  await run(connection, [second]);
  await expect(run(connection, [first, second])).rejects.toThrow('0001-first was put before');
  expect(await tables(connection)).toEqual(['migration', 'two']);
});

test('rule 21 the application role works with every table, and what a migration takes back stays taken back', async () => {
  const connection = await emptyDatabase();
  const restricted: Migration = {
    name: '0002-second',
    up: async (db) => {
      await second.up(db);
      await sql`revoke update, delete on two from pforte`.execute(db);
    },
  };
  await run(connection, [first, restricted]);
  await run(connection, [first, restricted, creating('0003-third', 'three')]);
  for (const table of ['one', 'two', 'three']) await asApplication(connection, sql`insert into ${sql.id(table)} values (1)`);
  await asApplication(connection, sql`delete from one`);
  await asApplication(connection, sql`delete from three`);
  await expect(asApplication(connection, sql`delete from two`)).rejects.toMatchObject({ code: '42501' });
  await expect(asApplication(connection, sql`update two set id = 2`)).rejects.toMatchObject({ code: '42501' });
});
