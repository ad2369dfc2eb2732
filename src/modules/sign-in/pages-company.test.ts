import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { companyUrl } from '../portal/index.ts';
import { hostileTargets } from '../portal/page/own-path.fixture.ts';
import { assignments } from './companies.fixture.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { accessOf, assign, unassign, closeCompany, withTwo } = assignments(app, people);
const { page } = app;

const home = async (cookie: string) => (await page('GET', '/kunden/', { cookie })).text;
const choose = (cookie: string, contactId: string, next?: string) =>
  page('POST', '/kunden/company', { cookie, form: { contactId, ...(next !== undefined && { next }) } });
const areaStatus = async (cookie: string, key: string) => (await page('GET', `/kunden/${key}`, { cookie })).status;
const areas = (cookie: string) => Promise.all(['vertraege', 'rechnungen', 'anfragen'].map((key) => areaStatus(cookie, key)));

test('part 6: the areas in force are those of the company in view, not the union', async () => {
  const { mill, bakery, cookie } = await withTwo('anna@amsel.example');
  expect(await areas(cookie)).toEqual([200, 200, 404]);
  expect(await choose(cookie, mill)).toMatchObject({ status: 303, location: '/kunden/' });
  expect(await areas(cookie)).toEqual([404, 404, 200]);
  await choose(cookie, bakery);
  expect(await areas(cookie)).toEqual([200, 200, 404]);
});

test('part 6: greeting, profile and mails speak in the name of the company in view', async () => {
  const { mill, cookie } = await withTwo('bea@amsel.example');
  expect(readable(await home(cookie))).toContain('Guten Tag Frau Amsel');
  await choose(cookie, mill);
  expect(readable(await home(cookie))).toContain('Guten Tag Frau Amsel-Müller');
  expect(readable((await page('GET', '/kunden/profile', { cookie })).text)).toContain(
    'Name Annegret Amsel-Müller Unternehmen Mühle bea@amsel.example',
  );
  const form = { currentPassword: goodPassword, newPassword: 'sieben Gurken im Salatbeet' };
  await app.work();
  app.clock.turn(1000);
  const changed = await page('POST', '/kunden/profile/password', { form, cookie });
  await app.work();
  expect((await people.mailsTo('bea@amsel.example'))[0]?.text).toContain('Guten Tag Frau Amsel-Müller');
  expect(readable(await home(changed.cookie)), 'the choice goes on with the session').toContain('Guten Tag Frau Amsel-Müller');
});

test('the switcher is a form in the head of every page, names both companies, and is not there for one', async () => {
  const { mill, bakery, cookie } = await withTwo('clara@amsel.example');
  for (const path of ['/kunden/', '/kunden/profile', '/kunden/vertraege']) {
    const { text } = await page('GET', path, { cookie });
    expect(text, path).toContain('<form class="company" method="post" action="/kunden/company">');
    expect(text, path).toContain(`<option value="${bakery}" selected>Bäckerei Amsel &amp; Söhne</option>`);
    expect(text, path).toContain(`<option value="${mill}">Mühle clara@amsel.example</option>`);
  }
  await people.add('single@amsel.example');
  expect(await home(await people.cookieOf('single@amsel.example'))).not.toContain('class="company"');
});

test('two contacts in one company are told apart by the person’s name', async () => {
  await people.add('dora@amsel.example');
  const { contact } = await people.add('doro@amsel.example', null, { firstName: 'Dorothea' });
  app.clock.turn(1000);
  await assign('dora@amsel.example', contact.id, []);
  expect(await home(await people.cookieOf('dora@amsel.example'))).toContain('>Bäckerei Amsel &amp; Söhne (Dorothea Amsel)</option>');
});

test('the choice belongs to the session: another device stays as it was, and a new sign-in begins anew', async () => {
  const { mill, cookie } = await withTwo('edda@amsel.example');
  const other = await people.cookieOf('edda@amsel.example');
  await choose(cookie, mill);
  expect(await areas(other)).toEqual([200, 200, 404]);
  expect(await areas(await people.cookieOf('edda@amsel.example'))).toEqual([200, 200, 404]);
});

test('rule 21 choosing is one event, choosing the same again is none', async () => {
  const { mill, cookie } = await withTwo('frieda@amsel.example');
  const { accountId } = await accessOf('frieda@amsel.example');
  await choose(cookie, mill);
  await choose(cookie, mill);
  const events = await app.database.db
    .selectFrom('event')
    .select(['actorKind', 'actorId', 'change'])
    .where('name', '=', 'session.company-chosen')
    .where('subjectId', '=', accountId)
    .execute();
  expect(events).toEqual([
    { actorKind: 'person', actorId: accountId, change: expect.objectContaining({ after: expect.objectContaining({ contactId: mill }) }) },
  ]);
});

test('a company that is switched off is not offered, its areas are shut, and the view falls back', async () => {
  const { mill, bakery, cookie } = await withTwo('gerda@amsel.example');
  await choose(cookie, mill);
  await closeCompany('Mühle gerda@amsel.example');
  expect(await areas(cookie)).toEqual([200, 200, 404]);
  expect(await home(cookie)).not.toContain('Mühle');
  expect((await choose(cookie, mill)).status).toBe(404);
  expect((await page('GET', `/kunden/company/${mill}`, { cookie })).status).toBe(404);
  await closeCompany('Mühle gerda@amsel.example', null);
  expect((await choose(cookie, bakery)).status).toBe(303);
});

test('B116 every company switched off: signed out at the next request, „Benutzer deaktiviert“ at the next sign-in', async () => {
  const { contact } = await people.add('hanna@amsel.example', null);
  await people.add('hilde@amsel.example');
  await unassign('hilde@amsel.example');
  await assign('hilde@amsel.example', contact.id, ['rechnungen']);
  const cookie = await people.cookieOf('hilde@amsel.example');
  await closeCompany('Bäckerei Amsel & Söhne');
  const away = await page('GET', '/kunden/rechnungen', { cookie });
  expect(away).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: away.cookie })).text)).toContain(
    'Benutzer deaktiviert Bitte wenden Sie sich an: Muster Energie GmbH',
  );
  expect((await people.enter('hilde@amsel.example')).status).toBe(403);
  expect((await people.enter('hilde@amsel.example', 'ganz falsch geraten')).status, 'B118').toBe(401);
  await closeCompany('Bäckerei Amsel & Söhne', null);
  expect((await people.enter('hilde@amsel.example')).status).toBe(303);
});

test('B125 an assignment that is undone meanwhile: the view falls back to what is left', async () => {
  const { mill, cookie } = await withTwo('ilse@amsel.example');
  await choose(cookie, mill);
  await unassign('ilse@amsel.example', mill);
  expect(await areas(cookie)).toEqual([200, 200, 404]);
  expect(readable(await home(cookie))).not.toContain('Müller');
});

test('rule 13 a contact that is not one’s own is unknown, the same as a random id', async () => {
  const { cookie } = await withTwo('jana@amsel.example');
  const { contact } = await people.add('fremd@amsel.example', null);
  for (const id of [contact.id, '01a200cb-a896-7299-a93f-ac046645793d']) {
    expect((await choose(cookie, id)).status).toBe(404);
    expect((await page('GET', `/kunden/company/${id}`, { cookie })).status).toBe(404);
  }
  expect((await page('GET', '/kunden/company/kein', { cookie })).status).toBe(404);
  expect(await areas(cookie)).toEqual([200, 200, 404]);
});

test('the link of a mail leads to the right company: it asks first, changes nothing by itself, and goes straight on afterwards', async () => {
  const { mill, cookie } = await withTwo('karla@amsel.example');
  const { pathname, search } = new URL(companyUrl(app.workspace, { slug: 'kunden' }, mill as never, '/kunden/anfragen'));
  const link = `${pathname}${search}`;
  for (let count = 0; count < 2; count++) {
    const { status, text } = await page('GET', link, { cookie });
    expect(status).toBe(200);
    expect(text).toContain('<h1>Zu Mühle karla@amsel.example wechseln</h1>');
    expect(text).toContain('name="next" value="/kunden/anfragen"');
  }
  expect(await areas(cookie), 'rule 6').toEqual([200, 200, 404]);
  expect(await choose(cookie, mill, '/kunden/anfragen')).toMatchObject({ status: 303, location: '/kunden/anfragen' });
  expect(await page('GET', link, { cookie })).toMatchObject({ status: 303, location: '/kunden/anfragen' });
});

test('the link of a mail survives signing in', async () => {
  const { mill } = await withTwo('lena@amsel.example');
  const link = `/kunden/company/${mill}?next=%2Fkunden%2Fanfragen`;
  const away = await page('GET', link);
  expect(away).toMatchObject({ status: 303, location: `/kunden/sign-in?${new URLSearchParams({ next: link })}` });
  const next = new URL(away.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  expect(await people.enter('lena@amsel.example', goodPassword, { next })).toMatchObject({ status: 303, location: link });
});

test('rule 15 the form takes its own fields only, and a form of another site changes nothing', async () => {
  const { mill, cookie } = await withTwo('mara@amsel.example');
  expect((await page('POST', '/kunden/company', { cookie, form: { contactId: mill, accountId: 'x' } })).status).toBe(422);
  expect((await page('POST', '/kunden/company', { cookie, form: { contactId: 'keine' } })).status).toBe(422);
  const foreign = await page('POST', '/kunden/company', { cookie, form: { contactId: mill }, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.status).toBe(403);
  expect(await areas(cookie)).toEqual([200, 200, 404]);
});

const texts = hostileTargets.filter((target) => typeof target === 'string');

test(`rule 19 ${texts.length} hostile targets stay on our origin: in the link of a mail, in the form, and after signing in`, async () => {
  const { mill, bakery, cookie } = await withTwo('nora@amsel.example');
  expect(texts.length).toBeGreaterThanOrEqual(60);
  for (const next of texts) {
    const link = `/kunden/company/${mill}?${new URLSearchParams({ next })}`;
    const asked = await page('GET', link, { cookie });
    expect([asked.status, asked.text.includes('name="next"')], next).toEqual([200, false]);
    const inView = await page('GET', `/kunden/company/${bakery}?${new URLSearchParams({ next })}`, { cookie });
    expect(inView, next).toMatchObject({ status: 303, location: '/kunden/' });
    expect(await choose(cookie, bakery, next), next).toMatchObject({ status: 303, location: '/kunden/' });
    const away = `/kunden/sign-in?${new URLSearchParams({ next: `/kunden/company/${mill}` })}`;
    expect((await page('GET', link)).location, next).toBe(away);
  }
});
