import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

const english = { 'accept-language': 'en' };

test('whoever is signed in is spoken to as they wish: Du where the workspace says Sie, their language before the browser’s', async () => {
  await people.add('dora@amsel.example', { password: goodPassword }, { addressForm: 'du' });
  await people.add('jane@amsel.example', { password: goodPassword }, { language: 'en' });
  const [dora, jane] = [await people.cookieOf('dora@amsel.example'), await people.cookieOf('jane@amsel.example')];

  expect(readable((await page('GET', '/kunden/', { cookie: dora })).text)).toContain('Hallo Anna');
  expect(readable((await page('GET', '/kunden/profile', { cookie: dora })).text)).toContain('und du bekommst eine E-Mail darüber.');
  expect((await page('GET', '/kunden/', { cookie: jane })).text).toContain('<html lang="en">');
  expect((await page('GET', '/kunden/gibt-es-nicht', { cookie: jane })).text).toContain('This page does not exist');

  await people.add('max@amsel.example', { password: goodPassword }, { language: 'de', addressForm: 'du' });
  const max = await people.cookieOf('max@amsel.example');
  expect(readable((await page('GET', '/kunden/profile', { cookie: max, headers: english })).text)).toContain('und du bekommst');
});

test('a language that a visitor chose wins over the stored one; Du stays theirs', async () => {
  await people.add('jo@amsel.example', { password: goodPassword }, { language: 'en', addressForm: 'du' });
  const cookie = await people.cookieOf('jo@amsel.example');
  expect((await page('GET', '/kunden/profile', { cookie })).text).toContain('<html lang="en">');
  const chosen = await page('GET', '/kunden/profile?lang=de', { cookie });
  const { text } = await page('GET', '/kunden/profile', { cookie: `${cookie}; ${chosen.cookie}` });
  expect(text).toContain('<html lang="de">');
  expect(readable(text)).toContain('und du bekommst eine E-Mail darüber.');
});

test('what a form refuses is said to a known person in their words', async () => {
  await people.add('lia@amsel.example', { password: goodPassword }, { addressForm: 'du' });
  const cookie = await people.cookieOf('lia@amsel.example');
  const form = { currentPassword: goodPassword, newPassword: 'Anna Amsel Anna Amsel' };
  const { text } = await page('POST', '/kunden/profile/password', { form, cookie });
  expect(text).not.toMatch(/eigenen Namen oder dem der Firma, und danach/);
  expect(readable(text)).toContain('deinem Namen');
});

test('the page after the last one does not fall from Du to Sie, and speaks to the next visitor as to anybody', async () => {
  await people.add('udo@amsel.example', { password: goodPassword }, { addressForm: 'du' });
  const cookie = await people.cookieOf('udo@amsel.example');
  const out = await page('POST', '/kunden/sign-out', { form: {}, cookie });
  expect(readable((await page('GET', '/kunden/sign-in', { cookie: out.cookie })).text)).toContain('Du bist abgemeldet.');
  expect(readable((await page('GET', '/kunden/sign-in')).text)).toContain('Meist ist das Ihre E-Mail-Adresse.');
});

test('rule 9 a page that is told a name does not speak as its owner wishes', async () => {
  await people.add('eva@amsel.example', { password: goodPassword }, { language: 'en', addressForm: 'du' });
  const wrong = await people.enter('eva@amsel.example', 'ganz falsch und geheim');
  expect(readable(wrong.text)).toContain('Bitte prüfen und noch einmal versuchen.');
  expect((await page('POST', '/kunden/forgot-password', { form: { typed: 'eva@amsel.example' } })).cookie).toBe('');
});

test('the page behind a link speaks to whoever the link is for, whoever is signed in in this browser', async () => {
  await people.add('chef@amsel.example', { password: goodPassword }, { language: 'en' });
  const boss = await people.cookieOf('chef@amsel.example');
  const path = await people.invite('ute@amsel.example', { language: 'de', addressForm: 'du' });
  expect((await page('GET', path, { cookie: boss, headers: english })).text).toContain('<html lang="de">');
  const chosen = await page('GET', `${path}?lang=en`);
  expect((await page('GET', path, { cookie: chosen.cookie })).text).toContain('<html lang="en">');

  const jane = await people.invite('jane.doe@amsel.example', { language: 'en' });
  expect(readable((await page('GET', jane)).text)).toContain('The link works until');
  const set = await page('POST', jane, { form: { password: 'seven cucumbers in the salad' } });
  expect(readable((await page('GET', set.location ?? '', { cookie: set.cookie })).text)).toContain('The password is set. Sign in now.');
  expect(readable((await page('GET', jane)).text)).toContain('This link has been used');

  app.clock.turn(48 * 3_600_000 + 1);
  expect((await page('GET', path)).status).toBe(410);
  const renewed = await page('POST', `${path}/renew`, { form: {}, headers: english });
  const sent = await page('GET', renewed.location ?? '', { cookie: renewed.cookie, headers: english });
  expect(readable(sent.text)).toContain('Sieh im Ordner für Spam oder Werbung nach.');
});
