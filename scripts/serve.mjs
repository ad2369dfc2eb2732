// `node scripts/serve.mjs`: the server as systemd and containers start it; needs the Node.js of this code and an installation that `ensure.mjs` prepared.
// It is `src/main.ts`, started in half the time and with two thirds of the memory. Not in TypeScript, because already stripping its own types would cost 16 MB.
import { accessSync, constants } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const root = dirname(import.meta.dirname);
// The data directory serves where the installation belongs to somebody else. A place that strangers can write to must never be used: what lies there is run.
const place = [join(root, 'node_modules'), process.env.PFORTE_DATA || 'data'].find(isWritable);
if (place) enableCompileCache(join(place, '.cache', 'compiled'));

// Loading code fills the space for new objects and makes it grow to a size that a server at rest never needs; V8 does not shrink it again.
setFlagsFromString('--semi-space-growth-factor=1');
await import('../src/main.ts');
setFlagsFromString('--semi-space-growth-factor=2');
// At the end would be too late for a server that is killed.
flushCompileCache();

function isWritable(directory) {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
