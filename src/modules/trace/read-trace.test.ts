import { afterAll, expect, test } from 'vitest';
import { hours, minutes, seconds } from '../../platform/clock.ts';
import { type Id, newId } from '../../platform/id.ts';
import { statementsOf } from '../../statements.fixture.ts';
import { linkIn, pathOf, peopleApp } from '../contact/contact.fixture.ts';
import type { ContactId } from '../contact/index.ts';
import { startScriptedSmtp } from '../mail/delivery/scripted-smtp.fixture.ts';
import { recordBounce } from '../mail/index.ts';
import type { ContactTrace, MailTrace } from './contract.ts';
import { traceContact, traceMessage } from './read-trace.ts';
import { addVisit } from './store.ts';

const smtp = await startScriptedSmtp();
afterAll(() => smtp.close());
const { app, create, change, newAddress, setPassword, signIn } = await peopleApp({
  PFORTE_SMTP_URL: `smtp://127.0.0.1:${smtp.port}?from=no-reply@muster.example`,
});
const { db } = app.database.owner;
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

async function invited() {
  const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  await app.work();
  return { contact, path: lastPath() };
}
/** The mails' text parts are quoted-printable. */
const lastPath = () => pathOf(linkIn(smtp.mails.at(-1)?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')));
const visit = async (path: string, headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') => {
  const answer = await app.page(method, path, { headers });
  await app.visits.settled();
  return answer;
};
const traceOf = async (contactId: string) => (await app.api<ContactTrace>('GET', `/contacts/${contactId}/trace`)).body.accesses;
const newestOf = async (contactId: string): Promise<MailTrace | undefined> => (await traceOf(contactId))[0]?.mails[0];
const kinds = (trace: MailTrace | undefined) => trace?.items.map(({ kind }) => kind);
const sentence = (trace: MailTrace | undefined, kind: string) => trace?.items.find((item) => item.kind === kind)?.sentence;

test('B075 the way of an invitation: asked for, queued, accepted, looked at by a program, opened, password set, first sign-in', async () => {
  const { contact, path } = await invited();
  app.clock.turn(seconds(2));
  await visit(path, { 'user-agent': 'Barracuda Sentinel (EE)' }, 'HEAD');
  await visit(path, { 'user-agent': phone });
  app.clock.turn(minutes(10));
  await visit(path, { 'user-agent': phone });
  app.clock.turn(minutes(1));
  await setPassword(`http://localhost${path}`);
  app.clock.turn(minutes(1));
  await signIn(String(contact.email));

  const [access] = await traceOf(contact.id);
  expect(access).toMatchObject({ portalName: 'Kundenportal', nextReminder: null, others: [] });
  const [mail] = access?.mails.filter(({ template }) => template === 'set_password') ?? [];
  expect(kinds(mail)).toEqual(['requested', 'queued', 'accepted', 'machine', 'machine', 'opened', 'password-set', 'signed-in']);
  expect(mail?.items.map(({ certainty }) => certainty)).toEqual([
    'known',
    'known',
    'known',
    'presumed',
    'presumed',
    'presumed',
    'known',
    'known',
  ]);
  expect(mail?.items[0]?.actor).toBe(mail?.items[0]?.sentence.match(/^Veranlasst von (.+)\.$/)?.[1]);
  expect(sentence(mail, 'accepted')).toBe('Vom Mailserver angenommen (127.0.0.1). Ob sie im Postfach liegt, weiß nur der Empfänger.');
  expect(mail?.items.filter(({ kind }) => kind === 'machine').map((item) => item.sentence)).toEqual([
    'Link abgerufen: vermutlich ein Prüfprogramm. Angabe des Programms: Barracuda.',
    'Link gleich nach der Übergabe abgerufen: vermutlich ein Prüfprogramm. Angabe des Programms: Safari, iPhone.',
  ]);
  expect(sentence(mail, 'opened')).toBe('Link geöffnet, vermutlich von einem Menschen. Angabe des Programms: Safari, iPhone.');
  const times = mail?.items.map(({ at }) => at) ?? [];
  expect(times.toSorted()).toEqual(times);

  const alone = (await app.api<MailTrace>('GET', `/mail/messages/${mail?.messageId}/trace`)).body;
  expect(alone).toEqual(mail);
});

test('B013 a visit changes nothing of the link, writes no event, and keeps neither secret nor address nor the whole of what a browser says', async () => {
  const { path } = await invited();
  const before = { links: await db.selectFrom('oneTimeLink').selectAll().orderBy('id').execute(), events: await countEvents() };
  app.clock.turn(hours(1));
  await app.page('GET', path, { headers: { 'user-agent': phone }, network: '203.0.113.77' });
  await app.visits.settled();
  expect({ links: await db.selectFrom('oneTimeLink').selectAll().orderBy('id').execute(), events: await countEvents() }).toEqual(before);
  const [row] = await db.selectFrom('linkVisit').selectAll().orderBy('at', 'desc').limit(1).execute();
  expect(row).toMatchObject({ kind: 'person', method: 'GET', program: 'Safari, iPhone' });
  for (const hidden of ['203.0.113', 'AppleWebKit', '18.5', path.split('/').at(-1) ?? path])
    expect(JSON.stringify(row)).not.toContain(hidden);
});

const countEvents = async () => (await db.selectFrom('event').select('id').execute()).length;

test('what a browser loads ahead is not an opening', async () => {
  const { contact, path } = await invited();
  app.clock.turn(hours(1));
  await visit(path, { 'user-agent': phone, 'sec-purpose': 'prefetch' });
  expect(kinds(await newestOf(contact.id))).toEqual(['requested', 'queued', 'accepted', 'machine']);
});

test('a page is answered also where its visit cannot be written down', async () => {
  const { contact, path } = await invited();
  await db.schema.alterTable('link_visit').renameTo('link_visit_away').execute();
  try {
    expect((await visit(path, { 'user-agent': phone })).status).toBe(200);
    expect((await visit(path, {}, 'HEAD')).status).toBe(200);
  } finally {
    await db.schema.alterTable('link_visit_away').renameTo('link_visit').execute();
  }
  expect(kinds(await newestOf(contact.id))).toEqual(['requested', 'queued', 'accepted']);
});

test('of a hundred visits at once ten are kept and the others counted; a person is seen after any number of programs', async () => {
  const { contact, path } = await invited();
  app.clock.turn(minutes(30));
  await Promise.all(Array.from({ length: 100 }, () => app.page('GET', path, { headers: { 'user-agent': 'curl/8.9.1' } })));
  await app.visits.settled();
  app.clock.turn(minutes(1));
  await visit(path, { 'user-agent': phone });
  const trace = await newestOf(contact.id);
  const machines = trace?.items.filter(({ kind }) => kind === 'machine') ?? [];
  expect(machines).toHaveLength(10);
  expect(machines.at(-1)?.sentence).toContain('Danach noch 90-mal, zuletzt am 10.03.2026');
  expect(kinds(trace)?.at(-1)).toBe('opened');
});

test('several servers on one database lose no visit', async () => {
  const { path } = await invited();
  const link = await db.selectFrom('oneTimeLink').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const one = {
    workspaceId: app.workspace.id,
    linkId: link.id,
    kind: 'machine',
    at: app.clock.now(),
    method: 'GET',
    reason: 'program',
    program: '',
  } as const;
  await Promise.all(Array.from({ length: 30 }, () => app.database.db.transaction().execute((tx) => addVisit(tx, one))));
  const rows = await db.selectFrom('linkVisit').select('further').where('linkId', '=', link.id).execute();
  expect(rows.length).toBeLessThanOrEqual(10);
  expect(rows.reduce((sum, { further }) => sum + 1 + further, 0)).toBe(30);
  expect((await app.page('GET', path)).status).toBe(200);
});

test('each try stands there with the server’s words, and after a refusal nothing more is promised', async () => {
  let answer = '450 4.2.0 mailbox busy';
  smtp.script = { rcpt: () => answer };
  const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  await app.work();
  expect(kinds(await newestOf(contact.id))).toEqual(['requested', 'queued', 'attempt', 'waiting']);
  answer = '550 5.1.1 No such person here';
  app.clock.turn(minutes(2));
  await app.work();
  smtp.script = {};
  const trace = await newestOf(contact.id);
  expect(kinds(trace)).toEqual(['requested', 'queued', 'attempt', 'refused']);
  expect(trace?.items.map(({ detail }) => detail)).toEqual([null, null, '450 4.2.0 mailbox busy', '550 5.1.1 No such person here']);
  expect(sentence(trace, 'refused')).toContain('Vom Mailserver endgültig abgelehnt.');
});

test('a mail that came back says so after having been accepted', async () => {
  const { contact } = await invited();
  await db
    .updateTable('message')
    .set({ bouncedAt: app.clock.now(), bounceStatus: '5.1.1', bounceAnswer: 'user unknown' })
    .where('contactId', '=', contact.id as never)
    .execute();
  const trace = await newestOf(contact.id);
  expect(kinds(trace)).toEqual(['requested', 'queued', 'accepted', 'bounced']);
  expect(trace?.items.at(-1)).toMatchObject({
    sentence: 'Als unzustellbar zurückgekommen: Im Postfach liegt sie nicht.',
    detail: '5.1.1 user unknown',
  });
});

test('B073 an older mail is told as replaced; its link, opened later, as one that no longer worked', async () => {
  const { contact, path } = await invited();
  app.clock.turn(hours(1));
  await change(contact.id, { portalAccess: { sendPasswordLink: true } });
  await app.work();
  app.clock.turn(hours(1));
  await visit(path, { 'user-agent': phone });
  const [newer, older] = (await traceOf(contact.id))[0]?.mails ?? [];
  expect(kinds(newer)).toEqual(['requested', 'queued', 'accepted']);
  expect(kinds(older)).toEqual(['requested', 'queued', 'accepted', 'superseded', 'opened']);
  expect(sentence(older, 'opened')).toContain('Er war da schon durch eine neuere E-Mail ersetzt.');
});

test('a link that ran out unused is told as such, and its mail as accepted all the same', async () => {
  const { contact } = await invited();
  app.clock.turn(hours(49));
  expect(kinds(await newestOf(contact.id))).toEqual(['requested', 'queued', 'accepted', 'expired']);
});

test('a mail that was held back by a switched-off template says what it waits for', async () => {
  smtp.script = { rcpt: () => '450 4.2.0 later' };
  const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  await app.work();
  smtp.script = {};
  await app.api('PATCH', '/mail/templates/set_password', { body: { active: false } });
  const trace = await newestOf(contact.id);
  expect(trace?.items.at(-1)).toMatchObject({ kind: 'held', at: null });
  await app.api('PATCH', '/mail/templates/set_password', { body: { active: true } });
});

test('reminders: the day of the next one, who asked for one that went, and why one did not', async () => {
  app.clock.set('2026-04-14T09:00:00Z');
  const { contact } = await invited();
  expect((await traceOf(contact.id))[0]?.nextReminder).toEqual({
    on: '2026-04-17',
    sentence: 'Nächste Erinnerung am Freitag, 17.04.2026.',
    isPossible: true,
  });
  app.clock.set('2026-04-17T09:00:00Z');
  await app.workers.reminders.drain();
  await app.work();
  const [reminder, invitation] = (await traceOf(contact.id))[0]?.mails ?? [];
  expect(sentence(reminder, 'requested')).toBe('Von Pforte veranlasst: 1. Erinnerung an die offene Einladung.');
  expect(kinds(invitation)?.at(-1)).toBe('expired');

  await app.api('PATCH', '/mail/templates/invitation_reminder', { body: { active: false } });
  const impossible = (await traceOf(contact.id))[0]?.nextReminder;
  expect(impossible).toMatchObject({ on: '2026-04-21', isPossible: false });
  expect(impossible?.sentence).toContain('Das E-Mail Template ist ausgeschaltet.');
  app.clock.set('2026-04-21T09:00:00Z');
  await app.workers.reminders.drain();
  await app.api('PATCH', '/mail/templates/invitation_reminder', { body: { active: true } });
  const [access] = await traceOf(contact.id);
  expect(access?.others.map((item) => [item.kind, item.sentence])).toEqual([
    ['not-sent', 'Erinnerung an die Einladung nicht gesendet: Das E-Mail Template ist ausgeschaltet.'],
  ]);
});

test('reminders: what will become of the next one is said where the last mail did not arrive, and where the address is held', async () => {
  app.clock.set('2026-04-28T09:00:00Z');
  const { contact } = await invited();
  const messageId = (await newestOf(contact.id))?.messageId as Id<'message'>;
  const next = async () => (await traceOf(contact.id))[0]?.nextReminder;
  await db.updateTable('message').set({ acceptedAt: null, refusedAt: app.clock.now() }).where('id', '=', messageId).execute();
  expect(await next()).toMatchObject({
    isPossible: true,
    sentence: `Nächste Erinnerung am Freitag, 01.05.2026, wieder an ${contact.email}: Dort kam die letzte E-Mail nicht an.`,
  });
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const report = { recipientAddress: String(contact.email), kind: 'permanent', status: '5.1.1', answer: 'gone' } as const;
  await db.updateTable('message').set({ acceptedAt: app.clock.now(), refusedAt: null }).where('id', '=', messageId).execute();
  expect(await perform(recordBounce, { ...report, messageId, reportedAt: app.clock.now() })).toBe('recorded');
  expect(await next()).toMatchObject({
    isPossible: false,
    sentence: `Am Freitag, 01.05.2026 wäre die nächste Erinnerung fällig. Sie wird zurückgehalten, solange ${contact.email} als unzustellbar gilt.`,
  });
});

test('the way of a person with several accesses takes as many statements as that of one with a single one', async () => {
  const { contact } = await invited();
  const read = () => traceOf(contact.id);
  await read();
  const one = await statementsOf(read);
  const [given] = await db
    .selectFrom('access')
    .selectAll()
    .where('id', '=', String((await read())[0]?.accessId) as never)
    .execute();
  const [portal] = await db
    .selectFrom('portal')
    .selectAll()
    .where('id', '=', given?.portalId as never)
    .execute();
  for (const name of ['zwei', 'drei']) {
    const [portalId, accessId] = [newId<'portal'>(app.clock.now()), newId<'access'>(app.clock.now())];
    await db
      .insertInto('portal')
      .values({ ...(portal as NonNullable<typeof portal>), id: portalId, slug: name, name, isDefault: false })
      .execute();
    await db
      .insertInto('access')
      .values({ ...(given as NonNullable<typeof given>), id: accessId, portalId })
      .execute();
    await db
      .insertInto('assignment')
      .values({ workspaceId: app.workspace.id, accessId, contactId: contact.id as ContactId, assignedAt: app.clock.now() } as never)
      .execute();
  }
  expect(await read()).toHaveLength(3);
  expect(await statementsOf(read)).toHaveLength(one.length);
});

test('a password that staff typed, and the first sign-in with it, stand there without a mail', async () => {
  const email = newAddress();
  const { contact } = (await create({ email, portalAccess: { password: 'vier graue Esel am Deich' } })).body;
  app.clock.turn(minutes(5));
  await signIn(email);
  await signIn(email);
  const [access] = await traceOf(contact.id);
  expect(access?.others.map(({ kind }) => kind)).toEqual(['password-set', 'signed-in']);
  expect(access?.others[0]?.sentence).toBe(`Passwort eingetragen von ${access?.others[0]?.actor}.`);
});

test('„Passwort vergessen“ is told as the person’s own wish, and in the language of whoever looks', async () => {
  const { contact, path } = await invited();
  await setPassword(`http://localhost${path}`);
  app.clock.turn(hours(1));
  await app.page('POST', '/kunden/forgot-password', { form: { typed: String(contact.email) } });
  await app.work();
  expect(sentence(await newestOf(contact.id), 'requested')).toBe('Von der Person angefordert mit „Passwort vergessen“.');
  await db.updateTable('user').set({ language: 'en' }).execute();
  expect(sentence(await newestOf(contact.id), 'requested')).toBe('Requested by the person with “Forgotten password”.');
  await db.updateTable('user').set({ language: 'de' }).execute();
});

test('rule 13 what does not exist, or belongs to another workspace, has no line of time', async () => {
  const { contact } = await invited();
  const none = '0198a1b2-0000-7000-8000-000000000000';
  expect((await app.api<{ code: string }>('GET', `/contacts/${none}/trace`)).body.code).toBe('contact.unknown');
  expect((await app.api<{ code: string }>('GET', `/mail/messages/${none}/trace`)).body.code).toBe('mail.unknown-message');
  const elsewhere = app.performIn({ actor: { kind: 'system' }, workspace: { ...app.workspace, id: none as typeof app.workspace.id } });
  const message = (await newestOf(contact.id))?.messageId;
  await expect(elsewhere(traceContact, contact.id as ContactId, 'de')).rejects.toMatchObject({ code: 'contact.unknown' });
  await expect(elsewhere(traceMessage, message as Id<'message'>, 'de')).rejects.toMatchObject({ code: 'mail.unknown-message' });
});

test('rule 16 no line of time holds a usable link', async () => {
  const { contact, path } = await invited();
  const { body } = await app.api('GET', `/contacts/${contact.id}/trace`);
  expect(JSON.stringify(body)).not.toContain(path.split('/').at(-1));
});
