import { readFileSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { openMigrated } from './database.ts';
import { fillDemo } from './demo/index.ts';
import { adoptMailServers, firstStart } from './first-start.ts';
import { readDictionaries } from './modules/password/index.ts';
import { systemClock } from './platform/clock.ts';
import { isDatabaseComplaint } from './platform/db/complaint.ts';
import { createLog } from './platform/log.ts';
import { isRefusal } from './platform/refusal.ts';
import { readSettings } from './platform/settings.ts';
import { urlsOf } from './platform/urls.ts';
import { secretKeyOf } from './secret-key.ts';

const root = join(import.meta.dirname, '..');
const demo = process.argv.includes('--demo');
const patience = 10_000;

try {
  await main();
} catch (error) {
  say(isDatabaseComplaint(error) || isRefusal(error) ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}

async function main() {
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if ('mistakes' in read) {
    for (const mistake of read.mistakes) say(mistake);
    process.exitCode = 78;
    return;
  }
  const { settings } = read;
  const port = settings.port || (await freePort(settings.host));
  const urls = urlsOf(settings, port);
  const log = createLog(settings.logLevel);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  const database = await openMigrated(settings, log, { throwAway: demo });
  const { db } = database;
  const app = await createApp({
    settings,
    urls,
    db,
    clock: systemClock,
    monotonic: () => performance.now(),
    log,
    version,
    secretKey: secretKeyOf(settings),
    consoleDirectory: join(root, 'dist/console'),
  });
  const stop = stopper(async () => {
    await app.close();
    await database.stop();
  });
  try {
    if (demo) print(await fillDemo({ app, db, settings, urls, now: systemClock.now() }));
    await adoptMailServers({ app });
    const first = await firstStart({ app, settings, urls, db, now: systemClock.now() });
    await app.server.listen({ host: settings.host, port });
    if (settings.workers) for (const worker of Object.values(app.workers)) worker.start();
    print(greeting(urls.baseUrl, first && 'setupUrl' in first ? first.setupUrl : undefined));
    log.info({ port, version, database: database.kind }, 'ready');
    // Half a second's work that the first person to choose a password should not wait for.
    readDictionaries();
  } catch (error) {
    await stop.now();
    throw error;
  }
}

function greeting(baseUrl: string, setupUrl: string | undefined): string {
  if (!setupUrl) return `Pforte läuft / is running: ${baseUrl}/console/\nKundenportal / customer portal: ${baseUrl}/kunden/`;
  return `Pforte läuft / is running: ${baseUrl}/console/\n\nEinrichten (einmalige Adresse) / set up (one-time address):\n  ${setupUrl}\n`;
}

/** SIGTERM and SIGINT finish what is in flight; a second one, or ten seconds, ends the waiting (rule 23). */
function stopper(close: () => Promise<void>) {
  let closing: Promise<void> | undefined;
  const now = () => {
    closing ??= close();
    return closing;
  };
  const onSignal = () => {
    if (closing) process.exit(1);
    setTimeout(() => process.exit(1), patience).unref();
    now().then(
      () => process.exit(0),
      (error: unknown) => {
        say(String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { now };
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once('error', reject);
    socket.listen(0, host, () => {
      const address = socket.address();
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function say(sentence: string) {
  process.stderr.write(`${sentence}\n`);
}

function print(sentence: string) {
  process.stdout.write(`${sentence}\n`);
}
