// Preloaded into a server under test: DNS says what stands in the file PFORTE_TEST_ZONE, so that a story can publish records and take them back.
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { isServerProcess } from './server-process.ts';

const path = process.env.PFORTE_TEST_ZONE;
if (path && isServerProcess) answerFrom(path);

function answerFrom(path: string): void {
  const records = async (type: string, name: string): Promise<string[]> => {
    const zone = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string[]>>;
    const found = zone[name]?.[type];
    if (!found?.length) throw Object.assign(new Error(`${type} ${name}`), { code: 'ENOTFOUND' });
    return found;
  };
  Object.assign(Resolver.prototype, {
    resolveTxt: async (name: string) => (await records('txt', name)).map((text) => [text]),
    resolveMx: async (name: string) => (await records('mx', name)).map((exchange) => ({ exchange, priority: 10 })),
    resolve4: (name: string) => records('a', name),
    resolve6: (name: string) => records('aaaa', name),
    reverse: (address: string) => records('ptr', address),
  });
}
