import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterOf } from './cluster.ts';
import { codeOf } from './complaint.ts';
import type { Connection } from './connection.ts';
import { startEmbedded } from './embedded.ts';
import { type Migration, migrate } from './migrate.ts';
import { halt, readNote } from './postmaster.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { isPostmasterOf, isRunning } from './running.ts';
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
  for (const parent of new Set([tmpdir(), memoryDisk].filter((place) => existsSync(place)))) await sweep(parent);
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

const placePrefix = 'pforte-test-';

function makePlace(parent: string): string {
  const place = mkdtempSync(join(parent, placePrefix));
  writeFileSync(join(place, 'run.pid'), `${process.pid}`);
  chmodSync(place, 0o1777);
  return place;
}

/** Clears away what test runs that were killed have left, PostgreSQL included. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(placePrefix))) {
    await clearIfAbandoned(join(parent, name)).catch((error: unknown) => {
      // A run that ends at this moment clears its place itself.
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
}

async function clearIfAbandoned(place: string): Promise<void> {
  if (statSync(place).uid !== process.getuid?.()) return;
  if (isRunning(Number(readFileSync(join(place, 'run.pid'), 'utf8')))) return;
  const home = join(place, 'cluster', 'postgres');
  const postgres = readNote(home)?.pid;
  if (postgres && isPostmasterOf(postgres, clusterOf(home))) await halt(postgres);
  rmSync(place, { recursive: true, force: true });
}

export const createDatabase = (superuser: Connection, name: string, from: string): Promise<unknown> =>
  withClient(superuser, async (client) => {
    await client.query(`create database ${name} template ${from} owner ${ownerRole}`);
    await closeDatabase(client, name);
  });

export const dropDatabase = (superuser: Connection, name: string): Promise<unknown> =>
  withClient(superuser, (client) => client.query(`drop database if exists ${name} with (force)`));
