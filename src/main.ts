import { readFileSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { openMigrated } from './database.ts';
import { fillDemo } from './demo/index.ts';
import { adoptMailServers, firstStart, takeOverFromKilled } from './first-start.ts';
import { lastWords } from './last-words.ts';
import { systemClock } from './platform/clock.ts';
import { createLog, logStyleOf } from './platform/log.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { urlsOf } from './platform/urls.ts';
import { secretKeyOf } from './secret-key.ts';

const root = join(import.meta.dirname, '..');
const demo = process.argv.includes('--demo');
const patience = 10_000;

try {
  await main();
} catch (error) {
  say(lastWords(error));
  process.exitCode = 1;
}

async function main() {
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if ('mistakes' in read) {
    for (const mistake of read.mistakes) say(mistake);
    process.exitCode = 78;
    return;
  }
  const starting = start(read.settings);
  stopAtSignal(starting);
  await starting;
}

/** Opens everything, the database first; answers how to close it all again. A start that fails has closed what it had opened. */
async function start(settings: Settings): Promise<() => Promise<void>> {
  const port = settings.port || (await freePort(settings.host));
  const urls = urlsOf(settings, port);
  const { level, format } = logStyleOf(settings, process.stderr.isTTY);
  const log = createLog(level, format);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  const database = await openMigrated(settings, log, { throwAway: demo });
  const closers = [() => database.stop()];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  try {
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
    closers.push(() => app.close());
    if (demo) print(await fillDemo({ app, db, settings, urls, now: systemClock.now() }));
    await adoptMailServers({ app });
    if (database.kind === 'embedded') await takeOverFromKilled({ app });
    const first = await firstStart({ app, settings, urls, db, now: systemClock.now() });
    await app.server.listen({ host: settings.host, port });
    if (settings.workers) for (const worker of Object.values(app.workers)) worker.start();
    print(greeting(urls.baseUrl, first && 'setupUrl' in first ? first.setupUrl : undefined));
    log.info({ port, version, database: database.kind }, 'ready');
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

function greeting(baseUrl: string, setupUrl: string | undefined): string {
  if (!setupUrl) return `Pforte läuft / is running: ${baseUrl}/console/\nKundenportal / customer portal: ${baseUrl}/kunden/`;
  return `Pforte läuft / is running: ${baseUrl}/console/\n\nEinrichten (einmalige Adresse) / set up (one-time address):\n  ${setupUrl}\n`;
}

/**
 * SIGTERM and SIGINT finish what is in flight; a second one, or ten seconds, ends the waiting (rule 23). One that comes during the start
 * waits for it: what has been started must be stopped again, PostgreSQL above all.
 */
function stopAtSignal(starting: Promise<() => Promise<void>>) {
  let stopping = false;
  const giveUp = () => {
    say('Nicht alles wurde innerhalb von 10 Sekunden fertig.\nNot everything was finished within 10 seconds.');
    process.exit(1);
  };
  const stop = async (close: () => Promise<void>) => {
    try {
      await close();
      process.exit(0);
    } catch (error) {
      say(String(error));
      process.exit(1);
    }
  };
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(giveUp, patience).unref();
    // Why a start failed is said where it is waited for.
    starting.then(stop, () => {});
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
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
