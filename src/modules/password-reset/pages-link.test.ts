import { expect, test } from 'vitest';
import { administrator, testApp } from '../../app.fixture.ts';
import { resetAdministrator } from '../setup/index.ts';
import { portalPeople, readable } from '../sign-in/pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;
const { db } = app.database;

const newPassword = 'sieben Gurken im Salatbeet';
const set = (path: string, password: string, more: Record<string, string> = {}) => page('POST', path, { form: { password, ...more } });

/** All that a look at a link could have changed. */
const everything = async () => ({
  links: await db.selectFrom('oneTimeLink').selectAll().orderBy('id').execute(),
  accounts: await db.selectFrom('account').selectAll().orderBy('id').execute(),
  sessions: await db.selectFrom('session').selectAll().orderBy('id').execute(),
  messages: await db.selectFrom('message').select(['id', 'withdrawnAt']).orderBy('id').execute(),
  events: await db.selectFrom('event').select('id').orderBy('sequence').execute(),
});

test('B013 looking at a link changes nothing, however often and by whatever program', async () => {
  const path = await people.invite('bea@amsel.example');
  const before = await everything();
  const visits: Record<string, string>[] = [
    {},
    { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
    { 'user-agent': 'Mozilla/5.0 BingPreview/1.0b' },
    { 'user-agent': 'Slackbot-LinkExpanding 1.0' },
  ];
  for (const headers of visits) {
    expect((await page('GET', path, { headers })).status).toBe(200);
    expect((await page('HEAD', path, { headers })).status).toBe(200);
    expect((await page('GET', `${path}?lang=en`, { headers })).status).toBe(303);
  }
  for (const attempt of [set(path, ''), page('POST', path, { form: {} })]) expect((await attempt).location).toBe(path);
  expect((await page('GET', `${path}/renew`)).status).toBe(404);
  expect(await everything()).toEqual(before);
  expect((await set(path, newPassword)).status).toBe(303);
});

test('B013 the page behind a link says whose password it will be, its rules before typing, and until when', async () => {
  const path = await people.invite('berta@amsel.example');
  const { text, headers } = await page('GET', path);
  expect(readable(text)).toContain('Kontoname berta@amsel.example');
  expect(text.indexOf('Mindestens 12 Zeichen.')).toBeLessThan(text.indexOf('type="password"'));
  expect(readable(text)).toContain('Der Link gilt bis 12.03.2026, 10:00 Uhr (MEZ) und nur einmal.');
  expect(text).toMatch(/<input class="unseen"[^>]* value="berta@amsel.example" autocomplete="username"/);
  expect(text).toMatch(/name="password" type="password" autocomplete="new-password"/);
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
});

test('B012 a link works once; afterwards it says that it was used and offers the ways on', async () => {
  const path = await people.invite('clara@amsel.example');
  const done = await set(path, newPassword);
  expect(done).toMatchObject({ status: 303, location: '/kunden/sign-in' });

  const signIn = await page('GET', '/kunden/sign-in', { cookie: done.cookie });
  expect(readable(signIn.text)).toContain('Das Passwort ist festgelegt. Jetzt anmelden.');
  expect(signIn.text).toContain('value="clara@amsel.example"');
  expect((await people.enter('clara@amsel.example', newPassword)).status).toBe(303);

  for (const again of [await page('GET', path), await set(path, 'ein ganz anderes Passwort hier')]) {
    expect(again.status).toBe(410);
    expect(readable(again.text)).toContain('Dieser Link wurde schon benutzt: Das Passwort ist festgelegt.');
    expect(again.text).toContain('href="/kunden/sign-in"');
    expect(readable(again.text)).toContain('Neuen Link anfordern');
  }
  expect((await people.enter('clara@amsel.example', newPassword)).status).toBe(303);
});

test('rule 3 of 50 submissions at the same moment with 50 passwords exactly one sets the password', async () => {
  const path = await people.invite('dana@amsel.example');
  const passwords = Array.from({ length: 50 }, (_, index) => `${newPassword} Nummer ${index}`);
  const send = (password: string, index: number) =>
    app.server.inject({
      method: 'POST',
      url: path,
      remoteAddress: `192.0.2.${index}`,
      headers: { host: new URL(app.urls.baseUrl).host, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ password }).toString(),
    });
  const statuses = (await Promise.all(passwords.map(send))).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(49);
  expect((await people.enter('dana@amsel.example', passwords[statuses.indexOf(303)] ?? '')).status).toBe(303);
  await app.work();
  const notices = (await people.mailsTo('dana@amsel.example')).filter(({ text }) => !text.includes('/link/'));
  expect(notices).toHaveLength(1);
}, 30_000);

test('many submissions from one network are slowed down before they cost anything', async () => {
  const path = await people.invite('dora@amsel.example');
  const statuses = [];
  for (let count = 0; count < 31; count++) statuses.push((await set(path, 'kurz')).status);
  expect(statuses.at(0)).toBe(303);
  expect(statuses.at(-1)).toBe(429);
  app.clock.turn(3_600_000);
  expect((await set(path, newPassword)).location).toBe('/kunden/sign-in');
});

test('a refused password comes back with the reason at the field and in the summary, the rule once, and does not burn the link', async () => {
  const path = await people.invite('elke@amsel.example');
  for (const [password, reason] of [
    ['kurz', 'Das Passwort ist zu kurz.'],
    ['Sommer2026!!', 'Dieses Passwort gehört zu denen, die Angreifer zuerst ausprobieren.'],
    ['Amsel & Söhne Bäckerei', 'Das Passwort besteht vor allem aus Ihrem Namen oder dem der Firma.'],
    ['', 'Bitte ausfüllen.'],
  ] as const) {
    const { text } = await page('GET', path, { cookie: (await set(path, password)).cookie });
    expect(text).toContain(`<p class="fault" id="password-fault">${reason}</p>`);
    expect(text).toMatch(new RegExp(`<a href="#password">(Neues Passwort: )?${reason}</a>`));
    expect(text).toContain('<title>Fehler: Passwort festlegen');
    expect(text.split('Mindestens 12 Zeichen').length - 1).toBe(1);
    expect(text.split('zufällige Wörter').length - 1).toBe(1);
  }
  expect((await set(path, newPassword)).location).toBe('/kunden/sign-in');
});

test('rule 18 going back or reloading sends no refused password again: the page is fetched, what was typed is kept nowhere, the reason is said once', async () => {
  const path = await people.invite('erna@amsel.example');
  const refused = await set(path, 'mein-geheim');
  expect(refused).toMatchObject({ status: 303, location: path });
  const notice = Buffer.from(refused.cookie.split('pforte-notice=')[1] ?? '', 'base64url').toString();
  expect(notice).not.toContain('geheim');
  const told = await page('GET', path, { cookie: refused.cookie });
  expect(told).toMatchObject({ status: 200, text: expect.stringContaining('id="password-fault"') });
  expect([told.headers['set-cookie']].flat().map(String)).toEqual([expect.stringMatching(/^pforte-notice=;/)]);
  expect((await page('GET', path)).text).not.toContain('password-fault');

  const other = await people.invite('emmi@amsel.example');
  const elsewhere = await page('GET', other, { cookie: refused.cookie });
  expect(elsewhere.text).not.toContain('password-fault');
  expect(elsewhere.headers['set-cookie']).toBeUndefined();
});

test('B014 an expired link leads to a new one, which goes to the stored address', async () => {
  const path = await people.invite('frida@amsel.example');
  app.clock.turn(48 * 3_600_000 + 1);
  const expired = await page('GET', path);
  expect(expired.status).toBe(410);
  expect(readable(expired.text)).toMatch(/Dieser Link ist abgelaufen\. Er galt bis .* Neuen Link anfordern/);
  expect(expired.text).toContain(`<form method="post" action="${path}/renew">`);
  expect((await set(path, newPassword)).status).toBe(410);

  const renewed = await page('POST', `${path}/renew`, { form: {} });
  expect(renewed).toMatchObject({ status: 303, location: '/kunden/link/sent' });
  expect(readable((await page('GET', '/kunden/link/sent', { cookie: renewed.cookie })).text)).toContain(
    'Eine E-Mail mit einem neuen Link ist unterwegs an f…@amsel.example.',
  );

  const fresh = await people.newestLink('frida@amsel.example');
  expect(fresh).not.toBe(path);
  expect((await set(fresh, newPassword)).status).toBe(303);
});

test('B014 a superseded link sends its reader to the newer mail first; asking for another link is the second choice', async () => {
  const path = await people.invite('gabi@amsel.example');
  app.clock.turn(48 * 3_600_000 + 1);
  await page('POST', `${path}/renew`, { form: {} });
  const fresh = await people.newestLink('gabi@amsel.example');
  const { status, text } = await page('GET', path);
  expect(status).toBe(410);
  expect(readable(text)).toMatch(
    /^Es gibt eine neuere E-Mail Zu diesem Link gibt es eine neuere E-Mail vom .*\. Bitte den Link darin benutzen\. .* macht den in der neueren E-Mail ungültig\. Neuen Link anfordern/,
  );
  expect(text).toContain('<button class="second">Neuen Link anfordern</button>');
  expect(text).not.toContain('class="button"');

  await set(fresh, newPassword);
  const overtaken = await page('GET', path);
  expect(readable(overtaken.text)).toMatch(
    /^Link gilt nicht mehr .*weil danach ein neuerer ausgestellt wurde\..* Zur Anmeldung Neuen Link anfordern/,
  );
  expect(overtaken.text).toContain('<a class="button" href="/kunden/sign-in">');
});

test('B014 nobody is sent to look for a newer mail that was refused or is dead: a new link is then the way on', async () => {
  const [path, other] = [await people.invite('grit@amsel.example'), await people.invite('gina@amsel.example')];
  app.clock.turn(48 * 3_600_000 + 1);
  for (const old of [path, other]) expect((await page('POST', `${old}/renew`, { form: {} })).status).toBe(303);
  await app.database.owner.db
    .updateTable('message')
    .set({ refusedAt: app.clock.now(), sealedLink: null })
    .where('recipientAddress', '=', 'grit@amsel.example')
    .where('acceptedAt', 'is', null)
    .execute();
  await app.work();
  expect((await page('GET', other)).text).toContain('<button class="second">Neuen Link anfordern</button>');
  app.clock.turn(48 * 3_600_000 + 1);
  for (const old of [path, other]) {
    const { text } = await page('GET', old);
    expect(readable(text)).not.toContain('neuere E-Mail');
    expect(text).toContain('<button>Neuen Link anfordern</button>');
  }
});

test('a dead link names nobody before a new one was asked for', async () => {
  const path = await people.invite('gunda@amsel.example');
  const named = async () => /gunda|amsel\.example|g…/.test(readable((await page('GET', path)).text));
  expect(await named()).toBe(true);
  await set(path, newPassword);
  expect(await named()).toBe(false);
  app.clock.turn(120_000);
  const renewed = await page('POST', `${path}/renew`, { form: {} });
  expect(readable((await page('GET', '/kunden/link/sent', { cookie: renewed.cookie })).text)).toContain('unterwegs an g…@amsel.example.');
  const again = await people.newestLink('gunda@amsel.example');
  app.clock.turn(3_600_001);
  expect(readable((await page('GET', again)).text)).not.toMatch(/gunda|amsel\.example|g…/);
});

test('B014 a used link leads to a new one as well; a second wish has to wait', async () => {
  const path = await people.invite('gisela@amsel.example');
  await set(path, newPassword);
  app.clock.turn(120_000);
  expect((await page('POST', `${path}/renew`, { form: {} })).status).toBe(303);
  const tooSoon = await page('POST', `${path}/renew`, { form: {} });
  expect(tooSoon.status).toBe(429);
  expect(tooSoon.headers['retry-after']).toBe('60');
  expect(readable(tooSoon.text)).toContain('Ein neuer Link kann in 60 Sekunden angefordert werden.');
  expect((await set(await people.newestLink('gisela@amsel.example'), `${newPassword} zwei`)).status).toBe(303);
});

test('B014 a link that is not known leads to the forgotten password', async () => {
  for (const secret of ['unbekannt', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'a'.repeat(150), '%00', '..%2f..']) {
    const { status, text } = await page('GET', `/kunden/link/${secret}`);
    expect(status, secret).toBe(410);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('<a class="button" href="/kunden/forgot-password">Neuen Link anfordern</a>');
    expect((await page('POST', `/kunden/link/${secret}/renew`, { form: {} })).status).toBe(410);
  }
});

test('a link for portal people is unknown among those of staff', async () => {
  const path = await people.invite('ilse@amsel.example');
  expect((await page('GET', path.replace('/kunden/', '/console/'))).status).toBe(410);
  expect((await set(path.replace('/kunden/', '/console/'), newPassword)).status).toBe(410);
  expect((await page('GET', path)).status).toBe(200);
});

test('rule 18 the secret leaves its page in no address, cookie or event', async () => {
  const path = await people.invite('jutta@amsel.example');
  const secret = path.split('/').at(-1) ?? '';
  const open = await page('GET', path);
  const links = [...open.text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? '').filter((url) => !url.includes('lang='));
  expect(links.join(' ')).not.toContain(secret);
  const refusedForms: Record<string, string>[] = [{ password: newPassword, administrator: 'yes' }, { password: 'kurz' }];
  for (const form of refusedForms) expect((await page('POST', path, { form })).headers['referrer-policy']).toBe('no-referrer');
  expect(
    (await page('POST', path, { form: { password: newPassword }, headers: { 'sec-fetch-site': 'cross-site' } })).headers['referrer-policy'],
  ).toBe('no-referrer');
  const done = await set(path, newPassword);
  const signIn = await page('GET', '/kunden/sign-in', { cookie: done.cookie });
  expect(JSON.stringify([done.location, done.headers['set-cookie'], signIn.text])).not.toContain(secret);
  expect(done.location).not.toContain('jutta');
  const events = await db
    .selectFrom('event')
    .leftJoin('eventDetail', 'eventDetail.sequence', 'event.sequence')
    .select(['event.change', 'eventDetail.personal'])
    .execute();
  expect(JSON.stringify(events)).not.toContain(secret);
});

test('whoever sets a password is not mixed up with whoever was signed in in this browser', async () => {
  await people.add('chef@amsel.example');
  const boss = await people.cookieOf('chef@amsel.example');
  const path = await people.invite('kathi@amsel.example');
  const done = await page('POST', path, { form: { password: newPassword }, cookie: boss });
  expect(done.status).toBe(303);
  expect(done.cookie).not.toContain('pforte-portal');
  expect((await page('GET', '/kunden/', { cookie: boss })).status).toBe(303);
  expect((await page('GET', done.location ?? '', { cookie: done.cookie })).text).toContain('value="kathi@amsel.example"');
});

test('rule 15 these forms take their own fields only', async () => {
  const path = await people.invite('ruth@amsel.example');
  const forms: Record<string, string>[] = [
    { password: newPassword, purpose: 'welcome' },
    { password: newPassword, accountId: 'x' },
  ];
  for (const form of forms) expect((await page('POST', path, { form })).status).toBe(422);
  expect((await page('POST', `${path}/renew`, { form: { email: 'x@evil.example' } })).status).toBe(422);
  expect((await page('POST', '/kunden/forgot-password', { form: { typed: 'ruth@amsel.example', email: 'x@evil.example' } })).status).toBe(
    422,
  );
  for (const typed of ['', '   ', 'a\u0000b', 'x'.repeat(400)]) {
    const { status, text } = await page('POST', '/kunden/forgot-password', { form: { typed } });
    expect(status).toBe(422);
    expect(text).toContain('id="typed-fault"');
  }
  expect((await set(path, newPassword, { accountName: 'jemand-anders' })).status).toBe(303);
  expect((await people.enter('ruth@amsel.example', newPassword)).status).toBe(303);
});

/** The last one: it ends the session of the administrator whom the other tests act as. */
test('staff set a new password behind the address that the operator gave them', async () => {
  const operator = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const path = new URL(await operator(resetAdministrator, administrator.email)).pathname;
  const open = await page('GET', path);
  expect(open.status).toBe(200);
  expect(open.text).toContain('<title>Passwort festlegen · Muster Energie GmbH</title>');
  expect(readable(open.text)).toContain(`Kontoname ${administrator.email}`);
  expect(open.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect((await page('GET', path.replace('/console/', '/kunden/'))).status).toBe(410);

  expect(await set(path, newPassword)).toMatchObject({ status: 303, location: '/console/sign-in' });
  expect(await app.signIn(administrator.email, newPassword)).toContain('pforte-console=');
  const used = await page('GET', path);
  expect(used.status).toBe(410);
  expect(readable(used.text)).toContain(
    `Zur Anmeldung Einen neuen Link gibt auf dem Server dieser Befehl aus: pforte admin reset NAME@EXAMPLE.COM`,
  );
});
