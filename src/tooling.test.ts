import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../scripts/browser.ts';
import { coverage, quotedNumbers, readBehaviours, report } from '../scripts/coverage.ts';
import { closingLine, sum, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from '../scripts/tally.ts';
import { readFiles } from './boundaries.fixture.ts';

const vitestReport = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwrightReport = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('the closing line adds up both runners and the checks, and names the skipped only where there are any', () => {
  const all = sum([tallyOfCheck(0), tallyOfVitest(vitestReport, 0), tallyOfPlaywright(playwrightReport, 0)]);
  expect(closingLine(all)).toBe('9 passed, 0 failed, 2 skipped');
  expect(closingLine(sum([tallyOfCheck(1), tallyOfPlaywright(playwrightReport, 0)]))).toBe('3 passed, 1 failed');
});

test('a runner that fails counts as failed, whatever its report says', () => {
  const unloaded = { ...vitestReport, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(tallyOfVitest(vitestReport, 1).failed).toBe(1);
  expect(tallyOfVitest(unloaded, 1).failed).toBe(1);
  expect(tallyOfVitest({ ...vitestReport, numFailedTests: 2 }, 1).failed).toBe(2);
  expect(tallyOfVitest(undefined, 0).failed).toBe(1);
  expect(tallyOfPlaywright({ ...playwrightReport, errors: [{}] }, 1).failed).toBe(1);
  expect(tallyOfPlaywright({ stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] }, 1).failed).toBe(2);
  expect(tallyOfPlaywright(undefined, 1).failed).toBe(1);
});

test('a runner that ran no test counts as failed', () => {
  expect(tallyOfVitest({ ...vitestReport, numPassedTests: 0 }, 0).failed).toBe(1);
  expect(tallyOfPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }, errors: [] }, 0).failed).toBe(1);
});

test('a title counts for each behaviour it quotes, a comment and a test that is left out do not', () => {
  const source = [
    `test('${'B0'}12 the link works once, ${'B0'}14 then it explains itself', () => {});`,
    `// ${'B0'}15 is elsewhere`,
    ` * „${'B0'}16“`,
    `test.skip('${'B0'}17 not yet', () => {});`,
    `test.each([1])("${'B0'}18–${'B0'}20 it's a range", () => {});`,
    `test(\`${'B0'}13 opening\`, () => {});`,
  ].join('\n');
  expect(quotedNumbers(source)).toEqual(['12', '13', '14', '18', '19', '20'].map((number) => `B0${number}`));
});

test('the report says what has a test, what has none, and which numbers do not exist', () => {
  const behaviours = readBehaviours('# Behaviours\n\n## Links\n\n- **B012** Works once.\n- **B013** Opening spends nothing.\n');
  const covered = coverage(behaviours, [{ path: 'src/link.test.ts', text: `test('${'B0'}12 once'); test('${'B9'}99 never');` }]);
  expect(report(covered)).toBe(
    [
      'Links: 1 of 2',
      '  B012 src/link.test.ts',
      '  B013 – no test: Opening spends nothing.',
      '',
      `${'B9'}99 is quoted in src/link.test.ts, and there is no such behaviour.`,
      '1 of 2 behaviours have a test.',
      '',
    ].join('\n'),
  );
});

test('the list of behaviours is complete and in order', () => {
  const [list] = readFiles('docs/behaviours.md');
  const numbers = readBehaviours(list?.text ?? '').map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 126 }, (_, index) => `B${String(index + 1).padStart(3, '0')}`));
});

test('the browser that PFORTE_CHROMIUM names is taken, and no other in its place', () => {
  const everything = () => true;
  expect(findBrowser({ PFORTE_CHROMIUM: '/opt/mine' }, everything)).toBe('/opt/mine');
  expect(findBrowser({ PFORTE_CHROMIUM: '/opt/mine' }, (path) => path !== '/opt/mine')).toBeUndefined();
  expect(findBrowser({ PATH: '/nowhere' }, (path) => path === join('/usr/bin', 'chromium'))).toBe(join('/usr/bin', 'chromium'));
  expect(findBrowser({ PATH: '' }, (path) => path.endsWith('MacOS/Google Chrome'))).toBe(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(findBrowser({ PATH: '/usr/bin' }, () => false)).toBeUndefined();
});
