import { expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { goodPassword, portalPeople, readable } from '../sign-in/pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

const newPassword = 'sieben Gurken im Salatbeet';
const change = (cookie: string, form: Record<string, string>) => page('POST', '/kunden/profile/password', { form, cookie });
const alive = async (cookie: string) => (await page('GET', '/kunden/', { cookie })).status === 200;
const events = async (name: string) =>
  (await app.database.db.selectFrom('event').select(['actorKind', 'actorId', 'subjectId', 'change']).where('name', '=', name).execute())
    .length;
const sessionIds = (text: string) => [...text.matchAll(/name="sessionId" value="([^"]+)"/g)].map(([, id]) => id ?? '');

test('the profile says who one is; it is nobody else’s', async () => {
  await people.add('anna@amsel.example', { password: goodPassword }, { firstName: 'Änne' });
  const cookie = await people.cookieOf('anna@amsel.example');
  const { status, text } = await page('GET', '/kunden/profile', { cookie });
  expect(status).toBe(200);
  expect(readable(text)).toContain(
    'Name Änne Amsel Unternehmen Bäckerei Amsel & Söhne Kontoname anna@amsel.example E-Mail-Adresse anna@amsel.example',
  );
  expect(await page('GET', '/kunden/profile')).toMatchObject({ status: 303, location: '/kunden/sign-in?next=%2Fkunden%2Fprofile' });
});

test('B024 changing the password signs out all other devices, keeps this one and tells by mail', async () => {
  await people.add('bea@amsel.example');
  await app.work();
  const told = (await people.mailsTo('bea@amsel.example')).length;
  const [other, own] = [
    await people.cookieOf('bea@amsel.example'),
    (await people.enter('bea@amsel.example', goodPassword, { remember: 'yes' })).cookie,
  ];
  const changed = await change(own, { currentPassword: goodPassword, newPassword, accountName: 'bea@amsel.example' });
  expect(changed).toMatchObject({ status: 303, location: '/kunden/profile' });
  const header = [changed.headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith('pforte-portal='));
  expect(header).toContain('Max-Age=2592000');

  expect([await alive(other), await alive(own), await alive(changed.cookie)]).toEqual([false, false, true]);
  expect(readable((await page('GET', '/kunden/profile', { cookie: changed.cookie })).text)).toContain(
    'Das Passwort ist geändert. Alle anderen Geräte sind abgemeldet.',
  );
  expect((await people.enter('bea@amsel.example')).status).toBe(401);
  expect((await people.enter('bea@amsel.example', newPassword)).status).toBe(303);
  await app.work();
  expect(await people.mailsTo('bea@amsel.example')).toHaveLength(told + 1);
});

test('a session that was not to be remembered is not remembered afterwards either', async () => {
  await people.add('carla@amsel.example');
  const changed = await change(await people.cookieOf('carla@amsel.example'), { currentPassword: goodPassword, newPassword });
  expect(
    [changed.headers['set-cookie'] ?? []]
      .flat()
      .map(String)
      .find((cookie) => cookie.startsWith('pforte-portal=')),
  ).not.toContain('Max-Age');
});

test('what is wrong with a new password stands at its field, and nothing changes', async () => {
  await people.add('dana@amsel.example');
  const cookie = await people.cookieOf('dana@amsel.example');
  for (const [form, field, sentence] of [
    [{ currentPassword: 'falsch falsch', newPassword }, 'currentPassword', 'Das bisherige Passwort stimmt nicht.'],
    [{ currentPassword: goodPassword, newPassword: 'kurz' }, 'newPassword', 'Das Passwort ist zu kurz.'],
    [{ currentPassword: goodPassword, newPassword: 'Amsel & Söhne Bäckerei' }, 'newPassword', 'Das Passwort besteht vor allem aus'],
    [{ currentPassword: '', newPassword }, 'currentPassword', 'Bitte ausfüllen.'],
  ] as const) {
    const { status, text } = await change(cookie, form);
    expect(status).toBe(422);
    expect(text).toContain(`<p class="fault" id="${field}-fault">${sentence}`);
    expect(text).not.toContain(newPassword);
  }
  expect(await alive(cookie)).toBe(true);
  expect((await people.enter('dana@amsel.example')).status).toBe(303);
});

test('rule 21 a wrong current password is an event of the person’s own account, and holds no password', async () => {
  await people.add('dita@amsel.example');
  const cookie = await people.cookieOf('dita@amsel.example');
  const guess = 'ganz falsch und geheim';
  for (const newer of [newPassword, 'kurz']) await change(cookie, { currentPassword: guess, newPassword: newer });
  await change(cookie, { currentPassword: goodPassword, newPassword: 'kurz' });
  const { db } = app.database;
  const { id } = await db.selectFrom('account').select('id').where('email', '=', 'dita@amsel.example').executeTakeFirstOrThrow();
  const found = await db
    .selectFrom('event')
    .leftJoin('eventDetail', 'eventDetail.sequence', 'event.sequence')
    .select(['actorKind', 'actorId', 'subjectId', 'change', 'personal'])
    .where('name', '=', 'password.confirmation-failed')
    .where('subjectId', '=', id)
    .execute();
  expect(found).toHaveLength(2);
  for (const event of found)
    expect(event).toMatchObject({ actorKind: 'person', actorId: id, subjectId: id, personal: { network: '127.0.0.1' } });
  expect(JSON.stringify(found)).not.toContain('geheim');
});

test('rule 20 guessing the current password is slowed down', async () => {
  await people.add('edda@amsel.example');
  const cookie = await people.cookieOf('edda@amsel.example');
  const answers = [];
  for (let count = 0; count < 7; count++) answers.push(await change(cookie, { currentPassword: 'falsch falsch', newPassword }));
  expect(answers.at(-1)?.status).toBe(429);
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
});

test('rule 20 whoever is slowed down causes no hashing, and a new password that is refused is no wrong try', async () => {
  await people.add('elsa@amsel.example');
  const cookie = await people.cookieOf('elsa@amsel.example');
  for (let count = 0; count < 9; count++) {
    expect((await change(cookie, { currentPassword: goodPassword, newPassword: 'kurz' })).status).toBe(422);
  }
  for (let count = 0; count < 5; count++) await change(cookie, { currentPassword: 'falsch falsch', newPassword });
  const hashes = [vi.spyOn(app.hasher, 'hash'), vi.spyOn(app.hasher, 'verify')];
  expect((await change(cookie, { currentPassword: goodPassword, newPassword })).status).toBe(429);
  for (const hash of hashes) {
    expect(hash).not.toHaveBeenCalled();
    hash.mockRestore();
  }
});

test('one device, and all others, are signed out, each as an event', async () => {
  await people.add('frida@amsel.example');
  const cookies = [];
  for (let count = 0; count < 4; count++) cookies.push(await people.cookieOf('frida@amsel.example'));
  const [own = ''] = cookies;
  const before = [await events('session.ended'), await events('session.others-ended')];
  const list = await page('GET', '/kunden/profile', { cookie: own });
  expect(sessionIds(list.text)).toHaveLength(3);
  expect(readable(list.text)).toContain('Dieses Gerät');

  const one = await page('POST', '/kunden/profile/device', { form: { sessionId: sessionIds(list.text)[0] ?? '' }, cookie: own });
  expect(one).toMatchObject({ status: 303, location: '/kunden/profile' });
  expect((await Promise.all(cookies.map(alive))).filter(Boolean)).toHaveLength(3);
  expect(await page('POST', '/kunden/profile/other-devices', { form: {}, cookie: own })).toMatchObject({ status: 303 });
  expect(await Promise.all(cookies.map(alive))).toEqual([true, false, false, false]);
  expect([await events('session.ended'), await events('session.others-ended')]).toEqual(before.map((count) => count + 1));
});

test('rule 13 nobody signs out somebody else’s device, and cannot tell whether it exists', async () => {
  await people.add('gerda@amsel.example');
  await people.add('hanna@amsel.example');
  const [gerda, first, second] = [
    await people.cookieOf('gerda@amsel.example'),
    await people.cookieOf('hanna@amsel.example'),
    await people.cookieOf('hanna@amsel.example'),
  ];
  const [foreign = ''] = sessionIds((await page('GET', '/kunden/profile', { cookie: first })).text);
  const before = await events('session.ended');
  const answers = [];
  for (const sessionId of [foreign, '01a200cb-a896-7299-a93f-ac046645793d']) {
    const { status, location } = await page('POST', '/kunden/profile/device', { form: { sessionId }, cookie: gerda });
    answers.push({ status, location });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect([await alive(first), await alive(second)]).toEqual([true, true]);
  expect(await events('session.ended')).toBe(before);
});

test('rule 15 these forms take their own fields only, and only from whoever is signed in', async () => {
  await people.add('ilse@amsel.example');
  const cookie = await people.cookieOf('ilse@amsel.example');
  expect((await change(cookie, { currentPassword: goodPassword, newPassword, accountId: 'x' })).status).toBe(422);
  expect((await page('POST', '/kunden/profile/device', { form: { sessionId: 'keine' }, cookie })).status).toBe(422);
  expect(await page('POST', '/kunden/profile/other-devices', { form: {} })).toMatchObject({
    status: 303,
    location: '/kunden/sign-in?next=%2Fkunden%2Fprofile',
  });
  expect((await people.enter('ilse@amsel.example')).status).toBe(303);
});
