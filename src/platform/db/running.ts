import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { kill, platform } from 'node:process';
import { codeOf } from './complaint.ts';

/** Whether a process lives. One that ended and was not yet collected by its parent (a zombie) does not. */
export function isRunning(id: number): boolean {
  try {
    kill(id, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  if (platform !== 'linux') return true;
  try {
    // The command's name stands in brackets and may hold brackets itself; the state follows the last one.
    return !/^ [ZX]/.test(readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return false;
  }
}

/**
 * Whether this process is a PostgreSQL that works in this cluster, and not a stranger who was given the same id after a restart of the machine
 * or container. In doubt it is: taking a live PostgreSQL for a stranger would be worse than a start that fails.
 */
export function isPostmasterOf(id: number, cluster: string): boolean {
  if (!isRunning(id)) return false;
  if (platform !== 'linux')
    return /postgres/.test(spawnSync('/bin/ps', ['-o', 'command=', '-p', String(id)], { encoding: 'utf8' }).stdout ?? '');
  try {
    return basename(executableOf(id) ?? '').startsWith('postgres') && readlinkSync(`/proc/${id}/cwd`) === realpathSync(cluster);
  } catch (error) {
    return codeOf(error) === 'EACCES';
  }
}

/** The program a process runs; with „ (deleted)“ behind it when the file has been replaced since. Known on Linux only. */
export function executableOf(id: number): string | undefined {
  if (platform !== 'linux') return undefined;
  return readlinkSync(`/proc/${id}/exe`);
}

/** PostgreSQL's programs whose working directory this is; never somebody's shell. Known on Linux only. */
export function programsAt(directory: string): number[] {
  if (platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && isProgramAt(id, directory));
}

function isProgramAt(id: number, directory: string): boolean {
  try {
    return readlinkSync(`/proc/${id}/cwd`) === directory && /^(initdb|postgres)\b/.test(basename(executableOf(id) ?? ''));
  } catch {
    return false;
  }
}
