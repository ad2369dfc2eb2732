import { argv } from 'node:process';
import pg from 'pg';
import { isDatabaseComplaint } from './complaint.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';
import { silentLog } from './quiet-log.fixture.ts';
import { withClient } from './settle.ts';

/** What an opener process says on standard output, one JSON document a line. */
export type OpenerLine =
  | { said: 'opening' }
  | { said: 'ready'; postgres: number; millis: number; host: string; version: string }
  | { said: 'refused'; code: string; message: string }
  | { said: 'saved'; id: string }
  | { said: 'stopped' };

const say = (line: OpenerLine) => console.log(JSON.stringify(line));

/** A process like Pforte's: opens the directory, with `write` saves rows as fast as it can, with `crash` fails at once, and stops PostgreSQL at SIGTERM. Ctrl-C is left to whoever tests it. */
async function openAndServe(dataDirectory: string, work: string, packageDirectory: string | undefined): Promise<void> {
  const started = performance.now();
  say({ said: 'opening' });
  const embedded = await startEmbedded({ dataDirectory, log: silentLog, ...(packageDirectory && { packageDirectory }) });
  let ending = false;
  process.on('SIGINT', () => {});
  process.once('SIGTERM', async () => {
    ending = true;
    await embedded.stop();
    say({ said: 'stopped' });
    process.exit(0);
  });
  say({
    said: 'ready',
    postgres: embedded.processId(),
    millis: Math.round(performance.now() - started),
    host: embedded.owner.host,
    version: embedded.version,
  });
  if (work === 'write') await write(embedded, () => ending);
  else setInterval(() => {}, 60_000);
  if (work === 'crash') throw new Error('on purpose');
}

async function write(embedded: EmbeddedDatabase, isEnding: () => boolean): Promise<void> {
  await withClient(embedded.owner, (client) =>
    client.query('create table if not exists saved (id text primary key); grant select, insert on saved to pforte'),
  );
  const pool = new pg.Pool({ ...embedded.application, max: 4 });
  pool.on('error', () => {});
  const writer = async (lane: number) => {
    for (let count = 0; !isEnding(); count++) {
      const id = `${process.pid}-${lane}-${count}`;
      // Only what PostgreSQL has confirmed is said; a broken connection confirms nothing and is tried again with the next row.
      await pool.query('insert into saved values ($1)', [id]).then(
        () => say({ said: 'saved', id }),
        () => new Promise((resolve) => setTimeout(resolve, 20)),
      );
    }
  };
  await Promise.all([1, 2, 3, 4].map(writer));
}

const [, , dataDirectory = '', work = 'hold', packageDirectory] = argv;
openAndServe(dataDirectory, work, packageDirectory).catch((error: unknown) => {
  if (work === 'crash') process.exit(1);
  say({
    said: 'refused',
    code: isDatabaseComplaint(error) ? error.code : 'unexpected',
    message: error instanceof Error ? error.message : String(error),
  });
  process.exitCode = 1;
});
