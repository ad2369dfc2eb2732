import { afterEach, expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

const ownWish = 'sieben Gurken im Salatbeet';
const otherWish = 'neun Laternen im Nebelmeer';
const change = (cookie: string, newPassword = ownWish) =>
  page('POST', '/kunden/profile/password', { form: { currentPassword: goodPassword, newPassword }, cookie });

/** Something happens after the present password was found right and before the new one is recorded. */
function meanwhile(happen: () => Promise<unknown>): void {
  const { verify } = app.hasher;
  vi.spyOn(app.hasher, 'verify').mockImplementationOnce(async (...asked) => {
    const verdict = await verify(...asked);
    await happen();
    return verdict;
  });
}
afterEach(() => vi.restoreAllMocks());

test('rule 5 a link that is spent while somebody changes the password in a session wins: whoever was thrown out cannot change it back', async () => {
  await people.add('anna@amsel.example');
  const cookie = await people.cookieOf('anna@amsel.example');
  const link = await people.forget('anna@amsel.example');
  meanwhile(async () => expect((await page('POST', link, { form: { password: otherWish } })).status).toBe(303));

  const refused = await change(cookie);
  expect(refused).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: refused.cookie })).text)).toContain(
    'Am Konto hat sich inzwischen etwas geändert; das Passwort wurde hier nicht geändert. Bitte neu anmelden.',
  );
  expect((await page('GET', '/kunden/', { cookie: `${cookie}; ${refused.cookie}` })).status).toBe(303);
  expect((await people.enter('anna@amsel.example', ownWish)).status).toBe(401);
  expect((await people.enter('anna@amsel.example', otherWish)).status).toBe(303);
});

test('a session that another device ends meanwhile changes nothing any more', async () => {
  await people.add('bea@amsel.example');
  const [thief, owner] = [await people.cookieOf('bea@amsel.example'), await people.cookieOf('bea@amsel.example')];
  meanwhile(() => page('POST', '/kunden/profile/other-devices', { form: {}, cookie: owner }));

  expect(await change(thief)).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect((await page('GET', '/kunden/', { cookie: owner })).status).toBe(200);
  expect((await people.enter('bea@amsel.example', ownWish)).status).toBe(401);
  expect((await people.enter('bea@amsel.example')).status).toBe(303);
});

test('of two devices that change the password at the same moment one wins, and its password is the one', async () => {
  await people.add('clara@amsel.example');
  const [slow, fast] = [await people.cookieOf('clara@amsel.example'), await people.cookieOf('clara@amsel.example')];
  meanwhile(async () => expect(await change(fast, otherWish)).toMatchObject({ status: 303, location: '/kunden/profile' }));

  expect(await change(slow)).toMatchObject({ status: 303, location: '/kunden/sign-in' });
  expect((await people.enter('clara@amsel.example', ownWish)).status).toBe(401);
  expect((await people.enter('clara@amsel.example', otherWish)).status).toBe(303);
});
