import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { hours } from '../../../platform/clock.ts';
import { readable } from '../../sign-in/pages.fixture.ts';
import type { AccessView } from '../contract.ts';
import { type Answer, applicants } from './assignment.fixture.ts';

const app = await testApp();
const { portalId, apply, addContact, assign, read, signIn, mailsTo, eventsOf } = await applicants(app);
const noSuch = '018f0000-0000-7000-8000-00000000dead';
const newPassword = 'sieben Dohlen auf der Mauer';

const change = (id: string, body: object, version?: number): Promise<Answer<AccessView>> =>
  app.api('PATCH', `/accesses/${id}`, { body, ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }) });
const endSessions = (id: string): Promise<Answer<AccessView & { ended: number }>> =>
  app.api('POST', `/accesses/${id}/end-sessions`, { body: {} });
const remove = (id: string, headers?: Record<string, string>): Promise<Answer<object>> =>
  app.api('DELETE', `/accesses/${id}`, headers ? { headers } : {});
const isIn = async (cookie: string) => (await app.page('GET', '/kunden/', { cookie })).status === 200;

/** Somebody who is assigned and can sign in. */
async function admitted(lastName: string) {
  const contact = await addContact({ lastName, email: `${lastName.toLowerCase()}@nordbau.example` });
  const access = await apply({ name: `Anna ${lastName}` });
  await assign(access.id, { contactId: contact.id });
  return { ...access, contactId: contact.id };
}
const linkIn = (text = '') => new URL(/https?:\/\/\S+\/link\/[\w-]{43}/.exec(text)?.[0] ?? 'http://none/').pathname;

test('B119 „Von allen Geräten abmelden“: every device is out at its next request, the password stays; without a device it is refused', async () => {
  const { id, email } = await admitted('Drossel');
  expect((await read(id)).allowed).not.toContain('end-sessions');
  expect((await endSessions(id)).body.code).toBe('access.nobody-signed-in');
  const cookies = [(await signIn(email)).cookie, (await signIn(email)).cookie];
  expect(await read(id)).toMatchObject({ sessions: 2, allowed: expect.arrayContaining(['end-sessions']) });
  const { status, body } = await endSessions(id);
  expect([status, body.ended, body.sessions]).toEqual([200, 2, 0]);
  for (const cookie of cookies) expect(await isIn(cookie)).toBe(false);
  expect((await signIn(email)).status).toBe(303);
  expect((await eventsOf(id)).find(({ name }) => name === 'access.signed-out')?.change.after).toEqual({ count: 2 });
});

test('rule 5 role and areas are saved together with the switch and the day, all or nothing', async () => {
  const { id, email, contactId } = await admitted('Elster');
  const { cookie } = await signIn(email);
  const before = await read(id);
  const refused = await change(id, { expiresOn: '2030-01-01', role: 'gibt-es-nicht' });
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/role']);
  const strange = await change(id, { contacts: [{ contactId: noSuch, areas: [] }] });
  expect([strange.status, strange.body.code]).toEqual([409, 'access.not-assigned']);
  const area = await change(id, { role: 'team-admin', contacts: [{ contactId, areas: ['nirgends'] }] });
  expect([area.status, area.body.errors?.[0]?.pointer]).toEqual([422, '/contacts/0/areas']);
  expect(await read(id)).toMatchObject({ role: before.role, version: before.version, expiresOn: null });

  const areas = await change(id, { contacts: [{ contactId, areas: ['rechnungen'] }] }, before.version);
  expect(areas.body.contacts).toMatchObject([{ areas: ['rechnungen'] }]);
  expect(await isIn(cookie)).toBe(true);
  expect((await app.page('GET', '/kunden/vertraege', { cookie })).status).toBe(404);
  expect((await change(id, { role: 'team-admin' }, before.version)).status).toBe(412);
  const saved = await change(id, { role: 'team-admin', expiresOn: '2030-01-01' });
  expect(saved.body).toMatchObject({ role: 'team-admin', expiresOn: '2030-01-01' });
  expect(await isIn(cookie), 'rule 5').toBe(false);
});

test('B114 B119 blocked: an open link is dead at once and explains itself, and does not come back with the access (B120)', async () => {
  const contact = await addContact({ lastName: 'Fink', email: 'fink@nordbau.example' });
  await app.api('PATCH', `/contacts/${contact.id}`, { body: { portalAccess: { sendPasswordLink: true } } });
  const [mail] = await mailsTo('fink@nordbau.example');
  const path = linkIn(mail?.text);
  const { accesses } = (await app.api<{ accesses: { accessId: string }[] }>('GET', `/contacts/${contact.id}`)).body;
  const id = String(accesses[0]?.accessId);
  expect((await app.page('GET', path)).text).toContain('name="password"');

  await change(id, { granted: false, blockReason: 'Ausgeschieden' });
  const seen = await app.page('GET', path);
  expect(seen.text).not.toContain('name="password"');
  expect(readable(seen.text), 'it says what is the matter with the link').toMatch(/Link/);
  expect(seen.text).not.toContain('Ausgeschieden');
  expect((await app.page('POST', path, { form: { password: newPassword } })).status).not.toBe(303);
  await change(id, { granted: true });
  expect((await app.page('GET', path)).text).not.toContain('name="password"');
  expect((await app.page('POST', path, { form: { password: newPassword } })).status).not.toBe(303);
});

test('B116 blocked and expired both read „Benutzer deaktiviert“; B120 the old password works again afterwards', async () => {
  const { id, email } = await admitted('Gans');
  for (const [off, on] of [
    [{ granted: false }, { granted: true }],
    [{ expiresOn: '2026-03-10' }, { expiresOn: '2026-03-11' }],
  ] as const) {
    await change(id, off);
    const { status, text } = await signIn(email);
    expect([status, readable(text).includes('Benutzer deaktiviert')]).toEqual([403, true]);
    await change(id, on);
    expect((await signIn(email)).status).toBe(303);
  }
});

test('B114 the person is told of a block once the template for that is switched on, without the reason', async () => {
  const { id, email, accountId } = await admitted('Habicht');
  const blockMails = async () => (await mailsTo(email)).filter(({ subject }) => subject.includes('gesperrt'));
  await change(id, { granted: false, blockReason: 'Geheimer Grund' });
  expect(await blockMails()).toEqual([]);
  expect((await eventsOf(accountId)).map(({ name }) => name)).not.toContain('block-notice.not-possible');
  await change(id, { granted: true });
  await app.api('PATCH', '/mail/templates/access_blocked', { body: { active: true } });
  await change(id, { granted: false, blockReason: 'Geheimer Grund' });
  await change(id, { blockReason: 'Anderer Grund', granted: false });
  const mails = await blockMails();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('gesperrt');
  expect(mails[0]?.text).not.toContain('Geheimer Grund');
  await app.api('PATCH', '/mail/templates/access_blocked', { body: { active: false } });
});

test('B115 extension in one click: from the day that is set, or from today where it is over; without a day it is refused', async () => {
  const { id, email } = await admitted('Ibis');
  const extend = (days: number, version?: number): Promise<Answer<AccessView>> =>
    app.api('POST', `/accesses/${id}/extend`, { body: { days }, ...(version && { headers: { 'if-match': `"${version}"` } }) });
  expect((await extend(30)).body.code).toBe('access.no-expiry');
  await change(id, { expiresOn: '2026-03-20' });
  expect((await extend(30)).body.expiresOn).toBe('2026-04-19');
  await change(id, { expiresOn: '2026-01-31' });
  expect((await signIn(email)).status).toBe(403);
  const { body } = await extend(1);
  expect(body.expiresOn).toBe('2026-03-11');
  expect((await signIn(email)).status).toBe(303);
  expect((await extend(1, body.version - 1)).status).toBe(412);
  for (const days of [0, -1, 1.5, 3661]) expect((await extend(days)).status).toBe(422);
  await change(id, { expiresOn: '2028-02-28' });
  expect((await extend(1)).body.expiresOn, 'a leap year').toBe('2028-02-29');
});

test('„Zugang löschen“: signed out, links dead, name free again, the contact stays; the answer before says what goes along', async () => {
  const { id, email, contactId, accountId } = await admitted('Kauz');
  await mailsTo(email);
  const { cookie } = await signIn(email);
  await app.page('POST', '/kunden/forgot-password', { form: { typed: email } });
  await app.workers.resets.drain();
  const deletion = await app.api('GET', `/accesses/${id}/deletion`);
  expect(deletion.body).toEqual({ sessions: 1, waitingMails: 1, otherPortals: [] });

  const { version } = await read(id);
  expect((await remove(id, { 'if-match': `"${version - 1}"` })).status).toBe(412);
  expect((await remove(id, { 'if-match': `"${version}"` })).status).toBe(204);
  expect(await isIn(cookie)).toBe(false);
  expect((await signIn(email)).status, 'as if there had never been one').toBe(401);
  expect((await mailsTo(email)).filter(({ subject }) => subject.includes('Passwort'))).toEqual([]);
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['PATCH', ''],
    ['POST', '/end-sessions'],
    ['GET', '/deletion'],
    ['GET', '/candidates'],
  ] as const)
    expect(
      (await app.api(method, `/accesses/${id}${path}`, method === 'GET' || method === 'DELETE' ? {} : { body: {} })).status,
      path,
    ).toBe(404);

  const contact = await app.api<{ accesses: unknown[]; denied: { action: string }[] }>('GET', `/contacts/${contactId}`);
  expect(contact.body.accesses).toEqual([]);
  expect((await eventsOf(id)).find(({ name }) => name === 'access.deleted')?.change).toMatchObject({
    before: { accountId, contactIds: [contactId] },
    after: { loginDeleted: true },
  });
  await app.api('PATCH', `/contacts/${contactId}`, { body: { email, portalAccess: { password: newPassword } } });
  expect((await signIn(email, newPassword)).status, 'given anew').toBe(303);
});

test('a login that opens another portal stays: only this portal is closed', async () => {
  const { id, email, contactId } = await admitted('Lerche');
  const { body: second } = await app.api<{ id: string }>('POST', '/portals', {
    body: { slug: 'zweites', name: 'Zweites', kind: 'installer' },
  });
  await app.api('PATCH', `/contacts/${contactId}`, { body: { portalAccess: { portalId: second.id } } });
  expect((await app.api('GET', `/accesses/${id}/deletion`)).body).toMatchObject({ otherPortals: ['Zweites'] });
  expect((await remove(id)).status).toBe(204);
  expect((await signIn(email)).status).not.toBe(303);
  const list = (await app.api<{ items: AccessView[] }>('GET', '/accesses', { query: { q: 'Lerche' } })).body.items;
  expect(list.map(({ portal }) => portal.id)).toEqual([second.id]);
  expect(
    (await app.page('POST', '/zweites/sign-in', { form: { accountName: email, password: 'zwölf Spatzen auf dem Dach' } })).status,
  ).not.toBe(401);
});

test('rule 1 what a view does not offer is refused by the route, in the same words', async () => {
  const { id } = await apply();
  const { denied, allowed } = await read(id);
  expect(allowed).toEqual(expect.arrayContaining(['assign', 'block', 'change-expiry', 'delete']));
  for (const [action, path, body] of [
    ['unassign', '/unassign', { contactId: noSuch }],
    ['extend', '/extend', { days: 3 }],
    ['end-sessions', '/end-sessions', {}],
  ] as const) {
    const told = denied.find((one) => one.action === action);
    const { status, body: problem } = await app.api<{ code: string; detail: string }>('POST', `/accesses/${id}${path}`, { body });
    expect([status, problem.code, problem.detail]).toEqual([409, told?.code, told?.sentence]);
  }
  expect(portalId).not.toBe('');
  app.clock.turn(hours(1));
});

test('the timeline tells what happened and by whom, with every mail and what became of it, and holds no personal data', async () => {
  const { id, email } = await admitted('Meise');
  await mailsTo(email);
  app.clock.turn(1000);
  await change(id, { granted: false, blockReason: 'Streng vertraulich' });
  type Item = { kind: string; name: string; actor: { name: string } | null; mail: { state: string; recipientAddress: string } | null };
  const { body } = await app.api<{ items: Item[] }>('GET', `/accesses/${id}/timeline`);
  expect(body.items[0]).toMatchObject({ kind: 'event', name: 'access.blocked', actor: { kind: 'user' } });
  expect(body.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['access.assigned', 'Ihr Zugang ist freigeschaltet']));
  expect(body.items.find(({ kind }) => kind === 'mail')?.mail).toMatchObject({ state: 'accepted', recipientAddress: email });
  expect(JSON.stringify(body)).not.toContain('Streng vertraulich');
});
