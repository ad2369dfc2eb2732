// Prepares a checkout for running: packages, the right Node.js, the console. Runs on any Node.js from 20 on.
// `node scripts/ensure.mjs` does all that is needed, `--build` builds the console even where nothing changed.
import './node-version.mjs';
import { argv } from 'node:process';
import { ensureConsole } from './console.mjs';
import { ensureRuntime } from './install.mjs';

await ensureConsole(await ensureRuntime(), { force: argv.includes('--build') });
