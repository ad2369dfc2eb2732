// `node scripts/run.mjs FILE|TOOL [argument …]`: runs a script of this directory's or a development tool with the Node.js of this code.
import './node-version.mjs';
import { join, resolve } from 'node:path';
import { ensureRuntime, environmentFor, root } from './install.mjs';
import { runTool } from './supervise.mjs';

const tools = { biome: '@biomejs/biome/bin/biome', tsc: 'typescript/bin/tsc' };

const [name = '', ...args] = process.argv.slice(2);
const node = await ensureRuntime();
const file = Object.hasOwn(tools, name) ? join(root, 'node_modules', tools[name]) : resolve(root, name);

process.exitCode = await runTool(node, [file, ...args], { cwd: root, env: environmentFor(node) });
