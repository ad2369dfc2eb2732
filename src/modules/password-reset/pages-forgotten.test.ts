import { expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { goodPassword, portalPeople, readable } from '../sign-in/pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;
const { db } = app.database;

const newPassword = 'sieben Gurken im Salatbeet';
const set = (path: string, password: string) => page('POST', path, { form: { password } });

test('B018 B024 a forgotten password: the page takes the address, the mail brings the link, the notice follows', async () => {
  await people.add('lena@amsel.example');
  const before = await people.cookieOf('lena@amsel.example');
  const form = await page('GET', '/kunden/forgot-password');
  expect(form.status).toBe(200);
  expect(readable(form.text)).toContain('Die Adresse, die Muster Energie GmbH für Sie gespeichert hat.');

  const wake = vi.spyOn(app.workers.resets, 'wake');
  expect(await page('POST', '/kunden/forgot-password', { form: { typed: 'Lena@Amsel.example' } })).toMatchObject({
    status: 303,
    location: '/kunden/forgot-password/sent',
  });
  expect(wake).toHaveBeenCalledOnce();
  const path = await people.newestLink('lena@amsel.example');
  expect((await set(path, newPassword)).status).toBe(303);
  await app.work();
  expect((await people.mailsTo('lena@amsel.example')).map(({ subject }) => subject)).toContainEqual(
    'Ihr Passwort für „Kundenportal“ wurde festgelegt',
  );
  expect((await page('GET', '/kunden/', { cookie: before })).status).toBe(303);
  expect((await people.enter('lena@amsel.example')).status).toBe(401);
  expect((await people.enter('lena@amsel.example', newPassword)).status).toBe(303);
});

test.each([
  ['de', {}, /geändert|neues Passwort gilt|abgemeldet|bisherig/, 'wurde festgelegt'],
  ['de-DU', { addressForm: 'du' }, /geändert|neues Passwort gilt|abgemeldet|bisherig/, 'wurde festgelegt'],
  ['en', { language: 'en' }, /was changed|new password from now|signed out|present password/, 'was set'],
] as const)(
  'B018 B024 whoever gets a first password by the forgotten-password page hears of no older one and of no change, in %s',
  async (variant, wishes, untrue, subject) => {
    const email = `erste.${variant.toLowerCase()}@amsel.example`;
    await people.add(email, null, wishes);
    await page('POST', '/kunden/forgot-password', { form: { typed: email } });
    expect((await set(await people.newestLink(email), newPassword)).status).toBe(303);
    await app.work();
    const mails = await people.mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails.map((mail) => mail.subject).join()).toContain(subject);
    for (const { subject: line, text, html } of mails) expect(`${line} ${text} ${html}`).not.toMatch(untrue);
  },
);

test('B021 only the stored address gets a mail', async () => {
  await people.add('maria@amsel.example');
  await app.work();
  const before = (await app.mails()).length;
  for (const typed of [
    'maria@amsel.example.evil.example',
    'maria@evil.example',
    'maria@amsel.example,x@evil.example',
    'maria+x@amsel.example',
    '"maria@amsel.example" <x@evil.example>',
  ]) {
    expect((await page('POST', '/kunden/forgot-password', { form: { typed } })).status).toBe(303);
  }
  await app.work();
  expect(await app.mails()).toHaveLength(before);
});

test('B022 known, unknown, blocked and senseless names get the same answer after the same work', async () => {
  await people.add('nora@amsel.example');
  await people.add('olga@amsel.example');
  await people.block('olga@amsel.example');
  await app.work();
  const before = (await app.mails()).length;

  const answers = [];
  for (const typed of ['nora@amsel.example', 'niemand@amsel.example', 'olga@amsel.example', 'kein Name, nur Wörter']) {
    const { status, location, headers, text } = await page('POST', '/kunden/forgot-password', { form: { typed } });
    const waiting = await db.selectFrom('resetRequest').select('typed').execute();
    answers.push({ status, location, text, cookies: headers['set-cookie'], waiting: waiting.length });
    await app.work();
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 303, waiting: 1, cookies: undefined });
  expect(await app.mails()).toHaveLength(before + 1);

  const sent = await page('GET', '/kunden/forgot-password/sent');
  expect(readable(sent.text)).toContain('Wenn es dazu einen Zugang gibt, ist eine E-Mail unterwegs.');
  expect(readable(sent.text)).toMatch(/Es kommt keine E-Mail\? .*Spam.* Adresse.* wenden Sie sich bitte an/);
});

test('rule 20 requests are slowed down by name, known or not, with the time to wait', async () => {
  await people.add('petra@amsel.example');
  for (const typed of ['petra@amsel.example', 'auch-niemand@amsel.example']) {
    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push((await page('POST', '/kunden/forgot-password', { form: { typed } })).status);
    expect(statuses.at(-1), typed).toBe(429);
    expect(statuses.filter((status) => status === 303)).toHaveLength(3);
  }
  const refused = await page('POST', '/kunden/forgot-password', { form: { typed: 'petra@amsel.example' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.text).toContain('value="petra@amsel.example"');
  app.clock.turn(3_600_000);
});

test('S1 a contact without access gets in by the forgotten password, with the stored address', async () => {
  const { contact } = await people.add('sina@amsel.example', null);
  expect(contact.accesses).toEqual([]);
  await page('POST', '/kunden/forgot-password', { form: { typed: 'sina@amsel.example' } });
  expect((await set(await people.newestLink('sina@amsel.example'), newPassword)).status).toBe(303);
  expect((await people.enter('sina@amsel.example', newPassword)).status).toBe(303);
});

test('rule 2 a forged host never reaches a link', async () => {
  await people.add('tine@amsel.example');
  const forgeries: Record<string, string>[] = [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { forwarded: 'host=evil.example' },
  ];
  for (const headers of forgeries) {
    await page('POST', '/kunden/forgot-password', {
      form: { typed: 'tine@amsel.example' },
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    });
    await app.work();
  }
  const texts = (await people.mailsTo('tine@amsel.example')).map(({ text, html }) => text + html);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join()).not.toContain('evil');
  expect((await people.enter('tine@amsel.example', goodPassword)).status).toBe(303);
});
