import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installBrowser, mayInstallBrowser } from './browser.ts';
import { closingLine, sum, type Tally, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const tool = (path: string) => join(root, 'node_modules', path);
const tsc = tool('typescript/bin/tsc');

const start = performance.now();
/** Playwright sees for itself where it writes to. */
const calm: Record<string, string> = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const browser = browserForTests();
const tallies = [await consoleBuild(), ...(await checks()), await unitTests(), ...(await stories())];
const total = sum(tallies);

title(`All of it took ${Math.round((performance.now() - start) / 1000)} s`);
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** The stories open the built console. Packages are there already: this script runs on one of them. */
async function consoleBuild(): Promise<Tally> {
  title('The console');
  return tallyOfCheck(await run([join(root, 'scripts/ensure.mjs')]));
}

/** Types and style are looked at side by side; each shows its whole output when it is done. */
async function checks(): Promise<Tally[]> {
  const outcomes = await Promise.all([
    quietly('Types of the server and the tests', [tsc, '--noEmit', '-p', 'tsconfig.json']),
    quietly(
      'Types of the console',
      [tsc, '--noEmit', '-p', 'tsconfig.web.json'],
      globSync('src/web/**/*.{ts,tsx}', { cwd: root }).length > 0,
    ),
    quietly('Style', [tool('@biomejs/biome/bin/biome'), 'check']),
  ]);
  return outcomes.flat();
}

async function unitTests(): Promise<Tally> {
  title('Tests of the rules, the database, the HTTP API and the processes');
  const code = await run([tool('vitest/vitest.mjs'), 'run']);
  return tallyOfVitest(report('vitest.json'), code);
}

async function stories(): Promise<Tally[]> {
  if (globSync('e2e/**/*.spec.ts', { cwd: root }).length === 0) return [];
  title(`Browser stories (${browser})`);
  const code = await run([tool('@playwright/test/cli.js'), 'test'], { PFORTE_CHROMIUM: browser });
  return [tallyOfPlaywright(report('playwright.json'), code)];
}

function browserForTests(): string {
  const found = findBrowser(process.env);
  if (found) return found;
  if (!process.env.PFORTE_CHROMIUM && mayInstallBrowser()) {
    title('Installing Chromium for the browser stories');
    const outcome = installBrowser();
    const installed = findBrowser(process.env);
    if (installed) return installed;
    if (outcome.failed) process.stderr.write(`${outcome.output}\n\n`);
  }
  return withoutBrowser();
}

function withoutBrowser(): never {
  const named = process.env.PFORTE_CHROMIUM;
  process.stderr.write(
    named
      ? `PFORTE_CHROMIUM names ${named}, and there is no such file. PFORTE_CHROMIUM nennt ${named}, und diese Datei gibt es nicht.\n`
      : 'The browser stories need a Chromium: install one, or set PFORTE_CHROMIUM to the path of one (Chrome and Edge work as well).\n' +
          'Die Browser-Tests brauchen ein Chromium: bitte eines installieren oder PFORTE_CHROMIUM auf den Pfad von einem setzen (Chrome und Edge gehen auch).\n',
  );
  process.exit(1);
}

function report(name: string) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return undefined;
  }
}

function run(args: string[], environment: Record<string, string> = calm): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function quietly(name: string, args: string[], needed = true): Promise<Tally[]> {
  if (!needed) return [];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...calm }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
  title(name);
  process.stdout.write(code === 0 && output.length === 0 ? 'Nothing to say.\n' : Buffer.concat(output));
  return [tallyOfCheck(code)];
}

function title(text: string): void {
  process.stdout.write(`\n── ${text}\n`);
}
