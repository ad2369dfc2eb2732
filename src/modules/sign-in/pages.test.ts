import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { minutes } from '../../platform/clock.ts';
import { newId } from '../../platform/id.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

const cookieHeaders = (headers: Record<string, unknown>): string[] => [headers['set-cookie'] ?? []].flat().map(String);
const sessionsOf = (email: string) =>
  app.database.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select(['session.id', 'session.endedAt', 'session.remembered'])
    .where('account.email', '=', email)
    .execute();

/** A second portal, to which nobody has access. */
async function openProjectPortal() {
  const portal = await app.database.db.selectFrom('portal').selectAll().where('slug', '=', 'kunden').executeTakeFirstOrThrow();
  await app.database.db
    .insertInto('portal')
    .values({ ...portal, id: newId<'portal'>(app.clock.now()), slug: 'projekte', name: 'Projekte', isDefault: false })
    .execute();
}

test('B019 the addresses that staff hand out lead to the portal’s pages', async () => {
  expect(await page('GET', '/clients/forgot_password')).toMatchObject({ status: 302, location: '/kunden/forgot-password' });
  expect(await page('GET', '/clients/')).toMatchObject({ status: 302, location: '/kunden/sign-in' });
  expect(await page('GET', '/kunden')).toMatchObject({ status: 303, location: '/kunden/' });
  expect(await page('GET', '/kunden/')).toMatchObject({ status: 303, location: '/kunden/sign-in' });
});

test('B023 the addresses to copy are those of pages that answer', async () => {
  const { body: portals } = await app.api<{ items: { id: string }[] }>('GET', '/portals');
  const { body } = await app.api<Record<string, string>>('GET', `/portals/${portals.items[0]?.id}/addresses`);
  for (const address of [body.signIn, body.forgotPassword]) expect((await page('GET', new URL(address ?? '').pathname)).status).toBe(200);
  const short = await page('GET', new URL(body.forgotPasswordShort ?? '').pathname);
  expect(new URL(short.location ?? '', app.urls.baseUrl).href).toBe(body.forgotPassword);
});

test('B020 the way to a forgotten password stands below the button', async () => {
  const { text } = await page('GET', '/kunden/sign-in');
  const [button, link] = [
    text.indexOf('<button class="whole">Anmelden</button>'),
    text.indexOf('<a href="/kunden/forgot-password">Passwort vergessen</a>'),
  ];
  expect(button).toBeGreaterThan(0);
  expect(link).toBeGreaterThan(button);
});

test('a person signs in, sees their areas and nobody else’s, and signs out', async () => {
  await people.add('anna@amsel.example', { password: goodPassword, areas: ['rechnungen'] });
  const entered = await people.enter('Anna@Amsel.example');
  expect(entered).toMatchObject({ status: 303, location: '/kunden/' });

  const home = await page('GET', '/kunden/', { cookie: entered.cookie });
  expect(readable(home.text)).toContain('Guten Tag Frau Amsel');
  expect(home.text).toContain('href="/kunden/rechnungen"');
  expect(home.text).not.toContain('href="/kunden/vertraege"');

  const area = await page('GET', '/kunden/rechnungen', { cookie: entered.cookie });
  expect(readable(area.text)).toContain('Sobald Muster Energie GmbH hier Inhalte bereitstellt');
  const [closed, unknown] = [
    await page('GET', '/kunden/vertraege', { cookie: entered.cookie }),
    await page('GET', '/kunden/gibt-es-nicht', { cookie: entered.cookie }),
  ];
  expect(closed.status).toBe(404);
  expect(closed.text).toBe(unknown.text);

  expect(await page('GET', '/kunden/sign-in', { cookie: entered.cookie })).toMatchObject({ status: 303, location: '/kunden/' });
  const out = await page('POST', '/kunden/sign-out', { form: {}, cookie: entered.cookie });
  expect(out).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(cookieHeaders(out.headers).find((cookie) => cookie.startsWith('pforte-portal='))).toMatch(
    /^pforte-portal=;.*Expires=Thu, 01 Jan 1970/,
  );
  expect(await page('GET', '/kunden/', { cookie: entered.cookie })).toMatchObject({ status: 303 });
  expect((await sessionsOf('anna@amsel.example')).every(({ endedAt }) => endedAt)).toBe(true);
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: out.cookie })).text)).toContain('Sie sind abgemeldet.');
});

test('rule 6 an address that is only looked at signs nobody out', async () => {
  await people.add('rosa@amsel.example');
  const cookie = await people.cookieOf('rosa@amsel.example');
  for (const path of ['/kunden/sign-out', '/kunden/profile/other-devices', '/kunden/profile/device']) {
    expect((await page('GET', path, { cookie })).status).toBe(404);
    expect((await page('HEAD', path, { cookie })).status).toBe(404);
  }
  expect((await page('HEAD', '/kunden/', { cookie })).status).toBe(200);
});

test('whoever is sent away to sign in comes back to where they wanted to go', async () => {
  await people.add('wanda@amsel.example');
  const away = await page('GET', '/kunden/rechnungen?x=1');
  expect(away).toMatchObject({ status: 303, location: '/kunden/sign-in?next=%2Fkunden%2Frechnungen' });
  const form = await page('GET', away.location ?? '');
  expect(form.text).toContain('<input type="hidden" name="next" value="/kunden/rechnungen">');
  expect(await people.enter('wanda@amsel.example', goodPassword, { next: '/kunden/rechnungen' })).toMatchObject({
    status: 303,
    location: '/kunden/rechnungen',
  });
});

test('wrong credentials keep the account name, not the password', async () => {
  await people.add('karla@amsel.example');
  const { status, text } = await people.enter('karla@amsel.example', 'ganz falsch und geheim', { remember: 'yes' });
  expect(status).toBe(401);
  expect(text).toContain('value="karla@amsel.example"');
  expect(text).toContain('name="remember" value="yes" aria-describedby="remember-hint" checked');
  expect(text).not.toContain('ganz falsch');
  expect(text).toContain('<title>Fehler: Anmelden');
  expect(readable(text)).toContain('Kontoname oder Passwort stimmt nicht.');
});

test('B118 „Benutzer deaktiviert“ is said after correct credentials only, with whom to ask', async () => {
  const { body: portals } = await app.api<{ items: { id: string }[] }>('GET', '/portals');
  await app.api('PATCH', `/portals/${portals.items[0]?.id}`, { body: { supportContact: 'Kundenservice, 030 1234567' } });
  await people.add('dora@amsel.example');
  await people.expire('dora@amsel.example');
  await people.add('doris@amsel.example');
  await people.block('doris@amsel.example');
  for (const email of ['dora@amsel.example', 'doris@amsel.example']) {
    const { status, text, cookie } = await people.enter(email);
    expect(status).toBe(403);
    expect(readable(text)).toContain('Benutzer deaktiviert Bitte wenden Sie sich an: Kundenservice, 030 1234567');
    expect(cookie).toBe('');
  }
});

test('whoever loses access while signed in is signed out at the next page and told why', async () => {
  await people.add('edda@amsel.example');
  const cookie = await people.cookieOf('edda@amsel.example');
  await people.expire('edda@amsel.example');
  const away = await page('GET', '/kunden/rechnungen', { cookie });
  expect(away).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(cookieHeaders(away.headers).some((header) => header.startsWith('pforte-portal=;'))).toBe(true);
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: away.cookie })).text)).toContain('Benutzer deaktiviert');
});

test('a door that is not one’s own stays shut; the session for the own one lives on', async () => {
  await openProjectPortal();
  await people.add('emil@amsel.example');
  const cookie = await people.cookieOf('emil@amsel.example');
  const away = await page('GET', '/projekte/', { cookie });
  expect(away).toMatchObject({ status: 303, location: '/projekte/sign-in', cookie: expect.stringMatching(/^pforte-notice=/) });
  expect(cookieHeaders(away.headers).join()).not.toContain('pforte-portal=');
  const told = await page('GET', '/projekte/sign-in', { cookie: `${cookie}; ${away.cookie}` });
  expect(told.status).toBe(200);
  expect(readable(told.text)).toContain('Für dieses Portal besteht kein Zugang.');
  const knocked = await page('POST', '/projekte/sign-in', { form: { accountName: 'emil@amsel.example', password: goodPassword } });
  expect(knocked.status).toBe(403);
  expect(readable(knocked.text)).toContain('Für dieses Portal besteht kein Zugang.');
  expect((await page('GET', '/kunden/', { cookie })).status).toBe(200);
});

test('a session that is not genuine hears no reason', async () => {
  const away = await page('GET', '/kunden/', { cookie: 'pforte-portal=1VaQbmsp37-gyjrlZZ0alggobyn6s9pghNkFAyvtP-4' });
  expect(away).toMatchObject({ status: 303, location: '/kunden/sign-in', cookie: '' });
});

test('rule 7 a session of the console opens no portal, nor the other way round', async () => {
  await people.add('gerda@amsel.example');
  const [staff, person] = [await app.signIn(), await people.cookieOf('gerda@amsel.example')];
  const secretOf = (cookie: string) => /^[\w-]+=([\w-]{43});/.exec(cookie)?.[1] ?? 'none';
  expect([secretOf(staff), secretOf(person)]).not.toContain('none');
  expect((await page('GET', '/kunden/', { cookie: `${staff}; pforte-portal=${secretOf(staff)}` })).status).toBe(303);
  expect((await app.api('GET', '/me', { cookie: `pforte-console=${secretOf(person)}` })).status).toBe(401);
});

test('signing in again ends the session before', async () => {
  await people.add('frieda@amsel.example');
  const first = await people.cookieOf('frieda@amsel.example');
  await page('POST', '/kunden/sign-in', { form: { accountName: 'frieda@amsel.example', password: goodPassword }, cookie: first });
  const sessions = await sessionsOf('frieda@amsel.example');
  expect(sessions.map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true]);
});

test('a browser that remembers keeps its cookie for as long as the session lives: both ends move with every use', async () => {
  await people.add('rita@amsel.example');
  const entered = await people.enter('rita@amsel.example', goodPassword, { remember: 'yes' });
  const [cookie = ''] = entered.cookie.split('; ');
  const written = async (path = '/kunden/') => cookieHeaders((await page('GET', path, { cookie })).headers).join();
  expect(await written()).not.toContain('pforte-portal=');
  app.clock.turn(minutes(2));
  expect(await written()).toBe(`${cookie}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`);
  expect(await written()).not.toContain('pforte-portal=');

  const short = await people.cookieOf('rita@amsel.example');
  app.clock.turn(minutes(2));
  expect(cookieHeaders((await page('GET', '/kunden/', { cookie: short })).headers).join()).not.toContain('pforte-portal=');

  const out = await page('POST', '/kunden/sign-out', { form: {}, cookie });
  expect(cookieHeaders(out.headers).filter((header) => header.startsWith('pforte-portal='))).toEqual([
    expect.stringMatching(/^pforte-portal=;/),
  ]);
});

test('the language follows the browser, then the choice; the choice does not stay in the address', async () => {
  expect((await page('GET', '/kunden/sign-in', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })).text).toContain('<html lang="en">');
  const chosen = await page('GET', '/kunden/sign-in?next=%2Fkunden%2Frechnungen&lang=en');
  expect(chosen).toMatchObject({ status: 303, location: '/kunden/sign-in?next=%2Fkunden%2Frechnungen', cookie: 'pforte-language=en' });
  expect((await page('GET', '/kunden/sign-in', { cookie: chosen.cookie })).text).toContain('<html lang="en">');
  expect((await page('GET', '/kunden/sign-in?lang=fr')).status).toBe(200);
});

test('German pages say Sie or Du as the workspace wishes', async () => {
  expect(readable((await page('GET', '/kunden/forgot-password')).text)).toContain('Sie bekommen eine E-Mail');
  await app.database.db.updateTable('workspace').set({ addressForm: 'du' }).execute();
  app.workspaces.forget();
  expect(readable((await page('GET', '/kunden/forgot-password')).text)).toContain('Du bekommst eine E-Mail');
  await app.database.db.updateTable('workspace').set({ addressForm: 'sie' }).execute();
  app.workspaces.forget();
});
