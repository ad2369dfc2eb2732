import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One thing that is measured. `run` tells its figures line by line. */
export type Workload = { name: string; run: (tell: (line: string) => void) => Promise<void> };

/** `npm run bench -- mail`, or `npm run bench -- mail speed` for one workload of it. */
const [file = 'mail', ...names] = process.argv.slice(2);
const { workloads }: { workloads: Workload[] } = await import(pathToFileURL(join(import.meta.dirname, `${file}.ts`)).href);

for (const { name, run } of workloads) {
  if (names.length && !names.includes(name)) continue;
  console.log(`\n${file} · ${name}`);
  await run((line) => console.log(`  ${line}`));
}
