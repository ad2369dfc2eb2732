import { execFileSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, inject } from 'vitest';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { launchServer, type ServerOptions, type ServerProcess } from './server.fixture.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Ends something after the test, whatever became of it. */
export const atEnd = (end: () => Promise<void>): void => {
  endings.push(end);
};

/** Starts a server for one test without waiting for it. */
export async function launch(options: ServerOptions): Promise<ServerProcess> {
  const server = await launchServer(options);
  atEnd(server.end);
  return server;
}

/** Starts a server for one test and waits until it is ready. */
export async function start(options: ServerOptions): Promise<ServerProcess> {
  const server = await launch(options);
  await server.ready();
  return server;
}

/** A normal stop: code 0 within ten seconds, not a word on standard error, nothing left running. */
export async function stopsWell(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const { code, millis } = await server.stop(signal);
  expect({ code, logged: server.logged(), leftovers: server.leftovers() }).toEqual({ code: 0, logged: '', leftovers: [] });
  expect(millis).toBeLessThan(10_000);
}

/** A data directory with a workspace in it, for tests that are not about the first start: a copy of one that is made once for the whole run, because making one takes seconds. */
export async function setUpDirectory(): Promise<string> {
  const original = join(inject('places').memory, 'set-up');
  if (!existsSync(original)) await makeOriginal(original);
  const directory = makeDirectory('memory');
  // The files belong to the user that PostgreSQL runs as, and must go on doing so.
  execFileSync('cp', ['-a', `${original}/.`, directory]);
  return directory;
}

async function makeOriginal(original: string): Promise<void> {
  const dataDirectory = makeDirectory('memory');
  const server = await start({ dataDirectory });
  await stopsWell(server);
  renameSync(dataDirectory, original);
}
