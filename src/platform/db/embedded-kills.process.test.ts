import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { endProcessesIn, makeDirectory, type Opener, openInProcess, processesIn } from './openers.fixture.ts';
import { readNote } from './postmaster.ts';
import { quietLog } from './quiet-log.fixture.ts';
import { withClient } from './settle.ts';
import { until } from './until.ts';

const rounds = 25;
const killPoints = 20;

const hasSaved = async (opener: Opener, count: number): Promise<void> => {
  if (!(await until(() => opener.saved().length >= count || undefined, { withinMillis: 30_000, everyMillis: 5 })))
    throw new Error('The opener saves no more.');
};

/** What dies in a round: the opener alone, PostgreSQL alone first, or both at once. */
const victims = (round: number): 'opener' | 'postgres first' | 'both' =>
  round % 5 === 2 ? 'postgres first' : round % 5 === 4 ? 'both' : 'opener';

async function killIn(round: number, directory: string, opener: Opener, postgres: number): Promise<void> {
  const victim = victims(round);
  if (victim === 'opener') return opener.kill('SIGKILL');
  process.kill(postgres, 'SIGKILL');
  if (victim === 'both') return opener.kill('SIGKILL');
  const revived = () => {
    const note = readNote(join(directory, 'postgres'));
    return (note?.state === 'ready' && note.pid !== postgres) || undefined;
  };
  expect(await until(revived, { withinMillis: 30_000 }), `round ${round}: PostgreSQL runs again`).toBe(true);
  await hasSaved(opener, opener.saved().length + 50);
  return opener.kill('SIGKILL');
}

test(`rule 22 ${rounds} times kill -9 under writes: not one acknowledged row is lost, orphans are taken over`, async () => {
  const directory = makeDirectory('disk');
  const acknowledged: string[] = [];
  let orphan: number | undefined;
  try {
    for (let round = 0; round < rounds; round++) {
      const opener = openInProcess(directory, { work: 'write' });
      const { postgres } = await opener.line('ready');
      if (orphan !== undefined) expect(postgres, `round ${round}`).toBe(orphan);
      await hasSaved(opener, 1 + ((round * 37) % 200));
      await killIn(round, directory, opener, postgres);
      acknowledged.push(...opener.saved());
      orphan = victims(round) === 'both' ? undefined : readNote(join(directory, 'postgres'))?.pid;
    }
    const embedded = await startEmbedded({ dataDirectory: directory, log: quietLog });
    const kept = await withClient(embedded.application, (client) => client.query<{ id: string }>('select id from saved'));
    await embedded.stop();
    const there = new Set(kept.rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(rounds * 50);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(processesIn(directory)).toEqual([]);
  } finally {
    endProcessesIn(directory);
  }
});

/** Kills a first start this long after it began, and shows that the next one completes it. */
async function killFirstStart(afterMillis: number): Promise<void> {
  const directory = makeDirectory('memory');
  try {
    const first = openInProcess(directory);
    await first.line('opening');
    await pause(afterMillis);
    await first.kill('SIGKILL');
    const second = openInProcess(directory, { work: 'write' });
    await second.line('saved');
    await second.kill('SIGTERM');
    expect(second.lines.at(-1), `killed after ${afterMillis} ms`).toEqual({ said: 'stopped' });
    expect(readdirSync(join(directory, 'postgres')).filter((name) => name.startsWith('new-'))).toEqual([]);
    // Programs of the killed starter end by themselves, because what they were filling is gone.
    expect(await until(() => processesIn(directory).length === 0 || undefined, { withinMillis: 5_000 })).toBe(true);
  } finally {
    endProcessesIn(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function millisOfFirstStart(): Promise<number> {
  const directory = makeDirectory('memory');
  const opener = openInProcess(directory);
  const { millis } = await opener.line('ready');
  await opener.kill('SIGTERM');
  endProcessesIn(directory);
  return millis;
}

test(`rule 22 a first start killed at ${killPoints} points spread over it is completed by the next`, async () => {
  const [one, two] = await Promise.all([millisOfFirstStart(), millisOfFirstStart()]);
  const whole = Math.max(one, two);
  const points = Array.from({ length: killPoints }, (_, point) => (whole * (point + 0.5)) / killPoints);
  const lane = async (remainder: number) => {
    for (const point of points.filter((_, place) => place % 2 === remainder)) await killFirstStart(point);
  };
  await Promise.all([lane(0), lane(1)]);
});
