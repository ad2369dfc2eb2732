import { expect, test } from 'vitest';
import { untiedTables } from './statement-scope.ts';

const tables = new Set(['contact', 'customer', 'access', 'user', 'event', 'event_detail', 'throttle']);
const untied = (sql: string) => untiedTables(sql, tables).join(' ');

const tied: [string, string][] = [
  ['a parameter', 'select id from contact where workspace_id = $1 and id = $2'],
  ['quoted names', 'select "id" from "user" where "workspace_id" = $1'],
  ['the other way round, with a cast', 'select id from contact where $1::uuid = contact.workspace_id'],
  ['brackets', 'select id from contact where (workspace_id = $1 and (name = $2 or name = $3))'],
  ['a join', 'select 1 from contact join customer on customer.workspace_id = contact.workspace_id where contact.workspace_id = $1'],
  ['aliases', 'select 1 from contact as c join customer k on c.workspace_id = k.workspace_id where k.workspace_id = $1'],
  [
    'a chain of joins',
    'select 1 from contact a join access b on b.workspace_id = a.workspace_id left join customer c on c.workspace_id = b.workspace_id where a.workspace_id = $1',
  ],
  ['several tables after from', 'select 1 from contact, customer where contact.workspace_id = $1 and customer.workspace_id = $1'],
  [
    'a subquery tied to the statement around it',
    'select 1 from contact where workspace_id = $1 and exists (select from access where access.workspace_id = contact.workspace_id)',
  ],
  ['an update', 'update contact set name = $1 where workspace_id = $2 returning id'],
  [
    'an update with another table',
    'update contact set name = k.name from customer k where k.workspace_id = $1 and contact.workspace_id = k.workspace_id',
  ],
  ['a delete', 'delete from contact where workspace_id = $1'],
  ['an insert', 'insert into contact (workspace_id, id) values ($1, $2) on conflict do nothing'],
  [
    'an insert that may overwrite',
    'insert into throttle (workspace_id, key) values ($1, $2) on conflict (workspace_id, key) do update set key = $3',
  ],
  ['an insert of what was selected', 'insert into contact (workspace_id, id) select $1, id from customer where workspace_id = $1'],
  [
    'steps',
    'with due as (select id from contact where workspace_id = $1 for update) update contact set name = $2 from due where contact.workspace_id = $1',
  ],
  ['a counted list', 'select count(*) from (select id from contact where workspace_id = $1 limit 10) as counted'],
  ['rows of a function', 'select 1 from unnest($1) as key where key is distinct from $2'],
  ['a table without a workspace', 'select id from workspace order by created_at'],
  [
    'words that only look like clauses',
    "select extract(epoch from at), ' from customer ' as from_customer from event where workspace_id = $1 -- from customer",
  ],
];

test.each(tied)('rule 13 the workspace is carried: %s', (_, sql) => {
  expect(untied(sql)).toBe('');
});

const loose: [string, string, string][] = [
  ['nothing at all', 'select id from contact', 'contact'],
  ['only the id', 'select id from contact where id = $1', 'contact'],
  ['only selected, not compared', 'select workspace_id from contact where id = $1', 'contact'],
  ['compared with itself', 'select id from contact where workspace_id = contact.workspace_id', 'contact'],
  ['compared with something else', 'select id from contact where workspace_id <> $1', 'contact'],
  ['beside an or', 'select id from contact where workspace_id = $1 or name = $2', 'contact'],
  ['in an order', 'select id from contact where id = $1 order by workspace_id = $2', 'contact'],
  ['in a word', "select id from contact where name = 'workspace_id = $1'", 'contact'],
  [
    'a joined table',
    'select 1 from contact join customer on customer.id = contact.customer_id where contact.workspace_id = $1',
    'customer',
  ],
  [
    'tables tied to each other and to no workspace',
    'select 1 from contact join customer on customer.workspace_id = contact.workspace_id',
    'contact customer',
  ],
  [
    'on the wrong side of a left join',
    'select 1 from contact left join customer on contact.workspace_id = $1 and customer.workspace_id = $1',
    'contact',
  ],
  [
    'behind a right join',
    'select 1 from contact right join customer on customer.workspace_id = contact.workspace_id where contact.workspace_id = $1',
    'customer',
  ],
  ['a second table after from', 'select 1 from contact, customer where contact.workspace_id = $1', 'customer'],
  ['unclear whose', 'select 1 from contact, customer where workspace_id = $1', 'contact customer'],
  ['a subquery', 'select 1 from contact where workspace_id = $1 and id in (select contact_id from access)', 'access'],
  [
    'only within a subquery',
    'select 1 from contact where not exists (select from access where access.workspace_id = contact.workspace_id and access.workspace_id = $1)',
    'contact',
  ],
  ['a subquery in a list', 'select (select max(at) from event where id = contact.id) from contact where workspace_id = $1', 'event'],
  ['the second half of a union', 'select id from contact where workspace_id = $1 union all select id from customer', 'customer'],
  ['an update', 'update contact set workspace_id = $1 where id = $2', 'contact'],
  ['a delete', 'delete from contact where id = $1', 'contact'],
  ['a delete with another table', 'delete from contact using customer where contact.workspace_id = $1', 'customer'],
  ['an insert', 'insert into contact (id, name) values ($1, $2)', 'contact'],
  ['an insert without columns', 'insert into contact values ($1, $2)', 'contact'],
  [
    'an insert that may overwrite',
    'insert into contact (workspace_id, email) values ($1, $2) on conflict (email) do update set name = $3',
    'contact',
  ],
  ['a step', 'with gone as (delete from event_detail where sequence = $1) delete from event where workspace_id = $2', 'event_detail'],
  ['under explain', 'explain (format json) select id from contact', 'contact'],
];

test.each(loose)('rule 13 the workspace is missing: %s', (_, sql, names) => {
  expect(untied(sql)).toBe(names);
});

test('a condition may lean on a table of the statement that it goes into, a statement may not', () => {
  const condition = 'exists (select from access where access.workspace_id = contact.workspace_id and access.contact_id = contact.id)';
  expect(untiedTables(condition, tables, { isCondition: true })).toEqual([]);
  expect(untiedTables(`select ${condition}`, tables)).toEqual(['access']);
  expect(untiedTables('exists (select from access where access.contact_id = contact.id)', tables, { isCondition: true })).toEqual([
    'access',
  ]);
});
