import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { hours, minutes } from '../../platform/clock.ts';
import { goodPassword, readable } from '../sign-in/pages.fixture.ts';
import { actingUsers, colleague, reason } from './acting.fixture.ts';

const app = await testApp();
const { people, accessOf, unassign, colleagueId, changeColleague, ask, act, home, isOver, list, signInColleague } = await actingUsers(app);
const { page } = app;

test('B126 it ends with the session of the console: signed out, password changed, deactivated, right taken', async () => {
  await people.add('ilse@amsel.example');
  const signedOut = await act('ilse@amsel.example');
  await app.api('DELETE', '/sessions/current', { cookie: signedOut.console });
  expect(await isOver(signedOut.cookie)).toBe(true);

  const staff = () => signInColleague();
  const changed = await act('ilse@amsel.example', await staff());
  const next = 'vier Körbe voll Kastanien';
  const changePassword = (cookie: string, currentPassword: string, newPassword: string) =>
    app.api('POST', '/me/password', { cookie, body: { currentPassword, newPassword } });
  const answer = await changePassword(changed.console, colleague.password, next);
  expect(answer.status).toBe(204);
  expect(await isOver(`${answer.cookie}; ${changed.acting}`), 'the same browser goes on in the console').toBe(true);
  expect(await list(changed.accessId)).not.toContainEqual(expect.objectContaining({ running: true }));
  await changePassword(answer.cookie, next, colleague.password);

  const deactivated = await act('ilse@amsel.example', await staff());
  await changeColleague({ deactivatedAt: app.clock.now() });
  expect(await isOver(deactivated.cookie)).toBe(true);
  await changeColleague({ deactivatedAt: null });

  const rightless = await act('ilse@amsel.example', await staff());
  await changeColleague({ administrator: false });
  expect(await isOver(rightless.cookie)).toBe(true);
  await changeColleague({ administrator: true });
});

test('the acting cookie is worth nothing without the console’s, with another one’s, or as a portal cookie', async () => {
  await people.add('jana@amsel.example');
  const { acting, cookie } = await act('jana@amsel.example');
  for (const held of [acting, `${await app.signIn()}; ${acting}`, `${await signInColleague()}; ${acting}`])
    expect(await isOver(held)).toBe(true);
  expect(await isOver(acting.replace('pforte-acting', 'pforte-portal'))).toBe(true);
  expect((await home(cookie)).status, 'and lives on where it belongs').toBe(200);
});

test('B126 a block or an expiry ends it at the next request, and lets nobody begin', async () => {
  await people.add('karla@amsel.example');
  const console = await app.signIn();
  const pending = await ask('karla@amsel.example', console);
  const running = await act('karla@amsel.example');
  await app.api('PATCH', `/accesses/${pending.accessId}`, { body: { granted: false } });
  expect(await isOver(running.cookie)).toBe(true);
  expect((await page('POST', pending.path, { form: {}, cookie: console })).status).toBe(409);
  expect(await ask('karla@amsel.example', console)).toMatchObject({ status: 409, body: { code: 'impersonation.not-admitted' } });
  const { body } = await app.api<{ allowed: string[]; denied: { action: string; code: string }[] }>('GET', `/accesses/${pending.accessId}`);
  expect(body.allowed).not.toContain('impersonate');
  expect(body.denied).toContainEqual(expect.objectContaining({ action: 'impersonate', code: 'impersonation.not-admitted' }));
  await app.api('PATCH', `/accesses/${pending.accessId}`, { body: { granted: true } });
  expect(await isOver(running.cookie), 'what ended stays so').toBe(true);

  await people.add('klara@amsel.example');
  const other = await act('klara@amsel.example');
  await people.expire('klara@amsel.example');
  expect(await isOver(other.cookie)).toBe(true);
  expect((await ask('klara@amsel.example', console)).status).toBe(409);
});

test('a person who has never registered cannot be acted as, one who waits for assignment sees the waiting page', async () => {
  await people.add('lena@amsel.example', { sendPasswordLink: true });
  expect((await ask('lena@amsel.example', await app.signIn())).status).toBe(409);

  await people.add('lotte@amsel.example');
  await unassign('lotte@amsel.example');
  const { cookie } = await act('lotte@amsel.example');
  expect(await home(cookie)).toMatchObject({ status: 303, location: '/kunden/waiting' });
  const { text } = await page('GET', '/kunden/waiting', { cookie });
  expect(text).toContain('class="acting"');
  expect(text).toContain('Ihr Zugang wird noch zugeordnet');
});

test('rule 12 the right is the administrators’, or given by itself; without it nothing is asked for, begun or offered', async () => {
  await people.add('mara@amsel.example');
  const staff = await signInColleague();
  const { path, accessId } = await ask('mara@amsel.example', staff);
  await changeColleague({ administrator: false });
  expect((await page('POST', path, { form: {}, cookie: staff })).status).toBe(403);
  expect(await ask('mara@amsel.example', staff)).toMatchObject({ status: 403, body: { code: 'request.not-allowed' } });
  const { body } = await app.api<{ allowed: string[] }>('GET', `/accesses/${accessId}`, { cookie: staff });
  expect(body.allowed).not.toContain('impersonate');

  await changeColleague({ mayImpersonate: true });
  const { cookie } = await act('mara@amsel.example', staff);
  expect((await home(cookie)).status).toBe(200);
  await changeColleague({ administrator: true, mayImpersonate: false });
});

test('no chain: whoever acts as a person has no rights of the API beside their own, and one browser acts as one person', async () => {
  await people.add('nina@amsel.example');
  await people.add('nele@amsel.example', { password: goodPassword }, { firstName: 'Nele' });
  const first = await act('nina@amsel.example');
  expect((await app.api('GET', '/me', { cookie: first.acting })).status).toBe(401);
  expect((await app.api('POST', `/accesses/${first.accessId}/impersonate`, { body: { reason }, cookie: first.acting })).status).toBe(401);

  const { path } = await ask('nele@amsel.example', first.console);
  const second = await page('POST', path, { form: {}, cookie: first.cookie });
  expect(readable((await home(`${first.console}; ${second.cookie}`)).text)).toContain('Guten Tag Frau Amsel');
  expect(await isOver(first.cookie)).toBe(true);
  expect(await list(first.accessId)).toMatchObject([{ running: false, endedAt: expect.any(String) }]);
});

test('rule 13 unknown accesses, staff accounts and what belongs to another access are unknown', async () => {
  await people.add('olga@amsel.example');
  await people.add('otti@amsel.example');
  const random = '01a200cb-a896-7299-a93f-ac046645793d';
  expect((await app.api('POST', `/accesses/${random}/impersonate`, { body: { reason } })).status).toBe(404);
  expect((await app.api('POST', `/accesses/${colleagueId}/impersonate`, { body: { reason } })).status).toBe(404);
  expect((await app.api('GET', `/accesses/${random}/impersonations`)).status).toBe(404);
  const { accessId, id, cookie } = await act('olga@amsel.example');
  const { id: other } = await accessOf('otti@amsel.example');
  for (const path of [`/accesses/${other}/impersonations/${id}`, `/accesses/${accessId}/impersonations/${random}`])
    expect((await app.api('DELETE', path)).status).toBe(404);
  expect((await home(cookie)).status).toBe(200);
});

test('a sign-in with a password is not possible meanwhile, and one’s own session of the portal is untouched afterwards', async () => {
  await people.add('vera@amsel.example');
  await people.add('wanda@amsel.example', { password: goodPassword }, { lastName: 'Wachtel' });
  const own = await people.cookieOf('wanda@amsel.example');
  const { cookie } = await act('vera@amsel.example');
  const both = `${cookie}; ${own}`;
  expect(readable((await home(both)).text)).toContain('Guten Tag Frau Amsel');
  const form = { accountName: 'wanda@amsel.example', password: goodPassword };
  expect((await page('POST', '/kunden/sign-in', { form, cookie: both })).status).toBe(409);
  expect(await page('POST', '/kunden/sign-out', { form: {}, cookie: both })).toMatchObject({ status: 303 });
  expect(await isOver(both), 'the request that finds it over is nobody’s').toBe(true);
  expect(readable((await home(own)).text)).toContain('Guten Tag Frau Wachtel');
});

test('rule 19 a form of another site begins and ends nothing', async () => {
  await people.add('xenia@amsel.example');
  const console = await app.signIn();
  const { path } = await ask('xenia@amsel.example', console);
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await page('POST', path, { form: {}, cookie: console, headers })).status).toBe(403);
  const { cookie } = await act('xenia@amsel.example');
  expect((await page('POST', '/kunden/acting/end', { form: {}, cookie, headers })).status).toBe(403);
  expect((await home(cookie)).status).toBe(200);
});

test('a session of the console that is not used for longer than it lasts ends it too', async () => {
  await people.add('ylva@amsel.example');
  await app.api('PATCH', '/workspace', { body: { lifetimes: { session: '10m' } } });
  const { cookie, acting } = await act('ylva@amsel.example');
  app.clock.turn(minutes(9));
  expect((await home(cookie)).status, 'acting counts as use of the console').toBe(200);
  app.clock.turn(minutes(9));
  expect((await home(cookie)).status).toBe(200);
  app.clock.turn(minutes(10));
  expect(await isOver(cookie)).toBe(true);
  expect(await isOver(acting)).toBe(true);
  app.clock.turn(hours(1));
});

test('B126 every form of the profile, also one to come, is the person’s own', async () => {
  await people.add('zita@amsel.example');
  const { cookie } = await act('zita@amsel.example');
  // A tree: each line goes on where the last one that is less indented ended.
  const above: string[] = [];
  const posts = app.server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(.*)$/.exec(line) ?? [];
      const depth = indent.length / 4;
      above.splice(depth, above.length, `${above[depth - 1] ?? ''}${path}`);
      return methods.includes('POST') ? [above[depth] ?? ''] : [];
    });
  const forms = posts.filter((path) => path.startsWith('/:slug/profile/')).map((path) => path.replace('/:slug', ''));
  expect(forms).toEqual(expect.arrayContaining(['/profile/password', '/profile/device', '/profile/other-devices']));
  for (const form of forms) expect((await page('POST', `/kunden${form}`, { form: {}, cookie })).status, form).toBe(403);
});
