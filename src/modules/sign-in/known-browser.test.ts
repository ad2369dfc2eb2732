import { beforeEach, expect, test } from 'vitest';
import { administrator, testApp } from '../../app.fixture.ts';
import { days, hours, minutes } from '../../platform/clock.ts';
import { goodPassword, portalPeople } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

beforeEach(() => app.clock.turn(hours(12)));

const wrong = 'ganz falsch und geheim';
/** One address that a household, an office or a mobile network shares. */
const shared = '203.0.113.7';

const knock = (accountName: string, password: string, cookie = '', network = shared) =>
  page('POST', '/kunden/sign-in', { form: { accountName, password }, cookie, network });
const markIn = (cookie: string) => cookie.split('; ').find((part) => part.startsWith('pforte-known-')) ?? '';

/** A browser in which somebody signed in before, at home. */
async function knownBrowser(email: string): Promise<string> {
  const { status, cookie } = await knock(email, goodPassword, '', '192.0.2.10');
  expect(status).toBe(303);
  return markIn(cookie);
}

/** A neighbour uses up the tries of that name behind the shared address. */
async function neighbourGuesses(accountName: string): Promise<void> {
  const statuses = [];
  for (let count = 0; count < 8; count++) statuses.push((await knock(accountName, wrong)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
}

test('rule 20 a neighbour behind the same address who guesses slows down the neighbour, not the browser that the owner is known to use', async () => {
  await people.add('anna@amsel.example');
  const mark = await knownBrowser('anna@amsel.example');
  await neighbourGuesses('anna@amsel.example');
  expect((await knock('anna@amsel.example', goodPassword)).status).toBe(429);
  expect((await knock('anna@amsel.example', goodPassword, mark)).status).toBe(303);
  expect((await knock('Anna@Amsel.example', goodPassword, mark)).status).toBe(303);
  expect((await knock('anna@amsel.example', goodPassword)).status).toBe(429);
});

test('rule 20 the tries of a known browser are limited as well, for this browser alone, and signing in gives no fresh number', async () => {
  await people.add('bea@amsel.example');
  const [mark, other] = [await knownBrowser('bea@amsel.example'), await knownBrowser('bea@amsel.example')];
  expect(other).not.toBe(mark);
  const again = markIn((await knock('bea@amsel.example', goodPassword, mark)).cookie);
  const statuses = [];
  for (const held of [mark, again, mark, again, mark, again, mark]) statuses.push((await knock('bea@amsel.example', wrong, held)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect((await knock('bea@amsel.example', goodPassword, again)).status).toBe(429);
  expect((await knock('bea@amsel.example', goodPassword, again, '192.0.2.99')).status).toBe(429);
  expect((await knock('bea@amsel.example', goodPassword, other)).status).toBe(303);
  expect((await knock('bea@amsel.example', goodPassword)).status).toBe(303);
});

test('rule 20 whoever knew the password once and made many known browsers gets no more tries than strangers from everywhere', async () => {
  await people.add('dana@amsel.example');
  const marks = [];
  for (let count = 0; count < 6; count++) marks.push(await knownBrowser('dana@amsel.example'));
  const statuses = [];
  for (const mark of marks) for (let count = 0; count < 4; count++) statuses.push((await knock('dana@amsel.example', wrong, mark)).status);
  expect(statuses).toEqual([...Array(20).fill(401), ...Array(4).fill(429)]);
});

test('rule 20 a mark of another account, a forged one and one of the console give nothing', async () => {
  await people.add('carla@amsel.example');
  await people.add('mallory@amsel.example');
  const own = await knownBrowser('carla@amsel.example');
  const stolen = await knownBrowser('mallory@amsel.example');
  const staff = markIn(await app.signIn());
  await neighbourGuesses('carla@amsel.example');
  const bytes = Buffer.from(own.split('=')[1] ?? '', 'base64url');
  const forged = [12, 20, bytes.length - 1].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return `pforte-known-person=${copy.toString('base64url')}`;
  });
  const useless = [stolen, staff.replace('known-user', 'known-person'), ...forged];
  for (const mark of [...useless, 'pforte-known-person=', 'pforte-known-person=x', `pforte-known-person=${'A'.repeat(3000)}`]) {
    expect((await knock('carla@amsel.example', goodPassword, mark)).status, mark).toBe(429);
  }
  expect((await knock('carla@amsel.example', goodPassword, own)).status).toBe(303);
});

test('rule 9 with a mark, a foreign one or none, known and unknown names get the same answers after the same count', async () => {
  await people.add('dora@amsel.example');
  await people.add('doris@amsel.example');
  const foreign = await knownBrowser('doris@amsel.example');
  for (const mark of ['', foreign, 'pforte-known-person=forged']) {
    const answers = [];
    for (const name of ['dora@amsel.example', 'niemand@amsel.example']) {
      const seen = [];
      for (let count = 0; count < 7; count++) {
        const { status, text, headers } = await knock(name, wrong, mark, `198.51.100.${answers.length + 1}`);
        seen.push({ status, text: text.replaceAll(name, 'NAME'), cookies: headers['set-cookie'], retry: headers['retry-after'] });
      }
      answers.push(seen);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.every(({ cookies }) => cookies === undefined)).toBe(true);
    app.clock.turn(hours(12));
  }
});

test('rule 18 a mark says nothing to whoever reads it, and lives ninety days from the last sign-in', async () => {
  await people.add('edda@amsel.example');
  const entered = await knock('edda@amsel.example', goodPassword, '', '192.0.2.10');
  const header = [entered.headers['set-cookie']]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith('pforte-known-person='));
  expect(header).toMatch(/^pforte-known-person=[\w-]{60,120}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
  const mark = markIn(entered.cookie);
  expect(Buffer.from(mark.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toMatch(/edda|\d{13}/);
  const { db } = app.database;
  expect(JSON.stringify(await db.selectFrom('throttle').select('key').execute())).not.toContain('edda');

  app.clock.turn(days(90));
  await neighbourGuesses('edda@amsel.example');
  expect((await knock('edda@amsel.example', goodPassword, mark)).status).toBe(429);
});

test('rule 20 whoever set a password by a link from their mail is known in that browser, however their own tries before went', async () => {
  await people.add('frida@amsel.example');
  const mark = await knownBrowser('frida@amsel.example');
  for (let count = 0; count < 6; count++) await knock('frida@amsel.example', wrong, mark);
  expect((await knock('frida@amsel.example', goodPassword, mark)).status).toBe(429);
  const password = 'sieben Gurken im Salatbeet';
  const set = await page('POST', await people.forget('frida@amsel.example'), { form: { password }, cookie: mark, network: shared });
  await neighbourGuesses('frida@amsel.example');
  expect((await knock('frida@amsel.example', password, markIn(set.cookie))).status).toBe(303);
});

test('rule 20 a thief’s known browser is a stranger once its owner has set a new password by a link; the owner’s is known anew', async () => {
  await people.add('gesa@amsel.example');
  const thief = await knownBrowser('gesa@amsel.example');
  app.clock.turn(minutes(1));
  const password = 'sieben Gurken im Salatbeet';
  const set = await page('POST', await people.forget('gesa@amsel.example'), { form: { password }, network: '192.0.2.10' });
  await neighbourGuesses('gesa@amsel.example');
  expect((await knock('gesa@amsel.example', wrong, thief)).status).toBe(429);
  expect((await knock('gesa@amsel.example', password, markIn(set.cookie))).status).toBe(303);
  app.clock.turn(days(8));
  await app.workers.tidy.drain();
  await neighbourGuesses('gesa@amsel.example');
  expect((await knock('gesa@amsel.example', password, thief)).status).toBe(429);
});

test('rule 20 a password that staff typed makes strangers of known browsers, while the owner’s network stays their own', async () => {
  await people.add('hanna@amsel.example');
  const mark = await knownBrowser('hanna@amsel.example');
  app.clock.turn(minutes(1));
  const [contact] = (await app.api<{ items: { id: string }[] }>('GET', '/contacts', { query: { q: 'hanna@amsel.example' } })).body.items;
  const password = 'acht Birnen auf dem Markt';
  expect((await app.api('PATCH', `/contacts/${contact?.id}`, { body: { portalAccess: { password } } })).status).toBe(200);
  await neighbourGuesses('hanna@amsel.example');
  expect((await knock('hanna@amsel.example', password, mark)).status).toBe(429);
  for (let from = 1; from <= 20; from++) await knock('hanna@amsel.example', wrong, '', `198.51.100.${from}`);
  expect((await knock('hanna@amsel.example', password, '', '198.51.100.99')).status).toBe(429);
  expect((await knock('hanna@amsel.example', password, '', '192.0.2.10')).status).toBe(303);
});

test('rule 20 whoever changes their own password, knowing the one before, stays known', async () => {
  await people.add('ida@amsel.example');
  const entered = await knock('ida@amsel.example', goodPassword, '', '192.0.2.10');
  app.clock.turn(minutes(1));
  const password = 'neun Pflaumen am Zaun';
  const form = { currentPassword: goodPassword, newPassword: password };
  const changed = await page('POST', '/kunden/profile/password', { form, cookie: entered.cookie, network: '192.0.2.10' });
  expect(changed.status).toBe(303);
  await neighbourGuesses('ida@amsel.example');
  expect((await knock('ida@amsel.example', password, markIn(entered.cookie))).status).toBe(303);
});

test('rule 20 the console knows its users’ browsers as well', async () => {
  const enter = (password: string, cookie: string | null) =>
    app.api('POST', '/sessions', { cookie, body: { accountName: administrator.email, password } });
  const { cookie, headers } = await enter(administrator.password, null);
  expect([headers['set-cookie']].flat().join('\n')).toMatch(
    /^pforte-known-user=[\w-]{60,120}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/m,
  );
  for (let count = 0; count < 6; count++) await enter(wrong, null);
  expect((await enter(administrator.password, null)).status).toBe(429);
  expect((await enter(administrator.password, markIn(cookie).replace('known-user', 'known-person'))).status).toBe(429);
  expect((await enter(administrator.password, markIn(cookie))).status).toBe(201);
  const guesses = [];
  for (let count = 0; count < 6; count++) guesses.push((await enter(wrong, markIn(cookie))).status);
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429]);
});
