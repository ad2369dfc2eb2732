import { afterAll, expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { days, minutes } from '../../platform/clock.ts';
import { addAdministrator } from '../user/index.ts';
import { reportOn, typedMailbox } from './bounce.fixture.ts';
import type { BounceAlarmView, BounceCheckView, BounceSettingView, BounceView } from './contract.ts';
import { type ScriptedImap, startScriptedImap } from './mailbox/scripted-imap.fixture.ts';
import { harmless } from './reading/other-mails.fixture.ts';

const app = await testApp();
const imap: ScriptedImap = await startScriptedImap();
const settings = '/mail/bounces/settings';
const mailbox = { ...typedMailbox, port: imap.port, password: 'drei Eimer Kies' };
type Problem = { code: string; detail: string; errors?: { pointer: string; code: string; detail: string }[] };
type Page = { items: BounceView[]; nextCursor: string | null; total: number };

afterAll(() => imap.close());

/** A mail to somebody that has left, with its Message-ID. */
async function sentMail(email: string): Promise<{ id: string; messageId: string }> {
  const portals = await app.api<{ items: { id: string }[] }>('GET', '/portals');
  const portalAccess = { portalId: portals.body.items[0]?.id, role: 'customer', areas: [], sendPasswordLink: true };
  const { body: customer } = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Bäckerei Müller' } });
  const created = await app.api('POST', '/contacts', {
    body: { firstName: 'Anna', lastName: 'Müller', email, customerId: customer.id, portalAccess },
  });
  expect(created.status).toBe(201);
  await app.work();
  const row = await app.database.db
    .selectFrom('message')
    .select(['id', 'messageId'])
    .where('recipientAddress', '=', email)
    .executeTakeFirstOrThrow();
  return row;
}

const post = (raw: Buffer, options = {}) =>
  app.api<{ kind: string; reports: { outcome: string; messageId: string | null; sentence: string }[] } & Problem>('POST', '/mail/bounces', {
    body: { raw: raw.toString('base64') },
    ...options,
  });

test('the settings are saved, the password is never shown again, and the return path of every mail is the address', async () => {
  expect((await app.api<BounceSettingView>('GET', settings)).body).toEqual({ version: 1, address: null, mailbox: null });
  const saved = await app.api<BounceSettingView>('PUT', settings, { body: { address: 'Bounces@Müller.de', mailbox } });
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({
    address: 'Bounces@xn--mller-kva.de',
    mailbox: { host: '127.0.0.1', folder: 'INBOX', lastReadAt: null, failure: null },
  });
  expect(JSON.stringify(saved.body)).not.toMatch(/password|Eimer/i);
  const row = await app.database.db.selectFrom('bounceMailbox').selectAll().executeTakeFirstOrThrow();
  expect(row.sealedPassword.toString('latin1')).not.toContain('Eimer');
  expect((await app.database.db.selectFrom('mailSetting').select('returnPath').executeTakeFirstOrThrow()).returnPath).toBe(
    'Bounces@xn--mller-kva.de',
  );
  const events = await app.database.db
    .selectFrom('event')
    .select(['name', 'change'])
    .where('name', '=', 'bounce-setting.changed')
    .execute();
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain('Eimer');
});

test('of two people who change the settings at once the second is told, and nothing is overwritten unseen', async () => {
  const before = await app.api<BounceSettingView>('GET', settings);
  const put = (address: string, version: number) =>
    app.api<BounceSettingView & Problem>('PUT', settings, { body: { address, mailbox }, headers: { 'if-match': `"${version}"` } });
  const first = await put('eins@example.com', before.body.version);
  expect([first.status, first.body.version]).toEqual([200, before.body.version + 1]);
  expect((await put('zwei@example.com', before.body.version)).status).toBe(412);
  expect((await app.api<BounceSettingView>('GET', settings)).body.address).toBe('eins@example.com');
});

test('sub-addresses are checked with a mail to one, and the settings say how far that is', async () => {
  const wanted = { ...mailbox, subAddresses: true };
  const long = await app.api<Problem>('PUT', settings, { body: { address: `${'x'.repeat(25)}@example.com`, mailbox: wanted } });
  expect([long.status, long.body.errors?.[0]]).toMatchObject([422, { pointer: '/address', code: 'bounce.address-long' }]);
  const again = () => app.api<BounceSettingView & Problem>('POST', `${settings}/check-sub-addresses`);
  expect((await again()).body.code).toBe('bounce.no-sub-addresses');

  const saved = await app.api<BounceSettingView>('PUT', settings, { body: { address: 'bounces@example.com', mailbox: wanted } });
  expect(saved.body.mailbox).toMatchObject({ subAddresses: true, subAddressCheck: { state: 'asked' } });
  const asked = () =>
    app.database.db.selectFrom('message').select('recipientAddress').where('templateKey', '=', 'test').orderBy('id').execute();
  expect((await asked())[0]?.recipientAddress).toMatch(/^bounces\+[0-9a-v]{39}@example\.com$/);
  // Saving something else does not ask again.
  const { password: _, ...kept } = wanted;
  await app.api('PUT', settings, { body: { address: 'bounces@example.com', mailbox: { ...kept, afterReading: 'delete' } } });
  expect(await asked()).toHaveLength(1);

  app.clock.turn(minutes(16));
  expect((await app.api<BounceSettingView>('GET', settings)).body.mailbox?.subAddressCheck).toMatchObject({
    state: 'late',
    sentence: expect.stringContaining('nicht im Postfach angekommen'),
  });
  expect((await again()).body.mailbox?.subAddressCheck?.state).toBe('asked');
  const probe = (await asked()).at(-1)?.recipientAddress;
  imap.deliver(Buffer.from(`To: ${probe}\r\nSubject: Test-E-Mail\r\n\r\n`));
  app.clock.turn(minutes(5));
  await app.workers.bounces.drain();
  expect((await app.api<BounceSettingView>('GET', settings)).body.mailbox?.subAddressCheck?.state).toBe('proven');
  expect(
    (await app.api<BounceSettingView>('PUT', settings, { body: { address: 'bounces@example.com', mailbox } })).body.mailbox,
  ).toMatchObject({ subAddresses: false, subAddressCheck: null });
  imap.folder.mails.length = 0;
});

test('rule 18 the stored password only goes to the server that it was stored for', async () => {
  const { password: _, ...kept } = mailbox;
  expect((await app.api('PUT', settings, { body: { address: 'bounces@example.com', mailbox: { ...kept, folder: 'INBOX' } } })).status).toBe(
    200,
  );
  for (const change of [{ host: 'evil.example', encryption: 'tls' }, { port: imap.port + 1 }, { userName: 'eve' }]) {
    const changed = { ...kept, ...change };
    const put = await app.api<Problem>('PUT', settings, { body: { address: 'bounces@example.com', mailbox: changed } });
    expect([put.status, put.body.errors?.[0]]).toMatchObject([422, { pointer: '/mailbox/password', code: 'bounce.password-again' }]);
    const check = await app.api<Problem>('POST', `${settings}/check`, { body: { mailbox: changed } });
    expect([check.status, check.body.errors?.[0]?.code]).toEqual([422, 'bounce.password-again']);
  }
});

test.each([
  [{ mailbox: { ...mailbox, host: 'https://imap.example.com' } }, '/mailbox/host', 'bounce.host-invalid'],
  [{ mailbox: { ...mailbox, host: 'imap.example.com\r\nA1 LOGOUT' } }, '/mailbox/host', undefined],
  [{ mailbox: { ...mailbox, host: 'imap.example.com' } }, '/mailbox/encryption', 'bounce.encryption-required'],
  [{ mailbox: { ...mailbox, password: 'a\nb' } }, '/mailbox/password', undefined],
  [{ mailbox: { ...mailbox, port: 0 } }, '/mailbox/port', undefined],
  [{ mailbox: { ...mailbox, lastUid: 5 } }, '/mailbox/lastUid', undefined],
  [{ address: null }, '/address', 'bounce.address-missing'],
  [{ address: 'a@b.de, c@d.de' }, '/address', 'address.several'],
  [{ address: '<a@b.de>' }, '/address', 'address.display-name'],
])('rule 15 what cannot be is refused at its field: %j', async (change, pointer, code) => {
  const { status, body } = await app.api<Problem>('PUT', settings, { body: { address: 'bounces@example.com', mailbox, ...change } });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  if (code) expect(body.errors?.[0]?.code).toBe(code);
});

test('the check says what it found, in the language of whoever asks', async () => {
  imap.deliver(Buffer.from('Subject: x\r\n\r\n'));
  const check = (body = {}, headers = {}) => app.api<BounceCheckView>('POST', `${settings}/check`, { body, headers });
  expect((await check()).body).toEqual({
    result: 'ok',
    sentence: 'Verbunden, angemeldet, Ordner geöffnet. Darin liegt 1 E-Mail.',
    answer: null,
    count: 1,
  });
  imap.script.login = () => 'NO [AUTHENTICATIONFAILED] no such user';
  expect((await check()).body).toMatchObject({
    result: 'auth-failed',
    answer: 'no such user',
    sentence: expect.stringContaining('Benutzername und Passwort'),
  });
  imap.script = {};
  expect((await check({ mailbox: { ...mailbox, folder: 'Spam' } })).body).toMatchObject({ result: 'folder-unknown' });
});

test('the mailbox is read by a worker of its own, and a bounce of it stands in the list with its mail', async () => {
  const { id, messageId } = await sentMail('anna@kunde.example');
  imap.deliver(reportOn(messageId));
  await app.workers.bounces.drain();
  const { body } = await app.api<Page>('GET', '/mail/bounces');
  expect(body.items).toMatchObject([
    { way: 'mailbox', outcome: 'recorded', kind: 'permanent', messageId: id, recipientAddress: 'anna@kunde.example', status: '5.1.1' },
  ]);
  expect(body.items[0]?.sentence).toContain('kam zurück');
  expect((await app.api<{ state: string }>('GET', `/mail/messages/${id}`)).body.state).toBe('bounced');
  expect((await app.api<BounceSettingView>('GET', settings)).body.mailbox).toMatchObject({
    lastReadAt: app.clock.now().toISOString(),
    failure: null,
  });
});

test('a bounce can be handed in, once; anything else has no effect', async () => {
  const { id, messageId } = await sentMail('bert@kunde.example');
  const first = await post(reportOn(messageId, 'bert@kunde.example'));
  expect([first.status, first.body]).toMatchObject([200, { kind: 'bounce', reports: [{ outcome: 'recorded', messageId: id }] }]);
  expect((await post(reportOn(messageId, 'bert@kunde.example'))).body.reports[0]?.outcome).toBe('already-known');
  const before = (await app.api<Page>('GET', '/mail/bounces')).body.total;
  for (const { raw, kind } of Object.values(harmless).filter(({ raw }) => raw.length > 0))
    expect((await post(raw)).body).toMatchObject({ kind, reports: [] });
  expect((await app.api<Page>('GET', '/mail/bounces')).body.total).toBe(before);
});

test('what is too large or no mail is refused with a sentence', async () => {
  const large = await post(Buffer.alloc(1024 * 1024 + 1, 'x'));
  expect([large.status, large.body.code]).toEqual([422, 'bounce.too-large']);
  expect(large.body.detail).toContain('1 MB');
  expect((await post(Buffer.alloc(1024 * 1024, 'x'))).status).toBe(200);
  const huge = await post(Buffer.alloc(3_000_000, 'x'));
  expect([huge.status, huge.body.code]).toEqual([422, 'request.too-large']);
  for (const raw of ['', 'not base64', 'YQ=', 'YQ==\n']) {
    const refused = await app.api<Problem>('POST', '/mail/bounces', { body: { raw } });
    expect([refused.status, refused.body.code]).toEqual([422, 'bounce.not-base64']);
  }
});

test('a stranger is sent away before the body is read, a colleague hands in and looks, but sets nothing', async () => {
  expect((await post(Buffer.alloc(3_000_000, 'x'), { cookie: null })).status).toBe(401);
  const passwordHash = await app.hasher.hash('neun Laternen im Nebel');
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const user = await perform(addAdministrator, { name: 'Kollege', language: 'en', passwordHash, email: 'kollege@muster.example' });
  await app.database.owner.db.updateTable('user').set({ administrator: false }).where('id', '=', user.id).execute();
  const cookie = await app.signIn('kollege@muster.example', 'neun Laternen im Nebel');
  expect((await app.api('GET', '/mail/bounces', { cookie })).status).toBe(200);
  const english = await post(reportOn('<made-up@evil.example>'), { cookie });
  expect(english.body.reports[0]).toMatchObject({
    outcome: 'unknown-message',
    sentence: 'Not matched: it names no e-mail that was sent from here.',
  });
  for (const [method, path, body] of [
    ['GET', settings],
    ['PUT', settings, {}],
    ['POST', `${settings}/check`, {}],
  ] as const)
    expect((await app.api(method, path, { cookie, ...(body && { body }) })).status).toBe(403);
});

test('what waits for somebody: marked addresses, reports that match nothing, a mailbox that cannot be read', async () => {
  const alarm = async () => (await app.api<BounceAlarmView>('GET', '/mail/bounces/alarm')).body;
  expect(await alarm()).toMatchObject({
    marked: { count: 2, newest: [{ address: expect.stringMatching(/@kunde\.example$/), contactId: expect.any(String) }, {}] },
    mailboxFailure: null,
    unmatched: { count: 1, isMore: false },
  });
  await app.api('POST', '/mail/addresses/release', { body: { address: 'anna@kunde.example' } });
  imap.script.login = () => 'NO [AUTHENTICATIONFAILED] no such user';
  app.clock.turn(minutes(5));
  await app.workers.bounces.drain();
  imap.script = {};
  expect(await alarm()).toMatchObject({ marked: { count: 1 }, mailboxFailure: { cause: 'auth-failed', answer: 'no such user' } });
  app.clock.turn(days(8));
  expect(await alarm()).toMatchObject({ marked: { count: 0, newest: [] }, unmatched: { count: 0, lastAt: expect.any(String) } });
});

test('the list is paged by keyset and can be limited to what was matched', async () => {
  for (let number = 10; number < 15; number += 1) await post(reportOn('<made-up@evil.example>', undefined, {}, number));
  const first = (await app.api<Page>('GET', '/mail/bounces', { query: { limit: '4' } })).body;
  const second = (await app.api<Page>('GET', '/mail/bounces', { query: { limit: '4', cursor: first.nextCursor ?? '' } })).body;
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([8, 8]);
  const matched = (await app.api<Page>('GET', '/mail/bounces', { query: { matched: 'true' } })).body;
  expect(matched.items.every(({ messageId }) => messageId !== null)).toBe(true);
  expect(matched.total).toBe(2);
});

test('without a mailbox nothing is read, and its password is gone', async () => {
  expect((await app.api<BounceSettingView>('PUT', settings, { body: { address: null, mailbox: null } })).body).toEqual({
    version: expect.any(Number),
    address: null,
    mailbox: null,
  });
  const connections = imap.connections();
  await app.workers.bounces.drain();
  expect(imap.connections()).toBe(connections);
  expect(await app.database.db.selectFrom('bounceMailbox').selectAll().execute()).toEqual([]);
  expect((await app.api<Problem>('POST', `${settings}/check`, { body: {} })).body.code).toBe('bounce.nothing-to-check');
});
