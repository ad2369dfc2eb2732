import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { startEmbedded } from './embedded.ts';
import { type Migration, migrate } from './migrate.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { closeDatabase, ownerRole, withClient } from './settle.ts';

/** Where the clones come from, and who may make them. */
export type Template = { superuser: Connection; database: string };

export type TestCluster = {
  template: Template;
  places: TestPlaces;
  stop(): Promise<void>;
};

/** Directories for whatever a test writes; both vanish after the run. Every user may write there. */
export type TestPlaces = {
  /** On a disk, where programs can be run. */
  disk: string;
  /** In memory where the machine has enough of it: making the thousand files of a cluster takes a tenth of the time. */
  memory: string;
};

/** One PostgreSQL for a whole test run, with a migrated database to clone. It forgets everything in a power cut, which makes it fast. */
export async function startTestCluster(migrations: readonly Migration[]): Promise<TestCluster> {
  const places: TestPlaces = { disk: makePlace(tmpdir()), memory: makePlace(hasRoomInMemory() ? memoryDisk : tmpdir()) };
  const removePlaces = () => {
    for (const place of Object.values(places)) rmSync(place, { recursive: true, force: true });
  };
  const dataDirectory = join(places.memory, 'cluster');
  const embedded = await startEmbedded({ dataDirectory, log: quietLog, throwAway: true }).catch((error: unknown) => {
    removePlaces();
    throw error;
  });
  const stop = async () => {
    await embedded.stop();
    removePlaces();
  };
  const template: Template = { superuser: embedded.superuser, database: 'template_migrated' };
  try {
    await createDatabase(template.superuser, template.database, 'template0');
    await migrate({ connection: { ...embedded.owner, database: template.database }, migrations, log: quietLog });
  } catch (error) {
    await stop();
    throw error;
  }
  return { template, places, stop };
}

const memoryDisk = '/dev/shm';

/** Containers often have a /dev/shm of 64 MB. */
function hasRoomInMemory(): boolean {
  if (!existsSync(memoryDisk)) return false;
  const { bavail, bsize } = statfsSync(memoryDisk);
  return Math.min(bavail * bsize, freemem()) > 3_000_000_000;
}

function makePlace(parent: string): string {
  const place = mkdtempSync(join(parent, 'pforte-test-'));
  chmodSync(place, 0o1777);
  return place;
}

export const createDatabase = (superuser: Connection, name: string, from: string): Promise<unknown> =>
  withClient(superuser, async (client) => {
    await client.query(`create database ${name} template ${from} owner ${ownerRole}`);
    await closeDatabase(client, name);
  });

export const dropDatabase = (superuser: Connection, name: string): Promise<unknown> =>
  withClient(superuser, (client) => client.query(`drop database if exists ${name} with (force)`));
