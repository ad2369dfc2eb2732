import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { afterAll, inject } from 'vitest';
import { createDatabase, dropDatabase, type Template, type TestPlaces } from './cluster.fixture.ts';
import type { Connection } from './connection.ts';
import { type Database, openDatabase } from './open.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { applicationRole, ownerRole } from './settle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template: Template;
    places: TestPlaces;
  }
}

export type TestDatabase<Schema> = Database<Schema> & {
  /** The role that owns the tables, for tests that tamper with what the application may not touch. */
  owner: Database<Schema>;
  /** For a second pool, or a process of its own. */
  connection: Connection;
};

/**
 * A migrated database of one's own, connected as the application role. To be called at the top of a test file; it is closed and dropped after
 * the file's last test.
 */
export async function testDatabase<Schema>(): Promise<TestDatabase<Schema>> {
  const { superuser, database } = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await createDatabase(superuser, name, database);
  const connection = { ...superuser, user: applicationRole, database: name };
  const application = await openDatabase<Schema>(connection, { log: quietLog });
  const owner = await openDatabase<Schema>({ ...connection, user: ownerRole }, { log: quietLog, connections: 2 });
  afterAll(async () => {
    await Promise.all([application.close(), owner.close()]);
    await dropDatabase(superuser, name);
  });
  return { ...application, owner, connection };
}

/** An empty database of one's own, for tests of migrations; the connection is that of the owner. */
export async function emptyDatabase(): Promise<Connection> {
  const { superuser } = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await createDatabase(superuser, name, 'template0');
  afterAll(() => dropDatabase(superuser, name));
  return { ...superuser, user: ownerRole, database: name };
}

/** Runs a test's body in a transaction that never happened: what it wrote is gone afterwards, also when the body fails. */
export async function rolledBack<Schema, Result>(db: Kysely<Schema>, body: (tx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
  const tx = await db.startTransaction().execute();
  try {
    return await body(tx);
  } finally {
    await tx.rollback().execute();
  }
}
