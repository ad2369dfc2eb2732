import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { minutes } from '../../../platform/clock.ts';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from '../delivery/scripted-smtp.fixture.ts';
import { fakeSendmail, taking } from '../transport/sendmail.fixture.ts';
import { type ApiProblem, type CheckAnswer, plainSmtp, resetSetting, type SettingAnswer, type TestAnswer } from './setting.fixture.ts';

const relay = await startScriptedSmtp();
const sendmail = fakeSendmail(taking);
const app = await testApp({
  PFORTE_BASE_URL: 'https://portal.muster-energie.de',
  PFORTE_MAIL_RELAY: `smtp://127.0.0.1:${relay.port}`,
  PFORTE_SENDMAIL: sendmail.path,
});
const opened: (() => unknown)[] = [];

beforeEach(() => resetSetting(app));
afterEach(async () => {
  relay.mails.splice(0);
  for (const close of opened.splice(0).reverse()) await close();
});

async function server(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const smtp = await startScriptedSmtp(options);
  opened.push(smtp.close);
  return smtp;
}

const wrongPassword = {
  offersAuth: true,
  script: { auth: (_: string, given: string) => (given === 'richtig-1' ? '235 2.7.0 ok' : '535 5.7.8 no') },
};
const read = async () => (await app.api<SettingAnswer>('GET', '/mail/settings')).body;
const save = (body: object) => app.api<SettingAnswer & ApiProblem>('PUT', '/mail/settings', { body });
const check = (body: object = {}) => app.api<CheckAnswer & ApiProblem>('POST', '/mail/settings/check', { body });
const sendTest = (body: object) => app.api<TestAnswer & ApiProblem>('POST', '/mail/settings/test', { body });
const pause = () =>
  app.database.owner.db
    .updateTable('mailSetting')
    .set({ pausedSince: app.clock.now(), pausedUntil: app.clock.now(), pauseCause: 'auth-failed', pauseAnswer: null })
    .execute();
const english = { headers: { 'accept-language': 'en' } };

describe('B030 the live check', () => {
  test('of typed details, before saving: the cause in words, what to do, the server’s answer; nothing is saved but the finding', async () => {
    const smtp = await server(wrongPassword);
    const typed = { ...plainSmtp(smtp.port), userName: 'muster', password: 'falsch-1' };
    expect(await check(typed)).toMatchObject({
      status: 200,
      body: {
        result: 'auth-failed',
        cause: 'auth-failed',
        sentence: 'Der Mailserver hat die Anmeldung abgelehnt. Bitte Benutzername und Passwort prüfen.',
        remedy: expect.stringContaining('App-Passwort'),
        host: '127.0.0.1',
        port: smtp.port,
        tls: null,
        code: 535,
        enhancedCode: '5.7.8',
        answer: '5.7.8 no',
      },
    });
    expect(await read()).toMatchObject({
      transport: 'test-mailbox',
      host: null,
      hasPassword: false,
      lastCheck: { at: app.clock.now().toISOString(), result: 'auth-failed', host: '127.0.0.1', isCurrent: false },
      sending: { state: 'test-mailbox' },
    });
  });

  test('that went well counts for what is saved afterwards, and only for that', async () => {
    const smtp = await server(wrongPassword);
    const typed = { ...plainSmtp(smtp.port), userName: 'muster', password: 'richtig-1' };
    expect((await check(typed)).body).toMatchObject({
      result: 'ok',
      cause: null,
      remedy: null,
      sentence: expect.stringContaining('127.0.0.1'),
    });
    expect((await save(typed)).body.lastCheck).toMatchObject({ result: 'ok', isCurrent: true });
    expect((await save({ ...plainSmtp(smtp.port), senderName: 'Anders' })).body.lastCheck).toMatchObject({ isCurrent: true });
    expect((await save({ ...typed, password: 'anders-1' })).body.lastCheck).toMatchObject({ isCurrent: false });
  });

  test('B025 that failed for what is stored is said wherever a mail would be triggered, until a mail leaves all the same', async () => {
    const smtp = await server(wrongPassword);
    await save({ ...plainSmtp(smtp.port), userName: 'muster', password: 'falsch-1' });
    expect((await read()).sending).toEqual({ state: 'ready', sentence: '' });
    await check();
    expect((await read()).sending).toEqual({
      state: 'failing',
      sentence:
        'Der E-Mail-Versand funktioniert nicht: Der Mailserver hat die Anmeldung abgelehnt. Bitte Benutzername und Passwort prüfen.',
    });
    smtp.script = {};
    app.clock.turn(minutes(1));
    const company = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Nordbau' } });
    const person = {
      customerId: company.body.id,
      salutation: null,
      firstName: 'Anna',
      lastName: 'Amsel',
      email: 'anna@kunde.example',
      portalAccess: { sendPasswordLink: true },
    };
    expect((await app.api('POST', '/contacts', { body: person })).status).toBe(201);
    await app.work();
    expect(smtp.mails).toHaveLength(1);
    expect((await read()).sending).toEqual({ state: 'ready', sentence: '' });
  });

  test('B025 that failed is forgotten with what it was about', async () => {
    const smtp = await server(wrongPassword);
    await save({ ...plainSmtp(smtp.port), userName: 'muster', password: 'falsch-1' });
    await check();
    await save({ ...plainSmtp(smtp.port), userName: 'muster', password: 'richtig-1' });
    expect((await read()).sending.state).toBe('ready');
  });

  test.each([
    ['a check', () => check()],
    ['a test mail that was taken', () => sendTest({ to: 'a@b.de' })],
  ])('%s of what is stored that went well ends the pause, and the alarm with it', async (_, proof) => {
    const smtp = await server(wrongPassword);
    await save({ ...plainSmtp(smtp.port), userName: 'muster', password: 'falsch-1' });
    await pause();
    expect((await read()).sending.state).toBe('paused');
    await check();
    expect((await read()).pause).not.toBeNull();
    smtp.script = {};
    await proof();
    expect(await read()).toMatchObject({ pause: null, sending: { state: 'ready' } });
  });

  test('of other details than the stored ones ends no pause', async () => {
    const [broken, fine] = [await server(wrongPassword), await server()];
    await save({ ...plainSmtp(broken.port), userName: 'muster', password: 'falsch-1' });
    await pause();
    expect((await check({ ...plainSmtp(fine.port), userName: null })).body.result).toBe('ok');
    expect((await read()).sending.state).toBe('paused');
  });

  test('of „Sendmail“ ends no pause, because the program was only looked at; a test mail does', async () => {
    await save({ transport: 'sendmail', senderAddress: 'portal@muster-energie.de' });
    await pause();
    expect((await check()).body.result).toBe('ok');
    expect((await read()).sending.state).toBe('paused');
    expect((await sendTest({ to: 'a@b.de' })).body.accepted).toBe(true);
    expect((await read()).pause).toBeNull();
  });

  test('uses the stored password for the stored server', async () => {
    const given: string[] = [];
    const smtp = await server({
      offersAuth: true,
      script: {
        auth: (_, password) => {
          given.push(password);
          return '235 2.7.0 ok';
        },
      },
    });
    await save({ ...plainSmtp(smtp.port), userName: 'muster', password: 'richtig-1' });
    expect((await check({ ...plainSmtp(smtp.port), userName: 'muster' })).body.result).toBe('ok');
    expect(given).toEqual(['richtig-1']);
  });

  test('B027 of „Mail“ looks at the operator’s relay, of „Sendmail“ at the program', async () => {
    expect((await check({ transport: 'mail' })).body).toMatchObject({ transport: 'mail', result: 'ok', port: relay.port });
    expect((await check({ transport: 'sendmail' })).body).toMatchObject({ result: 'ok', sentence: expect.stringContaining(sendmail.path) });
    expect((await check({ transport: 'test-mailbox' })).body).toMatchObject({
      result: 'ok',
      sentence: expect.stringContaining('Testpostfach'),
    });
    expect(await check({ transport: 'none' })).toMatchObject({ status: 409, body: { code: 'mail.nothing-to-check' } });
  });

  test('B027 of „Mail“ that fails names no field that is not there, but whose server it is', async () => {
    relay.script = { greeting: () => 'HTTP/1.1 400 Bad Request' };
    const { body } = await check({ transport: 'mail' });
    relay.script = {};
    expect(body).toMatchObject({ result: 'bad-answer', remedy: expect.stringContaining('hat der Betreiber der Installation eingestellt') });
  });

  test('speaks the caller’s language', async () => {
    const smtp = await server({ script: { mail: () => '550 5.7.1 no' } });
    const { body } = await app.api<CheckAnswer>('POST', '/mail/settings/check', { body: plainSmtp(smtp.port), ...english });
    expect(body.sentence).toMatch(/Absenderadresse|sender address/);
  });

  test('rule 20 cannot be pressed without end', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 20; count++) statuses.push((await check({ transport: 'test-mailbox' })).status);
    expect(statuses.slice(0, 14)).toEqual(Array(14).fill(200));
    expect(statuses.at(-1)).toBe(429);
    app.clock.turn(minutes(5));
    expect((await check({ transport: 'test-mailbox' })).status).toBe(200);
  });

  test('rule 21 leaves an event without any secret', async () => {
    const smtp = await server(wrongPassword);
    await check({ ...plainSmtp(smtp.port), userName: 'muster', password: 'falsch-1' });
    const events = await app.database.db.selectFrom('event').select(['name', 'change']).orderBy('sequence', 'desc').limit(1).execute();
    expect(events).toMatchObject([{ name: 'mail-setting.checked', change: { after: { host: '127.0.0.1', outcome: 'auth-failed' } } }]);
    const row = await app.database.db.selectFrom('mailSetting').selectAll().executeTakeFirstOrThrow();
    expect(`${JSON.stringify(events)}${row.sealedCheck?.toString('latin1')}`).not.toContain('falsch-1');
  });
});

describe('B030 the test mail', () => {
  test('leaves at once with what is typed: sender, reply-to, header, footer and signature; the answer is the server’s', async () => {
    const smtp = await server({ script: { content: () => '250 2.0.0 queued as 4711' } });
    const { status, body } = await sendTest({
      ...plainSmtp(smtp.port),
      to: ' Karin@muster-energie.de ',
      senderName: 'Müller & Söhne <evil@evil.example>',
      senderAddress: 'portal@muster-energie.de',
      replyTo: 'service@muster-energie.de',
      headerDe: 'Kopf <b>fett</b>',
      footerDe: 'Fuß',
      signatureDe: 'Ihr Team\nvon Muster',
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        accepted: true,
        result: 'ok',
        to: 'Karin@muster-energie.de',
        code: 250,
        enhancedCode: '2.0.0',
        answer: '2.0.0 queued as 4711',
      },
    });
    expect(body.sentence).toContain('Angenommen heißt noch nicht angekommen');
    expect(smtp.mails).toMatchObject([{ from: 'portal@muster-energie.de', to: ['Karin@muster-energie.de'] }]);
    const mail = await PostalMime.parse(smtp.mails[0]?.raw ?? '');
    expect(mail.from).toMatchObject({ name: 'Müller & Söhne <evil@evil.example>', address: 'portal@muster-energie.de' });
    expect(mail.replyTo).toMatchObject([{ address: 'service@muster-energie.de' }]);
    expect(mail.html).toContain('Kopf &lt;b&gt;fett&lt;/b&gt;');
    expect(mail.html).toContain('Ihr Team<br>von Muster');
    for (const text of ['Kopf <b>fett</b>', 'Fuß', 'Ihr Team\nvon Muster']) expect(mail.text).toContain(text);
    expect(mail.text).not.toMatch(/Freundliche Grüße|nicht gelesen/);
    expect((await read()).lastCheck).toMatchObject({ result: 'ok' });
  });

  test.each([
    ['de', 'Test-E-Mail von Muster Energie GmbH', 'Da Sie sie lesen, kommen E-Mails von Muster Energie GmbH bei Ihnen an.'],
    ['en', 'Test e-mail from Muster Energie GmbH', 'Since you are reading it, e-mails from Muster Energie GmbH reach you.'],
  ])('says what the template „Test-E-Mail“ says (%s)', async (language, subject, sentence) => {
    await app.api('PATCH', '/me', { body: { language } });
    await sendTest({ transport: 'mail', to: 'a@b.de' });
    await app.api('PATCH', '/me', { body: { language: 'de' } });
    const mail = await PostalMime.parse(relay.mails[0]?.raw ?? '');
    expect(mail.subject).toBe(subject);
    expect(mail.text?.replace(/\s+/g, ' ')).toContain(sentence);
  });

  test('by every way: relay, program, test mailbox', async () => {
    expect((await sendTest({ transport: 'mail', to: 'a@b.de' })).body).toMatchObject({ accepted: true, transport: 'mail' });
    expect(relay.mails).toMatchObject([{ to: ['a@b.de'] }]);
    expect((await sendTest({ transport: 'sendmail', to: 'c@d.de' })).body).toMatchObject({ accepted: true, transport: 'sendmail' });
    expect(sendmail.written('arguments')).toContain('c@d.de');
    expect((await sendTest({ transport: 'test-mailbox', to: 'e@f.de' })).body).toMatchObject({
      accepted: true,
      sentence: expect.stringContaining('Testpostfach'),
    });
    expect(await app.mails()).toMatchObject([{ recipient: 'e@f.de', subject: 'Test-E-Mail von Muster Energie GmbH' }]);
  });

  test('that is refused for its recipient says so, and does not speak against the settings', async () => {
    const smtp = await server({ script: { rcpt: () => '550 5.1.1 no such person' } });
    await save(plainSmtp(smtp.port));
    expect((await sendTest({ to: 'nobody@muster-energie.de' })).body).toMatchObject({
      accepted: false,
      result: 'recipient-refused',
      answer: '5.1.1 no such person',
      remedy: expect.stringContaining('Die Einstellungen selbst funktionieren'),
    });
    expect(await read()).toMatchObject({ lastCheck: null, sending: { state: 'ready' } });
  });

  test('that meets a broken transport is a failed check', async () => {
    const smtp = await server({ script: { greeting: () => '554 5.3.2 closed' } });
    await save(plainSmtp(smtp.port));
    expect((await sendTest({ to: 'a@b.de' })).body).toMatchObject({ accepted: false, result: 'unavailable' });
    expect((await read()).sending.state).toBe('failing');
  });

  test.each(['a@b.de, c@d.de', 'a@b.de\r\nBcc: c@d.de', '<a@b.de>', 'nobody', ''])(
    'rule 17 goes to one address only, not to %j',
    async (to) => {
      const { status, body } = await sendTest({ transport: 'test-mailbox', to });
      expect(status).toBe(422);
      expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/to']);
    },
  );

  test('rule 20 cannot be used to fill a mailbox', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 9; count++) statuses.push((await sendTest({ transport: 'test-mailbox', to: 'a@b.de' })).status);
    expect(statuses.slice(0, 5)).toEqual(Array(5).fill(200));
    expect(statuses.at(-1)).toBe(429);
  });
});
