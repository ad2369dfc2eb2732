import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { type ApiProblem, plainSmtp, resetSetting, type SettingAnswer } from './setting.fixture.ts';

const app = await testApp({ PFORTE_BASE_URL: 'https://portal.muster-energie.de' });
let version = 1;

beforeEach(async () => {
  await resetSetting(app);
  version = (await read()).version;
});

const read = async () => (await app.api<SettingAnswer>('GET', '/mail/settings')).body;
const save = async (body: object, ifMatch = version) => {
  const answer = await app.api<SettingAnswer & ApiProblem>('PUT', '/mail/settings', { body, headers: { 'if-match': `"${ifMatch}"` } });
  if (answer.status === 200) version = answer.body.version;
  return answer;
};
const storedRow = () =>
  app.database.db.selectFrom('mailSetting').selectAll().where('workspaceId', '=', app.workspace.id).executeTakeFirstOrThrow();
const faultsOf = ({ body }: { body: ApiProblem }) => Object.fromEntries((body.errors ?? []).map(({ pointer, code }) => [pointer, code]));

describe('B026 the settings of sending', () => {
  test('a new workspace starts with the test mailbox, and says that nothing is sent', async () => {
    expect(await read()).toMatchObject({
      transport: 'test-mailbox',
      sending: { state: 'test-mailbox', sentence: 'Es wird nichts versendet: Testpostfach' },
      fromEnvironment: true,
      hasPassword: false,
      lastCheck: null,
      allowed: ['edit', 'check'],
    });
  });

  test('what is saved is what is read, and from then on it is not the operator’s any more', async () => {
    const { status, body } = await save({
      ...plainSmtp(2525),
      userName: 'muster',
      password: 'geheim-123',
      senderName: 'Muster Energie',
      senderAddress: 'portal@müller.de',
      replyTo: 'service@muster-energie.de',
      bcc: 'ablage@muster-energie.de',
      headerDe: 'Muster Energie\r\nStadtwerke',
      signatureEn: '  Kind regards\nAnna ',
      footerDe: '',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      transport: 'smtp',
      host: '127.0.0.1',
      port: 2525,
      encryption: 'none',
      userName: 'muster',
      hasPassword: true,
      senderAddress: 'portal@xn--mller-kva.de',
      headerDe: 'Muster Energie\nStadtwerke',
      signatureEn: 'Kind regards\nAnna',
      footerDe: null,
      fromEnvironment: false,
      sending: { state: 'ready', sentence: '' },
    });
    expect(await read()).toEqual(body);
  });

  test('B027 „Mail“ and „Sendmail“ work without any SMTP data', async () => {
    expect((await save({ transport: 'mail' })).body).toMatchObject({
      transport: 'mail',
      host: null,
      local: { relay: '127.0.0.1', sendmailPath: '/usr/sbin/sendmail' },
      sending: { state: 'ready' },
    });
    expect((await save({ transport: 'sendmail' })).body).toMatchObject({ transport: 'sendmail', sending: { state: 'ready' } });
  });

  test.each([
    ['tls', 'mail.firma.de', 465],
    ['starttls', 'mail.firma.de', 587],
    ['none', 'localhost', 25],
    [undefined, 'mail.firma.de', 587],
    [undefined, '::1', 25],
  ] as const)('a port that is left out is the usual one: %s at %s is %s', async (encryption, host, port) => {
    expect((await save({ transport: 'smtp', host, ...(encryption && { encryption }) })).body).toMatchObject({ host, port });
  });

  test('who saved first wins, and nobody overwrites them unseen', async () => {
    const old = version;
    await save({ transport: 'mail' });
    expect((await save({ transport: 'sendmail' }, old)).status).toBe(412);
    expect((await read()).transport).toBe('mail');
  });

  test('only administrators change, check and test; others see how mail leaves, but no user name', async () => {
    await save({ ...plainSmtp(2525), userName: 'muster', password: 'geheim-123' });
    const cookie = await staffCookie();
    const seen = await app.api<SettingAnswer>('GET', '/mail/settings', { cookie });
    expect(seen.body).toMatchObject({ host: '127.0.0.1', userName: null, hasPassword: true, allowed: [] });
    for (const [method, path, body] of [
      ['PUT', '/mail/settings', { transport: 'mail' }],
      ['POST', '/mail/settings/check', {}],
      ['POST', '/mail/settings/test', { to: 'anna@kunde.example' }],
    ] as const)
      expect((await app.api(method, path, { cookie, body })).status).toBe(403);
  });
});

/** The administrator, without being one any more. */
async function staffCookie(): Promise<string> {
  const cookie = await app.signIn();
  await app.database.owner.db.updateTable('user').set({ administrator: false }).execute();
  return cookie;
}

describe('B031 the password', () => {
  const secret = 'geheim-pässwort-123';

  test('stands in no answer, no event and no column, and is encrypted at rest', async () => {
    const { body } = await save({ ...plainSmtp(2525), userName: 'muster', password: secret });
    const row = await storedRow();
    const events = await app.database.db.selectFrom('event').selectAll().execute();
    const details = await app.database.db.selectFrom('eventDetail').selectAll().execute();
    expect(JSON.stringify([body, await read(), events, details]).includes('geheim')).toBe(false);
    expect(JSON.stringify([events, details]).includes('"muster"')).toBe(false);
    expect(row.sealedPassword?.toString('latin1')).not.toContain('geheim');
    expect(row.sealedPassword && app.vault.open(row.sealedPassword, `mail-setting.password:${app.workspace.id}`)).toBe(secret);
    expect(events.at(-1)).toMatchObject({ name: 'mail-setting.changed' });
  });

  test('left out it stays, `null` removes it together with the user name', async () => {
    await save({ ...plainSmtp(2525), userName: 'muster', password: secret });
    const { sealedPassword } = await storedRow();
    expect((await save({ ...plainSmtp(2525), userName: 'muster', senderName: 'Anders' })).body).toMatchObject({ hasPassword: true });
    expect((await storedRow()).sealedPassword).toEqual(sealedPassword);
    expect((await save({ transport: 'smtp', userName: null, password: null })).body).toMatchObject({ hasPassword: false, userName: null });
    expect((await storedRow()).sealedPassword).toBeNull();
  });

  test.each([
    ['host', { host: 'localhost' }],
    ['port', { port: 2526 }],
    ['encryption', { encryption: 'tls' }],
    ['user name', { userName: 'anders' }],
  ])('a stored password never goes to another server: the %s changes, so it has to be typed again', async (_, change) => {
    await save({ ...plainSmtp(2525), userName: 'muster', password: secret });
    const answer = await save({ ...plainSmtp(2525), userName: 'muster', ...change });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual({ '/password': 'mail.password-again' });
    expect(answer.body.errors?.[0]?.detail).toContain('Bitte das Passwort noch einmal eingeben');
    const tried = await app.api<ApiProblem>('POST', '/mail/settings/check', {
      body: { ...plainSmtp(2525), userName: 'muster', ...change },
    });
    expect(faultsOf(tried)).toEqual({ '/password': 'mail.password-again' });
  });
});

describe('rule 17 every field is judged, with a sentence at the field', () => {
  const usual = { ...plainSmtp(2525), senderName: 'Muster', senderAddress: 'portal@muster-energie.de' };

  test.each([
    [{ host: 'https://mail.firma.de' }, '/host', 'mail.host-invalid'],
    [{ host: 'mail.firma.de:587' }, '/host', 'mail.host-invalid'],
    [{ host: 'mail firma.de' }, '/host', 'mail.host-invalid'],
    [{ host: 'mail.firma.de\r\nRCPT TO:<x@y.de>' }, '/host', 'field.control-characters'],
    [{ host: '-mail.firma.de' }, '/host', 'mail.host-invalid'],
    [{ host: `${'a'.repeat(64)}..de` }, '/host', 'mail.host-invalid'],
    [{ host: null }, '/host', 'mail.host-missing'],
    [{ host: 'mail.firma.de', encryption: 'none' }, '/encryption', 'mail.encryption-required'],
    [{ host: '192.0.2.7', encryption: 'none' }, '/encryption', 'mail.encryption-required'],
    [{ encryption: 'ssl' }, '/encryption', 'field.unknown-choice'],
    [{ port: 0 }, '/port', 'field.too-small'],
    [{ port: 70_000 }, '/port', 'field.too-large'],
    [{ userName: 'muster' }, '/password', 'mail.password-missing'],
    [{ password: 'geheim' }, '/userName', 'mail.user-name-missing'],
    [{ userName: 'muster', password: 'a\r\nb' }, '/password', 'field.control-characters'],
    [{ senderName: '' }, '/senderName', 'field.required'],
    [{ senderName: 'Muster\r\nBcc: evil@evil.example' }, '/senderName', 'field.control-characters'],
    [{ senderName: 'Mus\ud800ter' }, '/senderName', 'field.malformed'],
    [{ senderName: '=?utf-8?b?RXZpbA==?=' }, '/senderName', 'mail.sender-name-encoded'],
    [{ senderName: 'Muster =?UTF-8?Q?Energie_GmbH?=' }, '/senderName', 'mail.sender-name-encoded'],
    [{ replyTo: '=?utf-8?q?evil?=@b.de' }, '/replyTo', 'mail.invalid-address'],
    [{ headerDe: 'Kopf\ud800zeile' }, '/headerDe', 'field.malformed'],
    [{ senderAddress: 'a@b.de, c@d.de' }, '/senderAddress', 'mail.invalid-address'],
    [{ senderAddress: '<a@b.de>' }, '/senderAddress', 'mail.invalid-address'],
    [{ senderAddress: 'no-reply@pforte.invalid' }, '/senderAddress', 'mail.sender-reserved'],
    [{ replyTo: 'a@b.de\r\nBcc: evil@evil.example' }, '/replyTo', 'field.control-characters'],
    [{ replyTo: 'nobody' }, '/replyTo', 'mail.invalid-address'],
    [{ bcc: 'a@b.de;c@d.de' }, '/bcc', 'mail.invalid-address'],
    [{ signatureDe: 'x'.repeat(2001) }, '/signatureDe', 'field.too-long'],
    [{ footerEn: 'a\u0000b' }, '/footerEn', 'field.control-characters'],
    [{ transport: 'pigeon' }, '/transport', 'field.unknown-choice'],
    [{ version: 7 }, '/version', 'field.unknown-field'],
    [{ returnPath: 'x@y.de' }, '/returnPath', 'field.unknown-field'],
  ])('%j is refused at %s: %s', async (change, pointer, code) => {
    const answer = await save({ ...usual, ...change });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toMatchObject({ [pointer]: code });
    expect((await read()).transport).toBe('test-mailbox');
  });

  test('several faults are told at once', async () => {
    const answer = await save({ ...usual, host: 'a b', senderAddress: 'x', bcc: 'y' });
    expect(Object.keys(faultsOf(answer)).sort()).toEqual(['/bcc', '/host', '/senderAddress']);
  });
});

describe('what follows from saving', () => {
  test('mails in the test mailbox go with it, and that is written down', async () => {
    await app.database.db
      .insertInto('testMail')
      .values({
        workspaceId: app.workspace.id,
        id: '018f0000-0000-7000-8000-00000000000a' as never,
        messageId: '018f0000-0000-7000-8000-00000000000b' as never,
        receivedAt: app.clock.now(),
        sender: 'a@b.de',
        recipient: 'c@d.de',
        subject: 'x',
        html: '',
        text: '',
        raw: '',
      })
      .execute();
    await save({ transport: 'mail' });
    expect(await app.mails()).toEqual([]);
    const events = (await app.api<{ items: object[] }>('GET', '/events')).body;
    expect(JSON.stringify(events.items[0])).toContain('"removedTestMails":1');
  });

  test('a pause ends, because it was found with the settings before', async () => {
    await save({ transport: 'mail' });
    const now = app.clock.now();
    await app.database.db
      .updateTable('mailSetting')
      .set({ pausedSince: now, pausedUntil: now, pauseCause: 'host-unreachable', pauseAnswer: null })
      .execute();
    expect((await read()).sending).toMatchObject({ state: 'paused', sentence: expect.stringContaining('nicht erreichbar') });
    expect((await save({ transport: 'sendmail' })).body).toMatchObject({ pause: null, sending: { state: 'ready' } });
  });

  test('B025 with no way of sending at all the settings say so', async () => {
    expect((await save({ transport: 'none' })).body.sending).toEqual({
      state: 'none',
      sentence: 'Es wird nichts versendet: Es ist kein Versandweg eingerichtet.',
    });
  });
});
