import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
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

test('rule 19 a hostile wish leads to the portal’s home', async () => {
  await people.add('hanna@amsel.example');
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/kunden/%2e%2e/console/',
    '/kunden/link/abc',
  ]) {
    expect((await page('GET', `/kunden/sign-in?next=${encodeURIComponent(next)}`)).text).not.toContain('name="next"');
    expect(await people.enter('hanna@amsel.example', goodPassword, { next })).toMatchObject({ status: 303, location: '/kunden/' });
  }
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

test('rule 9 known, unknown and blocked names get the same page for a wrong password', async () => {
  await people.add('bernd@amsel.example');
  await people.add('ewald@amsel.example');
  await people.expire('ewald@amsel.example');
  const answers = [];
  for (const name of ['bernd@amsel.example', 'niemand@amsel.example', 'ewald@amsel.example']) {
    const { status, text, headers } = await people.enter(name, 'ganz falsch und geheim');
    answers.push({ status, text: text.replaceAll(name, 'NAME'), cookies: headers['set-cookie'] });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('B118 „Benutzer deaktiviert“ is said after correct credentials only, with whom to ask', async () => {
  const { body: portals } = await app.api<{ items: { id: string }[] }>('GET', '/portals');
  await app.api('PATCH', `/portals/${portals.items[0]?.id}`, { body: { supportContact: 'Kundenservice, 030 1234567' } });
  await people.add('dora@amsel.example');
  await people.expire('dora@amsel.example');
  const { status, text, cookie } = await people.enter('dora@amsel.example');
  expect(status).toBe(403);
  expect(readable(text)).toContain('Benutzer deaktiviert Bitte wenden Sie sich an: Kundenservice, 030 1234567');
  expect(cookie).toBe('');
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
  const secret = staff.split('=')[1];
  expect((await page('GET', '/kunden/', { cookie: `${staff}; pforte-portal=${secret}` })).status).toBe(303);
  expect((await app.api('GET', '/me', { cookie: `pforte-console=${person.split('=')[1]}` })).status).toBe(401);
});

test('signing in again ends the session before', async () => {
  await people.add('frieda@amsel.example');
  const first = await people.cookieOf('frieda@amsel.example');
  await page('POST', '/kunden/sign-in', { form: { accountName: 'frieda@amsel.example', password: goodPassword }, cookie: first });
  const sessions = await sessionsOf('frieda@amsel.example');
  expect(sessions.map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true]);
});

test('rule 20 too many tries are slowed down with the time to wait', async () => {
  await people.add('ludwig@amsel.example');
  const answers = [];
  for (let count = 0; count < 7; count++) answers.push(await people.enter('ludwig@amsel.example', 'ganz falsch und geheim'));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect(readable(last?.text ?? '')).toMatch(/Zu viele Versuche\. Bitte in (einer|\d+) Sekunden? noch einmal versuchen\./);
  expect(last?.text).toContain('value="ludwig@amsel.example"');
  app.clock.turn(3_600_000);
  expect((await people.enter('ludwig@amsel.example')).status).toBe(303);
});

test('rule 15 forms take their own fields only, each once', async () => {
  const form = { accountName: 'anna@amsel.example', password: goodPassword };
  const sent = (payload: string, type = 'application/x-www-form-urlencoded') =>
    app.server.inject({
      method: 'POST',
      url: '/kunden/sign-in',
      headers: { host: new URL(app.urls.baseUrl).host, 'accept-language': 'de', 'content-type': type },
      payload,
    });
  const urlencoded = new URLSearchParams(form).toString();
  for (const more of [
    'administrator=yes',
    'password=zweites',
    'remember=on',
    'next=/kunden/&next=//evil.example',
    '__proto__=x',
    'constructor=x',
  ]) {
    const response = await sent(`${urlencoded}&${more}`);
    expect(response.statusCode, more).toBe(422);
    expect(response.headers['set-cookie']).toBeUndefined();
  }
  expect((await sent(JSON.stringify(form), 'application/json')).statusCode).toBe(422);
  expect((await sent(urlencoded, 'text/plain')).statusCode).toBe(422);
});

test('names and values that no database takes are refused without an error of ours', async () => {
  for (const accountName of ['a\u0000b', 'a\r\nb', 'x'.repeat(321), '']) expect((await people.enter(accountName)).status).toBe(422);
  for (const path of ['/kun%00den/', '/%5c/', '/kunden/%00', '/kunden/sign-in?next=%00', `/${'k'.repeat(150)}/`, '/KUNDEN/sign-in']) {
    expect((await page('GET', path)).status, path).toBeLessThan(500);
  }
});

test('rule 19 a form that another site sends changes nothing', async () => {
  await people.add('helga@amsel.example');
  const cookie = await people.cookieOf('helga@amsel.example');
  const origins: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ];
  for (const headers of origins) {
    const { status, text } = await page('POST', '/kunden/sign-out', { form: {}, cookie, headers });
    expect(status).toBe(403);
    expect(readable(text)).toContain('Diese Anfrage kam von einer fremden Seite');
  }
  expect((await page('GET', '/kunden/', { cookie })).status).toBe(200);
});

test('rule 27 names with markup stay text on every page', async () => {
  const markup = '<script>alert(1)</script>';
  await people.add('mia@amsel.example', { password: goodPassword }, { firstName: markup, lastName: `"><img src=x onerror=alert(1)>` });
  const cookie = await people.cookieOf('mia@amsel.example');
  for (const path of ['/kunden/', '/kunden/profile', '/kunden/rechnungen']) {
    const { text } = await page('GET', path, { cookie });
    expect(text, path).not.toMatch(/<script>|<img/);
  }
  expect((await page('GET', '/kunden/profile', { cookie })).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect((await people.enter(markup, 'x')).text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"');
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

test('rule 27 pages are private, framed by nobody and load nothing from elsewhere', async () => {
  const { headers, text } = await page('GET', '/kunden/sign-in');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'content-type': 'text/html; charset=utf-8',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).not.toContain('unsafe-inline');
  expect(text).not.toMatch(/<style|style="|<script(?![^>]*src=)/);
});

test('a page with its styles and script weighs less than 50 kB, and those are kept for a year', async () => {
  const { text } = await page('GET', '/kunden/sign-in');
  const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(files).toHaveLength(3);
  const answers = await Promise.all(files.map((path) => page('GET', path)));
  for (const { status, headers } of answers) {
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  const bytes = [text, ...answers.map((answer) => answer.text)].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  expect(bytes).toBeLessThan(50_000);
  expect((await page('GET', '/assets/portal-0000000000.css')).status).toBe(404);
  expect((await page('GET', '/assets/brand-<b>.css')).status).toBe(404);
});

test('rule 19 the session’s cookie is for this server only, and lasts as long as was wished', async () => {
  await people.add('paula@amsel.example');
  const cookieFor = async (more: Record<string, string>) =>
    cookieHeaders((await people.enter('paula@amsel.example', goodPassword, more)).headers).find((header) => header.includes('portal='));
  expect(await cookieFor({})).toMatch(/^pforte-portal=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await cookieFor({ remember: 'yes' })).toMatch(/^pforte-portal=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
});
