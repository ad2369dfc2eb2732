import pg from 'pg';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { hours } from '../../platform/clock.ts';
import { portalPeople } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);

const names = {
  known: 'anna@amsel.example',
  unknown: 'niemand@amsel.example',
  blocked: 'bruno@amsel.example',
  expired: 'ewald@amsel.example',
  invited: 'ines@amsel.example',
};
beforeAll(async () => {
  for (const name of [names.known, names.blocked, names.expired]) await people.add(name);
  await people.add(names.invited, { sendPasswordLink: true });
  await people.block(names.blocked);
  await people.expire(names.expired);
  await app.work();
});
beforeEach(async () => {
  app.clock.turn(hours(1));
  // Which workspaces there are is read once a while, whoever asks first.
  await app.page('GET', '/kunden/sign-in');
});

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown } | undefined)?.text ?? '');

/** Every statement that reaches the database and every hash, in order. */
async function workOf(act: () => Promise<{ status: number }>) {
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const hashes = [vi.spyOn(app.hasher, 'hash'), vi.spyOn(app.hasher, 'verify')];
  const { status } = await act();
  const work = {
    status,
    statements: statements.mock.calls.map(([query]) => textOf(query)),
    hashes: hashes.map(({ mock }) => mock.calls.length),
  };
  vi.restoreAllMocks();
  return work;
}

test('rule 9 a wrong password causes the same statements and hashes for known, unknown, blocked, expired and invited names', async () => {
  const known = await workOf(() => people.enter(names.known, 'ganz falsch und geheim'));
  expect(known).toMatchObject({ status: 401, hashes: [0, 1] });
  expect(known.statements.length).toBeGreaterThan(5);
  for (const name of Object.values(names)) {
    expect(await workOf(() => people.enter(name, 'ganz falsch und geheim')), name).toEqual(known);
  }
});

test('B022 rule 9 a forgotten password causes the same statements and no hash, whoever it is', async () => {
  const ask = (typed: string) => workOf(() => app.page('POST', '/kunden/forgot-password', { form: { typed } }));
  const known = await ask(names.known);
  expect(known).toMatchObject({ status: 303, hashes: [0, 0] });
  expect(known.statements.length).toBeGreaterThan(3);
  for (const name of [...Object.values(names), 'kein Name, nur Wörter']) expect(await ask(name), name).toEqual(known);
});
