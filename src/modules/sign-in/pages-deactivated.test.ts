import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { assignments } from './companies.fixture.ts';
import { portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { accessOf } = assignments(app, people);
const { page } = app;

const portalId = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items[0]?.id ?? '';
const decide = async (email: string, body: object) => app.api('PATCH', `/accesses/${(await accessOf(email)).id}`, { body });
const home = (cookie: string) => page('GET', '/kunden/', { cookie });
const told = async (cookie: string) => readable((await page('GET', '/kunden/sign-in', { cookie })).text);

/** The last second before and the first second of a day in Berlin, in UTC. */
const days: [string, string, string][] = [
  ['2026-03-29', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
  ['2026-03-30', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
  ['2026-10-26', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ['2028-02-29', '2028-02-28T22:59:59Z', '2028-02-28T23:00:00Z'],
  ['2028-03-01', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
];

test.each(days)(
  'B115 B119 B121 „Ablaufdatum“ %s: a running session lives at %s and is signed out at %s, without any job',
  async (day, before, after) => {
    const email = `ablauf-${day}@amsel.example`;
    app.clock.set(new Date(new Date(before).getTime() - 3_600_000));
    await people.add(email);
    expect((await decide(email, { expiresOn: day })).status).toBe(200);
    const cookie = await people.cookieOf(email);
    app.clock.set(before);
    expect((await home(cookie)).status).toBe(200);
    app.clock.set(after);
    const away = await home(cookie);
    expect(away).toMatchObject({ status: 303, location: '/kunden/sign-in' });
    expect(await told(away.cookie)).toContain('Benutzer deaktiviert Bitte wenden Sie sich an: Muster Energie GmbH');
    expect((await people.enter(email)).status).toBe(403);
    expect((await people.enter(email, 'ganz falsch geraten')).status, 'B118').toBe(401);

    expect((await decide(email, { expiresOn: null })).status).toBe(200);
    expect((await people.enter(email)).status, 'B120').toBe(303);
    expect((await home(cookie)).status, 'rule 5: an old cookie stays dead').toBe(303);
  },
);

test('B114 B116 B119 blocked: signed out at the next request, with the sentence and whom to ask; B120 the old password works again afterwards', async () => {
  await app.api('PATCH', `/portals/${portalId}`, { body: { supportContact: 'Frau Kessler, 030 123' } });
  await people.add('anna@amsel.example');
  const cookies = [await people.cookieOf('anna@amsel.example'), await people.cookieOf('anna@amsel.example')];
  await decide('anna@amsel.example', { granted: false, blockReason: 'Vertrag beendet' });
  for (const cookie of cookies) expect((await home(cookie)).status).toBe(303);
  const { status, text } = await people.enter('anna@amsel.example');
  expect(status).toBe(403);
  expect(readable(text)).toContain('Benutzer deaktiviert Bitte wenden Sie sich an: Frau Kessler, 030 123');
  expect(text, 'the reason is for staff').not.toContain('Vertrag beendet');
  const guess = await people.enter('anna@amsel.example', 'ganz falsch geraten');
  expect([guess.status, readable(guess.text).includes('deaktiviert')]).toEqual([401, false]);
  await decide('anna@amsel.example', { granted: true });
  expect((await people.enter('anna@amsel.example')).status).toBe(303);
  for (const cookie of cookies) expect((await home(cookie)).status).toBe(303);
  await app.api('PATCH', `/portals/${portalId}`, { body: { supportContact: null } });
});

test('a portal that is switched off lets nobody go on, and everybody come back afterwards', async () => {
  await people.add('bea@amsel.example');
  const cookie = await people.cookieOf('bea@amsel.example');
  const close = (closedAt: Date | null) =>
    app.database.owner.db
      .updateTable('portal')
      .set({ closedAt })
      .where('id', '=', portalId as never)
      .execute();
  await close(app.clock.now());
  for (const path of [
    '/kunden/',
    '/kunden/profile',
    '/kunden/rechnungen',
    '/kunden/waiting',
    '/kunden/company/01a200cb-a896-7299-a93f-ac046645793d',
  ])
    expect([200, 404]).not.toContain((await page('GET', path, { cookie })).status);
  expect((await page('POST', '/kunden/profile/other-devices', { form: {}, cookie })).status).not.toBe(200);
  await close(null);
  expect((await people.enter('bea@amsel.example')).status).toBe(303);
});
