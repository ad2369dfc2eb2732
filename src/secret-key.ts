import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './platform/settings.ts';

/** The key that stored secrets are sealed with: from the settings, else made once and kept in the data directory with mode 0600. */
export function secretKeyOf(settings: Pick<Settings, 'secretKey' | 'data'>): string {
  if (settings.secretKey) return settings.secretKey;
  const path = join(settings.data, 'secret.key');
  if (!existsSync(path)) create(path, settings.data);
  return readFileSync(path, 'utf8').trim();
}

/** Written whole under another name and then linked, so that neither a kill nor a second starter can leave half a key or two. */
function create(path: string, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(draft);
  }
}
