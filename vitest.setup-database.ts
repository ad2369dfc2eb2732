import type { TestProject } from 'vitest/node';
import { migrations } from './src/migrations/index.ts';
import { startTestCluster } from './src/platform/db/cluster.fixture.ts';

/** Starts the PostgreSQL of this test run; `testDatabase()` clones its template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { template, places, stop } = await startTestCluster(migrations);
  project.provide('template', template);
  project.provide('places', places);
  return stop;
}
