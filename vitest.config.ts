import { defineConfig } from 'vitest/config';

const processTests = 'src/**/*.process.test.ts';

/**
 * Two projects: everything that runs inside the test process, and after it, one file at a time, the tests that start and kill real processes.
 * Their deadlines would not hold while other files use the same cores.
 */
export default defineConfig({
  test: {
    globalSetup: ['./vitest.setup-database.ts'],
    maxWorkers: 2,
    taskTitleValueFormatTruncate: 0,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: [processTests],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'process',
          include: [processTests],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
