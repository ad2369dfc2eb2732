import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../platform/db/db.fixture.ts';
import type { Schema } from './schema.ts';

const { owner } = await testDatabase<Schema>();

type Column = { table: string; column: string };

test('every table carries the workspace in its primary key, and every foreign key goes through it', async () => {
  const { rows } = await sql<{ table: string; first: string }>`
    select c.relname as table, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(owner.db);
  const withoutWorkspace = rows.filter(({ first }) => first !== 'workspace_id').map(({ table }) => table);
  // The list of workspaces itself, the address to open the first one, and the bookkeeping of migrations.
  expect(withoutWorkspace.sort()).toEqual(['migration', 'setup_link', 'workspace']);

  const foreign = await sql<{ name: string; columns: string[]; target: string }>`
    select conname as name, confrelid::regclass::text as target,
      (select array_agg(a.attname) from unnest(conkey) as k(n) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.n) as columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(owner.db);
  const loose = foreign.rows.filter(({ columns, target }) => target !== 'workspace' && !columns.toString().includes('workspace_id'));
  expect(loose).toEqual([]);
});

test('the row types name the tables that the migrations made', async () => {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`.execute(
    owner.db,
  );
  const inDatabase = [...new Set(rows.map(({ table }) => camel(table)))].sort();
  const source = readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8');
  const inTypes = [...source.slice(source.indexOf('export type Schema')).matchAll(/^ {2}(\w+): \w+Table;/gm)].map(([, name]) => name);
  expect(inTypes.sort()).toEqual(inDatabase);
});

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
