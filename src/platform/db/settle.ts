import pg from 'pg';
import type { Connection } from './connection.ts';

/** Who uses the embedded database. The superuser serves only the supervisor. */
export const ownerRole = 'pforte_owner';
export const applicationRole = 'pforte';
export const databaseName = 'pforte';

/** Runs one piece of work on a connection of its own. */
export async function withClient<Result>(connection: Connection, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...connection, ssl: false, application_name: 'pforte supervisor', connectionTimeoutMillis: 5_000 });
  // An end of PostgreSQL shows in the answer to the query; without a listener it would end this process too.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the roles and the database that are not there yet; a start that was killed halfway is completed here. */
export const settle = (superuser: Connection): Promise<void> =>
  withClient(superuser, async (client) => {
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [ownerRole, applicationRole],
    ]);
    for (const role of [ownerRole, applicationRole].filter((name) => !roles.rows.some((row) => row.rolname === name))) {
      await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole`);
    }
    const databases = await client.query<{ open: boolean }>('select datacl is null as open from pg_database where datname = $1', [
      databaseName,
    ]);
    if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`);
    if (databases.rows[0]?.open !== false) await closeDatabase(client, databaseName);
  });

/** The application may connect and nothing else; what it may do with tables comes with the migrations. One message is one transaction. */
export const closeDatabase = (client: pg.Client, database: string) =>
  client.query(`revoke all on database ${database} from public; grant connect on database ${database} to ${applicationRole}`);
