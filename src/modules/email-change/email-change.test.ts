import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../../platform/clock.ts';
import { good, linkIn, pathOf } from '../contact/contact.fixture.ts';
import { welcomeApp } from '../portal-access/welcome/welcome.fixture.ts';
import { addAdministrator } from '../user/index.ts';

const {
  app,
  portals,
  create,
  change,
  give,
  act,
  newest,
  newAddress,
  save,
  access: read,
  sentTo,
  signIn,
  switchOff,
  unlocked,
  registered,
  setPassword,
} = await welcomeApp();

const confirm = (link: string, form: Record<string, string> = {}, path = `${pathOf(link)}/address`) =>
  app.page('POST', path, { form: { password: good, ...form } });
const profile = (cookie: string) => app.page('GET', '/kunden/profile', { cookie });
const ask = (cookie: string, email: string, currentPassword = good) =>
  app.page('POST', '/kunden/profile/address', { form: { email, currentPassword }, cookie });

/** Somebody whose new address waits, asked for by staff. */
async function waiting() {
  const person = await registered();
  const email = newAddress();
  await save(person.access.id, { email });
  return { ...person, email, link: (await newest(email)).link };
}

describe('B066 B067 B078 staff correct an address before anybody has come in', () => {
  test.each([
    ['', 'E-Mail-Adresse angeben'],
    ['anna', 'fehlt das @-Zeichen'],
    ['anna@nordbau', 'Domain ist unvollständig'],
    ['anna@nordbau.example, paul@nordbau.example', 'genau eine Adresse'],
    ['Anna <anna@nordbau.example>', 'ohne spitze Klammern'],
    ['anna@nordbau.example\r\nBcc: paul@nordbau.example', 'Zeilenumbruch'],
  ])('B066 %j cannot be saved', async (email, sentence) => {
    const { access, address } = await unlocked();
    const { status, body } = await save(access.id, { email });
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'email-change.invalid-address', '/email']);
    expect(body.errors?.[0]?.detail).toContain(sentence);
    expect((await read(access.id)).email).toBe(address);
  });

  test('B067 login, account name and contact follow; who edited an older state is refused', async () => {
    const { access, contact, address } = await unlocked();
    const email = newAddress();
    const { version } = await read(access.id);
    expect((await save(access.id, { email }, { 'if-match': `"${version}"` })).body).toMatchObject({ email, accountName: email });
    expect((await save(access.id, { email: address }, { 'if-match': `"${version}"` })).status).toBe(412);
    expect((await app.api<{ email: string }>('GET', `/contacts/${contact.id}`)).body.email).toBe(email);
    expect((await save(access.id, { email })).body.address?.state).toBe('unchanged');
  });

  test('an account name of one’s own stays where it is', async () => {
    const { access } = await unlocked();
    await app.database.owner.db
      .updateTable('account')
      .set({ accountName: 'amsel', accountNameKey: `amsel-${access.accountId}` })
      .where('id', '=', access.accountId as never)
      .execute();
    expect((await save(access.id, { email: newAddress() })).body.accountName).toBe('amsel');
  });

  test('B078 the address of another login in the same portal is refused, and so is its account name', async () => {
    const { access } = await unlocked();
    const other = await unlocked();
    const { status, body } = await save(access.id, { email: other.address.toUpperCase().replace('NORDBAU.EXAMPLE', 'nordbau.example') });
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([409, 'access.account-name-taken', '/email']);
    const moved = newAddress();
    await save(other.access.id, { email: moved });
    expect((await save(access.id, { email: moved })).status).toBe(409);
    expect((await save(access.id, { email: other.address })).status).toBe(200);
  });

  test('B078 of two logins that are led to one address at the same moment one gets it', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await unlocked(), await unlocked()];
      const email = newAddress();
      const answers = await Promise.all([save(one.access.id, { email }), save(two.access.id, { email })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const taken = [await read(one.access.id), await read(two.access.id)].filter((access) => access.email === email);
      expect(taken).toHaveLength(1);
    }
  });

  test('a correction with a block in the same save: both or neither', async () => {
    const { access } = await unlocked();
    const email = newAddress();
    expect((await save(access.id, { email, granted: false })).body).toMatchObject({ email, granted: false });
    expect((await save(access.id, { email: 'x', granted: true })).status).toBe(422);
    expect((await read(access.id)).granted).toBe(false);
  });
});

describe('part 10: somebody who has come in confirms the new address', () => {
  test('until then everything stays: state, present address, sessions; the present address is told', async () => {
    const { access, address, seen } = await registered();
    const { cookie } = await signIn(address);
    const email = newAddress();
    const { body } = await save(access.id, { email });
    expect(body).toMatchObject({
      email: address,
      newEmail: email,
      registration: 'email-change',
      address: { state: 'awaits-confirmation' },
    });
    expect(body.address?.sentence).toContain('E-Mail-Änderung läuft');
    expect(body.address?.mails).toMatchObject([
      { address: email, state: 'queued' },
      { address, state: 'queued' },
    ]);
    expect(body.allowed).toContain('cancel-address-change');
    expect((await profile(cookie)).text).toContain('Noch nicht bestätigt');
    const told = (await sentTo(address)).slice(0, -seen);
    expect(told.map(({ subject }) => subject)).toEqual(['Neue E-Mail-Adresse für „Kundenportal“ eingetragen']);
    const asked = await newest(email);
    expect(asked.subject).toBe('Bestätigen Sie Ihre neue E-Mail-Adresse für „Kundenportal“');
    expect(asked.text).toMatch(/Der Link gilt bis/);
  });

  test('rule 6 opening the link changes nothing; the password confirms: login and contact move, sessions end, both addresses are told', async () => {
    const { access, contact, address, email, link } = await waiting();
    const { cookie } = await signIn(address);
    for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await app.page(method, pathOf(link))).status).toBe(200);
    const page = (await app.page('GET', pathOf(link))).text;
    expect(page).toContain('Neue E-Mail-Adresse bestätigen');
    expect(page).toContain('type="password"');
    expect((await read(access.id)).registration).toBe('email-change');

    const done = await confirm(link);
    expect(done.location).toBe('/kunden/address-confirmed');
    expect(await read(access.id)).toMatchObject({ email, newEmail: null, registration: 'registered', accountName: address });
    expect((await app.api<{ email: string }>('GET', `/contacts/${contact.id}`)).body.email).toBe(email);
    expect((await profile(cookie)).status).toBe(303);
    expect((await signIn(address)).status).toBe(303);
    for (const to of [address, email])
      expect((await sentTo(to)).map(({ subject }) => subject)).toContain('Ihre E-Mail-Adresse für „Kundenportal“ wurde geändert');
    expect((await app.page('GET', pathOf(link))).text).toContain('schon bestätigt');
    expect((await confirm(link)).status).toBe(410);
  });

  test('B052 whose account name was the address is offered to take it along', async () => {
    const { address, email, link } = await waiting();
    expect((await app.page('GET', pathOf(link))).text).toContain('Ab jetzt mit der neuen Adresse anmelden');
    await confirm(link, { takesName: 'yes' });
    expect((await signIn(email)).status).toBe(303);
    expect((await signIn(address)).status).toBe(401);
  });

  test('a wrong password does not burn the link, is counted, and slows down', async () => {
    const { access, link } = await waiting();
    const tries: number[] = [];
    for (let count = 0; count < 6; count++) tries.push((await confirm(link, { password: 'falsch geraten' })).status);
    expect(tries.slice(0, 3)).toEqual([422, 422, 422]);
    expect(tries.at(-1)).toBe(429);
    app.clock.turn(minutes(30));
    expect((await confirm(link)).status).toBe(303);
    expect((await read(access.id)).newEmail).toBeNull();
  });

  test('rule 3 of ten confirmations at the same moment one counts', async () => {
    const { link } = await waiting();
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(link)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  test('it runs out without a job, and its page says so', async () => {
    const { access, link, address } = await waiting();
    app.clock.turn(hours(24));
    expect(await read(access.id)).toMatchObject({ registration: 'registered', newEmail: null });
    const page = await app.page('GET', pathOf(link));
    expect([page.status, page.text.includes('abgelaufen')]).toEqual([410, true]);
    expect((await confirm(link)).status).toBe(410);
    expect((await read(access.id)).email).toBe(address);
  });

  test('a newer request takes the place of the older one', async () => {
    const { access, link } = await waiting();
    const email = newAddress();
    await save(access.id, { email });
    expect((await app.page('GET', pathOf(link))).text).toContain('neuere E-Mail');
    expect((await confirm(link)).status).toBe(410);
    await confirm((await newest(email)).link);
    expect((await read(access.id)).email).toBe(email);
  });

  test('staff stop it: the link explains itself, and a mail that waits never leaves', async () => {
    const person = await registered();
    const email = newAddress();
    await save(person.access.id, { email });
    const { body } = await act(person.access.id, 'cancel-address-change');
    expect(body).toMatchObject({ registration: 'registered', newEmail: null });
    expect(await sentTo(email)).toEqual([]);
    expect((await act(person.access.id, 'cancel-address-change')).status).toBe(409);

    const { access, link } = await waiting();
    await act(access.id, 'cancel-address-change');
    expect((await app.page('GET', pathOf(link))).text).toContain('abgebrochen');
    expect((await confirm(link)).status).toBe(410);
  });

  test.each([
    [
      'a new password',
      async (person: Awaited<ReturnType<typeof waiting>>) =>
        void (await change(person.contact.id, { portalAccess: { password: 'neun Ziegen trinken Tee' } })),
    ],
    ['a block', async (person: Awaited<ReturnType<typeof waiting>>) => void (await save(person.access.id, { granted: false }))],
    ['a reset', async (person: Awaited<ReturnType<typeof waiting>>) => void (await act(person.access.id, 'reset-password'))],
  ])('rule 5 %s ends it, also after it is taken back', async (_, happen) => {
    const person = await waiting();
    await happen(person);
    await save(person.access.id, { granted: true });
    expect(await read(person.access.id)).toMatchObject({ newEmail: null, email: person.address });
    expect((await confirm(person.link)).status).toBe(410);
  });

  test('B078 an address that somebody took meanwhile is not taken over', async () => {
    const { access, link, email, address } = await waiting();
    const other = await unlocked();
    await save(other.access.id, { email });
    expect((await confirm(link)).status).toBe(409);
    expect((await read(access.id)).email).toBe(address);
  });

  test('a link of another portal or purpose confirms nothing', async () => {
    const { link, access, address } = await waiting();
    expect((await confirm(link, {}, pathOf(link).replace('/kunden/', '/hafen/').concat('/address'))).status).toBe(410);
    expect((await app.page('GET', pathOf(link).replace('/kunden/', '/hafen/'))).status).toBe(410);
    const { link: welcome } = await unlocked();
    expect((await confirm(welcome)).status).toBe(410);
    await app.page('POST', pathOf(link), { form: { password: 'neun Ziegen trinken Tee' } });
    expect((await signIn(address)).status).toBe(303);
    expect((await read(access.id)).email).toBe(address);
  });

  test('where no mail can ask, nothing begins and the answer says why', async () => {
    const { access, address } = await registered();
    await switchOff('email_change_confirm');
    const { status, body } = await save(access.id, { email: newAddress() });
    await switchOff('email_change_confirm', true);
    expect([status, body.address?.state, body.registration, body.email]).toEqual([200, 'not-possible', 'registered', address]);
  });
});

describe('over the owner’s head', () => {
  test('an administrator gives a reason that stays on record; it counts at once, sessions end, the address before is told', async () => {
    const { access, contact, address } = await registered();
    const { cookie } = await signIn(address);
    const email = newAddress();
    const { body } = await save(access.id, { email, emailOverride: { reason: 'Postfach besteht nicht mehr' } });
    expect(body).toMatchObject({
      email,
      registration: 'registered',
      address: { state: 'overridden', mails: [{ address, state: 'queued' }] },
    });
    expect((await profile(cookie)).status).toBe(303);
    expect((await newest(address)).subject).toContain('wurde geändert');
    expect((await app.api<{ email: string }>('GET', `/contacts/${contact.id}`)).body.email).toBe(email);
    const { items } = (
      await app.api<{ items: { name: string; personal: unknown; change: unknown }[] }>('GET', '/events', {
        query: { subjectId: access.accountId },
      })
    ).body;
    const event = items.find(({ name }) => name === 'account.address-changed');
    expect(JSON.stringify(event)).toContain('Postfach besteht nicht mehr');
    expect(JSON.stringify(event?.change)).not.toContain('Postfach');
  });

  test('colleagues without the right are refused, and so is an empty reason', async () => {
    const { access, address } = await registered();
    const passwordHash = await app.hasher.hash('neun Laternen im Nebel');
    const user = await app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(addAdministrator, {
      name: 'Kollege',
      language: 'de',
      passwordHash,
      email: 'kollege@muster.example',
    });
    await app.database.owner.db.updateTable('user').set({ administrator: false }).where('id', '=', user.id).execute();
    const cookie = await app.signIn('kollege@muster.example', 'neun Laternen im Nebel');
    const body = { email: newAddress(), emailOverride: { reason: 'Weil' } };
    expect((await app.api('PATCH', `/accesses/${access.id}`, { body, cookie })).status).toBe(403);
    expect(
      (await app.api<{ denied: { action: string }[] }>('GET', `/accesses/${access.id}`, { cookie })).body.denied.map(
        ({ action }) => action,
      ),
    ).toContain('override-address');
    expect((await save(access.id, { ...body, emailOverride: { reason: ' ' } })).status).toBe(422);
    expect((await read(access.id)).email).toBe(address);
  });
});

describe('„E-Mail-Adresse ändern“ by oneself', () => {
  test('with one’s password; the profile says what waits and can stop it', async () => {
    const { access, address } = await registered();
    const { cookie } = await signIn(address);
    expect((await app.page('GET', '/kunden/profile/address', { cookie })).text).toContain(`<dd>`);
    const email = newAddress();
    const asked = await ask(cookie, email);
    expect(asked.location).toBe('/kunden/profile');
    expect((await profile(cookie)).text).toContain('Änderung abbrechen');
    expect((await newest(address)).text).toContain('Eingetragen von: Anna Amsel');
    const { link } = await newest(email);
    const stopped = await app.page('POST', '/kunden/profile/address/cancel', { form: {}, cookie });
    expect(stopped.location).toBe('/kunden/profile');
    expect((await confirm(link)).status).toBe(410);

    app.clock.turn(minutes(2));
    await ask(cookie, email);
    expect((await confirm((await newest(email)).link)).status).toBe(303);
    expect((await read(access.id)).email).toBe(email);
  });

  test('refuses a wrong password, what is no address, and the present one; what was typed stays in the form', async () => {
    const { access, address } = await registered();
    const { cookie } = await signIn(address);
    const email = newAddress();
    const wrong = await ask(cookie, email, 'falsch geraten');
    expect([wrong.status, wrong.text.includes(`value="${email}"`)]).toEqual([422, true]);
    expect((await ask(cookie, 'anna')).text).toContain('fehlt das @-Zeichen');
    expect((await ask(cookie, address)).text).toContain('gilt schon');
    expect((await ask(cookie, '')).status).toBe(422);
    expect((await read(access.id)).registration).toBe('registered');
  });

  test('rule 9 the address of somebody else gets the same answer, and no mail', async () => {
    const { address, access } = await registered();
    const other = await unlocked();
    const before = (await sentTo(other.address)).length;
    const { cookie } = await signIn(address);
    const taken = await ask(cookie, other.address);
    const free = await ask((await signIn((await registered()).address)).cookie, newAddress());
    expect([taken.status, taken.location]).toEqual([free.status, free.location]);
    expect(await sentTo(other.address)).toHaveLength(before);
    expect((await read(access.id)).registration).toBe('email-change');
    expect((await read(other.access.id)).email).toBe(other.address);
  });

  test('rule 26 nobody who acts as the person changes the address', async () => {
    const { access } = await registered();
    const console = await app.signIn();
    const { body } = await app.api<{ url: string }>('POST', `/accesses/${access.id}/impersonate`, {
      body: { reason: 'Anruf' },
      cookie: console,
    });
    const { cookie } = await app.page('POST', pathOf(body.url), { form: {}, cookie: console });
    const acting = `${console}; ${cookie}`;
    expect((await ask(acting, newAddress())).status).toBe(403);
    expect((await app.page('GET', '/kunden/profile/address', { cookie: acting })).text).not.toContain('name="currentPassword"');
    expect((await app.page('GET', '/kunden/profile', { cookie: acting })).text).not.toContain('/profile/address"');
  });

  test('whoever is spoken to with Du is so on every page of it', async () => {
    const { contact } = (await create({ addressForm: 'du' })).body;
    await give(contact.id);
    const address = String(contact.email);
    await setPassword((await newest(address)).link);
    app.clock.turn(minutes(2));
    const { cookie } = await signIn(address);
    const email = newAddress();
    expect((await app.page('GET', '/kunden/profile/address', { cookie })).text).toContain(
      'wenn du sie dort mit deinem Passwort bestätigst',
    );
    await ask(cookie, email);
    const { link } = await newest(email);
    expect((await app.page('GET', pathOf(link))).text).toContain('Mit deinem Passwort bestätigst du');
    expect((await app.page('GET', pathOf(link), { headers: { cookie: 'language=en' } })).status).toBe(200);
    expect(linkIn((await newest(address)).text)).toBe('');
    expect(portals.project).not.toBe('');
  });
});
