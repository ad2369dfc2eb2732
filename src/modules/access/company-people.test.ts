import { expect, test } from 'vitest';
import { peopleApp } from '../contact/contact.fixture.ts';
import type { SavedContact } from '../contact/contract.ts';
import type { CustomerView } from '../customer/contract.ts';
import { insertAssignment } from './store.ts';

const { app, create, change, invited, setPassword, signIn, sentTo } = await peopleApp();

const company = async (name: string) => (await app.api<CustomerView>('POST', '/customers', { body: { name } })).body;
const changeCompany = (id: string, body: unknown) => app.api<CustomerView>('PATCH', `/customers/${id}`, { body });
const peopleOf = async (id: string) => (await app.api<{ people: number }>('GET', `/customers/${id}/closing`)).body.people;
const employ = (customerId: string, portalAccess: object = { password: 'vier graue Esel am Deich' }) =>
  create({ customerId, portalAccess });

/** The access of one person acts for another person's company too. */
async function actFor(one: SavedContact, other: SavedContact) {
  const system = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  await system(({ tx, now, workspace }) =>
    insertAssignment(tx, workspace.id, one.contact.accesses[0]?.accessId as never, other.contact.id as never, now),
  );
}

test('a company that is switched off lets none of its people in, from the next request on, and keeps all that they have', async () => {
  const { id } = await company('Zu GmbH');
  const { contact } = (await employ(id)).body;
  const accountName = String(contact.email);
  const { cookie } = await signIn(accountName);
  expect(await peopleOf(id)).toBe(1);

  const closed = await changeCompany(id, { closed: true });
  expect(closed.body).toMatchObject({ closedAt: app.clock.now().toISOString(), allowed: ['edit', 'add-contact', 'reopen'] });
  expect((await app.page('GET', '/kunden/', { cookie })).status).toBe(303);
  expect((await signIn(accountName)).text).toContain('Benutzer deaktiviert');
  expect((await signIn(accountName, 'falsch geraten')).text).not.toContain('Benutzer deaktiviert');

  expect((await changeCompany(id, { closed: false })).body).toMatchObject({ closedAt: null });
  expect((await app.page('GET', '/kunden/', { cookie })).status).toBe(303);
  expect((await signIn(accountName)).location).toBe('/kunden/');
});

test('rule 5 links and mails that still wait die with it, and none can be asked for', async () => {
  const { id } = await company('Post GmbH');
  const { contact, link } = await invited();
  await change(contact.id, { customerId: id });
  const waiting = (await employ(id, { sendPasswordLink: true })).body.contact;
  await changeCompany(id, { closed: true });
  expect(await sentTo(String(waiting.email))).toEqual([]);
  expect((await setPassword(link)).status).not.toBe(303);
  const again = await change(waiting.id, { portalAccess: { sendPasswordLink: true } });
  expect(again.body.mail).toMatchObject({ state: 'not-possible', reason: 'company-closed' });
});

test('whoever acts for another company stays signed in; the last one that closes shuts them out', async () => {
  const [one, other] = [await company('Eins GmbH'), await company('Zwei GmbH')];
  const [person, second] = [(await employ(one.id)).body, (await create({ customerId: other.id })).body];
  await actFor(person, second);
  const { cookie } = await signIn(String(person.contact.email));
  expect([await peopleOf(one.id), await peopleOf(other.id)]).toEqual([0, 0]);

  await changeCompany(one.id, { closed: true });
  expect((await app.page('GET', '/kunden/', { cookie })).status).toBe(200);
  expect(await peopleOf(other.id)).toBe(1);
  await changeCompany(other.id, { closed: true });
  expect((await app.page('GET', '/kunden/', { cookie })).status).toBe(303);
});

test('rule 14 closing during a sign-in, 20 times: never a session that gets in afterwards', { timeout: 60_000 }, async () => {
  const { id } = await company('Wettlauf GmbH');
  const { contact } = (await employ(id)).body;
  for (let round = 0; round < 20; round++) {
    app.clock.turn(3_600_000);
    await changeCompany(id, { closed: false });
    const [{ cookie }] = await Promise.all([signIn(String(contact.email)), changeCompany(id, { closed: true })]);
    const { status } = await app.page('GET', '/kunden/', cookie ? { cookie } : {});
    expect([round, status]).toEqual([round, 303]);
  }
});

test('rule 21 the log says that it was switched off, and for how many', async () => {
  const { id } = await company('Protokoll GmbH');
  await employ(id);
  await changeCompany(id, { closed: true });
  await changeCompany(id, { closed: true });
  await changeCompany(id, { closed: false });
  const { body } = await app.api<{ items: { name: string; change: unknown }[] }>('GET', '/events', {
    query: { subjectId: id, limit: '200' },
  });
  const told = body.items.filter(({ name }) => name === 'customer.closed' || name === 'customer.reopened');
  expect(told.map(({ name }) => name)).toEqual(['customer.reopened', 'customer.closed']);
  expect(told[1]?.change).toEqual({ after: { people: 1 } });
});
