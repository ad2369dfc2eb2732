import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { minutes } from '../../platform/clock.ts';
import { verifyChain } from '../audit/index.ts';
import { goodPassword, readable } from '../sign-in/pages.fixture.ts';
import { actingUsers, reason } from './acting.fixture.ts';

const app = await testApp();
const { people, accessOf, withTwo, colleagueId, ask, act, home, isOver, list, eventsOf, signInColleague } = await actingUsers(app);
const { page } = app;

test('B117 B126 a user asks with a reason, opens the address, presses the button and sees the portal as the person', async () => {
  await people.add('anna@amsel.example');
  const console = await app.signIn();
  const { status, body, path } = await ask('anna@amsel.example', console);
  expect(status).toBe(201);
  expect(body.url).toMatch(/^http:\/\/localhost:4000\/kunden\/acting\/link\/[\w-]{43}$/);
  expect(new Date(body.startableUntil).getTime() - app.clock.now().getTime()).toBe(minutes(5));
  expect(new Date(body.endsAt).getTime() - app.clock.now().getTime()).toBe(minutes(30));

  const asked = await page('GET', path, { cookie: console });
  expect(asked.status).toBe(200);
  expect(asked.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect(readable(asked.text)).toContain(`Als Anna Amsel anmelden Person Anna Amsel Kontoname anna@amsel.example Grund ${reason}`);
  const begun = await page('POST', path, { form: {}, cookie: console });
  expect(begun).toMatchObject({ status: 303, location: '/kunden/' });
  expect(readable((await home(`${console}; ${begun.cookie}`)).text)).toContain('Guten Tag Frau Amsel');
});

test('rule 6 reading the address begins nothing, however often', async () => {
  await people.add('bea@amsel.example');
  const console = await app.signIn();
  const { path, accessId } = await ask('bea@amsel.example', console);
  for (let count = 0; count < 3; count++) {
    const read = await page('GET', path, { cookie: console });
    expect([read.status, read.headers['set-cookie']]).toEqual([200, undefined]);
  }
  expect(await list(accessId)).toMatchObject([{ startedAt: null, running: false, reason, allowed: [] }]);
});

test('the address works once, for five minutes, in the browser of that session of the console only', async () => {
  await people.add('carla@amsel.example');
  const console = await app.signIn();
  const { path } = await ask('carla@amsel.example', console);
  const other = await app.signIn();
  const colleagues = await signInColleague();
  for (const cookie of [undefined, other, colleagues, await people.cookieOf('carla@amsel.example')]) {
    for (const method of ['GET', 'POST'] as const) {
      const { status, text } = await page(method, path, { ...(cookie && { cookie }), ...(method === 'POST' && { form: {} }) });
      expect(status).toBe(410);
      expect(readable(text)).toContain('Diese Adresse gilt nur einmal');
    }
  }
  const answers = await Promise.all(Array.from({ length: 10 }, () => page('POST', path, { form: {}, cookie: console })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(410)]);

  const late = await ask('carla@amsel.example', console);
  app.clock.turn(minutes(5));
  expect((await page('POST', late.path, { form: {}, cookie: console })).status).toBe(410);
});

test('every page carries a banner with both names and the time left, and no way to sign out as the person', async () => {
  await people.add('dora@amsel.example', { password: goodPassword }, { firstName: 'Dora' });
  const { cookie } = await act('dora@amsel.example');
  app.clock.turn(minutes(1));
  for (const path of ['/kunden/', '/kunden/rechnungen', '/kunden/profile', '/kunden/nirgends']) {
    const { text } = await page('GET', path, { cookie });
    expect(text, path).toContain('<section class="acting"');
    expect(text, path).toContain('Angemeldet als <strong>Dora Amsel</strong> · durch <strong>');
    expect(text, path).toContain('data-seconds="1740">29:00</span>');
    expect(text, path).toContain('action="/kunden/acting/end"');
    expect(text, path).not.toContain('/kunden/sign-out');
  }
  expect((await home(await people.cookieOf('dora@amsel.example'))).text).not.toContain('class="acting"');
});

test('B126 rule 26 no credential functions: neither shown nor taken', async () => {
  await people.add('edda@amsel.example');
  const own = await people.cookieOf('edda@amsel.example');
  const { cookie } = await act('edda@amsel.example');
  const { text } = await page('GET', '/kunden/profile', { cookie });
  expect(text).not.toMatch(/type="password"|\/profile\/(password|device|other-devices)/);
  const newPassword = 'sieben Gurken im Salatbeet';
  const forms: [string, Record<string, string>][] = [
    ['/kunden/profile/password', { currentPassword: goodPassword, newPassword }],
    ['/kunden/profile/device', { sessionId: '01a200cb-a896-7299-a93f-ac046645793d' }],
    ['/kunden/profile/other-devices', {}],
  ];
  for (const [path, form] of forms) {
    const answer = await page('POST', path, { form, cookie });
    expect(answer.status, path).toBe(403);
    expect(readable(answer.text)).toContain('gehören der Person selbst');
  }
  expect((await home(own)).status).toBe(200);
  expect((await people.enter('edda@amsel.example')).status).toBe(303);
});

test('it is no sign-in of the person, none of their devices, and ends none of their sessions', async () => {
  await people.add('frida@amsel.example');
  const own = await people.cookieOf('frida@amsel.example');
  const before = await accessOf('frida@amsel.example');
  app.clock.turn(minutes(3));
  const { cookie, accessId } = await act('frida@amsel.example');
  await home(cookie);
  expect(await accessOf('frida@amsel.example')).toEqual(before);
  const { text } = await page('GET', '/kunden/profile', { cookie: own });
  expect(text.match(/<ul class="devices">.*?<\/ul>/s)?.[0].match(/<li>/g)).toHaveLength(1);
  expect((await eventsOf(before.accountId)).map(({ name }) => name)).not.toContain('impersonation.started');
  expect((await eventsOf(before.accountId)).filter(({ name }) => name === 'session.started')).toHaveLength(1);
  await page('POST', '/kunden/acting/end', { form: {}, cookie });
  expect((await home(own)).status).toBe(200);
  expect(await list(accessId)).toMatchObject([{ running: false, endedAt: expect.any(String) }]);
});

test('„Beenden“ leads back to the console; what is left of the cookie is worth nothing', async () => {
  await people.add('gerda@amsel.example');
  const { cookie, accessId } = await act('gerda@amsel.example');
  expect(await page('POST', '/kunden/acting/end', { form: {}, cookie })).toMatchObject({
    status: 303,
    location: expect.stringMatching(new RegExp(`^/console/.*${accessId}$`)),
  });
  const after = await home(cookie);
  expect(after).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: after.cookie })).text)).toContain(
    'Die Anmeldung als Nutzer ist beendet.',
  );
});

test('rule 26 it ends after thirty minutes, whatever was done meanwhile, and after less where the workspace says so', async () => {
  await people.add('hanna@amsel.example');
  const { cookie } = await act('hanna@amsel.example');
  for (let count = 0; count < 29; count++) {
    app.clock.turn(minutes(1));
    expect((await home(cookie)).status).toBe(200);
  }
  app.clock.turn(minutes(1));
  expect(await isOver(cookie)).toBe(true);

  await app.api('PATCH', '/workspace', { body: { lifetimes: { impersonation: '2m' } } });
  const short = await act('hanna@amsel.example');
  app.clock.turn(minutes(2));
  expect(await isOver(short.cookie)).toBe(true);
  await app.api('PATCH', '/workspace', { body: { lifetimes: { impersonation: '30m' } } });
});

test('a reason is required, one line, and no more fields are taken', async () => {
  await people.add('paula@amsel.example');
  const { id } = await accessOf('paula@amsel.example');
  for (const body of [{}, { reason: '' }, { reason: '   ' }, { reason: 'x'.repeat(501) }, { reason: 'a\nb' }, { reason, minutes: 600 }])
    expect((await app.api('POST', `/accesses/${id}/impersonate`, { body })).status, JSON.stringify(body)).toBe(422);
});

test('staff see who acts as somebody now, and end it', async () => {
  await people.add('rita@amsel.example');
  const { accessId, id, cookie } = await act('rita@amsel.example', await signInColleague());
  expect(await list(accessId)).toMatchObject([
    { id, user: { id: colleagueId, name: 'Karl Kranich' }, reason, running: true, endedAt: null, allowed: ['end'] },
  ]);
  expect((await app.api('DELETE', `/accesses/${accessId}/impersonations/${id}`)).status).toBe(204);
  expect(await isOver(cookie)).toBe(true);
  expect((await app.api('DELETE', `/accesses/${accessId}/impersonations/${id}`)).status).toBe(404);
});

test('B126 rule 21 every event holds both: the user as actor, the person as the one on whose behalf', async () => {
  const { mill } = await withTwo('sina@amsel.example');
  const { accountId, id: accessId } = await accessOf('sina@amsel.example');
  const { cookie } = await act('sina@amsel.example', await signInColleague());
  expect(await page('POST', '/kunden/company', { form: { contactId: mill }, cookie })).toMatchObject({ status: 303 });
  await page('POST', '/kunden/acting/end', { form: {}, cookie });

  const chosen = (await eventsOf(accountId)).find(({ name }) => name === 'session.company-chosen');
  expect(chosen).toMatchObject({
    actorKind: 'user',
    actorId: colleagueId,
    actorName: 'Karl Kranich',
    onBehalfOf: accountId,
    onBehalfOfName: 'Anna Amsel',
  });
  const told = (await eventsOf(accessId)).filter(({ name }) => name.startsWith('impersonation.'));
  expect(told.map(({ name, actorName, subjectName }) => [name, actorName, subjectName])).toEqual(
    ['ended', 'started', 'asked'].map((name) => [`impersonation.${name}`, 'Karl Kranich', 'Anna Amsel']),
  );
  expect(told[1]?.personal).toEqual({ reason });
  expect(JSON.stringify(told)).not.toContain('acting/link');
  expect((await verifyChain(app.database.db, app.workspace.id)).faults).toEqual([]);
});

test('the choice of a company is the acting session’s own', async () => {
  const { mill, cookie: own } = await withTwo('tilda@amsel.example');
  const { cookie } = await act('tilda@amsel.example');
  await page('POST', '/kunden/company', { form: { contactId: mill }, cookie });
  expect(readable((await home(cookie)).text)).toContain('Amsel-Müller');
  expect((await home(cookie)).text).toContain('<strong>Annegret Amsel-Müller</strong>');
  expect(readable((await home(own)).text)).not.toContain('Müller');
});

test('rule 26 the person is told by mail, unless the portal does not wish so', async () => {
  await people.add('ulla@amsel.example');
  await app.work();
  app.clock.turn(1000);
  await act('ulla@amsel.example');
  await app.work();
  const [mail] = await people.mailsTo('ulla@amsel.example');
  expect(mail?.subject).toBe('Muster Energie GmbH hat sich bei „Kundenportal“ in Ihrem Namen angemeldet');
  expect(mail?.text).toContain(reason);
  const count = (await people.mailsTo('ulla@amsel.example')).length;

  const [{ id = '' } = {}] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  expect((await app.api('PATCH', `/portals/${id}`, { body: { tellOfImpersonation: false } })).status).toBe(200);
  await act('ulla@amsel.example');
  await app.work();
  expect(await people.mailsTo('ulla@amsel.example')).toHaveLength(count);
  await app.api('PATCH', `/portals/${id}`, { body: { tellOfImpersonation: true } });
});
