import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import type { TestPlaces } from './cluster.fixture.ts';
import type { Identity } from './identity.ts';
import type { OpenerLine } from './opener.fixture.ts';
import { isRunning } from './running.ts';
import { until } from './until.ts';

/** A process that opens a data directory, as a test sees it. */
export type Opener = {
  child: ChildProcess;
  lines: OpenerLine[];
  /** The first line of this kind; fails when the process ends without saying it. */
  line<Said extends OpenerLine['said']>(said: Said, withinMillis?: number): Promise<Extract<OpenerLine, { said: Said }>>;
  kill(signal: NodeJS.Signals): Promise<void>;
  saved(): string[];
};

type Opening = { work?: 'hold' | 'write' | 'crash'; identity?: Identity | undefined; packageDirectory?: string; detached?: boolean };

function compileCache(): string {
  const directory = join(inject('places').disk, 'compiled');
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o1777);
  return directory;
}

const program = join(import.meta.dirname, 'opener.fixture.ts');

export function openInProcess(dataDirectory: string, { work = 'hold', identity, packageDirectory, detached }: Opening = {}): Opener {
  const child = spawn(process.execPath, [program, dataDirectory, work, ...(packageDirectory ? [packageDirectory] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    // A third of the time of so many short processes would go into compiling the same files.
    env: { NODE_COMPILE_CACHE: compileCache() },
    detached: detached ?? false,
    ...(identity && { uid: identity.uid, gid: identity.gid }),
  });
  const lines: OpenerLine[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (isWhole(text)) lines.push(JSON.parse(text));
  });
  let ended = false;
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      ended = true;
      resolve();
    });
  });
  const line: Opener['line'] = async (said, withinMillis = 30_000) => {
    const find = () => lines.find((one) => one.said === said);
    const found = await until(() => find() ?? (ended ? null : undefined), { withinMillis, everyMillis: 5 });
    if (!found) throw new Error(`The opener did not say „${said}“ but ${JSON.stringify(lines.slice(-3))}.`);
    return found as never;
  };
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
  };
  const saved = () => lines.flatMap((one) => (one.said === 'saved' ? [one.id] : []));
  return { child, lines, line, kill, saved };
}

/** A kill may cut the last line. */
function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A fresh directory for a test, given to a user where the test is about one. Not to be removed before the run ends where it is on a disk: ext4 is slow to make files while it remembers many that were just deleted. */
export function makeDirectory(place: keyof TestPlaces, identity?: Identity): string {
  const directory = mkdtempSync(join(inject('places')[place], 'data-'));
  if (identity) chownSync(directory, identity.uid, identity.gid);
  return directory;
}

/** Ends what a failed test has left working in its directory. */
export function endProcessesIn(directory: string): void {
  for (const left of processesIn(directory)) {
    try {
      process.kill(left, 'SIGKILL');
    } catch {
      // It has ended meanwhile, as PostgreSQL's helpers do by themselves once their parent is dead.
    }
  }
}

/** Processes that were started for a directory or work in it or below it: what must not be left over. Linux only. */
export const processesIn = (directory: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && isRunning(id) && tracesOf(id).includes(directory));

function tracesOf(id: number): string {
  try {
    return `${readFileSync(`/proc/${id}/cmdline`, 'utf8')} ${readlinkSync(`/proc/${id}/cwd`)}`;
  } catch {
    return '';
  }
}
