// `npm start`: prepares the checkout and serves. `--demo` serves the sample company from a data directory that is thrown away at the end.
import './node-version.mjs';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureConsole } from './console.mjs';
import { ensureRuntime, environmentFor } from './install.mjs';
import { serverFile, superviseServer } from './supervise.mjs';

const args = process.argv.slice(2);
const node = await ensureRuntime();
await ensureConsole(node);

// Also where the output is handed on to a file or another program, somebody who starts it this way wants to read it.
const readable = process.env.NODE_ENV === 'production' ? {} : { PFORTE_LOG_FORMAT: 'text' };
const serve = (env) => superviseServer(node, [serverFile, ...args], { env: { ...readable, ...env } });

process.exitCode = args.includes('--demo') ? await serveThrownAway() : await serve(environmentFor(node));

/** Whatever database the environment names is left alone. */
async function serveThrownAway() {
  const data = mkdtempSync(join(tmpdir(), 'pforte-demo-'));
  // PostgreSQL does not run as root; the user that it gets instead has to pass through here.
  if (process.getuid?.() === 0) chmodSync(data, 0o711);
  const { DATABASE_URL, DATABASE_URL_FILE, PFORTE_DATA_FILE, ...env } = environmentFor(node);
  try {
    return await serve({ ...env, PFORTE_DATA: data });
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}
