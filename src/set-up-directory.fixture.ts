import { execFileSync } from 'node:child_process';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { startServer } from './server.fixture.ts';

let original: Promise<string> | undefined;

/** A data directory with a workspace in it, for tests that are not about the first start: a copy of one that is made once for each file, because making one takes seconds. */
export async function setUpDirectory(): Promise<string> {
  original ??= makeOriginal();
  const directory = makeDirectory('memory');
  // The files belong to the user that PostgreSQL runs as, and must go on doing so.
  execFileSync('cp', ['-a', `${await original}/.`, directory]);
  return directory;
}

async function makeOriginal(): Promise<string> {
  const dataDirectory = makeDirectory('memory');
  const server = await startServer({ dataDirectory });
  await server.stop();
  return dataDirectory;
}
