import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Behaviour, coverage, readBehaviours, report } from './coverage.ts';

const root = join(import.meta.dirname, '..');
const behaviours: Behaviour[] = readBehaviours(readFileSync(join(root, 'docs/behaviours.md'), 'utf8'));
const testFiles = globSync(['src/**/*.test.{ts,tsx}', 'e2e/**/*.spec.ts'], { cwd: root })
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const covered = coverage(behaviours, testFiles);
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(covered, undefined, 2)}\n` : report(covered));
