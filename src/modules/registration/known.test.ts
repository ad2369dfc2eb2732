import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { days, hours, minutes } from '../../platform/clock.ts';
import type { PortalView } from '../portal/contract.ts';
import { goodPassword, readable } from '../sign-in/pages.fixture.ts';
import { registering } from './registration.fixture.ts';

const app = await testApp();
const { people, setRules, send, register, activate, accessOf, contact, eventsOf } = await registering(app);
const { db } = app.database;
const newPassword = 'sieben Gurken im Salatbeet';
const setNew = (link: string) => app.page('POST', `${link}/new-password`, { form: { newPassword } });
const withoutAddress = (text: string, email: string) => text.replaceAll(/<span class="address">.*?<\/span>/g, '').replaceAll(email, '');

test('rule 9 known, invited and unknown addresses get the same answer; whoever has access reads that in the mail', async () => {
  await people.add('bekannt@amsel.example');
  await people.add('eingeladen@amsel.example', { sendPasswordLink: true });
  await app.work();
  app.clock.turn(minutes(2));
  const answers = [];
  for (const email of ['bekannt@amsel.example', 'eingeladen@amsel.example', 'fremd@amsel.example']) {
    const sent = await send({ email });
    const page = await app.page('GET', '/kunden/register/sent', { cookie: sent.cookie });
    answers.push({ status: sent.status, location: sent.location, text: withoutAddress(page.text, email) });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  await app.work();
  const [known] = await people.mailsTo('bekannt@amsel.example');
  expect(known?.subject).toContain('Sie haben schon einen Zugang');
  expect(known?.text).not.toContain('/link/');
  expect(known?.text).toContain('/kunden/forgot-password');
  expect((await people.mailsTo('eingeladen@amsel.example')).length).toBe(2);
  expect((await people.mailsTo('fremd@amsel.example'))[0]?.subject).toContain('Bestätigen Sie Ihre Registrierung');
  expect((await people.enter('bekannt@amsel.example', goodPassword)).status).toBe(303);
});

test('somebody who registers with another person’s address gains nothing: its owner registers later, and the password typed first never counts', async () => {
  const first = await register('opfer@amsel.example', { password: 'Angreifer kennt dieses Wort' });
  app.clock.turn(minutes(2));
  const second = await register('opfer@amsel.example', { firstName: 'Olga', lastName: 'Opfer' });
  expect(second).not.toBe(first);
  const old = await app.page('GET', first);
  expect(old.status).toBe(410);
  expect(readable(old.text)).toContain('Zu diesem Link gibt es eine neuere E-Mail');
  expect((await activate(second, 'Angreifer kennt dieses Wort')).status).toBe(422);
  expect((await activate(second)).status).toBe(303);
  expect(await accessOf('opfer@amsel.example')).toMatchObject({ name: 'Olga Opfer', registration: 'registered' });
  expect((await people.enter('opfer@amsel.example', 'Angreifer kennt dieses Wort')).status).toBe(401);
  const accounts = await db.selectFrom('account').select('id').where('email', '=', 'opfer@amsel.example').execute();
  expect(accounts).toHaveLength(1);
});

test('the owner who gets a link for a registration of somebody else sets a password of their own behind it', async () => {
  const link = await register('owner@amsel.example', { password: 'Angreifer kennt dieses Wort' });
  expect((await setNew(link)).status).toBe(303);
  expect((await people.enter('owner@amsel.example', newPassword)).status).toBe(303);
  expect((await people.enter('owner@amsel.example', 'Angreifer kennt dieses Wort')).status).toBe(401);
});

test('staff who give the address access take the unconfirmed registration over; its link and its password end', async () => {
  const link = await register('staff@amsel.example', { password: 'Angreifer kennt dieses Wort' });
  const before = await accessOf('staff@amsel.example');
  const added = await people.add('staff@amsel.example', { sendPasswordLink: true }, { firstName: 'Sofie', lastName: 'Star' });
  expect(await accessOf('staff@amsel.example')).toMatchObject({
    id: before?.id,
    origin: 'given',
    name: 'Sofie Star',
    registration: 'invited',
    contacts: [{ contactId: added.contact.id }],
  });
  expect((await activate(link, 'Angreifer kennt dieses Wort')).status).toBe(303);
  expect((await app.page('GET', link)).status).toBe(410);
  expect(await accessOf('staff@amsel.example')).toMatchObject({ hasPassword: false });
  const hashes = await db
    .selectFrom('registration')
    .select('passwordHash')
    .where('accountId', '=', String(before?.accountId) as never)
    .execute();
  expect(hashes.every(({ passwordHash }) => passwordHash === null)).toBe(true);
  expect((await eventsOf('registration.taken-over')).length).toBe(1);

  app.clock.turn(minutes(2));
  const given = await people.newestLink('staff@amsel.example');
  expect((await app.page('POST', given, { form: { password: newPassword } })).status).toBe(303);
  expect((await people.enter('staff@amsel.example', newPassword)).status).toBe(303);
});

test('B078 an unconfirmed registration keeps nobody from an address that staff correct; its link ends', async () => {
  const link = await register('richtig@amsel.example', { password: 'Angreifer kennt dieses Wort' });
  const { contact: typo } = await people.add('rihctig@amsel.example', { sendPasswordLink: true });
  const corrected = await app.api('PATCH', `/contacts/${typo.id}`, { body: { email: 'richtig@amsel.example' } });
  expect(corrected.status, JSON.stringify(corrected.body)).toBe(200);
  expect(await accessOf('richtig@amsel.example')).toMatchObject({ origin: 'given', accountName: 'richtig@amsel.example' });
  expect((await app.page('GET', link)).status).toBe(410);
});

test('rule 11 one account for two portals: the second opens only by the mailbox and the password of the first', async () => {
  const { body: other } = await app.api<PortalView>('POST', '/portals', {
    body: { slug: 'partner', name: 'Partnerportal', kind: 'installer' },
  });
  await setRules({ selfRegistration: 'match-or-pending' }, other.id);
  await people.add('zwei@amsel.example');
  await app.work();
  const link = await register('zwei@amsel.example', { password: newPassword }, { slug: 'partner' });
  const accesses = () =>
    db
      .selectFrom('access')
      .innerJoin('account', (join) => join.onRef('account.id', '=', 'access.accountId'))
      .select('access.portalId')
      .where('account.email', '=', 'zwei@amsel.example')
      .execute();
  expect(await accesses()).toHaveLength(1);
  const shown = readable((await app.page('GET', link)).text);
  expect(shown).toContain('Mit diesem Kontonamen melden Sie sich schon bei „Kundenportal“ an.');
  expect(shown).toContain('Bei „Kundenportal“ ein neues anfordern');

  expect((await activate(link, newPassword)).status).toBe(422);
  expect((await setNew(link)).location).toBe(link);
  expect(await accesses()).toHaveLength(1);
  expect(await activate(link, goodPassword)).toMatchObject({ status: 303, location: '/partner/sign-in' });
  expect((await accesses()).map(({ portalId }) => portalId)).toContain(other.id);
  const enter = (slug: string, password: string) =>
    app.page('POST', `/${slug}/sign-in`, { form: { accountName: 'zwei@amsel.example', password } });
  expect((await enter('partner', goodPassword)).status).toBe(303);
  expect((await enter('kunden', goodPassword)).status).toBe(303);
  expect((await enter('partner', newPassword)).status).toBe(401);
});

test('B112 the activation mail is sent again, once in a while; the person asks for it behind the old link, and by „Passwort vergessen“', async () => {
  const link = await register('noch@amsel.example');
  const access = await accessOf('noch@amsel.example');
  const resend = () => app.api<{ code?: string }>('POST', `/accesses/${access?.id}/resend`);
  const early = await resend();
  expect(early.status).toBe(429);
  app.clock.turn(minutes(2));
  expect((await resend()).status).toBeLessThan(300);
  const second = await people.newestLink('noch@amsel.example');
  expect(second).not.toBe(link);

  app.clock.turn(days(8));
  const expired = await app.page('GET', second);
  expect(expired.status).toBe(410);
  expect(readable(expired.text)).toContain('Dieser Link ist abgelaufen.');
  expect(await app.page('POST', `${second}/new-activation`, { form: {} })).toMatchObject({ status: 303, location: '/kunden/link/sent' });
  expect((await app.page('POST', `${second}/new-activation`, { form: {} })).status).toBe(429);
  const third = await people.newestLink('noch@amsel.example');

  app.clock.turn(hours(1));
  await app.page('POST', '/kunden/forgot-password', { form: { typed: 'noch@amsel.example' } });
  const fourth = await people.newestLink('noch@amsel.example');
  expect(fourth).not.toBe(third);
  expect((await people.mailsTo('noch@amsel.example'))[0]?.subject).toContain('Bestätigen Sie Ihre Registrierung');
  expect((await activate(fourth)).status).toBe(303);
  expect((await resend()).status, 'B113 the action is gone').toBe(409);
  expect(await accessOf('noch@amsel.example')).toMatchObject({ registration: 'registered' });
});

test('B119 a blocked registration gets no link, its open one ends, and registering again brings none', async () => {
  const link = await register('gesperrt@amsel.example');
  const access = await accessOf('gesperrt@amsel.example');
  await app.api('PATCH', `/accesses/${access?.id}`, { body: { granted: false } });
  expect((await app.page('GET', link)).status).toBe(410);
  expect((await activate(link)).status).toBe(303);
  app.clock.turn(minutes(5));
  await send({ email: 'gesperrt@amsel.example' });
  await app.work();
  expect(await people.mailsTo('gesperrt@amsel.example')).toHaveLength(1);
  expect(await accessOf('gesperrt@amsel.example')).toMatchObject({ registration: 'activation-sent', hasPassword: false });
});

test('B013 looking at an activation link changes nothing', async () => {
  const link = await register('ansehen@amsel.example');
  const everything = async () => ({
    links: await db.selectFrom('oneTimeLink').selectAll().orderBy('id').execute(),
    accesses: await db.selectFrom('access').selectAll().orderBy('id').execute(),
    registrations: await db.selectFrom('registration').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('event').select('id').orderBy('sequence').execute(),
  });
  const before = await everything();
  for (const path of [link, `${link}/new-password`])
    for (const method of ['GET', 'HEAD'] as const) expect((await app.page(method, path)).status).toBe(200);
  expect((await app.page('POST', `${link}/activate`, { form: {} })).status).toBe(422);
  expect(await everything()).toEqual(before);
});

test('a link of one portal, a made-up one and one of another kind are no activation', async () => {
  const link = await register('fremdlink@amsel.example');
  await people.add('reset@amsel.example');
  const reset = await people.forget('reset@amsel.example');
  for (const other of [link.replace('/kunden/', '/partner/'), '/kunden/link/ausgedacht', reset])
    expect(await activate(other), other).toMatchObject({ status: 303, location: other });
  expect((await app.page('GET', link.replace('/kunden/', '/partner/'))).status).toBe(410);
  expect((await app.page('POST', '/kunden/link/ausgedacht/new-activation', { form: {} })).status).toBe(410);
  expect((await app.page('GET', reset)).text).toContain('Passwort festlegen');
  expect((await app.page('POST', link, { form: { password: newPassword } })).text).toContain('<h1>Registrierung bestätigen</h1>');
  expect(await accessOf('fremdlink@amsel.example')).toMatchObject({ registration: 'activation-sent' });
});

test('registrations that nobody confirmed are forgotten 30 days after their link ran out, and the log says so', async () => {
  await register('vergessen@amsel.example');
  await contact({ email: 'bleibt@nordbau.example' });
  await activate(await register('bleibt@nordbau.example'));
  app.clock.turn(days(36));
  await app.workers.tidy.drain();
  expect(await accessOf('vergessen@amsel.example')).toMatchObject({ registration: 'activation-sent' });
  app.clock.turn(days(2));
  await app.workers.tidy.drain();
  expect(await accessOf('vergessen@amsel.example')).toBeUndefined();
  expect(
    await db.selectFrom('account').select('id').where('email', '=', 'vergessen@amsel.example').where('deletedAt', 'is', null).execute(),
  ).toEqual([]);
  expect((await eventsOf('registration.forgotten')).length).toBeGreaterThan(0);
  expect(await accessOf('bleibt@nordbau.example')).toMatchObject({ registration: 'registered', assignment: 'assigned' });
  expect(await db.selectFrom('registration').select('id').execute(), 'what was typed goes in any case').toEqual([]);
  expect(await accessOf('staff@amsel.example')).toBeDefined();
  await setRules({ selfRegistration: 'match-or-pending' });
});
