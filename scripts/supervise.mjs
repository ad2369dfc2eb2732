import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What serves, for `superviseServer`. */
export const serverFile = fileURLToPath(new URL('./serve.mjs', import.meta.url));

const stopWithParent = fileURLToPath(new URL('./stop-with-parent.mjs', import.meta.url));

/**
 * Runs a server with this Node.js and answers its exit code (128 and the signal's number where a signal ended it).
 * SIGINT, SIGTERM and SIGHUP are handed on exactly once each time somebody means it: Ctrl-C reaches us from the terminal and again from npm, and
 * a second signal tells a server to hurry. So the server lives in a process group of its own, and what follows within a second counts as the same.
 * It also stops when this process, or the npm that started it, is killed without a word.
 */
export function superviseServer(node, args, options) {
  const server = spawn(node, ['--import', stopWithParent, ...args], {
    ...options,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let handedOn = Number.NEGATIVE_INFINITY;
  const handOn = (signal) => {
    const now = performance.now();
    if (now - handedOn < 1000) return;
    handedOn = now;
    server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn);
  const watch = whenNpmDies(() => handOn('SIGTERM'));
  return ended(server).finally(() => clearInterval(watch));
}

/** Runs a tool with this Node.js in the same terminal, which delivers Ctrl-C itself, and answers its exit code. */
export function runTool(node, args, options) {
  const tool = spawn(node, args, { ...options, stdio: 'inherit' });
  process.on('SIGTERM', () => tool.kill('SIGTERM'));
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) tool.kill('SIGINT');
  });
  return ended(tool);
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Polls whether the npm that started this command is still there; between it and us stands a shell. Killed, it takes nobody along by itself.
 * Only under npm: a command started with `nohup` or `&` may well outlive its shell.
 */
function whenNpmDies(act) {
  if (!process.env.npm_execpath) return undefined;
  const ancestors = ancestorsUpToNpm();
  const watch = setInterval(() => {
    if (ancestors.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(watch);
    act();
  }, 500);
  return watch.unref();
}

/** A process whose parent died has another one from then on. Beyond the own parent, only Linux tells without a program of its own. */
function ancestorsUpToNpm() {
  const shell = process.ppid;
  const own = { pid: process.pid, parent: shell };
  const npm = /^(sh|ash|dash|bash|busybox)$/.test(nameOf(shell)) ? parentOf(shell) : undefined;
  return npm === undefined ? [own] : [own, { pid: shell, parent: npm }];
}

function parentOf(pid) {
  if (pid === process.pid) return process.ppid;
  const afterName = readProc(pid, 'stat')?.split(') ').at(-1);
  return afterName && Number(afterName.split(' ')[1]);
}

const nameOf = (pid) => readProc(pid, 'comm')?.trim() ?? '';

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
