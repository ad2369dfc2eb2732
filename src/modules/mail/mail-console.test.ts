import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { hours, minutes } from '../../platform/clock.ts';
import { testDatabase } from '../../platform/db/db.fixture.ts';
import { type Id, newId } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Actor } from '../audit/index.ts';
import type { Schema } from '../schema.ts';
import { startScriptedSmtp } from './delivery/scripted-smtp.fixture.ts';
import { getTemplate, listTemplates } from './editor/list-templates.ts';
import { switchTemplate } from './editor/switch-template.ts';
import { linkOf, openPost, type Post } from './mail.fixture.ts';
import { getMessage, listMessages, listMessagesOfContact } from './outbox/list-messages.ts';
import { countWaiting } from './outbox/message-store.ts';
import { localWaysOf } from './setting/local-ways.ts';
import { getMailSettings } from './setting/read-setting.ts';
import { getTestMail, listTestMails } from './test-mailbox/list-test-mails.ts';

const local = localWaysOf({ sendmail: '/usr/sbin/sendmail', mailRelay: 'smtp://127.0.0.1:25' });
const database = await testDatabase<Schema>();
const colleague: Actor = { kind: 'user', userId: newId(new Date(0)), accountId: newId(new Date(0)), name: 'Uwe', administrator: false };

const only = async (at: Post, variant: Variant = 'de') => (await at.perform((work) => listMessages(work, { limit: 10 }, variant))).items[0];

test('B016 the templates are listed by section, „Legen Sie ein neues Passwort fest“ under „Kunden“, and can be switched', async () => {
  const at = await openPost(database);
  const list = await at.perform((work) => listTemplates(work, 'de'));
  expect(list.map(({ key, section, active }) => [key, section, active])).toEqual([
    ['set_password', 'customers', true],
    ['welcome', 'customers', true],
    ['welcome_without_link', 'customers', true],
    ['invitation_reminder', 'customers', true],
    ['activation', 'customers', true],
    ['registration_known', 'customers', true],
    ['assignment_done', 'customers', true],
    ['access_expiring', 'customers', true],
    ['access_blocked', 'customers', false],
    ['admin_reset', 'users', true],
    ['registration_pending_to_staff', 'users', true],
    ['access_expiring_to_staff', 'users', true],
    ['reset_password', 'system', true],
    ['password_changed', 'system', true],
    ['email_change_confirm', 'system', true],
    ['email_change_requested', 'system', true],
    ['email_change_notice', 'system', true],
    ['impersonation_notice', 'system', true],
  ]);
  expect(list[0]).toMatchObject({ label: 'Legen Sie ein neues Passwort fest', lastSentAt: null, allowed: ['switch', 'edit'], adapted: [] });
  expect(list[0]?.consequence).toContain('„Kennwort per E-Mail versenden“');

  await at.leaveOne('anna@kunde.example');
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await at.perform((work) => getTemplate(work, 'set_password', 'en'))).toMatchObject({ active: false, label: 'Set a new password' });
  expect(at.events).toEqual([
    {
      name: 'mail-template.switched',
      detail: { before: { template: 'set_password', active: true }, after: { template: 'set_password', active: false, waiting: 1 } },
    },
  ]);
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(at.events).toHaveLength(1);
  await at.perform((work) => switchTemplate(work, 'set_password', true));
  expect((await at.perform((work) => getTemplate(work, 'set_password', 'de'))).active).toBe(true);
});

test('rule 13 a template that does not exist, and one that colleagues without the right may only look at', async () => {
  const at = await openPost(database);
  await expect(at.perform((work) => switchTemplate(work, 'constructor', false))).rejects.toMatchObject({ code: 'mail.unknown-template' });
  await expect(at.perform((work) => getTemplate(work, '__proto__', 'de'))).rejects.toMatchObject({ code: 'mail.unknown-template' });
  expect((await at.perform((work) => getTemplate(work, 'reset_password', 'de'), colleague)).allowed).toEqual([]);
});

test('a template that nothing sends is not listed, and cannot be looked at or switched', async () => {
  const at = await openPost(database);
  expect((await at.perform((work) => listTemplates(work, 'de'))).map(({ key }) => key)).not.toContain('leads_reassigned');
  await expect(at.perform((work) => getTemplate(work, 'leads_reassigned', 'de'))).rejects.toMatchObject({ code: 'mail.unknown-template' });
  await expect(at.perform((work) => switchTemplate(work, 'leads_reassigned', false))).rejects.toMatchObject({
    code: 'mail.unknown-template',
  });
});

test.each([false, true])(
  'rule 14 two administrators switch at the same moment to %s: it is switched once, and told once',
  async (active) => {
    const at = await openPost(database);
    if (active) await at.perform((work) => switchTemplate(work, 'set_password', false));
    const before = at.events.length;
    let arrived = () => {};
    const both = new Promise<void>((resolve) => {
      let count = 0;
      arrived = () => {
        count += 1;
        if (count === 2) resolve();
      };
    });
    // Both have begun before either switches, as two requests at the same moment have.
    const one = () =>
      at.perform(async (work) => {
        arrived();
        await both;
        await switchTemplate(work, 'set_password', active);
      });
    await Promise.all([one(), one()]);
    expect(at.events.slice(before)).toMatchObject([
      { name: 'mail-template.switched', detail: { before: { active: !active }, after: { active } } },
    ]);
  },
);

test('the switch of one workspace is not that of another', async () => {
  const [at, elsewhere] = [await openPost(database), await openPost(database)];
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await elsewhere.leave()).toMatchObject({ state: 'queued' });
});

test('the test mailbox keeps mails with their usable link, and the template knows when it was last sent', async () => {
  const at = await openPost(database);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  await at.worker().runOnce();
  const page = await at.perform((work) => listTestMails(work, { limit: 10 }));
  expect(page).toMatchObject({
    total: 1,
    items: [
      {
        recipient: 'anna@kunde.example',
        sender: 'no-reply@portal.example.com',
        subject: 'Legen Sie ein neues Passwort fest: Kundenportal',
      },
    ],
  });
  const mail = await at.perform((work) => getTestMail(work, page.items[0]?.id as Id<'test-mail'>));
  expect(mail.text).toContain(link.url);
  expect(mail.html).toContain(`href="${link.url}"`);
  expect((await PostalMime.parse(mail.raw)).messageId).toBe(`<${id}@portal.example.com>`);
  expect((await only(at))?.sentence).toBe('Im Testpostfach abgelegt am 21.11.2026, 14:05 Uhr.');
  expect((await at.perform((work) => getTemplate(work, 'set_password', 'de'))).lastSentAt).toBe('2026-11-21T13:05:00.000Z');
  expect((await at.message(id)).sealedLink).toBeNull();
});

test('the test mailbox keeps the newest 500', async () => {
  const at = await openPost(database);
  await at.perform(async ({ tx, now, send }) => {
    const rows = Array.from({ length: 500 }, () => ({
      workspaceId: at.workspace.id,
      id: newId<'test-mail'>(now),
      messageId: newId<'message'>(now),
      receivedAt: new Date(now.getTime() - 1000),
      sender: 'a',
      recipient: 'b',
      subject: 'old',
      html: '',
      text: '',
      raw: '',
    }));
    await tx.insertInto('testMail').values(rows).execute();
    await send({
      template: 'password_changed',
      variant: 'de',
      address: 'anna@kunde.example',
      accountName: 'x',
      person: { salutation: null, title: null, firstName: 'A', lastName: 'B' },
    });
  });
  await at.worker().runOnce();
  const mails = await at.testMails();
  expect(mails).toHaveLength(500);
  expect(mails.filter(({ subject }) => subject !== 'old')).toHaveLength(1);
});

test('rule 13 the test mailbox is there only with that transport, and only for one’s own workspace', async () => {
  const [at, elsewhere] = [await openPost(database), await openPost(database, { smtpUrl: 'smtp://127.0.0.1:9' })];
  await at.leaveOne('anna@kunde.example');
  await at.worker().runOnce();
  const [mail] = await at.testMails();
  await expect(elsewhere.perform((work) => listTestMails(work, { limit: 10 }))).rejects.toMatchObject({ code: 'mail.no-test-mailbox' });
  await expect((await openPost(database)).perform((work) => getTestMail(work, mail?.id as Id<'test-mail'>))).rejects.toMatchObject({
    code: 'mail.unknown-message',
  });
});

test('rule 16 nobody sees the link of a mail in the outbox, neither while it waits nor afterwards', async () => {
  const at = await openPost(database);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  const look = () => at.perform((work) => getMessage(work, id, 'de'));
  const waiting = await look();
  await at.worker().runOnce();
  const sent = await look();
  for (const view of [waiting, sent]) {
    expect(JSON.stringify(view)).not.toContain(link.url.split('/').at(-1));
    expect(JSON.stringify(view)).not.toContain('link.invalid');
    expect(view.text).toContain('[Link, wird nicht gezeigt]');
    expect(view.html).toContain('href="#"');
  }
  expect(sent.messageId).toBe(`<${id}@portal.example.com>`);
  await expect((await openPost(database)).perform((work) => getMessage(work, id, 'de'))).rejects.toMatchObject({
    code: 'mail.unknown-message',
  });
});

test('every state is said in a sentence, with the server’s own words, in the time zone of the workspace', async () => {
  const smtp = await startScriptedSmtp({ script: { rcpt: () => '450 4.2.0 mailbox busy' } });
  const at = await openPost(database, { smtpUrl: `smtp://127.0.0.1:${smtp.port}` });
  const contactId = newId<'contact'>(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { contactId });
  expect(await only(at)).toMatchObject({
    state: 'queued',
    sentence: 'Wartet auf den Versand.',
    contactId,
    template: 'set_password',
    templateLabel: 'Legen Sie ein neues Passwort fest',
    settledAt: null,
  });
  const worker = at.worker();
  await worker.runOnce();
  expect(await only(at)).toMatchObject({
    state: 'deferred',
    sentence:
      'Noch nicht angenommen, nächster Versuch am 21.11.2026, 14:06 Uhr. Der Mailserver hat um einen späteren Versuch gebeten. Antwort des Servers: „4.2.0 mailbox busy“',
    nextAttemptAt: '2026-11-21T13:06:00.000Z',
    attempts: [{ number: 1, outcome: 'deferred', code: 450, enhancedCode: '4.2.0', answer: '4.2.0 mailbox busy', host: '127.0.0.1' }],
  });
  smtp.script = { content: () => 'drop' };
  at.clock.turn(minutes(1));
  await worker.runOnce();
  expect((await only(at, 'en'))?.sentence).toBe(
    'It is not known whether the e-mail arrived. It will be sent once more on 21 November 2026, 14:11. The connection to the mail server broke.',
  );
  smtp.script = { rcpt: () => '550 5.1.1 no such user' };
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(await only(at)).toMatchObject({
    state: 'refused',
    sentence:
      'Vom Mailserver endgültig abgelehnt am 21.11.2026, 14:11 Uhr. Der Mailserver nimmt für diese Adresse nichts an. Bitte die Adresse prüfen. Antwort des Servers: „5.1.1 no such user“',
    nextAttemptAt: null,
    settledAt: '2026-11-21T13:11:00.000Z',
  });
  expect(await at.perform((work) => listMessagesOfContact(work, contactId, 'de-DU'))).toMatchObject([
    { id, sentence: expect.stringContaining('Prüfe bitte die Adresse.') },
  ]);
  await worker.stop();
  await smtp.close();
});

test('B025 a transport that does not work is shown with its cause, the server’s words and what waits; each mail says so too', async () => {
  const smtp = await startScriptedSmtp({ script: { greeting: () => '554 5.3.2 closed today' } });
  const at = await openPost(database, { smtpUrl: `smtp://muster:geheim@127.0.0.1:${smtp.port}` });
  await at.leaveOne('anna@kunde.example');
  await at.worker().runOnce();
  const settings = await at.perform((work) => getMailSettings(work, { variant: 'de', local, countWaiting }));
  expect(settings).toMatchObject({
    sending: { state: 'paused' },
    transport: 'smtp',
    host: '127.0.0.1',
    port: smtp.port,
    encryption: 'none',
    senderName: 'Müller & Söhne GmbH',
    senderAddress: 'no-reply@portal.example.com',
    waiting: 1,
    pause: {
      since: '2026-11-21T13:05:00.000Z',
      nextTryAt: '2026-11-21T13:10:00.000Z',
      answer: '5.3.2 closed today',
      sentence:
        'Der E-Mail-Versand ruht seit dem 21.11.2026, 14:05 Uhr: Der Mailserver nimmt gerade keine Verbindungen an. Wartende E-Mails gehen nicht verloren.',
      cause: 'Der Mailserver nimmt gerade keine Verbindungen an.',
      ends: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald der Mailserver wieder E-Mails annimmt.',
    },
  });
  expect(await only(at)).toMatchObject({
    state: 'paused',
    sentence:
      'Wartet, weil der Versand gerade ruht. Nächster Versuch am 21.11.2026, 14:10 Uhr. Der Mailserver nimmt gerade keine Verbindungen an. Antwort des Servers: „5.3.2 closed today“',
  });
  at.clock.turn(hours(49));
  expect(await only(at)).toMatchObject({
    state: 'withdrawn',
    sentence: 'Nicht verschickt. Der Link ist vor dem Versand abgelaufen.',
    settledAt: '2026-11-23T13:05:00.000Z',
  });
  expect((await at.perform((work) => getMailSettings(work, { variant: 'de', local, countWaiting }))).waiting).toBe(0);
  await smtp.close();
});
