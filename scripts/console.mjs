import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { environmentFor, preparingLock, root } from './install.mjs';
import { withLock } from './lock.mjs';
import { giveUp, lastLines, say } from './say.mjs';

const dist = join(root, 'dist');
const consoleDirectory = join(dist, 'console');
const stampFile = join(dist, 'console.json');

/** Builds the console with Vite where a file that went into it changed since the last build; `force` builds in any case. */
export async function ensureConsole(node, { force = false } = {}) {
  if (!existsSync(join(root, 'src/web/index.html'))) return;
  if (!force && isCurrent()) return;
  await withLock(preparingLock, async () => {
    if (force || !isCurrent()) build(node);
  });
}

function isCurrent() {
  if (!existsSync(join(consoleDirectory, 'index.html'))) return false;
  try {
    const { sources, fingerprint } = JSON.parse(readFileSync(stampFile, 'utf8'));
    return fingerprint === fingerprintOf(sources);
  } catch {
    return false;
  }
}

function build(node) {
  const start = performance.now();
  say('Building the console …', 'Die Konsole wird gebaut …');
  const fresh = join(dist, `.console-${process.pid}`);
  const worn = join(dist, `.console-worn-${process.pid}`);
  const list = join(dist, `.console-${process.pid}.json`);
  mkdirSync(dist, { recursive: true });
  sweep();

  const vite = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', fresh], {
    cwd: root,
    env: { ...environmentFor(node), NODE_ENV: 'production', NO_COLOR: '1', PFORTE_CONSOLE_SOURCES: list },
    encoding: 'utf8',
  });
  if (vite.status !== 0) {
    giveUp(
      'The console could not be built; what Vite said stands above.',
      'Die Konsole konnte nicht gebaut werden; was Vite dazu sagt, steht oben.',
      lastLines(`${vite.stdout}${vite.stderr}`, 30),
    );
  }

  const sources = JSON.parse(readFileSync(list, 'utf8'));
  const fingerprint = fingerprintOf(sources);
  if (existsSync(consoleDirectory)) renameSync(consoleDirectory, worn);
  renameSync(fresh, consoleDirectory);
  writeFileSync(stampFile, JSON.stringify({ fingerprint, sources }));
  sweep();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`Console built in ${seconds} s.`, `Konsole in ${seconds} s gebaut.`);
}

/** Takes away what an interrupted build left. */
function sweep() {
  for (const name of readdirSync(dist).filter((entry) => entry.startsWith('.console-')))
    rmSync(join(dist, name), { recursive: true, force: true });
}

/**
 * Over everything that a build depends on: the files that Vite read the last time (also those of the server), whatever lies in the folders of
 * screens now (a new file may be found by a pattern, a picture is only copied), the libraries and the way of building.
 */
function fingerprintOf(sources) {
  const files = [...sources, ...screens(), 'vite.config.ts', 'package-lock.json', 'scripts/console.mjs'];
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    const path = join(root, file);
    hash.update(`${file}\0`).update(existsSync(path) ? readFileSync(path) : 'absent');
  }
  return hash.digest('hex');
}

function screens() {
  const modules = join(root, 'src/modules');
  const folders = existsSync(modules) ? readdirSync(modules).map((name) => join(modules, name, 'web')) : [];
  return [join(root, 'src/web'), ...folders]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}
