/** How many tests of one kind passed, failed and were left out. */
export type Tally = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });

/** Type check and linter count as one test each. */
export const tallyOfCheck = (exitCode: number): Tally => ({ passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 });

/** A test file that could not even be loaded has no tests to count and is counted as a failed one itself. */
export function tallyOfVitest(report: VitestReport | undefined, exitCode: number): Tally {
  if (!report) return missingReport;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped }, exitCode);
}

/** Errors outside of a test (a story that does not load) count as failed tests; a flaky test would be a failed one, were it retried. */
export function tallyOfPlaywright(report: PlaywrightReport | undefined, exitCode: number): Tally {
  if (!report) return missingReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, exitCode);
}

/** The closing line of the test command. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const missingReport: Tally = { passed: 0, failed: 1, skipped: 0 };

/** A runner that failed without a failed test (an error nobody caught, no test found), and one that ran nothing, counts as one failed test. */
function honest(tally: Tally, exitCode: number): Tally {
  const wrong = exitCode !== 0 || tally.passed + tally.failed === 0;
  return wrong && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
