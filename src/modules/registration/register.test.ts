import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { minutes } from '../../platform/clock.ts';
import { readable } from '../sign-in/pages.fixture.ts';
import { challengeIn, chosen, registering, solve } from './registration.fixture.ts';

const app = await testApp();
const { people, setRules, send, register, activate, accessOf, portalId } = await registering(app);
const { db } = app.database;

test('B111 B113 whoever registers waits for the link of a mail, shown as „Aktivierungs-E-Mail geschickt“, and is registered after it', async () => {
  const sent = await send({ email: 'anna@amsel.example' });
  expect(sent).toMatchObject({ status: 303, location: '/kunden/register/sent' });
  const after = await app.page('GET', '/kunden/register/sent', { cookie: sent.cookie });
  expect(readable(after.text)).toContain('Wir haben Ihnen eine E-Mail an anna@amsel.example geschickt.');
  const link = await people.newestLink('anna@amsel.example');
  const [mail] = await people.mailsTo('anna@amsel.example');
  expect(mail).toMatchObject({ subject: expect.stringContaining('Bestätigen Sie Ihre Registrierung') });
  expect(mail?.text).toContain('Guten Tag Frau Amsel');
  expect(await accessOf('anna@amsel.example')).toMatchObject({
    registration: 'activation-sent',
    assignment: 'pending',
    origin: 'self-registration',
    name: 'Anna Amsel',
    hasPassword: false,
    admitted: false,
  });
  expect((await people.enter('anna@amsel.example', chosen)).status).toBe(401);

  const shown = await app.page('GET', link);
  expect(shown.status).toBe(200);
  expect(readable(shown.text)).toContain('Kontoname anna@amsel.example');
  expect(shown.headers).toMatchObject({ 'referrer-policy': 'no-referrer' });
  expect(await accessOf('anna@amsel.example')).toMatchObject({ registration: 'activation-sent' });

  const done = await activate(link);
  expect(done).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(readable((await app.page('GET', '/kunden/sign-in', { cookie: done.cookie })).text)).toContain('Die Registrierung ist bestätigt.');
  expect(await accessOf('anna@amsel.example')).toMatchObject({ registration: 'registered', assignment: 'pending', admitted: true });
});

test('B122 until staff have assigned them, they see the waiting page and nothing else', async () => {
  const cookie = await people.cookieOf('anna@amsel.example', chosen);
  for (const path of ['/kunden/', '/kunden/vertraege', '/kunden/rechnungen'])
    expect(await app.page('GET', path, { cookie })).toMatchObject({ status: 303, location: '/kunden/waiting' });
  expect((await app.page('GET', '/kunden/waiting', { cookie })).text).toContain('<h1>Ihr Zugang wird noch zugeordnet</h1>');
});

test('a wrong password does not burn the link, is slowed down, and a forgotten one is set anew behind the same link', async () => {
  const link = await register('berta@amsel.example');
  for (let wrong = 0; wrong < 5; wrong++) expect((await activate(link, 'ganz falsch geraten')).status).toBe(422);
  const hasty = await activate(link);
  expect(hasty.status).toBe(429);
  expect(Number(hasty.headers['retry-after'])).toBeGreaterThan(0);
  expect(await accessOf('berta@amsel.example')).toMatchObject({ registration: 'activation-sent' });

  const anew = await app.page('GET', `${link}/new-password`);
  expect(readable(anew.text)).toContain('Der Link hat gezeigt, dass das Postfach Ihnen gehört.');
  const set = (newPassword: string) => app.page('POST', `${link}/new-password`, { form: { newPassword } });
  expect((await set('berta-amsel-1')).status).toBe(422);
  expect(await set('sieben Gurken im Salatbeet')).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect((await people.enter('berta@amsel.example', 'sieben Gurken im Salatbeet')).status).toBe(303);
  expect((await people.enter('berta@amsel.example', chosen)).status).toBe(401);
  const again = await activate(link);
  expect(again).toMatchObject({ status: 303, location: link });
  expect((await app.page('GET', link)).status).toBe(410);
});

test('off: there is no page, no form and no way there', async () => {
  await setRules({ selfRegistration: 'off' });
  for (const [method, path] of [
    ['GET', '/kunden/register'],
    ['GET', '/kunden/register/sent'],
    ['POST', '/kunden/register'],
  ] as const)
    expect(
      (
        await app.page(
          method,
          path,
          method === 'POST' ? { form: { firstName: 'A', lastName: 'B', email: 'a@b.example', password: chosen } } : {},
        )
      ).status,
    ).toBe(404);
  expect((await app.page('GET', '/kunden/sign-in')).text).not.toContain('/kunden/register');
  await setRules({ selfRegistration: 'match-or-pending' });
  expect((await app.page('GET', '/kunden/sign-in')).text).toContain('href="/kunden/register"');
});

test('the form asks for what people are recognised by, in Sie, Du and English', async () => {
  await setRules({ identifiers: ['email', 'customer-number', 'name-and-postcode'], selfRegistration: 'match-or-create' });
  const { text } = await app.page('GET', '/kunden/register');
  for (const name of ['salutation', 'firstName', 'lastName', 'companyName', 'customerNumber', 'postalCode', 'email', 'password'])
    expect(text).toContain(`name="${name}"`);
  expect(text).toMatch(/name="companyName"(?![^>]*required)/);
  const missing = await send({ email: 'x @amsel.example', lastName: '', password: '' });
  expect(missing.status).toBe(422);
  for (const name of ['lastName', 'email', 'password']) expect(missing.text).toContain(`href="#${name}"`);
  expect(missing.text).toContain('href="#customerNumber"');
  expect(missing.text).toContain('href="#postalCode"');
  expect((await app.page('GET', '/kunden/register', { headers: { 'accept-language': 'en' } })).text).toContain('<h1>Register</h1>');
  await app.api('PATCH', '/workspace', { body: { addressForm: 'du' } });
  app.clock.turn(1000);
  expect((await app.page('GET', '/kunden/register')).text).toContain('bekommst du eine E-Mail');
  await app.api('PATCH', '/workspace', { body: { addressForm: 'sie' } });
  await setRules({ identifiers: ['email'], selfRegistration: 'match-or-pending' });
});

test('domains: refused and not allowed ones are told at once, with their subdomains', async () => {
  await setRules({ allowedDomains: ['amsel.example'], refusedDomains: ['boese.amsel.example'] });
  for (const email of ['a@andere.example', 'a@boese.amsel.example', 'a@sehr.boese.amsel.example', 'a@xamsel.example']) {
    const { status, text } = await send({ email });
    expect(status, email).toBe(422);
    expect(text).toContain('Mit Adressen dieser Domain ist hier keine Registrierung möglich.');
  }
  expect((await send({ email: 'dora@gut.amsel.example' })).status).toBe(303);
  await setRules({ allowedDomains: [], refusedDomains: [] });
});

test('consents: required ones are needed, a version that was not read counts for nothing, and each is kept with version and both times', async () => {
  const terms = { textDe: 'Ich stimme den Bedingungen zu.', textEn: 'I agree to the terms.', url: 'https://muster.example/agb' };
  const news = { key: 'news', textDe: 'Ich möchte Neuigkeiten.', textEn: 'I want news.', url: null, required: false };
  await setRules({ consents: [{ key: 'agb', ...terms, required: true }, news] });
  const none = await send({ email: 'emil@amsel.example' });
  expect(none.status).toBe(422);
  expect(none.text).toContain('Ohne diese Einwilligung geht es nicht weiter.');
  await setRules({ consents: [{ key: 'agb', ...terms, textDe: 'Ich stimme den neuen Bedingungen zu.', required: true }, news] });
  const old = await send({ email: 'emil@amsel.example', 'consent-agb': '1' });
  expect(old.status).toBe(422);
  expect(old.text).toContain('Der Wortlaut hat sich gerade geändert.');

  const typedAt = app.clock.now();
  const link = await register('emil@amsel.example', { 'consent-agb': '2' });
  app.clock.turn(minutes(5));
  await activate(link);
  const kept = await db.selectFrom('consentGiven').selectAll().where('workspaceId', '=', app.workspace.id).execute();
  expect(kept).toMatchObject([{ key: 'agb', version: 2, givenAt: typedAt, confirmedAt: app.clock.now(), portalId }]);
  await setRules({ consents: [] });
});

test.each([
  ['another field', { admin: '1' }],
  ['a field of the database', { passwordHash: '1' }],
  ['a strange salutation', { salutation: 'mx' }],
])('rule 15 a form with %s is refused', async (_, form) => {
  expect((await send({ email: 'frieda@amsel.example', ...form })).status).toBe(422);
});

test.each([
  ['Gewinnen Sie auf bit.ly/x', 'Amsel'],
  ['Anna', 'https://boese.example'],
  ['Anna <b>', 'Amsel'],
  ['Anna', 'Amsel {link}'],
  ['Anna\u202e', 'Amsel'],
  ['12345', 'Amsel'],
  ['Anna', 'x'.repeat(61)],
])('hostile names: „%s %s“ reach no mail', async (firstName, lastName) => {
  expect((await send({ email: 'gerd@amsel.example', firstName, lastName })).status).toBe(422);
  await app.work();
  expect(await people.mailsTo('gerd@amsel.example')).toEqual([]);
});

test.each(['Anne-Marie', 'O’Neill', "D'Angelo", 'Müller', 'Dr. h. c. Öztürk', '李', 'Žižek'])(
  'a name like „%s“ is one',
  async (lastName) => {
    const email = `n${Buffer.from(lastName).toString('hex')}@amsel.example`;
    expect((await send({ email, lastName })).status).toBe(303);
  },
);

test.each([
  'a@b@c.example',
  'a b@c.example',
  '"a"@c.example',
  'Anna <a@c.example>',
  'a@c.example\r\nBcc: x@y.example',
  'a,b@c.example',
  'a@localhost',
])('rule 17 „%s“ is no address', async (email) => {
  expect((await send({ email })).status).toBe(422);
});

test('robots: whoever fills the field that nobody sees is told the same and leaves nothing', async () => {
  const robot = await send({ email: 'robot@amsel.example', homepage: 'https://x.example' });
  expect(robot).toMatchObject({ status: 303, location: '/kunden/register/sent' });
  await app.work();
  expect(await people.mailsTo('robot@amsel.example')).toEqual([]);
  expect(await accessOf('robot@amsel.example')).toBeUndefined();
});

test('robots: without a proof of work three forms pass from a network, then it has to wait; people without JavaScript get in', async () => {
  const network = '203.0.113.77';
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) statuses.push((await send({ email: `slow${n}@amsel.example` }, { network, proof: false })).status);
  expect(statuses).toEqual([303, 303, 303, 429]);
  expect((await send({ email: 'fast@amsel.example' }, { network })).status).toBe(303);
  const link = await people.newestLink('slow0@amsel.example');
  expect((await activate(link)).status).toBe(303);
});

test('robots: a proof counts once, for an hour, for its portal; a forged one not at all', async () => {
  const task = challengeIn((await app.page('GET', '/kunden/register')).text);
  const proof = solve(task);
  const network = '203.0.113.78';
  const once = (more: Record<string, string>) =>
    app.page('POST', '/kunden/register', {
      form: { firstName: 'Anna', lastName: 'Amsel', password: chosen, email: `p${Math.random()}@amsel.example`, ...more },
      network,
    });
  // The three that pass without a proof are used up first.
  for (let n = 0; n < 3; n++) expect((await once({})).status).toBe(303);
  expect((await once({})).status).toBe(429);
  expect((await once({ proof })).status).toBe(303);
  expect((await once({ proof })).status).toBe(429);
  const next = challengeIn((await app.page('GET', '/kunden/register')).text);
  const forged = Buffer.from(JSON.stringify({ ...next, number: 1, signature: task.signature })).toString('base64');
  for (const bad of [forged, 'x', Buffer.from('{}').toString('base64'), solve({ ...next, signature: 'f'.repeat(64) })])
    expect((await once({ proof: bad })).status).toBe(429);
  const late = solve(challengeIn((await app.page('GET', '/kunden/register')).text));
  app.clock.turn(minutes(61));
  const old = [];
  for (let n = 0; n < 5; n++) old.push((await once({ proof: late })).status);
  expect(old).toContain(429);
});
