import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from './app.fixture.ts';
import { addWorkspace } from './first-start.ts';

const app = await testApp({ PFORTE_BASE_URL: 'https://pforte.example', PFORTE_BASE_DOMAIN: 'pforte.example' });
const other = { email: 'chef@anders.example', password: 'sieben Stufen bis zum Hafen' };
const otherHost = 'anders-ag.pforte.example';

const otherApi = async (cookie: string | null, method: string, path: string, body?: unknown) =>
  app.api<Record<string, unknown>>(method, path, { cookie, headers: { host: otherHost }, ...(body !== undefined && { body }) });

let otherCookie = '';
let own: { customerId: string; contactId: string; portalId: string; messageId: string; mailId: string; sessionId: string };

beforeAll(async () => {
  await addWorkspace(
    { ...app, app, db: app.database.db, now: app.clock.now() },
    { workspace: 'Anders AG', language: 'en', addressForm: 'sie', timeZone: 'Europe/London' },
    other,
  );
  otherCookie = (await otherApi(null, 'POST', '/sessions', { accountName: other.email, password: other.password })).cookie;
  const customer = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Geheimer Kunde' } });
  const saved = await app.api<{ contact: { id: string }; mail: { messageId: string } }>('POST', '/contacts', {
    body: {
      customerId: customer.body.id,
      firstName: 'Gerda',
      lastName: 'Geheim',
      email: 'gerda@geheim.example',
      portalAccess: { sendPasswordLink: true },
    },
  });
  await app.work();
  const portals = await app.api<{ items: { id: string }[] }>('GET', '/portals');
  const mails = await app.api<{ items: { id: string }[] }>('GET', '/mail/test-mailbox');
  const sessions = await app.api<{ items: { id: string }[] }>('GET', '/sessions');
  own = {
    customerId: customer.body.id,
    contactId: saved.body.contact.id,
    portalId: portals.body.items[0]?.id ?? '',
    messageId: saved.body.mail.messageId,
    mailId: mails.body.items[0]?.id ?? '',
    sessionId: sessions.body.items[0]?.id ?? '',
  };
});

describe('rule 13: nothing crosses a workspace', () => {
  test('a host names its workspace; an unknown one serves none', async () => {
    expect((await otherApi(otherCookie, 'GET', '/workspace')).body.name).toBe('Anders AG');
    expect((await app.api<{ name: string }>('GET', '/workspace')).body.name).toBe('Muster Energie GmbH');
    expect((await app.api('GET', '/workspace', { headers: { host: 'fremd.pforte.example' } })).status).toBe(404);
  });

  test('a session of one workspace is none in the other', async () => {
    const ownCookie = await app.signIn();
    expect((await otherApi(ownCookie, 'GET', '/me')).status).toBe(401);
    expect((await app.api('GET', '/me', { cookie: otherCookie })).status).toBe(401);
    expect(
      (await otherApi(null, 'POST', '/sessions', { accountName: 'chefin@muster.example', password: 'drei Eimer Kies im Garten' })).status,
    ).toBe(401);
  });

  test('what belongs to another workspace is not found, the same as a random id', async () => {
    const random = '0198a1b2-0000-7000-8000-000000000000';
    const paths: [string, (id: string) => string, string, unknown?][] = [
      ['GET', (id) => `/customers/${id}`, own.customerId],
      ['PATCH', (id) => `/customers/${id}`, own.customerId, { name: 'Gekapert' }],
      ['DELETE', (id) => `/customers/${id}`, own.customerId],
      ['GET', (id) => `/contacts/${id}`, own.contactId],
      ['PATCH', (id) => `/contacts/${id}`, own.contactId, { lastName: 'Gekapert' }],
      ['DELETE', (id) => `/contacts/${id}`, own.contactId],
      ['GET', (id) => `/contacts/${id}/messages`, own.contactId],
      ['GET', (id) => `/portals/${id}`, own.portalId],
      ['PATCH', (id) => `/portals/${id}`, own.portalId, { name: 'Gekapert' }],
      ['GET', (id) => `/portals/${id}/addresses`, own.portalId],
      ['GET', (id) => `/mail/messages/${id}`, own.messageId],
      ['GET', (id) => `/mail/test-mailbox/${id}`, own.mailId],
      ['DELETE', (id) => `/sessions/${id}`, own.sessionId],
    ];
    for (const [method, path, id, body] of paths) {
      const foreign = await otherApi(otherCookie, method, path(id), body);
      const made = await otherApi(otherCookie, method, path(random), body);
      expect([path(id), foreign.status]).toEqual([path(id), 404]);
      expect(foreign.body).toEqual(made.body);
    }
    expect((await app.api<{ name: string }>('GET', `/customers/${own.customerId}`)).body.name).toBe('Geheimer Kunde');
  });

  test('lists hold one workspace only, and a company of another cannot be referred to', async () => {
    for (const path of ['/customers', '/contacts', '/mail/messages', '/mail/test-mailbox']) {
      expect((await otherApi(otherCookie, 'GET', path)).body).toMatchObject({ items: [], total: 0 });
    }
    const { status, body } = await otherApi(otherCookie, 'POST', '/contacts', {
      customerId: own.customerId,
      firstName: '',
      lastName: 'Brücke',
    });
    expect(status).toBe(422);
    expect(body.code).toBe('contact.unknown-customer');
  });

  test('a link of one workspace is unknown in the other, and links start with their own host', async () => {
    const [mail] = (await app.mails()).filter(({ text }) => text.includes('/link/'));
    const link = /https:\S+\/link\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(new URL(link).host).toBe('muster-energie-gmbh.pforte.example');
    const there = await app.page('POST', new URL(link).pathname, {
      form: { password: 'vier graue Esel am Deich' },
      headers: { host: otherHost },
    });
    expect(there.status).toBe(410);
    const here = await app.page('POST', new URL(link).pathname, { form: { password: 'vier graue Esel am Deich' } });
    expect(here.status).toBe(303);
  });

  test('the same account name may exist in both, each with its own password', async () => {
    const company = await otherApi(otherCookie, 'POST', '/customers', { name: 'Auch da' });
    const saved = await otherApi(otherCookie, 'POST', '/contacts', {
      customerId: company.body.id,
      firstName: 'Gerda',
      lastName: 'Geheim',
      email: 'gerda@geheim.example',
      portalAccess: { password: 'ein Fahrrad ohne Klingel' },
    });
    expect(saved.status).toBe(201);
    const form = { accountName: 'gerda@geheim.example', password: 'ein Fahrrad ohne Klingel' };
    expect((await app.page('POST', '/kunden/sign-in', { form, headers: { host: otherHost } })).status).toBe(303);
    expect((await app.page('POST', '/kunden/sign-in', { form })).status).toBe(401);
  });
});
