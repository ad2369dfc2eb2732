import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { layOut } from './statement-text.ts';
import { flat, readStatement } from './statement-tree.ts';
import { answered, describeStatements, recordStatements, sampleId } from './statements.ts';

const workspaceId = sampleId<'workspace'>();

test('a sample gives the statements in the names of the database, whatever comes back', async () => {
  const [statement] = await recordStatements({
    findPortal: (tx) => tx.selectFrom('portal').select('timeZone').where('workspaceId', '=', workspaceId).executeTakeFirst(),
  });
  expect(statement).toEqual({
    name: 'findPortal',
    variant: '',
    sql: 'select "time_zone" from "portal" where "workspace_id" = $1',
    isCondition: false,
  });
});

test('answers let a function go on, one for each statement in turn', async () => {
  const statements = await recordStatements({
    renamePortal: answered([[], [{ name: 'Kundenportal' }]], async (tx) => {
      await tx.selectFrom('portal').select('id').execute();
      const { name } = await tx.selectFrom('portal').select('name').executeTakeFirstOrThrow();
      await sql`select ${name}::text as ${sql.raw(name.toLowerCase())}`.execute(tx);
    }),
  });
  expect(statements.map((statement) => statement.sql)).toEqual([
    'select "id" from "portal"',
    'select "name" from "portal"',
    'select $1::text as kundenportal',
  ]);
});

test('a condition is recorded as the part of a statement that it is', async () => {
  expect(await recordStatements({ isOpen: () => sql<boolean>`used_at is null` })).toEqual([
    { name: 'isOpen', variant: '', sql: 'used_at is null', isCondition: true },
  ]);
});

test('a sample that asks nothing, has answers left, or asks what another has asked, is refused', async () => {
  await expect(recordStatements({ idle: () => undefined })).rejects.toThrow('asks the database nothing');
  await expect(recordStatements({ chatty: answered([[], []], (tx) => sql`select 1`.execute(tx)) })).rejects.toThrow('more answers');
  await expect(
    recordStatements({ twice: { one: (tx) => sql`select 1`.execute(tx), other: (tx) => sql`select 1`.execute(tx) } }),
  ).rejects.toThrow('„twice other“ asks the same');
});

test('the file beside a store names functions and variants, and says every statement once', () => {
  const of = (name: string, variant: string, text: string) => ({ name, variant, sql: text, isCondition: false });
  const text = describeStatements('store.ts', [
    of('list', 'all', 'select 1'),
    of('list', 'all', 'select 2'),
    of('list', 'some', 'select 3'),
    of('list', 'some', 'select 2'),
    { name: 'isOpen', variant: '', sql: 'used_at is null', isCondition: true },
  ]);
  expect(text.split('\n').slice(1)).toEqual([
    '',
    '-- list: all',
    'select 1;',
    '',
    'select 2;',
    '',
    '-- list: some',
    'select 3;',
    '',
    '-- again statement 2 of „all“',
    '',
    '-- isOpen',
    'used_at is null',
    '',
  ]);
});

test('every clause gets its line, what is too long is broken, only white space changes', () => {
  const columns = Array.from({ length: 20 }, (_, index) => `column_${index}`).join(', ');
  const statement = `select ${columns} from contact where workspace_id = $1 and exists (select from access where ${'a_long_column_name is null and '.repeat(5)}x = ' and  or ') order by 1`;
  const lines = layOut(statement).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(140);
  expect(lines.map((line) => line.trim().split(' ')[0])).toContain('from');
  expect(lines.at(-1)).toBe('order by 1');
  expect(lines.filter((line) => line.includes("x = ' and  or '"))).toHaveLength(1);
  const bare = (text: string) => flat(readStatement(text)).replace(/\s/g, '');
  expect(bare(lines.join('\n'))).toBe(bare(statement));
});

test('comments in a statement are left out, brackets must match', () => {
  expect(layOut('select 1 -- one\n, 2 /* two\n */')).toBe('select 1 , 2');
  expect(() => layOut('select (1')).toThrow('do not match');
});
