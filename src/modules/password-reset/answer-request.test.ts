import { expect, test } from 'vitest';
import { good, linkIn, peopleApp } from '../contact/contact.fixture.ts';
import type { ContactView } from '../contact/contract.ts';

const { app, create, sentTo, setPassword, signIn, newAddress } = await peopleApp();
const forget = (typed: string) => app.page('POST', '/kunden/forgot-password', { form: { typed } });

test('rule 10 an Umlaut domain is one address, however it is typed: sign-in and forgotten password', async () => {
  const { contact } = (await create({ email: 'info@Bäckerei.example', portalAccess: { sendPasswordLink: true, password: good } })).body;
  expect(contact.accesses[0]?.accountName).toBe('info@bäckerei.example');
  for (const typed of ['info@bäckerei.example', 'INFO@xn--bckerei-5wa.example', ' info@BÄCKEREI.example '])
    expect((await signIn(typed)).status).toBe(303);

  const before = (await sentTo('info@xn--bckerei-5wa.example')).length;
  await forget('info@bäckerei.example');
  expect(await sentTo('info@xn--bckerei-5wa.example')).toHaveLength(before + 1);
});

test('a request that cannot be answered never stands in the way of the others, and is dropped after some tries', async () => {
  const { db } = app.database.owner;
  const portalId = '0198a1b2-0000-7000-8000-000000000002' as never;
  const [portal] = await db.selectFrom('portal').selectAll().execute();
  if (!portal) throw new Error('no portal');
  // No mail can say until when its link works in a time zone that does not exist.
  await db
    .insertInto('portal')
    .values({ ...portal, id: portalId, slug: 'kaputt', isDefault: false, timeZone: 'Nirgends/Nie' })
    .execute();
  const broken = (await create()).body.contact;
  const id = '0198a1b2-0000-7000-8000-000000000001' as never;
  const requestedAt = new Date('2026-01-01');
  await db
    .insertInto('resetRequest')
    .values({ workspaceId: app.workspace.id, id, portalId, typed: String(broken.email), variant: 'de', requestedAt })
    .execute();

  const other = (await create({ portalAccess: { sendPasswordLink: true } })).body.contact;
  await forget(String(other.email));
  expect((await sentTo(String(other.email))).some(({ subject }) => subject.includes('neues Passwort'))).toBe(true);
  expect(await db.selectFrom('resetRequest').select('id').execute()).toEqual([]);
  expect((await app.api<ContactView>('GET', `/contacts/${broken.id}`)).body.accesses).toEqual([]);
});

test('S1, third way: a contact without access gets in with the stored address; another address gets nothing (B021)', async () => {
  const { contact } = (await create()).body;
  await forget('jemand.anderes@nordbau.example');
  expect(await sentTo('jemand.anderes@nordbau.example')).toEqual([]);
  await forget(String(contact.email));
  const [mail] = await sentTo(String(contact.email));
  expect((await setPassword(linkIn(mail?.text))).status).toBe(303);
  expect((await signIn(String(contact.email))).status).toBe(303);
});

test('B106 two contacts with one address prove nothing: nobody gets a mail, nothing is guessed', async () => {
  const email = newAddress();
  await create({ email });
  await create({ email, firstName: 'Berta' });
  await forget(email);
  expect(await sentTo(email)).toEqual([]);
});

test('a portal that is not open to contacts sends nothing to somebody without access', async () => {
  const [portal] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  await app.api('PATCH', `/portals/${portal?.id}`, { body: { openToContacts: false } });
  const { contact } = (await create()).body;
  await forget(String(contact.email));
  expect(await sentTo(String(contact.email))).toEqual([]);
  await app.api('PATCH', `/portals/${portal?.id}`, { body: { openToContacts: true } });
});
