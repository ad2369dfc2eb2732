import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import type { Schema } from './modules/schema.ts';
import { turnedClock } from './platform/clock.ts';
import { testDatabase } from './platform/db/db.fixture.ts';
import { createLog } from './platform/log.ts';
import { readSettings } from './platform/settings.ts';

/** A server that nobody has set up yet. */
async function unopenedApp() {
  const { db } = await testDatabase<Schema>();
  const read = readSettings({ PFORTE_LOG_LEVEL: 'silent' }, () => '');
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const clock = turnedClock('2026-03-10T09:00:00Z');
  return createApp({
    settings: read.settings,
    urls: { baseUrl: 'http://localhost:4000', baseDomain: undefined },
    db,
    clock,
    monotonic: () => clock.now().getTime(),
    log: createLog('silent'),
    version: 'test',
    secretKey: 'a key for tests, not for anything else',
    consoleDirectory: '',
  });
}

const { server, served } = await unopenedApp();
const headers = { host: 'localhost:4000' };

test('before set-up every route but those of the set-up says that there is no workspace', async () => {
  const answers = served.map(async ({ name, route }) => {
    const url = `/api/v1${route.path.replaceAll(/\{\w+\}/g, '0198a1b2-0000-7000-8000-000000000000')}`;
    const body = name === 'signIn' ? { accountName: 'a', password: 'b' } : {};
    const response = await server.inject({ method: route.method, url, headers, ...(route.body && { payload: body }) });
    return [name, response.statusCode, response.json().code];
  });
  const others = (await Promise.all(answers)).filter(([name]) => !['getSetupState', 'checkSetup', 'setUp'].includes(String(name)));
  expect(others.length).toBeGreaterThan(20);
  for (const answer of others) expect(answer).toEqual([answer[0], 404, 'request.unknown-workspace']);
});

test('before set-up the set-up is open, and pages say plainly that there is nothing', async () => {
  const state = await server.inject({ method: 'GET', url: '/api/v1/setup', headers });
  expect([state.statusCode, state.json()]).toEqual([200, expect.objectContaining({ waiting: true })]);
  for (const url of ['/kunden/sign-in', '/clients/', '/console/link/x', '/nowhere/at/all']) {
    expect((await server.inject({ method: 'GET', url, headers })).statusCode, url).toBe(404);
  }
});
