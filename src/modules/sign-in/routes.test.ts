import { beforeAll, expect, test } from 'vitest';
import { administrator, testApp } from '../../app.fixture.ts';
import { hours, minutes } from '../../platform/clock.ts';
import { resetAdministrator } from '../setup/index.ts';
import { addAdministrator } from '../user/index.ts';

const app = await testApp();
const colleague = { accountName: 'kollege@muster.example', password: 'neun Laternen im Nebel' };
const system = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });

beforeAll(async () => {
  const passwordHash = await app.hasher.hash(colleague.password);
  await system(addAdministrator, { name: 'Kollege', language: 'de', passwordHash, email: colleague.accountName });
});

const enter = (options: { remember?: boolean; cookie?: string } = {}) =>
  app.api('POST', '/sessions', { cookie: options.cookie ?? null, body: { ...colleague, remember: options.remember ?? false } });
const isIn = async (cookie: string) => (await app.api('GET', '/me', { cookie })).status === 200;
const written = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .filter((header) => header.startsWith('pforte-console='));
const ended = async () =>
  (await app.database.db.selectFrom('event').select(['actorKind', 'change']).where('name', '=', 'session.ended').execute()).length;

test('a console that is remembered keeps its cookie for as long as the session lives', async () => {
  const [cookie = ''] = (await enter({ remember: true })).cookie.split('; ');
  expect(written(await app.api('GET', '/me', { cookie }))).toEqual([]);
  app.clock.turn(minutes(2));
  expect(written(await app.api('GET', '/me', { cookie }))).toEqual([`${cookie}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`]);

  const short = (await enter()).cookie;
  app.clock.turn(minutes(2));
  expect(written(await app.api('GET', '/me', { cookie: short }))).toEqual([]);
});

test('signing out of the console ends the session, forgets the cookie and leaves an event', async () => {
  const { cookie } = await enter({ remember: true });
  const before = await ended();
  app.clock.turn(minutes(2));
  const out = await app.api('DELETE', '/sessions/current', { cookie });
  expect(out.status).toBe(204);
  expect(written(out)).toEqual([expect.stringMatching(/^pforte-console=;.*Expires=Thu, 01 Jan 1970/)]);
  expect(await isIn(cookie)).toBe(false);
  expect(await ended()).toBe(before + 1);
});

test('a second sign-in in the same browser ends the session before, as an event', async () => {
  const [first, elsewhere] = [(await enter()).cookie, (await enter()).cookie];
  const before = await ended();
  const second = (await enter({ cookie: first })).cookie;
  expect([await isIn(first), await isIn(second), await isIn(elsewhere)]).toEqual([false, true, true]);
  expect(await ended()).toBe(before + 1);
});

test('a refused sign-in leaves the session of the browser alone', async () => {
  const first = (await enter()).cookie;
  const refused = await app.api('POST', '/sessions', { cookie: first, body: { ...colleague, password: 'ganz falsch und geheim' } });
  expect(refused.status).toBe(401);
  expect(await isIn(first)).toBe(true);
});

test('one device and all others are signed out, each as an event', async () => {
  const [own, one, two] = [(await enter()).cookie, (await enter()).cookie, (await enter()).cookie];
  const before = await ended();
  const { body } = await app.api<{ items: { id: string; current: boolean }[] }>('GET', '/sessions', { cookie: one });
  const sessionId = body.items.find(({ current }) => current)?.id;
  expect((await app.api('DELETE', `/sessions/${sessionId}`, { cookie: own })).status).toBe(204);
  expect((await app.api('DELETE', `/sessions/${sessionId}`, { cookie: own })).status).toBe(404);
  expect([await isIn(own), await isIn(one), await isIn(two)]).toEqual([true, false, true]);
  expect(await ended()).toBe(before + 1);
  expect((await app.api('DELETE', '/sessions', { cookie: own })).status).toBe(204);
  expect([await isIn(own), await isIn(two)]).toEqual([true, false]);
});

test('B024 changing the password keeps a remembered console remembered, and one that is not so', async () => {
  const remembered = (await enter({ remember: true })).cookie;
  const next = 'drei Schirme am Bahnsteig';
  const changed = await app.api('POST', '/me/password', {
    cookie: remembered,
    body: { currentPassword: colleague.password, newPassword: next },
  });
  expect(changed.status).toBe(204);
  expect(written(changed)).toEqual([expect.stringContaining('Max-Age=2592000')]);
  expect([await isIn(remembered), await isIn(changed.cookie)]).toEqual([false, true]);

  const short = await app.signIn(colleague.accountName, next);
  const back = await app.api('POST', '/me/password', {
    cookie: short,
    body: { currentPassword: next, newPassword: colleague.password },
  });
  expect(written(back)).toEqual([expect.not.stringContaining('Max-Age')]);
  expect(await isIn(back.cookie)).toBe(true);
});

test('rule 21 a wrong current password is an event, as a sign-in that failed is', async () => {
  const { cookie } = await enter();
  const failed = async () =>
    (await app.database.db.selectFrom('event').select('id').where('name', '=', 'password.confirmation-failed').execute()).length;
  expect(await failed()).toBe(0);
  const body = { currentPassword: 'ganz falsch und geheim', newPassword: 'fünf Igel unter der Hecke' };
  expect((await app.api('POST', '/me/password', { cookie, body })).status).toBe(422);
  expect(await failed()).toBe(1);
});

test('a link for one administrator ends the session of whoever else was signed in in this browser', async () => {
  app.clock.turn(hours(1));
  const cookie = (await enter()).cookie;
  const link = new URL(await system(resetAdministrator, administrator.email)).pathname;
  const done = await app.page('POST', link, { form: { password: 'vier graue Esel am Deich' }, cookie });
  expect(done).toMatchObject({ status: 303, location: '/console/sign-in' });
  expect(written(done)).toEqual([expect.stringMatching(/^pforte-console=;/)]);
  expect(await isIn(cookie)).toBe(false);
});

test('the operator’s emergency address is for users who may sign in', async () => {
  await app.database.owner.db.updateTable('user').set({ deactivatedAt: app.clock.now() }).where('name', '=', 'Kollege').execute();
  await expect(system(resetAdministrator, colleague.accountName)).rejects.toMatchObject({ code: 'setup.unknown-user' });
  expect((await enter()).status).toBe(403);
});
