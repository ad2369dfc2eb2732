import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { codeOf, complain, isDatabaseComplaint } from './complaint.ts';
import type { Connection, Log } from './connection.ts';

export type Database<Schema> = {
  db: Kysely<Schema>;
  /** For what Kysely does not cover: LISTEN, named statements. */
  pool: pg.Pool;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Hears of connections that break; without it they are replaced in silence. */
  log?: Log;
  applicationName?: string;
  /** The largest number of connections of this process. */
  connections?: number;
  /** A statement that runs longer is ended by the server. 0 is no limit. */
  statementTimeoutMillis?: number;
  /** How long opening a connection, or waiting for a free one, may take. */
  connectTimeoutMillis?: number;
};

const oldestServer = 150_000;

const bigint = 20;
const date = 1082;

/** Counts and sequences stay far below 2^53; a day is a day and has no time zone, so it stays the text it is. */
function parsers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigint, Number);
  types.setTypeParser(date, (day: string) => day);
  return types;
}

/**
 * Opens a database by an embedded connection or a DATABASE_URL and proves that it can serve: it answers, is PostgreSQL 15 or newer, and stores UTF-8.
 * Refuses with a `DatabaseComplaint`; none of its sentences repeats the password.
 */
export async function openDatabase<Schema>(connection: Connection | string, options: OpenOptions = {}): Promise<Database<Schema>> {
  const pool = makePool(connection, options);
  try {
    await mustServe(pool, connection);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    // Documents in json columns are data: their keys stay as they were written.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, close: () => closeOnce(db, pool) };
}

/** Kysely ends the pool only if it has used it. */
async function closeOnce(db: { destroy(): Promise<void> }, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ending) await pool.end();
}

function makePool(
  connection: Connection | string,
  { log, applicationName, connections, statementTimeoutMillis, connectTimeoutMillis }: OpenOptions,
): pg.Pool {
  const pool = new pg.Pool({
    // A PGSSLMODE in the environment means the network, not the socket.
    ...(typeof connection === 'string' ? { connectionString: connection } : { ...connection, ssl: false }),
    application_name: applicationName ?? 'pforte',
    max: connections ?? 10,
    connectionTimeoutMillis: connectTimeoutMillis ?? 5_000,
    statement_timeout: statementTimeoutMillis ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: parsers(),
  });
  // Without these listeners the end of one connection would end the process. The query that was under way gets its error by itself.
  const heard = (error: Error) => {
    // Whoever closes the pool may stop PostgreSQL next, before the last connection has said goodbye.
    if (!pool.ending) log?.warn({ err: error }, 'A connection to the database broke and is replaced.');
  };
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function mustServe(pool: pg.Pool, connection: Connection | string): Promise<void> {
  const { version, encoding, number, foldsUmlauts } = await ask(pool, connection);
  if (number < oldestServer) {
    throw complain('server-too-old', {
      de: `Die Datenbank ist PostgreSQL ${version}; Pforte braucht PostgreSQL 15 oder neuer.`,
      en: `The database is PostgreSQL ${version}; Pforte needs PostgreSQL 15 or newer.`,
    });
  }
  if (encoding !== 'UTF8') {
    throw complain('wrong-encoding', {
      de: `Die Datenbank speichert Text als ${encoding}; Pforte braucht eine mit UTF8 (create database … encoding 'UTF8' template template0).`,
      en: `The database stores text as ${encoding}; Pforte needs one with UTF8 (create database … encoding 'UTF8' template template0).`,
    });
  }
  if (!foldsUmlauts) {
    throw complain('wrong-locale', {
      de: "Die Datenbank kennt die Kleinschreibung von Umlauten nicht (locale C); die Suche fände „Änne“ nicht. Bitte eine mit der locale C.UTF-8 oder de_DE.UTF-8 anlegen (create database … locale 'C.UTF-8' template template0).",
      en: "The database does not know the lower case of umlauts (locale C); search would not find “Änne”. Please create one with the locale C.UTF-8 or de_DE.UTF-8 (create database … locale 'C.UTF-8' template template0).",
    });
  }
}

type Server = { version: string; number: number; encoding: string; foldsUmlauts: boolean };

async function ask(pool: pg.Pool, connection: Connection | string): Promise<Server> {
  try {
    const answer = await pool.query<Server>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding, lower('Ä') = 'ä' as "foldsUmlauts"`,
    );
    if (!answer.rows[0]) throw new Error('The server did not say what it is.');
    return answer.rows[0];
  } catch (error) {
    throw isDatabaseComplaint(error) ? error : unreachable(placeOf(connection), error);
  }
}

function unreachable(place: string, error: unknown) {
  // Several addresses of one name that all refuse come as one error without a message.
  const reason = (error instanceof Error && error.message) || codeOf(error) || 'unknown';
  return complain(
    'unreachable',
    { de: `Die Datenbank ${place} ist nicht erreichbar: ${reason}`, en: `The database ${place} cannot be reached: ${reason}` },
    error,
  );
}

/** Host and database without the password. */
function placeOf(connection: Connection | string): string {
  if (typeof connection !== 'string') return `${connection.host}/${connection.database}`;
  const url = URL.parse(connection);
  return url ? `${url.host}${url.pathname}` : 'DATABASE_URL';
}
