import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hours } from '../../platform/clock.ts';
import { good } from '../contact/contact.fixture.ts';
import { callers } from './diagnosis.fixture.ts';

const { app, diagnosisOf, apply, linkTo, caller, invitedCaller, mustEnter, mustFinish, mustBe, ...people } = await callers();
const { setPassword, signIn } = people;
const { db } = app.database.owner;
const withPassword = { password: good };

describe('signing in', () => {
  test('a password was set, nobody has signed in: the address to hand on', async () => {
    const { email, accessId } = await invitedCaller();
    await setPassword(linkTo(email));
    const { main, admitted, portal } = await diagnosisOf(accessId);
    expect(admitted).toBe(true);
    mustBe(main, 'never-signed-in', 'copy-address');
    expect(main?.remedy?.copy).toBe(portal.signInUrl);
    expect((await app.page('GET', new URL(portal.signInUrl).pathname)).status).toBe(200);
    await mustEnter(email);
  });

  test('a wrong password four times, then a new one', async () => {
    const { email, accessId } = await caller(withPassword);
    await mustEnter(email);
    for (let count = 0; count < 4; count++) await signIn(email, 'ganz falsch geraten');
    const { main, admitted } = await diagnosisOf(accessId);
    expect(admitted).toBe(true);
    mustBe(main, 'wrong-password', 'reset-password');
    expect(main?.sentence).toMatch(/^4-mal hintereinander wurde ein falsches Passwort eingegeben, zuletzt am /);
    await apply(main?.remedy);
    await mustFinish(email);
    expect((await diagnosisOf(accessId)).reasons).toEqual([]);
  });

  test('slowed down until a time of day; lifted, the right password is examined at once', async () => {
    const { email, accessId } = await caller(withPassword);
    for (let count = 0; count < 20; count++) {
      await signIn(email, 'ganz falsch geraten');
      app.clock.turn(count < 8 ? 2 ** count * 1000 : 0);
    }
    expect((await signIn(email)).status).toBe(429);
    const { main, reasons } = await diagnosisOf(accessId);
    mustBe(main, 'slowed-down', 'lift-slow-down');
    expect(main?.sentence).toMatch(/^Nach mehreren falschen Passwörtern wird erst ab \d\d:\d\d Uhr wieder eines geprüft\.$/);
    expect(reasons[1]?.code).toBe('wrong-password');
    const { call } = main?.remedy ?? {};
    expect((await app.api('POST', String(call?.path))).body).toEqual({ lifted: true });
    await mustEnter(email);
    expect((await app.api('POST', String(call?.path))).body).toEqual({ lifted: false });
    const { body } = await app.api<{ items: { name: string }[] }>('GET', '/events', { query: { limit: '20' } });
    expect(body.items.filter(({ name }) => name === 'sign-in.slow-down-lifted')).toHaveLength(1);
  });

  test('rule 14 lifting the waiting time of one account leaves those of others and of networks', async () => {
    const [one, other] = [await caller(withPassword), await caller(withPassword)];
    for (let count = 0; count < 6; count++) for (const { email } of [one, other]) await signIn(email, 'ganz falsch geraten');
    await app.api('POST', `/accesses/${one.accessId}/lift-slow-down`);
    expect((await signIn(other.email)).status).toBe(429);
    await mustEnter(one.email);
    const rows = await sql<{ key: string }>`select key from throttle where key like 'sign-in:network:%'`.execute(db);
    expect(rows.rows.length).toBeGreaterThan(0);
  });

  test('the right password at the wrong portal', async () => {
    const { email, accessId } = await caller(withPassword);
    const { body: portal } = await app.api<{ slug: string }>('POST', '/portals', {
      body: { slug: 'installateure', name: 'Installateurportal', kind: 'installer' },
    });
    await app.page('POST', `/${portal.slug}/sign-in`, { form: { accountName: email, password: good } });
    const { main, admitted } = await diagnosisOf(accessId);
    expect(admitted).toBe(true);
    mustBe(main, 'wrong-door', 'copy-address');
    expect(main?.sentence).toContain('am Portal Installateurportal');
    await mustEnter(email);
    expect((await diagnosisOf(accessId)).main).toBeNull();
  });

  test('B122 the assignment is pending, and no area is open', async () => {
    const { contact, email, accessId } = await caller({ ...withPassword, areas: [] });
    await mustEnter(email);
    const noArea = (await diagnosisOf(accessId)).main;
    mustBe(noArea, 'no-area', 'give-areas');
    expect(noArea?.remedy?.path).toBe(`/contacts/${contact.id}`);
    await app.api('POST', `/accesses/${accessId}/unassign`, { body: { contactId: contact.id } });
    const { main, admitted } = await diagnosisOf(accessId);
    expect(admitted).toBe(true);
    mustBe(main, 'assignment-pending', 'assign');
    const assigned = await app.api('POST', `/accesses/${accessId}/assign`, { body: { contactId: contact.id } });
    expect(assigned.status, JSON.stringify(assigned.body)).toBe(200);
    await mustEnter(email);
    expect((await diagnosisOf(accessId)).reasons.filter(({ code }) => code === 'assignment-pending')).toEqual([]);
  });

  test('a change of the address is under way', async () => {
    const { email, accessId } = await caller(withPassword);
    await mustEnter(email);
    const until = new Date(app.clock.now().getTime() + hours(24));
    await sql`update account set new_email = 'neu@nordbau.example', new_email_until = ${until} where email = ${email}`.execute(db);
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'email-change', 'open-access');
    expect(main?.sentence).toContain('neu@nordbau.example');
    await mustEnter(email);
  });

  test('who gets in: when last, and which addresses to hand on', async () => {
    const { email, accessId } = await caller(withPassword);
    await mustEnter(email);
    const diagnosis = await diagnosisOf(accessId);
    expect(diagnosis).toMatchObject({ admitted: true, main: null, reasons: [], portal: { name: 'Kundenportal' } });
    expect(diagnosis.sentence).toMatch(/^Anna Amsel kann sich bei Kundenportal anmelden\. Letzte Anmeldung am /);
    expect(diagnosis.portal.forgotPasswordUrl).toMatch(/\/kunden\/forgot-password$/);
  });
});

describe('who asks', () => {
  test('in the language of whoever asks', async () => {
    const { accessId } = await caller({});
    await app.api('PATCH', '/me', { body: { language: 'en' } });
    const { main, gates } = await diagnosisOf(accessId);
    await app.api('PATCH', '/me', { body: { language: 'de' } });
    expect(main).toMatchObject({
      sentence: 'No e-mail with a link has been sent yet, so there is no password.',
      remedy: { label: 'Send an e-mail with a new link' },
    });
    expect(gates[0]).toMatchObject({ label: 'Account' });
  });

  test('rule 13 an access that does not exist, or is that of another workspace, is unknown', async () => {
    const foreign = '01980000-0000-7000-8000-000000000001';
    expect((await app.api('GET', `/accesses/${foreign}/diagnosis`)).body).toMatchObject({ code: 'access.unknown' });
    expect((await app.api('POST', `/accesses/${foreign}/lift-slow-down`)).body).toMatchObject({ code: 'access.unknown' });
    expect((await app.api('GET', `/accesses/${foreign}/diagnosis`, { cookie: null })).status).toBe(401);
  });
});
