#!/usr/bin/env node
// `npx pforte …`: prepares the checkout and runs the command line. `serve` is what `npm start` does.
import './node-version.mjs';
import { join } from 'node:path';
import { ensureConsole } from './console.mjs';
import { ensureRuntime, environmentFor, root } from './install.mjs';
import { runTool, serverFile, superviseServer } from './supervise.mjs';

const args = process.argv.slice(2);
const node = await ensureRuntime();
const options = { env: environmentFor(node) };

if (args[0] === 'serve') {
  await ensureConsole(node);
  process.exitCode = await superviseServer(node, [serverFile], options);
} else {
  process.exitCode = await runTool(node, [join(root, 'src/cli.ts'), ...args], options);
}
