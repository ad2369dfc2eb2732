import { describe, expect, test } from 'vitest';
import { good, linkIn, peopleApp } from './contact.fixture.ts';
import type { AccessFormView, ContactView } from './contract.ts';

const { app, newAddress, create, change, sentTo, setPassword, signIn, switchTemplate } = await peopleApp();

describe('S1, first way: an existing person', () => {
  test('B001 B002 ticking „Kennwort per E-Mail versenden“ and saving gives a person without login one, by mail', async () => {
    const { contact, mail } = (await create()).body;
    expect(mail.state).toBe('not-asked');
    expect(contact.accesses).toEqual([]);

    const saved = (await change(contact.id, { portalAccess: { sendPasswordLink: true } })).body;
    expect(saved.mail.state).toBe('queued');
    const [received] = await sentTo(String(contact.email));
    expect(received?.subject).toContain('Legen Sie ein neues Passwort fest');
    expect(linkIn(received?.text)).toContain('/kunden/link/');

    expect((await setPassword(linkIn(received?.text))).status).toBe(303);
    expect((await signIn(String(contact.email))).status).toBe(303);
  });

  test('B007 the tick is an order, not a property: it is not stored, and saving without it sends nothing', async () => {
    const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    expect(JSON.stringify((await app.api<ContactView>('GET', `/contacts/${contact.id}`)).body)).not.toContain('sendPasswordLink');
    expect(await sentTo(String(contact.email))).toHaveLength(1);
    await change(contact.id, { firstName: 'Annegret' });
    await change(contact.id, { firstName: 'Anna', portalAccess: { sendPasswordLink: false } });
    expect(await sentTo(String(contact.email))).toHaveLength(1);
  });

  test('B008 an address changed in the same save gets the mail, the old one nothing', async () => {
    const { contact } = (await create()).body;
    const email = newAddress();
    const saved = (await change(contact.id, { email, portalAccess: { sendPasswordLink: true } })).body;
    expect(saved.mail.sentence).toContain(email);
    expect(await sentTo(email)).toHaveLength(1);
    expect(await sentTo(String(contact.email))).toHaveLength(0);
  });

  test('B008 a mail that still waits for the old address never leaves', async () => {
    const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    const email = newAddress();
    await change(contact.id, { email, portalAccess: { sendPasswordLink: true } });
    expect(await sentTo(String(contact.email))).toHaveLength(0);
    expect(await sentTo(email)).toHaveLength(1);
    expect((await app.api<ContactView>('GET', `/contacts/${contact.id}`)).body.accesses[0]?.accountName).toBe(email);
  });

  test('B009 a typed password and the tick: both happen, and the answer says so', async () => {
    const { contact, mail, password } = (await create({ portalAccess: { sendPasswordLink: true, password: good } })).body;
    expect(password).toBe('recorded');
    expect(mail.state).toBe('queued');
    expect((await signIn(String(contact.email))).status).toBe(303);
    const subjects = (await sentTo(String(contact.email))).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject.includes('Legen Sie'))).toBe(true);
    expect(subjects).toHaveLength(2);
  });

  test('B011 the answer says what happened: nothing asked, queued and where to, not possible and why', async () => {
    expect((await create()).body.mail.sentence).toBe('Es wurde keine E-Mail angefordert.');
    const queued = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    expect(queued.mail.sentence).toContain(String(queued.contact.email));
    await switchTemplate(false);
    const impossible = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    await switchTemplate(true);
    expect(impossible.mail).toMatchObject({ state: 'not-possible', reason: 'template-inactive' });
    expect(impossible.mail.sentence).toContain('E-Mail Templates');
  });
});

describe('S1, second way: a new person', () => {
  test('B005 the tick with an empty password creates the person and sends the link', async () => {
    const { status, body } = await create({ portalAccess: { sendPasswordLink: true } });
    expect(status).toBe(201);
    expect(body.password).toBe('unchanged');
    expect(body.contact.accesses[0]).toMatchObject({ admitted: false, reason: 'not-registered', hasPassword: false });
    expect(await sentTo(String(body.contact.email))).toHaveLength(1);
  });

  test('B003 B004 B010 the tick box is offered only while its template is active; otherwise the reason and the way there', async () => {
    const form = async () => (await app.api<AccessFormView>('GET', '/contacts/access-form')).body.sendPasswordLink;
    expect(await form()).toMatchObject({ offered: true, reason: null });
    await switchTemplate(false);
    expect(await form()).toMatchObject({
      offered: false,
      reason: 'template-inactive',
      remedyPath: '/settings/mail-templates/set_password',
    });
    await switchTemplate(true);
    expect((await form()).offered).toBe(true);
  });

  test('B017 a template that is switched off is never sent, not even a mail that waits already', async () => {
    const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    await switchTemplate(false);
    expect(await sentTo(String(contact.email))).toHaveLength(0);
    const [message] = (await app.api<{ items: { state: string; sentence: string }[] }>('GET', `/contacts/${contact.id}/messages`)).body
      .items;
    expect(message?.state).not.toBe('accepted');
    expect(message?.sentence).toMatch(/nicht aktiv|ausgeschaltet|abgeschaltet/);
    await switchTemplate(true);
  });

  test('B025 with no way of sending set up, the form says so and saving says so', async () => {
    await app.database.owner.db.updateTable('mailSetting').set({ transport: 'none' }).execute();
    const form = (await app.api<AccessFormView>('GET', '/contacts/access-form')).body.sendPasswordLink;
    const { mail } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
    await app.database.owner.db.updateTable('mailSetting').set({ transport: 'test-mailbox' }).execute();
    expect(form).toMatchObject({ offered: false, reason: 'no-transport', remedyPath: '/settings/mail' });
    expect(mail).toMatchObject({ state: 'not-possible', reason: 'no-transport' });
  });
});

describe('B015 who gets no link, and staff see why', () => {
  test.each([
    ['blocked', { blockedAt: new Date('2026-03-01') }],
    ['expired', { expiresOn: '2026-03-01' }],
  ] as const)('B015 %s', async (reason, facts) => {
    const { contact } = (await create({ portalAccess: { sendPasswordLink: false } })).body;
    await app.database.owner.db
      .updateTable('access')
      .set(facts)
      .where('id', '=', contact.accesses[0]?.accessId as never)
      .execute();
    const { mail } = (await change(contact.id, { portalAccess: { sendPasswordLink: true } })).body;
    expect(mail).toMatchObject({ state: 'not-possible', reason });
    expect(await sentTo(String(contact.email))).toHaveLength(0);
  });

  test('B015 a person without an address is saved without access, so that nothing typed is lost, and the answer says why', async () => {
    const { status, body } = await create({ email: null, portalAccess: { sendPasswordLink: true } });
    expect(status).toBe(201);
    expect(body.mail).toMatchObject({ state: 'not-possible', reason: 'no-address' });
    expect(body.mail.sentence).toContain('Die Person hat keine E-Mail-Adresse und darum auch keinen Zugang.');
    expect(body.contact).toMatchObject({ firstName: 'Anna', email: null, accesses: [] });
    const changed = await change(body.contact.id, { firstName: 'Berta', portalAccess: { sendPasswordLink: true } });
    expect(changed.body).toMatchObject({ contact: { firstName: 'Berta', accesses: [] }, mail: { reason: 'no-address' } });
  });

  test.each([{ sendPasswordLink: true }, { sendPasswordLink: false }])(
    'B015 a typed password has nowhere to go without an address: refused at the field, with %j',
    async (order) => {
      const { status, body } = await create({ email: null, portalAccess: { ...order, password: good } });
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'access.no-address', errors: [{ pointer: '/email' }] });
    },
  );
});
