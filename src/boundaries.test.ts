import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsOf, readFiles, readSources } from './boundaries.fixture.ts';
import { nothingIsPutOff, readmesAreShort, rules } from './boundary-rules.fixture.ts';
import { order } from './modules/order.ts';

const sources = factsOf(readSources());
const writings = readFiles(['src/**/*.{ts,tsx,css,html,md,sql}', 'e2e/**/*.ts', 'scripts/**/*.{ts,mjs}', 'docs/**/*.md', '*.{md,ts}']);
const moduleFolders = readdirSync(join(import.meta.dirname, 'modules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(rules)('$name', ({ rule }) => {
  expect(rule(sources)).toEqual([]);
});

test.each(rules)('made-up files that break it are found: $name', ({ rule, broken, kept }) => {
  const breaches = (made: Record<string, string>) => rule(factsOf(Object.entries(made).map(([path, text]) => ({ path, text }))));
  expect(broken.filter((made) => breaches(made).length === 0)).toEqual([]);
  expect(kept.flatMap(breaches)).toEqual([]);
});

test('every folder of a module stands in the order, and the order names no other', () => {
  expect(moduleFolders.sort()).toEqual([...order].sort());
});

test('every module has a README.md of at most 30 lines', () => {
  expect(readmesAreShort(order, writings)).toEqual([]);
  expect(readmesAreShort(['lead'], [])).toEqual(['lead has no README.md']);
  expect(readmesAreShort(['lead'], [{ path: 'src/modules/lead/README.md', text: 'line\n'.repeat(31) }])).toEqual([
    'the README.md of lead has 31 lines',
  ]);
});

test('nothing is put off in a comment', () => {
  expect(nothingIsPutOff(writings)).toEqual([]);
  expect(nothingIsPutOff([{ path: 'src/a.ts', text: `// ${'TO' + 'DO'}: later` }])).toEqual(['src/a.ts']);
});
