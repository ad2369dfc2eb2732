import { globSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { committedSqlOf, readStores, type Store, sqlOf, sqlPathOf } from '../scripts/sql.ts';
import type { Schema } from './modules/schema.ts';
import { testDatabase } from './platform/db/db.fixture.ts';
import { untiedTables } from './platform/db/statement-scope.ts';

const { pool, owner } = await testDatabase<Schema>();
const stores = await readStores();

/** Statements that look at all workspaces, each with its reason. */
const acrossWorkspaces: Record<string, string> = {
  'mail/outbox/aside-store.ts putWaitingAside: mail_setting, queue_pause':
    'Before it asks, the worker puts aside what cannot leave yet; every mail is changed in its own workspace.',
  'mail/outbox/aside-store.ts withdrawLoneCopies: mail_setting, message':
    'It also ends the copies of mails that never left; a copy and its mail are of one workspace.',
  'mail/outbox/outbox-store.ts listDueSettings: address_mark, mail_setting, mail_template, message, queue_pause':
    'The worker asks which workspaces have mails to send; everything after that goes workspace by workspace.',
};

/** The tables without a column for the workspace: the list of workspaces, and what exists before the first of them. */
const withoutWorkspace = ['migration', 'setup_link', 'workspace'];

const tables = async (): Promise<Map<string, boolean>> => {
  const { rows } = await sql<{ name: string; carries: boolean }>`
    select table_name as name, bool_or(column_name = 'workspace_id') as carries
    from information_schema.columns where table_schema = 'public' group by table_name`.execute(owner.db);
  return new Map(rows.map(({ name, carries }) => [name, carries]));
};
const workspaceTables = new Set([...(await tables())].flatMap(([name, carries]) => (carries ? [name] : [])));

const shortPath = ({ path }: Pick<Store, 'path'>) => path.replace('src/modules/', '');

const outdated = (all: readonly Store[], committed: (store: Store) => string) =>
  all.filter((store) => sqlOf(store) !== committed(store)).map(sqlPathOf);

const unsampled = (all: readonly Store[]) =>
  all.flatMap((store) => {
    const sampled = new Set(store.statements.map(({ name }) => name));
    return store.functions.filter((name) => !sampled.has(name)).map((name) => `${shortPath(store)} ${name}`);
  });

const untied = (all: readonly Store[]) => {
  const found = all.flatMap((store) =>
    store.statements.flatMap(({ name, sql: statement, isCondition }) => {
      const named = untiedTables(statement, workspaceTables, { isCondition });
      return named.length > 0 ? [`${shortPath(store)} ${name}: ${named.join(', ')}`] : [];
    }),
  );
  return [...new Set(found)];
};

/** A store that asks one thing. */
const madeUp = (statement: string, functions = ['listThings']): Store => ({
  path: 'src/modules/thing/store.ts',
  functions,
  statements: [{ name: 'listThings', variant: '', sql: statement, isCondition: false }],
});

test('the SQL beside each store is what the store asks (run npm run sql)', () => {
  expect(outdated(stores, committedSqlOf), 'run npm run sql').toEqual([]);
  expect(
    globSync('src/modules/**/*.sql', { cwd: join(import.meta.dirname, '..') })
      .map((path) => path.replaceAll('\\', '/'))
      .sort(),
  ).toEqual(stores.map(sqlPathOf).sort());
});

test('a statement that has changed since, and a file that is missing, are found', () => {
  const thing = madeUp('select name from thing');
  expect(outdated([thing], () => sqlOf(thing))).toEqual([]);
  expect(outdated([thing], () => sqlOf(madeUp('select key from thing')))).toEqual(['src/modules/thing/store.sql']);
  expect(outdated([thing], () => '')).toEqual(['src/modules/thing/store.sql']);
});

test('every function that a store exports has a sample', () => {
  expect(stores.length).toBeGreaterThan(15);
  expect(unsampled(stores)).toEqual([]);
});

test('a function without a sample is found', () => {
  expect(unsampled([madeUp('select', ['listThings', 'findThing'])])).toEqual(['thing/store.ts findThing']);
});

test('rule 13 every statement carries the workspace for every table of a workspace that it names', () => {
  expect(untied(stores)).toEqual(Object.keys(acrossWorkspaces));
});

test('rule 13 a statement that leaves the workspace out is found', () => {
  expect(untied([madeUp('select id from contact where id = $1')])).toEqual(['thing/store.ts listThings: contact']);
  expect(untied([madeUp('select id from contact where workspace_id = $1 and id = $2')])).toEqual([]);
});

test('rule 13 every table but three carries the workspace', async () => {
  const without = [...(await tables())].flatMap(([name, carries]) => (carries ? [] : [name]));
  expect(without.sort()).toEqual(withoutWorkspace);
});

/** What the database says to statements that name something it does not have, or leave open what a parameter is. */
async function complaints(all: readonly Store[]): Promise<string[]> {
  const client = await pool.connect();
  const heard: string[] = [];
  try {
    for (const store of all) {
      for (const { name, sql: statement, isCondition } of store.statements) {
        if (isCondition || statement.startsWith('explain ')) continue;
        await client.query(`prepare sample as ${statement}`).then(
          () => client.query('deallocate sample'),
          (error: unknown) => heard.push(`${shortPath(store)} ${name}: ${error instanceof Error ? error.message : error}`),
        );
      }
    }
  } finally {
    client.release();
  }
  return heard;
}

test('the database understands every statement', async () => {
  expect(await complaints(stores)).toEqual([]);
});

test('a statement that the database does not understand is found', async () => {
  expect(await complaints([madeUp('select key from thing')])).toEqual(['thing/store.ts listThings: relation "thing" does not exist']);
});
