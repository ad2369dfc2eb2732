import { describe, expect, test } from 'vitest';
import { days, minutes } from '../../platform/clock.ts';
import { good } from '../contact/contact.fixture.ts';
import { recordBounce } from '../mail/index.ts';
import { callers } from './diagnosis.fixture.ts';

const { app, smtp, perform, diagnosisOf, apply, linkTo, caller, invitedCaller, mustEnter, mustFinish, visit, mustBe, ...people } =
  await callers();
const { change, newAddress, setPassword, signIn } = people;
const withPassword = { password: good };

describe('decisions and dates', () => {
  test('B114 blocked: who did it, why, and unblocking lets the person in', async () => {
    const { email, accessId } = await caller(withPassword);
    await app.api('PATCH', `/accesses/${accessId}`, { body: { granted: false, blockReason: 'Vertrag beendet' } });
    expect((await signIn(email)).status).not.toBe(303);
    const { admitted, main, sentence } = await diagnosisOf(accessId);
    expect(admitted).toBe(false);
    expect(sentence).toBe('Anna Amsel kann sich bei Kundenportal nicht anmelden. Bisher hat sich noch niemand angemeldet.');
    mustBe(main, 'blocked', 'unblock');
    expect(main?.sentence).toMatch(
      /^Der Zugang von Anna Amsel wurde am \d\d\.03\.2026, \d\d:\d\d Uhr von .+ gesperrt\. Grund: Vertrag beendet$/,
    );
    await apply(main?.remedy);
    await mustEnter(email);
    expect(await diagnosisOf(accessId)).toMatchObject({ admitted: true, main: null, reasons: [] });
  });

  test('B115 B116 expired: from which day on, and another day lets the person in', async () => {
    const { email, accessId } = await caller(withPassword);
    await app.api('PATCH', `/accesses/${accessId}`, { body: { expiresOn: '2026-03-01' } });
    expect((await signIn(email)).text).toContain('Benutzer deaktiviert');
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'expired', 'change-expiry');
    expect(main?.sentence).toBe('Der Zugang von Anna Amsel ist am 01.03.2026 um 00:00 Uhr abgelaufen.');
    await apply(main?.remedy, '2027-01-01');
    await mustEnter(email);
  });

  test('a company that is switched off', async () => {
    const company = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Südbau GmbH' } })).body;
    const { email, accessId } = await caller(withPassword, { customerId: company.id });
    await app.api('PATCH', `/customers/${company.id}`, { body: { closed: true } });
    const { main, gates } = await diagnosisOf(accessId);
    mustBe(main, 'company-closed', 'open-company');
    expect(main?.sentence).toBe('Das Unternehmen Südbau GmbH ist abgeschaltet.');
    expect(gates.find(({ key }) => key === 'company')).toMatchObject({ state: 'failed', remedy: { action: 'open-company' } });
    await apply(main?.remedy);
    await mustEnter(email);
  });

  test('a portal that is switched off', async () => {
    const { email, accessId } = await caller(withPassword);
    const { portal } = await diagnosisOf(accessId);
    await app.api('PATCH', `/portals/${portal.id}`, { body: { closed: true } });
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'portal-closed', 'open-portal');
    await apply(main?.remedy);
    await mustEnter(email);
  });

  test('a deleted access is explained, too, and given anew', async () => {
    const { email, accessId } = await caller(withPassword);
    await app.api('DELETE', `/accesses/${accessId}`);
    const { main, admitted } = await diagnosisOf(accessId);
    expect(admitted).toBe(false);
    mustBe(main, 'deleted', 'give-access');
    await apply(main?.remedy);
    await mustFinish(email);
  });
});

describe('the mail with the link', () => {
  test('no invitation was ever sent', async () => {
    const { email, accessId } = await caller({});
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'never-invited', 'send-link');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('B017 its template is switched off: the way there, and afterwards the mail', async () => {
    const { email, accessId } = await caller({});
    await app.api('PATCH', '/mail/templates/welcome', { body: { active: false } });
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'template-off', 'open-template');
    expect(main?.remedy?.path).toBe('/settings/mail-templates/welcome');
    await app.api('PATCH', '/mail/templates/welcome', { body: { active: true } });
    const after = await diagnosisOf(accessId);
    mustBe(after.main, 'never-invited', 'send-link');
    await apply(after.main?.remedy);
    await mustFinish(email);
  });

  test('B017 its template was switched off while it waited', async () => {
    const { email, accessId } = await caller();
    await app.api('PATCH', '/mail/templates/set_password', { body: { active: false } });
    await app.work();
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'template-off', 'open-template');
    expect(main?.sentence).toContain('liegt seit dem');
    await app.api('PATCH', '/mail/templates/set_password', { body: { active: true } });
    app.clock.turn(minutes(2));
    await app.work();
    await mustFinish(email);
  });

  test('it waits in the queue', async () => {
    const { email, accessId } = await caller();
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-waiting', 'retry');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('somebody has stopped the queue', async () => {
    await app.api('POST', '/mail/pause', { body: {} });
    const { email, accessId } = await caller();
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-paused', 'resume-queue');
    expect(main?.sentence).toContain('hat den Versand angehalten');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('the mail server takes nothing at the moment', async () => {
    smtp.script.mail = () => '530 5.7.0 sign in first';
    const { email, accessId } = await caller();
    await app.work();
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-paused', 'try-transport');
    expect(main?.detail).toContain('5.7.0');
    expect(main?.sentence).not.toContain('5.7.0');
    delete smtp.script.mail;
    app.clock.turn(minutes(2));
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('deferred', async () => {
    smtp.script.rcpt = () => '451 4.7.1 greylisted';
    const { email, accessId } = await caller();
    await app.work();
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-deferred', 'retry');
    delete smtp.script.rcpt;
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('B067 B071 refused because there is no such mailbox: the address is corrected, then a new mail', async () => {
    const { contact, email, accessId } = await caller();
    smtp.script.rcpt = (to) => (to === email ? '550 5.1.1 no such user' : '250 2.1.5 ok');
    await app.work();
    delete smtp.script.rcpt;
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-refused', 'change-address');
    expect(main?.remedy?.path).toBe(`/contacts/${contact.id}`);
    const right = newAddress();
    await change(contact.id, { email: right });
    const after = await diagnosisOf(accessId);
    mustBe(after.main, 'link-ended', 'send-link');
    await apply(after.main?.remedy);
    await mustFinish(right);
  });

  const bounce = async (email: string, messageId: string) => {
    const report = {
      recipientAddress: email,
      kind: 'permanent',
      status: '5.1.1',
      answer: 'no such user',
      reportedAt: app.clock.now(),
    } as const;
    expect(await perform(recordBounce, { ...report, messageId: messageId as never })).toBe('recorded');
  };

  test('bounced, then held by the mark of its address', async () => {
    const { contact, email, accessId, messageId } = await invitedCaller();
    await bounce(email, messageId);
    mustBe((await diagnosisOf(accessId)).main, 'mail-bounced', 'change-address');
    app.clock.turn(minutes(2));
    await change(contact.id, { portalAccess: { sendPasswordLink: true } });
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'address-held', 'release-address');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('withdrawn, because its address was changed before it left', async () => {
    const { contact, accessId } = await caller();
    const right = newAddress();
    await change(contact.id, { email: right });
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'mail-withdrawn', 'send-link');
    expect(main?.sentence).toContain('Die Adresse wurde geändert, bevor sie hinausging.');
    await apply(main?.remedy);
    await mustFinish(right);
  });
});

describe('the link', () => {
  test('B068 B069 accepted, not opened', async () => {
    const { email, accessId } = await invitedCaller();
    app.clock.turn(minutes(5));
    const { main, gates } = await diagnosisOf(accessId);
    mustBe(main, 'not-opened', 'send-link');
    expect(gates.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'account passed',
      'portal passed',
      'access passed',
      'company passed',
      'registration failed',
      'mail passed',
      'link failed',
      'password failed',
      'tries idle',
    ]);
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('opened by a machine only', async () => {
    const { email, accessId } = await invitedCaller();
    await visit(linkTo(email), 'Barracuda Sentinel (EE)', 'HEAD');
    app.clock.turn(minutes(5));
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'machine-only', 'send-link');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('B072 the link expired', async () => {
    const { email, accessId } = await invitedCaller();
    app.clock.turn(days(3));
    const { main, reasons } = await diagnosisOf(accessId);
    mustBe(main, 'link-expired', 'send-link');
    expect(reasons.map(({ code }) => code)).toEqual(['link-expired', 'not-opened']);
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('B073 the link of an older mail was opened', async () => {
    const { contact, email, accessId } = await invitedCaller();
    const older = linkTo(email);
    app.clock.turn(minutes(5));
    await change(contact.id, { portalAccess: { sendPasswordLink: true } });
    await app.work();
    app.clock.turn(minutes(5));
    await visit(older);
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'link-superseded', 'send-link');
    await apply(main?.remedy);
    await mustFinish(email);
  });

  test('the form was opened, passwords were refused, given up', async () => {
    const { email, accessId } = await invitedCaller();
    app.clock.turn(minutes(5));
    await visit(linkTo(email));
    mustBe((await diagnosisOf(accessId)).main, 'opened', 'send-link');
    for (const password of ['kurz', 'passwort1234', 'nochkurz']) await setPassword(linkTo(email), password);
    const { main } = await diagnosisOf(accessId);
    mustBe(main, 'password-refused', 'send-link');
    expect(main?.sentence).toMatch(/abgelehnt, zuletzt am .+ Dabei blieb es\. Es war zuletzt zu kurz\. Der Link gilt noch bis /);
    expect(main?.sentence).toContain('3-mal');
    await apply(main?.remedy);
    await mustFinish(email);
    expect((await diagnosisOf(accessId)).reasons).toEqual([]);
  });

  test('B013 refusing a password changes nothing of what the link can do', async () => {
    const { email } = await invitedCaller();
    await setPassword(linkTo(email), 'kurz');
    await mustFinish(email);
  });
});
