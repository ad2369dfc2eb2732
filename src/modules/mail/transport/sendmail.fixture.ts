import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program in a directory of its own that behaves as the script says. Whatever it writes to `$OUT/…` can be read. */
export function fakeSendmail(script: string) {
  const directory = mkdtempSync(join(tmpdir(), 'pforte-sendmail-'));
  const path = join(directory, 'sendmail');
  writeFileSync(path, `#!/bin/sh\nOUT='${directory}'\n${script}\n`);
  chmodSync(path, 0o755);
  return {
    path,
    written: (name: string) => (existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'latin1') : undefined),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Keeps what it is given, as a program that takes every mail. */
export const taking = `printf '%s\\n' "$@" > "$OUT/arguments"; env > "$OUT/environment"; cat > "$OUT/mail"`;
