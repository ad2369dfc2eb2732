import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { minutes } from '../../../platform/clock.ts';
import { readable } from '../../sign-in/pages.fixture.ts';
import { applicants } from './assignment.fixture.ts';

const app = await testApp();
const { portalId, home, apply, addContact, assign, unassign, read, signIn, mailsTo, eventsOf } = await applicants(app);
const page = async (cookie: string) => readable((await app.page('GET', '/kunden/', { cookie })).text);
const noSuch = '018f0000-0000-7000-8000-00000000dead';

test('B107 B110 B123 assigned: no longer „Ausstehend“, the areas of the role, the person is told with a link to the company', async () => {
  const contact = await addContact({ lastName: 'Adler', email: 'adler@nordbau.example' });
  const { id, email } = await apply({ name: 'Anna Adler' });
  expect((await read(id)).assignment).toBe('pending');
  const { status, body } = await assign(id, { contactId: contact.id });
  expect(status).toBe(200);
  expect(body).toMatchObject({ assignment: 'assigned', name: 'Anna Adler', mail: { state: 'queued' } });
  expect(body.mail.sentence).toContain(email);
  expect(body.contacts).toMatchObject([{ contactId: contact.id, areas: ['vertraege', 'rechnungen', 'anfragen'] }]);

  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe('Ihr Zugang zu „Kundenportal“ ist freigeschaltet');
  expect(mail?.text).toContain('Guten Tag Frau Adler');
  expect(mail?.text).toContain(`/kunden/company/${contact.id}`);
  const told = (await eventsOf(id)).find(({ name }) => name === 'access.assigned');
  expect(told?.change.after).toMatchObject({ contactId: contact.id, wasPending: true });
});

test('B123 the mail speaks the language of the contact, in the form of address that they wish', async () => {
  const english = await addContact({ lastName: 'Eagle', language: 'en', salutation: null });
  const { id, email } = await apply();
  await assign(id, { contactId: english.id });
  expect((await mailsTo(email))[0]?.subject).toBe('Your access to “Kundenportal” is ready');
  const du = await addContact({ firstName: 'Uli', lastName: 'Uhu', addressForm: 'du' });
  const other = await apply();
  await assign(other.id, { contactId: du.id });
  expect((await mailsTo(other.email))[0]?.text).toContain('Hallo Uli');
});

test('B122 B125 the person sees only what is awaited, then their company, and nothing of it after the assignment was undone', async () => {
  const contact = await addContact({ lastName: 'Bussard' });
  const { id, email } = await apply({ name: 'Bea Bussard' });
  const { cookie } = await signIn(email);
  const enter = async () => {
    const { status, location } = await app.page('GET', '/kunden/', { cookie });
    return status === 303 ? String(location) : 'in';
  };
  expect(await enter()).not.toBe('in');
  await assign(id, { contactId: contact.id });
  expect(await enter()).toBe('in');
  expect(await page(cookie)).toContain('Guten Tag Frau Bussard');
  expect((await app.page('GET', '/kunden/vertraege', { cookie })).status).toBe(200);

  const undone = await unassign(id, contact.id);
  expect([undone.status, undone.body.assignment, undone.body.contacts]).toEqual([200, 'pending', []]);
  for (const path of ['/kunden/', '/kunden/vertraege', '/kunden/profile', `/kunden/company/${contact.id}`]) {
    const seen = await app.page('GET', path, { cookie });
    expect(seen.text, path).not.toMatch(/Nordbau|Guten Tag Frau Bussard|Verträge/);
  }
  expect((await unassign(id, contact.id)).body.code).toBe('access.nothing-assigned');
});

test('B108 B109 a new contact is created and assigned at once, with its company where that is new too; both or neither', async () => {
  const { id } = await apply({ name: 'Carla Circus' });
  const contact = { customerId: home, salutation: 'frau', firstName: 'Carla', lastName: 'Circus', email: 'carla@circus.example' };
  const bad = await assign(id, { contact: { ...contact, email: 'keine Adresse' } });
  expect([bad.status, bad.body.code]).toEqual([422, 'contact.invalid-address']);
  const unknownArea = await assign(id, { contact, areas: ['gibt-es-nicht'] });
  expect(unknownArea.status).toBe(422);
  const list = async (q: string) => (await app.api<{ total: number }>('GET', '/contacts', { query: { q } })).body.total;
  expect(await list('Circus')).toBe(0);

  const { status, body } = await assign(id, { contact, areas: ['anfragen'] });
  expect([status, body.name, body.assignment]).toEqual([200, 'Carla Circus', 'assigned']);
  expect(body.contacts).toMatchObject([{ email: 'carla@circus.example', customerName: 'Nordbau GmbH', areas: ['anfragen'] }]);
  expect(await list('Circus')).toBe(1);

  const second = await apply({ name: 'Dora Dachs' });
  const made = await assign(second.id, { contact: { newCompany: 'Dachsbau KG', firstName: 'Dora', lastName: 'Dachs' } });
  expect(made.body.contacts).toMatchObject([{ name: 'Dora Dachs', customerName: 'Dachsbau KG' }]);
});

test('what is sent has to say one contact: neither, both, no company, two companies are refused', async () => {
  const contact = await addContact();
  const { id } = await apply();
  const person = { firstName: 'E', lastName: 'F' };
  for (const [body, code] of [
    [{}, 'access.contact-needed'],
    [{ contactId: contact.id, contact: { ...person, customerId: home } }, 'access.contact-needed'],
    [{ contact: person }, 'access.company-needed'],
    [{ contact: { ...person, customerId: home, newCompany: 'X' } }, 'access.company-needed'],
    [{ contact: { ...person, customerId: noSuch } }, 'contact.unknown-customer'],
    [{ contactId: contact.id, pending: false }, 'request.invalid'],
  ] as const) {
    const answer = await assign(id, body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  }
  expect((await read(id)).assignment).toBe('pending');
});

test('rule 13 foreign and deleted ids are „not found“', async () => {
  const contact = await addContact();
  const { id } = await apply();
  expect((await assign(id, { contactId: noSuch })).status).toBe(404);
  expect((await assign(noSuch, { contactId: contact.id })).status).toBe(404);
  expect((await unassign(noSuch, contact.id)).status).toBe(404);
  expect((await assign('abc', { contactId: contact.id })).status).toBe(404);
  expect((await app.api('DELETE', `/accesses/${id}`)).status).toBe(204);
  expect((await assign(id, { contactId: contact.id })).status).toBe(404);
  expect((await app.api('POST', `/accesses/${id}/assign`, { body: { contactId: contact.id }, cookie: null })).status).toBe(401);
});

test('B125 one access, two companies: a second contact needs the present version; undoing one leaves the other', async () => {
  const [one, other] = [await addContact({ lastName: 'Eins' }), await addContact({ lastName: 'Zwei' })];
  const { id } = await apply();
  const first = await assign(id, { contactId: one.id });
  expect((await assign(id, { contactId: other.id })).body.code).toBe('access.assigned-meanwhile');
  expect((await assign(id, { contactId: other.id }, first.body.version - 1)).status).toBe(412);
  app.clock.turn(1000);
  const second = await assign(id, { contactId: other.id }, first.body.version);
  expect(second.body.contacts.map(({ name }) => name)).toEqual(['Anna Eins', 'Anna Zwei']);
  expect((await assign(id, { contactId: other.id }, second.body.version)).body.code).toBe('access.already-assigned');
  const undone = await unassign(id, one.id);
  expect([undone.body.assignment, undone.body.contacts.map(({ name }) => name)]).toEqual(['assigned', ['Anna Zwei']]);
});

test('B123 whoever cannot sign in is not told that they can, and the answer says why', async () => {
  const contact = await addContact();
  const blocked = await apply();
  await app.api('PATCH', `/accesses/${blocked.id}`, { body: { granted: false } });
  const { body } = await assign(blocked.id, { contactId: contact.id });
  expect(body.mail).toMatchObject({ state: 'not-asked' });
  expect(body.mail.sentence).toContain('gesperrt');
  const fresh = await apply({ activated: false });
  expect((await assign(fresh.id, { contactId: (await addContact()).id })).body.mail.state).toBe('not-asked');
  expect([...(await mailsTo(blocked.email)), ...(await mailsTo(fresh.email))]).toEqual([]);
});

test('B017 with the template off nobody is told, and both the answer and the log say so', async () => {
  const { id, email, accountId } = await apply();
  await app.api('PATCH', '/mail/templates/assignment_done', { body: { active: false } });
  const { body } = await assign(id, { contactId: (await addContact()).id });
  expect(body.mail).toMatchObject({ state: 'not-possible', sentence: expect.stringContaining('nicht aktiv') });
  expect(await mailsTo(email)).toEqual([]);
  expect((await eventsOf(accountId)).map(({ name }) => name)).toContain('assignment-notice.not-possible');
  await app.api('PATCH', '/mail/templates/assignment_done', { body: { active: true } });
});

test('B110 rule 14 of 50 assignments of one access at the same moment exactly one wins, and none fails for a reason of its own', async () => {
  const contacts = await Promise.all(Array.from({ length: 50 }, (_, index) => addContact({ lastName: `Rennen ${index}` })));
  const { id } = await apply();
  const withoutVersion = await Promise.all(contacts.map(({ id: contactId }) => assign(id, { contactId })));
  expect(withoutVersion.map(({ status }) => status).toSorted()).toEqual([200, ...Array(49).fill(409)]);
  expect((await read(id)).contacts).toHaveLength(1);

  const again = await apply();
  const { version } = await read(again.id);
  const withVersion = await Promise.all(contacts.map(({ id: contactId }) => assign(again.id, { contactId }, version)));
  expect(withVersion.map(({ status }) => status).toSorted()).toEqual([200, ...Array(49).fill(412)]);
  expect((await read(again.id)).contacts).toHaveLength(1);
  expect((await mailsTo(again.email)).length).toBe(1);
}, 60_000);

test('B124 of 20 accesses that are given one contact at the same moment, where one is allowed, exactly one gets it', async () => {
  await app.api('PATCH', `/portals/${portalId}`, { body: { oneAccessPerContact: true } });
  const contact = await addContact({ lastName: 'Begehrt' });
  const accesses = await Promise.all(Array.from({ length: 20 }, () => apply()));
  const answers = await Promise.all(accesses.map(({ id }) => assign(id, { contactId: contact.id })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(409)]);
  await app.api('PATCH', `/portals/${portalId}`, { body: { oneAccessPerContact: false } });
}, 60_000);

test('B125 undone and blocked while somebody assigns: one after the other, never a failure', async () => {
  const [one, other] = [await addContact(), await addContact()];
  const { id } = await apply();
  await assign(id, { contactId: one.id });
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => {
      if (index % 3 === 0) return assign(id, { contactId: other.id }).then(({ status }) => status);
      if (index % 3 === 1) return unassign(id, index % 2 ? one.id : other.id).then(({ status }) => status);
      return app.api('PATCH', `/accesses/${id}`, { body: { granted: index % 2 === 0 } }).then(({ status }) => status);
    }),
  );
  expect(answers.filter((status) => ![200, 409].includes(status))).toEqual([]);
  const { assignment, contacts } = await read(id);
  expect(assignment).toBe(contacts.length ? 'assigned' : 'pending');
}, 60_000);

test('B123 the staff that the portal names are told of a pending one, with a page that leads there', async () => {
  const { tellPending } = await import('../index.ts');
  const { findAccessById } = await import('../../access/index.ts');
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const tell = (id: string) =>
    perform(async (work) => {
      const access = await findAccessById(work.tx, work.workspace.id, id as never);
      if (access) await tellPending(work, access);
    });
  const { id } = await apply({ name: 'Nele Nachtigall', email: 'nele@frei.example' });
  await tell(id);
  expect(await mailsTo('service@muster.example')).toEqual([]);
  await app.api('PATCH', `/portals/${portalId}`, { body: { pendingNoticeTo: ['service@muster.example', 'leitung@muster.example'] } });
  app.clock.turn(minutes(1));
  await tell(id);
  for (const address of ['service@muster.example', 'leitung@muster.example']) {
    const [mail] = await mailsTo(address);
    expect(mail?.subject).toBe('Eine Registrierung bei „Kundenportal“ wartet auf Zuordnung');
    expect(mail?.text).toContain('Nele Nachtigall (nele@frei.example)');
    expect(mail?.text).toContain(`/console/accesses/${id}`);
  }
  expect((await eventsOf(id)).find(({ name }) => name === 'access.pending-told')?.change.after).toMatchObject({ told: 2 });
});
