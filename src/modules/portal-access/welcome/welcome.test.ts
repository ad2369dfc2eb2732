import { describe, expect, test } from 'vitest';
import { hours, minutes, seconds } from '../../../platform/clock.ts';
import { good, linkIn, pathOf } from '../../contact/contact.fixture.ts';
import { welcomeApp } from './welcome.fixture.ts';

const {
  app,
  portals,
  create,
  give,
  act,
  newest,
  resend,
  save,
  access: read,
  sendings,
  sentTo,
  switchOff,
  setPassword,
  signIn,
  unlocked,
  registered,
} = await welcomeApp();
const random = '0198a1b2-0000-7000-8000-000000000000';

describe('S3 the welcome mail', () => {
  test('B061 B062 B064 leaves at once with the platform’s address, a link to set a password, the account name and the deadline with its zone', async () => {
    const { contact } = (await create()).body;
    const { status, body } = await give(contact.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({ registration: 'invited', hasPassword: false, admitted: false, mail: { state: 'queued' } });
    expect(body.mail.sentence).toContain(String(contact.email));

    const mail = await newest(String(contact.email));
    expect(mail.subject).toBe('Willkommen: Ihr Zugang zu „Kundenportal“');
    expect(mail.text).toContain('http://localhost:4000/kunden/\n');
    expect(mail.text).toContain(`Kontoname: ${contact.email}`);
    expect(mail.text).toMatch(/Der Link gilt bis \w+, 12\.03\.2026, \d\d:00 Uhr \(MEZ\)/);
    expect(mail.link).toMatch(/\/kunden\/link\//);
  });

  test('B063 without a password nobody gets in; with the one set behind the link they do', async () => {
    const { access, address, link } = await unlocked();
    expect((await signIn(address)).status).toBe(401);
    expect((await setPassword(link)).status).toBe(303);
    expect((await signIn(address)).status).toBe(303);
    expect(await read(access.id)).toMatchObject({ registration: 'registered', admitted: true });
  });

  test('without the wish for it nothing is sent; the access is there', async () => {
    const { contact } = (await create()).body;
    const { body } = await give(contact.id, { welcome: false });
    expect(body).toMatchObject({ registration: 'none', mail: { state: 'not-asked' } });
    expect(await sentTo(String(contact.email))).toEqual([]);
  });

  test('B017 with the template switched off the access is given, and the answer says that no mail left', async () => {
    await switchOff('welcome');
    const { contact } = (await create()).body;
    const { status, body } = await give(contact.id);
    await switchOff('welcome', true);
    expect([status, body.mail.state, body.mail.reason]).toEqual([201, 'not-possible', 'template-inactive']);
    expect(body.mail.sentence).toContain('E-Mail Templates');
    expect(body.registration).toBe('none');
    expect((await resend(body.id)).body.mail.state).toBe('queued');
  });

  test('B077 B076 somebody with a password gets the other portal’s welcome without a link: password, sessions and registration stay', async () => {
    const { contact, address, seen } = await registered();
    const { cookie } = await signIn(address);
    const { body } = await give(contact.id, { portalId: portals.project });
    expect(body).toMatchObject({ registration: 'registered', admitted: true, mail: { state: 'queued' } });
    const mails = await sentTo(address);
    expect(mails).toHaveLength(seen + 1);
    expect(mails[0]?.subject).toBe('Willkommen: Ihr Zugang zu „Projekt Hafen“');
    expect(mails[0]?.text).toContain('/hafen/');
    expect(linkIn(mails[0]?.text)).toBe('');
    expect((await app.page('GET', '/kunden/profile', { cookie })).status).toBe(200);
    expect((await app.page('POST', '/hafen/sign-in', { form: { accountName: address, password: good } })).location).toBe('/hafen/');
  });

  test('bad input: unknown people and portals, no address, a second access in the same portal, an address that somebody signs in with', async () => {
    const { contact, address } = await unlocked();
    const bare = (await create({ email: null })).body.contact;
    const twin = (await create({ email: address })).body.contact;
    const codes = await Promise.all(
      [
        give(random),
        give(contact.id, { portalId: random }),
        give(contact.id, { areas: ['nope'], portalId: portals.project }),
        give(contact.id, { role: 'nope', portalId: portals.project }),
        give(bare.id),
        give(contact.id),
        give(twin.id),
        give(contact.id, { extra: 1 }),
      ].map(async (answer) => [(await answer).status, (await answer).body.code, (await answer).body.errors?.[0]?.pointer]),
    );
    expect(codes).toEqual(
      [
        [404, 'contact.unknown', '/contactId'],
        [404, 'portal.unknown', '/portalId'],
        [422, 'portal.unknown-area', '/areas'],
        [422, 'portal.unknown-role', '/role'],
        [422, 'access.address-needed', '/contactId'],
        [409, 'access.already-given', '/contactId'],
        [409, 'access.address-taken', '/contactId'],
        [422, 'request.invalid', undefined],
      ].map((row, index) => (index === 7 ? [row[0], row[1], codes[7]?.[2]] : row)),
    );
  });
});

describe('S3 the welcome mail once more', () => {
  test('B068 B069 B073 sends a new mail with a new link at once; the old link explains itself and offers another', async () => {
    const { access, address, link } = await unlocked();
    app.clock.turn(minutes(5));
    const { status, body } = await resend(access.id);
    expect([status, body.mail.state]).toEqual([200, 'queued']);
    const next = await newest(address);
    expect(next.subject).toContain('Willkommen');
    expect(next.link).not.toBe(link);
    const old = await app.page('GET', pathOf(link));
    expect(old.status).toBe(410);
    expect(old.text).toContain('neuere E-Mail');
    expect(old.text).toContain('Neuen Link anfordern');
    expect((await setPassword(next.link)).status).toBe(303);
    expect((await signIn(address)).status).toBe(303);
  });

  test('B072 works after the link ran out, and any number of times, with a pause that says how long', async () => {
    const { access, address } = await unlocked();
    app.clock.turn(hours(49));
    for (const round of [1, 2, 3]) {
      expect((await resend(access.id)).body.mail.state, `round ${round}`).toBe('queued');
      await app.work();
      app.clock.turn(seconds(20));
      const early = await resend(access.id);
      expect([early.status, early.body.code, early.headers['retry-after']]).toEqual([429, 'access.wait-for-mail', '40']);
      expect(early.body.detail).toContain('in 40 Sekunden');
      app.clock.turn(seconds(41));
    }
    expect(await sentTo(address)).toHaveLength(4);
    expect((await setPassword((await newest(address)).link)).status).toBe(303);
  });

  test('B072 of ten wishes at the same moment one mail is sent', async () => {
    const { access, address } = await unlocked();
    app.clock.turn(minutes(2));
    const answers = await Promise.all(Array.from({ length: 10 }, () => resend(access.id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
    expect(await sentTo(address)).toHaveLength(2);
  });

  test('B067 B071 after the address was corrected the mail goes there at once and carries the link', async () => {
    const { access, address, link, contact } = await unlocked();
    const corrected = `berichtigt.${address}`;
    const saved = await save(access.id, { email: corrected });
    expect(saved.body).toMatchObject({ email: corrected, accountName: corrected, address: { state: 'corrected', mails: [] } });
    expect(saved.body.contacts[0]?.email).toBe(corrected);
    const { body } = await resend(access.id);
    expect(body.mail).toMatchObject({ state: 'queued' });
    const mail = await newest(corrected);
    expect(mail.link).not.toBe('');
    expect(mail.text).toContain(`Kontoname: ${corrected}`);
    expect((await app.page('GET', pathOf(link))).status).toBe(410);
    expect((await setPassword(mail.link)).status).toBe(303);
    expect((await signIn(corrected)).status).toBe(303);
    expect((await app.api<{ email: string }>('GET', `/contacts/${contact.id}`)).body.email).toBe(corrected);
  });

  test('B074 with a password it is refused, and „Passwort zurücksetzen“ offered instead', async () => {
    const { access, address } = await registered();
    const seen = await read(access.id);
    expect(seen.allowed).toContain('reset-password');
    expect(seen.allowed).not.toContain('resend');
    expect(seen.denied.find(({ action }) => action === 'resend')?.sentence).toContain('„Passwort zurücksetzen“');
    const { status, body } = await resend(access.id);
    expect([status, body.code]).toEqual([409, 'access.has-password']);
    expect((await signIn(address)).status).toBe(303);
  });

  test.each([
    ['blocked', { granted: false }, 'access.mail-while-blocked'],
    ['expired', { expiresOn: '2026-01-01' }, 'access.mail-while-expired'],
  ])('B015 somebody who is %s gets no mail; the reason is said', async (_, change, code) => {
    const { access, address } = await unlocked();
    app.clock.turn(minutes(5));
    await save(access.id, change);
    const answer = await resend(access.id);
    expect([answer.status, answer.body.code]).toEqual([409, code]);
    expect((await read(access.id)).denied.find(({ action }) => action === 'resend')?.code).toBe(code);
    expect(await sentTo(address)).toHaveLength(1);
  });

  test('B015 nor does anybody of a company, or in a portal, that is switched off', async () => {
    const { access, contact } = await unlocked();
    app.clock.turn(minutes(5));
    await app.api('PATCH', `/customers/${contact.customerId}`, { body: { closed: true } });
    expect((await resend(access.id)).body.code).toBe('access.mail-while-company-closed');
    await app.api('PATCH', `/customers/${contact.customerId}`, { body: { closed: false } });
  });

  test('a link of the contact form’s invitation ends with the welcome mail', async () => {
    const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    const first = await newest(String(contact.email));
    app.clock.turn(minutes(2));
    await resend(String(contact.accesses[0]?.accessId));
    const old = await app.page('GET', pathOf(first.link));
    expect([old.status, old.text.includes('neuere E-Mail')]).toEqual([410, true]);
  });

  test('rule 13 a random id is not found', async () => {
    for (const action of ['resend', 'reset-password', 'cancel-address-change'])
      expect((await act(random, action)).body.code).toBe('access.unknown');
    expect((await app.api('GET', `/accesses/${random}/mails`)).status).toBe(404);
  });
});

describe('„Passwort zurücksetzen“ for portal people', () => {
  test('B092 B093 B094 B095 ends every session, deletes the password, and mails who did it with a link for a new one', async () => {
    const { access, address } = await registered();
    const first = await signIn(address);
    const second = await signIn(address);
    const { status, body } = await act<{ ended: number; mail: { state: string }; hasPassword: boolean; registration: string }>(
      access.id,
      'reset-password',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ ended: 2, hasPassword: false, registration: 'registered', mail: { state: 'queued' } });
    for (const { cookie } of [first, second]) expect((await app.page('GET', '/kunden/profile', { cookie })).status).toBe(303);
    expect((await signIn(address)).status).toBe(401);

    const mail = await newest(address);
    expect(mail.subject).toBe('Ihr Passwort für „Kundenportal“ wurde zurückgesetzt');
    expect(mail.text).toContain('Zurückgesetzt von: ');
    expect((await setPassword(mail.link, 'neun Ziegen trinken Tee')).status).toBe(303);
    expect((await signIn(address, 'neun Ziegen trinken Tee')).status).toBe(303);
    expect((await signIn(address, good)).status).toBe(401);
  });

  test('asked for again it sends a new link, after the pause', async () => {
    const { access, address } = await registered();
    await act(access.id, 'reset-password');
    const { link } = await newest(address);
    expect((await act(access.id, 'reset-password')).status).toBe(429);
    expect((await resend(access.id)).body.code).toBe('access.has-registered');
    app.clock.turn(minutes(2));
    expect((await act(access.id, 'reset-password')).body.mail.state).toBe('queued');
    expect((await newest(address)).link).not.toBe(link);
  });

  test('where its mail cannot be sent the password stays', async () => {
    const { access, address } = await registered();
    await switchOff('admin_reset');
    const { status, body } = await act(access.id, 'reset-password');
    await switchOff('admin_reset', true);
    expect([status, body.code]).toEqual([503, 'access.reset-without-template-inactive']);
    expect((await signIn(address)).status).toBe(303);
  });

  test('nobody without a registration is reset, and nobody who is blocked', async () => {
    const { access } = await unlocked();
    expect((await act(access.id, 'reset-password')).body.code).toBe('access.not-registered-yet');
    const other = await registered();
    await save(other.access.id, { granted: false });
    expect((await act(other.access.id, 'reset-password')).body.code).toBe('access.mail-while-blocked');
  });
});

describe('B075 the history of sendings', () => {
  test('says when, to which address, by whom and with what result, the newest first', async () => {
    const { access, address, link } = await unlocked();
    app.clock.turn(minutes(5));
    await save(access.id, { email: `x.${address}` });
    await resend(access.id);
    app.clock.turn(minutes(5));
    await sentTo(address);
    const { items, nextAt, pauseSeconds } = await sendings(access.id);
    expect(items.map(({ kind, recipientAddress, state, by }) => [kind, recipientAddress, state, by.kind])).toEqual([
      ['welcome', `x.${address}`, 'accepted', 'user'],
      ['welcome', address, 'accepted', 'user'],
    ]);
    expect(items[0]?.by.name).not.toBe('–');
    expect(items[0]?.sentence).not.toBe('');
    expect([nextAt, pauseSeconds]).toEqual([null, 60]);
    expect(JSON.stringify(items)).not.toContain(link.split('/').at(-1));
  });

  test('a link that the person had renewed was theirs, and while the pause lasts it says until when', async () => {
    const { access, link, address } = await unlocked();
    app.clock.turn(hours(50));
    await app.page('POST', `${pathOf(link)}/renew`, { form: {} });
    await sentTo(address);
    const { items, nextAt } = await sendings(access.id);
    expect(items.map(({ by }) => by.kind)).toEqual(['anonymous', 'user']);
    expect(new Date(String(nextAt)).getTime() - app.clock.now().getTime()).toBe(60_000);
  });

  test('it holds the mails of this portal, not those of another', async () => {
    const { contact, access } = await registered();
    const { body: second } = await give(contact.id, { portalId: portals.project });
    expect((await sendings(second.id)).items.map(({ template }) => template)).toEqual(['welcome_without_link']);
    expect((await sendings(access.id)).items.map(({ template }) => template)).toEqual(['welcome']);
  });
});

describe('B067 typing mistakes', () => {
  test.each([
    ['anna@gmial.com', 'anna@gmail.com'],
    ['anna@gmx.de', null],
    ['kein at', null],
    ['', null],
  ])('%j: meant is %s', async (email, suggestion) => {
    expect((await app.api('GET', '/accesses/email-suggestion', { query: { email } })).body).toEqual({ suggestion });
  });

  test('a domain of many people here is offered, also in the answer to a saved address', async () => {
    for (let count = 0; count < 3; count++) await create();
    const { access } = await unlocked();
    const asked = await app.api('GET', '/accesses/email-suggestion', { query: { email: 'eva@nordbau.exmaple' } });
    expect(asked.body).toEqual({ suggestion: 'eva@nordbau.example' });
    expect((await save(access.id, { email: 'eva.vertippt@nordbau.exmaple' })).body.address).toMatchObject({
      state: 'corrected',
      suggestion: 'eva.vertippt@nordbau.example',
    });
  });
});
