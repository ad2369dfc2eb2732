import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { say } from './say.mjs';

/**
 * Runs `work` while holding the lock at `path`, so that two commands started at once do not prepare the same checkout together.
 * The lock is a symbolic link that points to the holder's process id: made in one step, never seen half written. One left by a dead process is taken over.
 */
export async function withLock(path, work) {
  await acquire(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquire(path) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!taken(path)) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      takeAway(path, holder);
      continue;
    }
    if (!told) {
      say(
        `Waiting for process ${holder}, which is preparing this directory (if it is not, delete ${path}) …`,
        `Warten auf Prozess ${holder}, der dieses Verzeichnis gerade vorbereitet (falls nicht, ${path} löschen) …`,
      );
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function taken(path) {
  try {
    // „junction“ counts on Windows only: the one kind of link that needs no privilege there.
    symlinkSync(`${process.platform === 'win32' ? '/' : ''}${process.pid}`, path, 'junction');
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    return Number(basename(readlinkSync(path)));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Of several that find the same dead holder, renaming lets one through; who moved a living holder's lock away by that gives it back. */
function takeAway(path, deadHolder) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (holderOf(aside) === deadHolder) rmSync(aside, { force: true });
  else renameSync(aside, path);
}
