import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Environment = Record<string, string | undefined>;

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];

const applications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * The path of a Chromium or a relative of it: the one that `PFORTE_CHROMIUM` names, else one in the usual places.
 * A path that is named but not there is an answer of `undefined`, not a reason to take another browser in silence.
 */
export function findBrowser(env: Environment, exists: (path: string) => boolean = existsSync): string | undefined {
  if (env.PFORTE_CHROMIUM) return exists(env.PFORTE_CHROMIUM) ? env.PFORTE_CHROMIUM : undefined;
  return usualPlaces(env).find(exists);
}

function usualPlaces(env: Environment): string[] {
  const directories = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  const inPath = commands.flatMap((command) => directories.filter(Boolean).map((directory) => join(directory, command)));
  const onMac = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => applications.map((name) => join(folder, name)));
  const onWindows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder ? windowsPrograms.map((name) => join(folder, name)) : [],
  );
  return [...inPath, ...onMac, ...onWindows];
}

/** Whether this process may install the distribution's browser: root on Debian or a relative of it. */
export const mayInstallBrowser = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian's Chromium and a set of fonts without asking anything. Answers what apt said where it failed. */
export function installBrowser(): { failed: false } | { failed: true; output: string } {
  const patience = ['-o', 'DPkg::Lock::Timeout=180'];
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ]) {
    const apt = spawnSync('apt-get', [...patience, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      timeout: 600_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (apt.status !== 0) return { failed: true, output: `${apt.stdout}${apt.stderr}`.trimEnd().split('\n').slice(-15).join('\n') };
  }
  return { failed: false };
}
