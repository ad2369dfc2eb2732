import pg from 'pg';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { hours } from '../../platform/clock.ts';
import { registering } from './registration.fixture.ts';

const app = await testApp();
const { people, send, register } = await registering(app);
const { db } = app.database;

const names = {
  known: 'anna@amsel.example',
  unknown: 'niemand@amsel.example',
  blocked: 'bruno@amsel.example',
  invited: 'ines@amsel.example',
  unconfirmed: 'ulla@amsel.example',
};
beforeAll(async () => {
  for (const name of [names.known, names.blocked]) await people.add(name);
  await people.add(names.invited, { sendPasswordLink: true });
  await people.block(names.blocked);
  await register(names.unconfirmed);
});
beforeEach(() => app.clock.turn(hours(2)));

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown } | undefined)?.text ?? '');

/** Every statement that reaches the database and every hash, in order. */
async function workOf(act: () => Promise<{ status: number; location: string | undefined }>) {
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const hashes = [vi.spyOn(app.hasher, 'hash'), vi.spyOn(app.hasher, 'verify')];
  const { status, location } = await act();
  const work = {
    status,
    location,
    statements: statements.mock.calls.map(([query]) => textOf(query)),
    hashes: hashes.map(({ mock }) => mock.calls.length),
  };
  vi.restoreAllMocks();
  return work;
}

test('rule 9 registering causes the same statements and one hash, whoever it is, and nothing that was typed outlives the answer', async () => {
  // Which workspaces there are is read once a while, whoever asks first.
  await send({ email: 'erster@amsel.example' });
  const known = await workOf(() => send({ email: names.known }));
  expect(known).toMatchObject({ status: 303, location: '/kunden/register/sent', hashes: [1, 0] });
  expect(known.statements.length).toBeGreaterThan(5);
  for (const email of Object.values(names)) expect(await workOf(() => send({ email })), email).toEqual(known);
  expect(await workOf(() => send({ email: 'robot@amsel.example', homepage: 'x' }))).toMatchObject({ status: 303, hashes: [1, 0] });
  await app.work();
  expect(await db.selectFrom('registrationRequest').select('id').execute()).toEqual([]);
});
