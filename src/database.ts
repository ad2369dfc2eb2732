import { migrations } from './migrations/index.ts';
import type { Schema } from './modules/schema.ts';
import { type EmbeddedDatabase, findEmbedded, startEmbedded } from './platform/db/embedded.ts';
import { migrate } from './platform/db/migrate.ts';
import { type Database, openDatabase } from './platform/db/open.ts';
import type { Log } from './platform/log.ts';
import type { Settings } from './platform/settings.ts';

/** A migrated database, and what has to be stopped after it: our own PostgreSQL stops last. */
export type OpenedDatabase = Database<Schema> & { kind: 'embedded' | 'external'; stop(): Promise<void> };

/** Opens the database that the settings name, brings it to the code's schema, and connects as the role that may do least. */
export async function openMigrated(
  settings: Settings,
  log: Log,
  { throwAway = false }: { throwAway?: boolean } = {},
): Promise<OpenedDatabase> {
  if (settings.databaseUrl) return external(settings.databaseUrl, log);
  return onEmbedded(await startEmbedded({ dataDirectory: settings.data, log, throwAway }), log);
}

/** For commands: uses the embedded PostgreSQL of a running server where there is one, else starts it for as long as the command takes. */
export async function openForCommand(settings: Settings, log: Log): Promise<OpenedDatabase> {
  const running = settings.databaseUrl ? undefined : findEmbedded(settings.data);
  if (!running) return openMigrated(settings, log);
  const database = await openDatabase<Schema>(running.application, { log, applicationName: 'pforte command' });
  return { ...database, kind: 'embedded', stop: () => database.close() };
}

async function external(url: string, log: Log): Promise<OpenedDatabase> {
  await migrate({ connection: url, migrations, log });
  const database = await openDatabase<Schema>(url, { log });
  return { ...database, kind: 'external', stop: () => database.close() };
}

async function onEmbedded(embedded: EmbeddedDatabase, log: Log): Promise<OpenedDatabase> {
  try {
    await migrate({ connection: embedded.owner, migrations, log });
    const database = await openDatabase<Schema>(embedded.application, { log });
    return {
      ...database,
      kind: 'embedded',
      async stop() {
        await database.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
