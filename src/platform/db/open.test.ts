import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rolledBack, testDatabase } from './db.fixture.ts';
import { openDatabase } from './open.ts';

type Schema = { probe: { id: number; createdOn: string; note: unknown } };

const database = await testDatabase<Schema>();
await sql`create table probe (id bigint primary key, created_on date not null, note jsonb)`.execute(database.owner.db);

test('rule 24 a day stays a day, a count is a number, and the keys of a document stay as they were written', async () => {
  const row = { id: 7, createdOn: '2026-03-29', note: JSON.stringify({ first_name: 'Änne' }) };
  const seen = await rolledBack(database.db, async (tx) => {
    await tx.insertInto('probe').values(row).execute();
    return tx.selectFrom('probe').select(['id', 'createdOn', 'note']).executeTakeFirst();
  });
  expect(seen).toEqual({ id: 7, createdOn: '2026-03-29', note: { first_name: 'Änne' } });
});

test('a rolled-back transaction leaves nothing, also when the body fails', async () => {
  const failing = rolledBack(database.db, async (tx) => {
    await tx.insertInto('probe').values({ id: 8, createdOn: '2026-01-01', note: null }).execute();
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await database.db.selectFrom('probe').select('id').execute()).toEqual([]);
});

test('rule 21 the application role changes rows, but no tables, no bookkeeping and no rights', async () => {
  const refused = { code: '42501' };
  await expect(sql`create table more (id int)`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`create temporary table more (id int)`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`drop table probe`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`truncate probe`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`delete from migration`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`create role more`.execute(database.db)).rejects.toMatchObject(refused);
  const self = await sql<{
    super: boolean;
  }>`select rolsuper or rolcreatedb or rolcreaterole as super from pg_roles where rolname = current_user`.execute(database.db);
  expect(self.rows).toEqual([{ super: false }]);
});

test('German names sort as in a German telephone book, umlauts are letters, and case folds', async () => {
  const sorted = await sql<{
    name: string;
  }>`select name from unnest(array['Zimmer','Öztürk','Ohm','Äbler','Abel','Ärmel']) as name order by name collate "de-x-icu"`.execute(
    database.db,
  );
  expect(sorted.rows.map(({ name }) => name)).toEqual(['Abel', 'Äbler', 'Ärmel', 'Ohm', 'Öztürk', 'Zimmer']);
  const folded = await sql<{
    lower: string;
    trigrams: number;
  }>`select lower('ÄÖÜ') as lower, cardinality(show_trgm('ü')) as trigrams`.execute(database.db);
  expect(folded.rows).toEqual([{ lower: 'äöü', trigrams: 2 }]);
});

test('a statement that runs too long is ended, and the pool goes on', async () => {
  const hasty = await openDatabase<Schema>(database.connection, { statementTimeoutMillis: 50, connections: 1 });
  try {
    await expect(sql`select pg_sleep(5)`.execute(hasty.db)).rejects.toMatchObject({ code: '57014' });
    expect((await sql<{ one: number }>`select 1 as one`.execute(hasty.db)).rows).toEqual([{ one: 1 }]);
  } finally {
    await hasty.close();
  }
});

test('rule 23 a connection that is cut off, idle or in use, does not end the process', async () => {
  const cut = await openDatabase<Schema>(database.connection, { connections: 2, applicationName: 'to be cut' });
  const ofCut = sql`pg_stat_activity where application_name = 'to be cut'`;
  const served = (query: Promise<unknown>) =>
    query.then(
      () => true,
      () => false,
    );
  try {
    const busy = served(sql`select pg_sleep(20)`.execute(cut.db));
    await served(cut.pool.query('select 1'));
    const active = async () =>
      (await sql<{ n: number }>`select count(*) as n from ${ofCut} and state = 'active'`.execute(database.db)).rows[0]?.n;
    await expect.poll(active).toBe(1);
    await sql`select pg_terminate_backend(pid) from ${ofCut}`.execute(database.db);
    expect(await busy).toBe(false);
    await expect.poll(() => served(cut.pool.query('select 1'))).toBe(true);
  } finally {
    await cut.close();
  }
});

test('closing ends every connection, whether Kysely or only the pool was used, and may be asked for twice', async () => {
  for (const use of ['kysely', 'pool'] as const) {
    const brief = await openDatabase<Schema>(database.connection, { applicationName: `brief ${use}` });
    await (use === 'pool' ? brief.pool.query('select 1') : sql`select 1`.execute(brief.db));
    await brief.close();
    await brief.close();
    const left = () =>
      sql<{ n: number }>`select count(*) as n from pg_stat_activity where application_name = ${`brief ${use}`}`.execute(database.db);
    await expect.poll(async () => (await left()).rows[0]?.n).toBe(0);
  }
});

test('an unreachable database is named without its password', async () => {
  const opening = openDatabase('postgres://pforte:geheim@127.0.0.1:1/kunden', { connectTimeoutMillis: 500 });
  await expect(opening).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/127\.0\.0\.1:1\/kunden ist nicht erreichbar.*\n.*cannot be reached/s),
  });
  await expect(opening).rejects.not.toThrow(/geheim/);
});
