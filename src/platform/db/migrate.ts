import { type Kysely, sql, type Transaction } from 'kysely';
import { complain } from './complaint.ts';
import type { Connection, Log } from './connection.ts';
import { openDatabase } from './open.ts';

/** One step forward of the schema. Its name (`0007-mail-topic`) fixes its place; once released it is never edited. */
export type Migration = { readonly name: string; up(db: Kysely<unknown>): Promise<void> };

type Applying = {
  connection: Connection | string;
  migrations: readonly Migration[];
  log: Log;
  /** The role that gets rights on tables and sequences, if the server has it and it is not the one that migrates. */
  applicationRole?: string;
};

/** Any number that is the same in every Pforte; the letters are „pforte“. */
const advisoryLock = 0x7066_6f72_7465;

/**
 * Brings the database to the code's schema and gives the names of what was applied. Each migration is one transaction together with its row in
 * `migration`, under one advisory lock: of several nodes that start together, one works and the others find it done. A step that fails leaves no trace.
 * Refuses a database that knows a migration which the code does not.
 */
export async function migrate({ connection, migrations, log, applicationRole = 'pforte' }: Applying): Promise<string[]> {
  mustBeInOrder(migrations);
  const database = await openDatabase<unknown>(connection, {
    log,
    applicationName: 'pforte migrate',
    connections: 1,
    statementTimeoutMillis: 0,
  });
  try {
    await locked(database.db, async (tx) => {
      await prepare(tx, applicationRole, log);
      pending(migrations, await appliedTo(tx));
    });
    const done: string[] = [];
    for (const migration of migrations) {
      if (await applyOnce(database.db, migration, migrations)) done.push(migration.name);
    }
    if (done.length > 0) log.info({ migrations: done }, 'The database was migrated.');
    return done;
  } finally {
    await database.close();
  }
}

/** The names of the migrations that `migrate` would apply, for `pforte upgrade --check`. Changes nothing; refuses as `migrate` does. */
export async function pendingMigrations({ connection, migrations }: Pick<Applying, 'connection' | 'migrations'>): Promise<string[]> {
  mustBeInOrder(migrations);
  const database = await openDatabase<unknown>(connection, { applicationName: 'pforte migrate', connections: 1 });
  try {
    const known = await sql<{ there: boolean }>`select to_regclass('public.migration') is not null as there`.execute(database.db);
    return pending(migrations, known.rows[0]?.there ? await appliedTo(database.db) : []);
  } finally {
    await database.close();
  }
}

/** A developer's mistake, so it needs no second language. */
function mustBeInOrder(migrations: readonly Migration[]): void {
  const wrong = migrations.find((migration, place) => {
    const former = migrations[place - 1];
    return !/^\d{4}-[a-z0-9-]+$/.test(migration.name) || (former !== undefined && former.name >= migration.name);
  });
  if (wrong) throw new Error(`Migration ${wrong.name} is out of order: names are 0001-like-this, unique and ascending.`);
}

/** The lock ends with the transaction, so that it also works behind a pooler that hands every transaction another connection. */
const locked = <Result>(db: Kysely<unknown>, work: (tx: Transaction<unknown>) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${advisoryLock}::bigint)`.execute(tx);
    return work(tx);
  });

async function applyOnce(db: Kysely<unknown>, migration: Migration, migrations: readonly Migration[]): Promise<boolean> {
  return locked(db, async (tx) => {
    if (!pending(migrations, await appliedTo(tx)).includes(migration.name)) return false;
    try {
      await migration.up(tx);
    } catch (error) {
      throw migrationFailed(migration.name, error);
    }
    await sql`insert into migration (name) values (${migration.name})`.execute(tx);
    return true;
  });
}

async function appliedTo(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** What is still to do. A database ahead of the code was opened by a newer Pforte: an older one would damage what it does not know. */
function pending(migrations: readonly Migration[], applied: string[]): string[] {
  const unknown = applied.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw complain('database-is-newer', {
      de: `Die Datenbank wurde schon von einer neueren Pforte-Version geöffnet: Sie kennt ${unknown.join(', ')}, diese Version nicht. Bitte die neuere Version starten oder eine Sicherung aus der Zeit vor der Aktualisierung einspielen.`,
      en: `The database has already been opened by a newer version of Pforte: it knows ${unknown.join(', ')}, this version does not. Please start the newer version, or restore a backup from before the upgrade.`,
    });
  }
  const waiting = migrations.filter(({ name }) => !applied.includes(name)).map(({ name }) => name);
  const overtaken = waiting.find((name) => applied.some((done) => done > name));
  if (overtaken) throw new Error(`Migration ${overtaken} was put before one that the database already has; give it the next number.`);
  return waiting;
}

/**
 * The bookkeeping, and the application role's rights. They are given as default privileges, so that every later table has them from its creation on and
 * a migration that takes some back (`revoke update, delete on event …`) has the last word.
 */
async function prepare(tx: Transaction<unknown>, role: string, log: Log): Promise<void> {
  await sql`create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`.execute(tx);
  const rights = await sql<{ newcomer: boolean }>`
    select not has_table_privilege(oid, 'public.migration', 'select') as newcomer
    from pg_roles where rolname = ${role} and rolname <> current_user`.execute(tx);
  if (!rights.rows[0]?.newcomer) return;
  if ((await appliedTo(tx)).length > 0)
    log.warn({ role }, 'The application role is new to this database: what migrations took back from it must be taken back again.');

  const name = sql.id(role);
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${name}`.execute(tx);
  await sql`alter default privileges in schema public grant usage, select on sequences to ${name}`.execute(tx);
  await sql`grant select, insert, update, delete on all tables in schema public to ${name}`.execute(tx);
  await sql`grant usage, select on all sequences in schema public to ${name}`.execute(tx);
  await sql`revoke insert, update, delete on migration from ${name}`.execute(tx);
}

const migrationFailed = (name: string, cause: unknown) =>
  complain(
    'migration-failed',
    {
      de: `Die Migration ${name} ist fehlgeschlagen und wurde zurückgenommen: ${cause instanceof Error ? cause.message : cause}`,
      en: `Migration ${name} failed and was rolled back: ${cause instanceof Error ? cause.message : cause}`,
    },
    cause,
  );
