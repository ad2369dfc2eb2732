import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { assignments } from './companies.fixture.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { unassign, assign, accessOf } = assignments(app, people);
const { page } = app;

const portalPages = ['/kunden/', '/kunden/vertraege', '/kunden/rechnungen', '/kunden/anfragen', '/kunden/nirgends'];

test('B122 whoever is not assigned signs in and sees what is awaited, who sees to it, since when and whom to ask', async () => {
  const [{ id = '' } = {}] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  await app.api('PATCH', `/portals/${id}`, { body: { supportContact: 'Service, 0800 123' } });
  await people.add('anna@amsel.example');
  await unassign('anna@amsel.example');
  const entered = await people.enter('anna@amsel.example');
  expect(entered).toMatchObject({ status: 303, location: '/kunden/' });
  expect(await page('GET', '/kunden/', { cookie: entered.cookie })).toMatchObject({ status: 303, location: '/kunden/waiting' });
  const { status, text } = await page('GET', '/kunden/waiting', { cookie: entered.cookie });
  expect(status).toBe(200);
  expect(text).toContain('<h1>Ihr Zugang wird noch zugeordnet</h1>');
  expect(readable(text)).toContain('Darum kümmert sich Muster Energie GmbH Registriert am 10.03.2026, 10:00 Uhr (MEZ)');
  expect(readable(text)).toContain('Bitte wenden Sie sich an: Service, 0800 123');
  expect(text).toContain('action="/kunden/sign-out"');
  expect(text).toContain('href="/kunden/profile"');
  await app.api('PATCH', `/portals/${id}`, { body: { supportContact: null } });
});

test('B122 every other page leads there, by any address, the API stays shut, and nothing names the company', async () => {
  const { contact } = await people.add('bea@amsel.example', { password: goodPassword }, { firstName: 'Beatrix', lastName: 'Specht' });
  await unassign('bea@amsel.example');
  const cookie = await people.cookieOf('bea@amsel.example');
  for (const path of portalPages)
    expect(await page('GET', path, { cookie }), path).toMatchObject({ status: 303, location: '/kunden/waiting' });
  expect(await page('GET', `/kunden/company/${contact.id}`, { cookie })).toMatchObject({ status: 303, location: '/kunden/waiting' });
  expect(await page('POST', '/kunden/company', { cookie, form: { contactId: contact.id } })).toMatchObject({
    status: 303,
    location: '/kunden/waiting',
  });
  for (const path of ['/me', '/contacts', `/contacts/${contact.id}`, '/customers', '/accesses', '/portals'])
    expect((await app.api('GET', path, { cookie })).status, path).toBe(401);
  for (const path of ['/kunden/waiting', '/kunden/profile'])
    expect((await page('GET', path, { cookie })).text, path).not.toMatch(/Bäckerei|Beatrix|Specht|rechnungen|vertraege/);
});

test('B122 the profile, its password and the way out stay the person’s own', async () => {
  await people.add('clara@amsel.example');
  await unassign('clara@amsel.example');
  const cookie = await people.cookieOf('clara@amsel.example');
  const form = { currentPassword: goodPassword, newPassword: 'sieben Gurken im Salatbeet' };
  await app.work();
  app.clock.turn(1000);
  const changed = await page('POST', '/kunden/profile/password', { form, cookie });
  expect(changed).toMatchObject({ status: 303, location: '/kunden/profile' });
  expect(await page('POST', '/kunden/sign-out', { form: {}, cookie: changed.cookie })).toMatchObject({ location: '/kunden/sign-in' });
  await app.work();
  expect((await people.mailsTo('clara@amsel.example'))[0]?.text).toContain('Guten Tag clara@amsel.example');
});

test('B110 B122 once assigned, the next request shows the portal, and the waiting page leads there', async () => {
  const { contact } = await people.add('dora@amsel.example', { password: goodPassword }, { firstName: 'Dora' });
  await unassign('dora@amsel.example');
  const cookie = await people.cookieOf('dora@amsel.example');
  expect((await page('GET', '/kunden/waiting', { cookie })).status).toBe(200);
  await assign('dora@amsel.example', contact.id, ['rechnungen']);
  expect(await page('GET', '/kunden/waiting', { cookie })).toMatchObject({ status: 303, location: '/kunden/' });
  const home = readable((await page('GET', '/kunden/', { cookie })).text);
  expect(home).toContain('Guten Tag Frau Amsel');
  expect(home).toContain('Rechnungen');
  expect(home).not.toContain('Verträge');
});

test('B125 a wrong assignment that is undone leaves nothing of the former contact: page, greeting, profile, language, mails', async () => {
  const { contact } = await people.add('emma@amsel.example', null, { firstName: 'Emmeline', lastName: 'Zaunkönig', language: 'en' });
  await people.add('eva@amsel.example', { password: goodPassword }, { firstName: 'Eva' });
  const cookie = await people.cookieOf('eva@amsel.example');
  await unassign('eva@amsel.example');
  await assign('eva@amsel.example', contact.id, ['rechnungen']);
  expect(readable((await page('GET', '/kunden/', { cookie })).text)).toContain('Hello Emmeline Zaunkönig');
  await unassign('eva@amsel.example');

  expect(await page('GET', '/kunden/rechnungen', { cookie })).toMatchObject({ status: 303, location: '/kunden/waiting' });
  for (const path of ['/kunden/waiting', '/kunden/profile']) {
    const { text } = await page('GET', path, { cookie });
    expect(text, path).toContain('lang="de"');
    expect(text, path).not.toMatch(/Emmeline|Zaunkönig|Bäckerei/);
  }
  await app.work();
  app.clock.turn(1000);
  const before = (await people.mailsTo('eva@amsel.example')).length;
  await page('POST', '/kunden/forgot-password', { form: { typed: 'eva@amsel.example' } });
  await app.work();
  const mails = await people.mailsTo('eva@amsel.example');
  expect(mails).toHaveLength(before + 1);
  expect(mails[0]?.text).not.toMatch(/Emmeline|Zaunkönig|Bäckerei|Hello/);
  expect(mails[0]?.text).toContain('Guten Tag');
});

test('B118 B122 blocked or expired, nobody sees the waiting page either', async () => {
  await people.add('frieda@amsel.example');
  await unassign('frieda@amsel.example');
  const cookie = await people.cookieOf('frieda@amsel.example');
  const { id } = await accessOf('frieda@amsel.example');
  await app.api('PATCH', `/accesses/${id}`, { body: { granted: false } });
  expect(await page('GET', '/kunden/waiting', { cookie })).toMatchObject({
    status: 303,
    location: expect.stringContaining('/kunden/sign-in'),
  });
  expect(readable((await people.enter('frieda@amsel.example')).text)).toContain('Benutzer deaktiviert');
});

test('the waiting page speaks English and Du', async () => {
  await people.add('gesa@amsel.example');
  await unassign('gesa@amsel.example');
  const cookie = await people.cookieOf('gesa@amsel.example');
  expect((await page('GET', '/kunden/waiting', { cookie: `${cookie}; pforte-language=en` })).text).toContain(
    '<h1>Your access is still being assigned</h1>',
  );
  await app.api('PATCH', '/workspace', { body: { addressForm: 'du' } });
  expect((await page('GET', '/kunden/waiting', { cookie })).text).toContain('<h1>Dein Zugang wird noch zugeordnet</h1>');
});
