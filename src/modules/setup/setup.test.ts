import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { turnedClock } from '../../platform/clock.ts';
import { testDatabase } from '../../platform/db/db.fixture.ts';
import { createLog } from '../../platform/log.ts';
import { newSecret } from '../../platform/secret.ts';
import { readSettings } from '../../platform/settings.ts';
import type { Schema } from '../schema.ts';
import { saveSetupLink } from './store.ts';

/** A server on which nothing has been set up, and the secret of its one-time address. */
const database = await testDatabase<Schema>();
const read = readSettings({ PFORTE_LOG_LEVEL: 'silent' }, () => '');
if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
const clock = turnedClock('2026-03-10T09:00:00Z');
const app = await createApp({
  settings: read.settings,
  urls: { baseUrl: 'http://localhost:4000', baseDomain: undefined },
  db: database.db,
  clock,
  monotonic: () => clock.now().getTime(),
  log: createLog('silent'),
  version: 'test',
  secretKey: 'a key for tests, not for anything else',
  consoleDirectory: '',
});
const secret = newSecret();
await saveSetupLink(database.db, secret, clock.now());

afterAll(() => app.close());

type Problem = { code: string; detail: string; errors?: { pointer: string; code: string; detail: string }[] };

async function post(path: string, payload: object): Promise<{ status: number; body: Problem | undefined }> {
  const { statusCode, body } = await app.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { host: 'localhost:4000' },
    payload,
  });
  return { status: statusCode, body: body ? (JSON.parse(body) as Problem) : undefined };
}

const company = { workspace: 'Muster Energie GmbH', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' };
const administrator = { name: 'Karin Kessler', email: 'karin@muster.example', password: 'drei Eimer Kies im Garten' };
const pointers = (problem: Problem | undefined) => problem?.errors?.map(({ pointer }) => pointer);

test('each step is judged before the next one, by the rules of the set-up itself', async () => {
  expect((await post('/setup/check', { secret, ...company })).status).toBe(204);
  expect((await post('/setup/check', { secret, ...company, ...administrator })).status).toBe(204);

  for (const [wrong, code] of [
    [{ timeZone: 'Europe/Muster' }, 'workspace.unknown-time-zone'],
    [{ email: 'karin@' }, 'setup.invalid-address'],
    [{ password: 'kurz' }, 'password.too-short'],
    [{ password: 'Muster Energie Karin Kessler' }, 'password.contains-context'],
    [{ password: 'Passwort123456' }, 'password.too-common'],
  ] as const) {
    const order = { secret, ...company, ...administrator, ...wrong };
    const checked = await post('/setup/check', order);
    expect([checked.status, checked.body?.code, pointers(checked.body)]).toEqual([422, code, [`/${Object.keys(wrong)[0]}`]]);
    expect(await post('/setup', order), 'set-up says the same').toEqual(checked);
  }
});

test('several faults of a step are told at once, each at its field', async () => {
  const { status, body } = await post('/setup/check', { secret, ...company, ...administrator, email: 'karin@', password: 'kurz' });
  expect([status, body?.code, pointers(body)]).toEqual([422, 'setup.several-faults', ['/email', '/password']]);
  expect(new Set(body?.errors?.map(({ code }) => code))).toEqual(new Set(['setup.invalid-address', 'password.too-short']));
});

test('an empty company is refused in its own step', async () => {
  const { status, body } = await post('/setup/check', { secret, ...company, workspace: '  ' });
  expect([status, pointers(body)]).toEqual([422, ['/workspace']]);
});

test('rule 3 judging spends nothing, and answers only whoever has the one-time address', async () => {
  const stranger = await post('/setup/check', { secret: newSecret(), ...company, ...administrator, password: 'kurz' });
  expect([stranger.status, stranger.body?.code]).toEqual([410, 'setup.wrong-address']);

  expect((await post('/setup', { secret, ...company, ...administrator })).status).toBe(201);
  const late = await post('/setup/check', { secret, ...company });
  expect([late.status, late.body?.code]).toEqual([409, 'setup.already-done']);
});
