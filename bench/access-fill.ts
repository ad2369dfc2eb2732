import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cities, companyParts, firstNames, lastNames } from '../src/demo/names.ts';
import { migrations } from '../src/migrations/index.ts';
import type { Schema } from '../src/modules/schema.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { quietLog } from '../src/platform/db/quiet-log.fixture.ts';

export const benchWorkspace = '01980000-0000-7000-8000-00000000beef';
export const benchPortals = ['01980000-0000-7000-8000-0000000000a1', '01980000-0000-7000-8000-0000000000a2'] as const;

/** The whole of time in the data is before this moment. */
export const benchNow = new Date('2026-03-10T09:00:00Z');

/** A PostgreSQL that writes to the disk as it does in use, with so many people, companies, accesses and mails; `close` removes it. */
export async function openBenchAccesses(count: number) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'pforte-bench-'));
  const embedded = await startEmbedded({ dataDirectory, log: quietLog });
  const stop = async () => {
    await embedded.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    await migrate({ connection: embedded.owner, migrations, log: quietLog });
    const client = new pg.Client({ ...embedded.superuser, database: embedded.owner.database ?? '' });
    await client.connect();
    await fill(client, count);
    await client.end();
    const database = await openDatabase<Schema>(embedded.application, { log: quietLog });
    return {
      db: database.db,
      owner: embedded.owner,
      async close() {
        await database.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Indexes are made after the rows, and triggers stay silent: what they would have written is written by the same expressions for all rows at once. */
async function fill(client: pg.Client, count: number): Promise<void> {
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2`);
  await client.query(
    `insert into workspace (id, slug, name, language, address_form, time_zone, lifetimes, created_at)
     values ($1, 'bench', 'Muster Energie GmbH', 'de', 'sie', 'Europe/Berlin', '{}', $2)`,
    [benchWorkspace, benchNow],
  );
  for (const [index, id] of benchPortals.entries())
    await client.query(
      `insert into portal (workspace_id, id, slug, name, kind, time_zone, brand_color, open_to_contacts, is_default, created_at)
       values ($1, $2, $3, $4, $5, 'Europe/Berlin', '#123456', false, $6, $7)`,
      [benchWorkspace, id, `p${index}`, index ? 'Installateurportal' : 'Kundenportal', index ? 'installer' : 'customer', !index, benchNow],
    );
  await client.query(`set session_replication_role = replica`);
  const tables = ['customer', 'contact', 'account', 'access', 'assignment', 'message'];
  const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any($1)
       and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { indexname } of indexes) await client.query(`drop index ${indexname}`);
  await fillTables(client, count);
  for (const { indexdef } of indexes) await client.query(indexdef);
  await client.query(`set session_replication_role = origin`);
  for (const table of tables) await client.query(`vacuum analyze ${table}`);
  await client.query('checkpoint');
}

/** One of a list, by a number that hops about in it. */
const pick = (list: string, number: string) => `(${list})[1 + ((${number}) % array_length((${list}), 1))]`;
const idOf = (kind: number, number: string) => `('01980000-000${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
/** A number that looks drawn by lot, and is the same every time. */
const lot = (number: string, salt: number) => `(abs(hashint4((${number})::int + ${salt * 7_919})) % 1000000)`;

async function fillTables(client: pg.Client, count: number): Promise<void> {
  const [first, last] = ['$3::text[]', '$4::text[]'];
  const companies = Math.max(1, Math.floor(count / 20));
  const spelled = (text: string) => `lower(translate(${text}, 'äöüßÄÖÜğıłøéèç', 'aousAOUgiloeec'))`;
  await client.query(
    `insert into customer (workspace_id, id, name, external_id, city, country, created_at, updated_at)
     select $1, ${idOf(1, 'n')}, ${pick('$3::text[]', lot('n', 1))} || ${pick('$4::text[]', lot('n', 2))} || ' ' || n || ' ' || ${pick('$5::text[]', lot('n', 3))},
       'K-' || (10000 + n), ${pick('$6::text[]', lot('n', 4))}, 'DE', $2::timestamptz, $2::timestamptz
     from generate_series(1, ${companies}) as n`,
    [benchWorkspace, benchNow, companyParts.first, companyParts.second, companyParts.form, cities],
  );
  await client.query(
    `insert into contact (workspace_id, id, customer_id, company, first_name, last_name, email, external_id, created_at, updated_at)
     select $1, ${idOf(2, 'n')}, customer.id, customer.name, first_name, last_name,
       ${spelled('first_name')} || '.' || ${spelled('last_name')} || '.' || n || '@beispiel-' || (n % 977) || '.example', 'P-' || (20000 + n), $2::timestamptz, $2::timestamptz
     from (select n, ${pick(first, lot('n', 5))} as first_name,
             ${pick(last, lot('n', 6))} || case when n % 5 = 0 then '-' || ${pick(last, lot('n', 7))} else '' end as last_name
           from generate_series(1, ${count}) as n) as made
     join customer on customer.workspace_id = $1 and customer.id = ${idOf(1, `1 + ${lot('n', 8)} % ${companies}`)}`,
    [benchWorkspace, benchNow, [...firstNames.frau, ...firstNames.herr], lastNames],
  );
  await client.query(
    `insert into account (workspace_id, id, kind, account_name, account_name_key, email, password_hash, password_set_at, new_email, new_email_until, created_at)
     select $1, ${idOf(3, 'n')}, 'portal', email, lower(email), email,
       case when n % 10 < 7 then 'x' end, case when n % 10 < 7 then $2::timestamptz end,
       case when n % 2000 = 1 then 'neu.' || email end, case when n % 2000 = 1 then $2::timestamptz + interval '1 day' end, $2::timestamptz
     from generate_series(1, ${count}) as n join contact on contact.workspace_id = $1 and contact.id = ${idOf(2, 'n')}`,
    [benchWorkspace, benchNow],
  );
  await client.query(
    `insert into access (workspace_id, id, account_id, portal_id, role, invited_at, registered_at, blocked_at, expires_on, created_at, origin,
       activation_sent_at, last_sign_in_at, given_name, pending, sort_name, search_text)
     select $1, ${idOf(4, 'n')}, ${idOf(3, 'n')}, case when ${lot('n', 12)} % 5 = 0 then $4::uuid else $3::uuid end,
       case when ${lot('n', 12)} % 5 = 0 then 'installer' when n % 50 = 1 then 'team-admin' else 'customer' end,
       case when n % 10 < 9 then made_at + interval '1 minute' end, case when n % 10 < 7 then made_at + interval '1 day' end,
       case when n % 97 = 3 then $2::timestamptz end, case when n % 23 = 2 then ($2::timestamptz)::date + (n % 600)::int - 100 end, made_at,
       case when n % 40 = 0 then 'self-registration' else 'given' end, case when n % 400 = 39 then made_at end,
       case when n % 10 < 6 then $2::timestamptz - make_interval(secs => ${lot('n', 10)} * 20) end,
       case when n % 200 = 0 then 'Gerd Gast ' || n end, n % 200 = 0,
       case when n % 200 = 0 then pforte_fold('Gerd Gast ' || n) else contact.sort_name end,
       pforte_fold(contact.email || ' ' || contact.email || ' ') || ' '
         || case when n % 200 = 0 then pforte_fold('Gerd Gast ' || n) else ' ' || contact.search_text || ' ' || pforte_fold(customer.external_id) end
     from (select n, $2::timestamptz - make_interval(secs => ${lot('n', 9)} * 60) as made_at from generate_series(1, ${count}) as n) as made
     join contact on contact.workspace_id = $1 and contact.id = ${idOf(2, 'n')}
     join customer on customer.workspace_id = $1 and customer.id = contact.customer_id`,
    [benchWorkspace, benchNow, ...benchPortals],
  );
  await client.query(
    `insert into assignment (workspace_id, access_id, contact_id, assigned_at)
     select $1, ${idOf(4, 'n')}, ${idOf(2, 'n')}, $2::timestamptz from generate_series(1, ${count}) as n where n % 200 <> 0`,
    [benchWorkspace, benchNow],
  );
  // Two mails for everybody; in one of a hundred cases the newer one failed.
  await client.query(
    `insert into message (workspace_id, id, template_key, variant, account_id, recipient_name, recipient_address, message_id, subject, html, text,
       queued_at, next_attempt_at, accepted_at, refused_at, cause)
     select $1, ${idOf(5, 'n * 2 + turn')}, 'set_password', 'de', ${idOf(3, 'n')}, 'Anna Amsel', account.email, '<' || n || '.' || turn || '@bench.example>',
       'Legen Sie Ihr Passwort fest', '', '', queued, queued, case when not failed then queued end, case when failed then queued end,
       case when failed then 'refused' end
     from (select n, turn, turn = 1 and n % 100 = 17 as failed, $2::timestamptz - make_interval(secs => ${lot('n', 11)} * 40 - turn * 20) as queued
           from generate_series(1, ${count}) as n, generate_series(0, 1) as turn) as made
     join account on account.workspace_id = $1 and account.id = ${idOf(3, 'n')}`,
    [benchWorkspace, benchNow],
  );
}
