import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hours, later, minutes } from '../../platform/clock.ts';
import { createLog } from '../../platform/log.ts';
import { statementsOf } from '../../statements.fixture.ts';
import { good, linkIn, peopleApp } from '../contact/contact.fixture.ts';
import type { ContactView } from '../contact/contract.ts';
import type { ReminderSettingView } from './contract.ts';
import { usualReminders } from './reminder.ts';
import { createReminders } from './send-reminder.ts';

const { app, create, change, sentTo, invited, setPassword, signIn } = await peopleApp();
const remind = () => app.workers.reminders.drain();
const reminders = async (address: unknown) => (await sentTo(String(address))).filter(({ subject }) => subject.startsWith('Erinnerung'));
const nobody = { person: { salutation: null, title: null, firstName: '', lastName: 'Amsel' }, variant: 'de' } as const;
const tuesday = '2026-04-14T09:00:00Z';
const at = (instant: string) => app.clock.set(instant);

test('B073 an open invitation is reminded of on day 3, 7 and 14, each time with a link that works and replaces the one before', async () => {
  at(tuesday);
  const { contact, link } = await invited();
  const days = ['2026-04-16', '2026-04-17', '2026-04-20', '2026-04-21', '2026-04-22', '2026-04-28', '2026-05-15'];
  const counts: number[] = [];
  for (const day of days) {
    at(`${day}T09:00:00Z`);
    await remind();
    counts.push((await reminders(contact.email)).length);
  }
  expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3]);

  at('2026-04-28T10:00:00Z');
  const [newest, before] = await reminders(contact.email);
  expect(newest?.text).toContain('14.04.2026');
  for (const old of [link, linkIn(before?.text)])
    expect((await app.page('GET', new URL(old).pathname)).text).not.toContain('name="password"');
  expect((await setPassword(linkIn(newest?.text))).status).toBe(303);
  expect((await signIn(String(contact.email))).status).toBe(303);
});

test('a reminder waits for the hours of the portal’s time zone', async () => {
  at(tuesday);
  const { contact } = await invited();
  for (const [now, count] of [
    ['2026-04-17T05:59:00Z', 0],
    ['2026-04-17T16:00:00Z', 0],
    ['2026-04-18T10:00:00Z', 0],
    ['2026-04-20T06:00:00Z', 1],
  ] as const) {
    at(now);
    await remind();
    expect(await reminders(contact.email)).toHaveLength(count);
  }
});

test('nobody is reminded who has set a password, was blocked, or has only asked for a forgotten password', async () => {
  at(tuesday);
  const [done, blocked] = [await invited(), await invited()];
  await setPassword(done.link);
  const { db } = app.database.owner;
  const accountIds = db.selectFrom('account').select('id').where('email', '=', String(blocked.contact.email));
  await db.updateTable('access').set({ blockedAt: app.clock.now() }).where('accountId', 'in', accountIds).execute();
  const { contact: forgetful } = (await create()).body;
  await app.page('POST', '/kunden/forgot-password', { form: { typed: String(forgetful.email) } });
  expect(await sentTo(String(forgetful.email))).toHaveLength(1);

  at('2026-04-21T09:00:00Z');
  await remind();
  for (const { email } of [done.contact, blocked.contact, forgetful]) expect(await reminders(email)).toEqual([]);
});

test('an invitation that staff send again starts its series anew', async () => {
  at(tuesday);
  const { contact } = await invited();
  at('2026-04-16T09:00:00Z');
  await change(contact.id, { portalAccess: { sendPasswordLink: true } });
  at('2026-04-17T09:00:00Z');
  await remind();
  expect(await reminders(contact.email)).toHaveLength(0);
  at('2026-04-20T09:00:00Z');
  await remind();
  expect(await reminders(contact.email)).toHaveLength(1);
});

test('B017 with its template off no reminder goes, and the event says so; the invitation’s own link stays as it is', async () => {
  at(tuesday);
  const { contact, link } = await invited();
  await app.api('PATCH', '/mail/templates/invitation_reminder', { body: { active: false } });
  at('2026-04-17T09:00:00Z');
  await remind();
  expect(await reminders(contact.email)).toEqual([]);
  const [access] = (await app.api<ContactView>('GET', `/contacts/${contact.id}`)).body.accesses;
  const written = await app.database.owner.db
    .selectFrom('event')
    .select('name')
    .where('subjectId', '=', String(access?.accessId))
    .execute();
  expect(written.map(({ name }) => name)).toContain('invitation-reminder.not-possible');
  expect((await setPassword(link)).status).toBe(410);
  at('2026-04-15T09:00:00Z');
  expect((await setPassword(link)).status).toBe(303);
  await app.api('PATCH', '/mail/templates/invitation_reminder', { body: { active: true } });
});

test('two servers on one database send each reminder once', async () => {
  at(tuesday);
  const people = [await invited(), await invited(), await invited(), await invited()];
  at('2026-04-17T09:00:00Z');
  await Promise.all([remind(), remind(), remind()]);
  for (const { contact } of people) expect(await reminders(contact.email)).toHaveLength(1);
});

test('those that are due are looked up together, not once for each', async () => {
  at('2026-05-12T09:00:00Z');
  const people = [await invited(), await invited(), await invited(), await invited(), await invited()];
  at('2026-05-15T09:00:00Z');
  const asked = await statementsOf(remind);
  expect(asked.filter((text) => text.includes('reminders_from') && text.includes('limit') && !text.includes('access.id ='))).toHaveLength(
    2,
  );
  for (const { contact } of people) expect(await reminders(contact.email)).toHaveLength(1);
});

test('what changes after the look-up counts: a person who comes in or is blocked, and reminders that are switched off', async () => {
  at('2026-05-19T09:00:00Z');
  await remind();
  const people: Awaited<ReturnType<typeof invited>>[] = [];
  for (let count = 0; count < 4; count++) {
    app.clock.turn(minutes(1));
    people.push(await invited());
  }
  at('2026-05-22T09:00:00Z');
  const remindNext = createReminders(async () => ({ ...nobody }), createLog('silent'));
  const next = () => remindNext(app.workspace.id, app.performIn({ actor: { kind: 'system' }, workspace: app.workspace }));
  const sent = async () => {
    const counts: number[] = [];
    for (const { contact } of people) counts.push((await reminders(contact.email)).length);
    return counts;
  };
  expect(await next()).toBe(true);
  expect(await sent()).toEqual([1, 0, 0, 0]);

  expect((await change(people[1]?.contact.id ?? '', { portalAccess: { password: good } })).status).toBe(200);
  const { db } = app.database.owner;
  const accountIds = db.selectFrom('account').select('id').where('email', '=', String(people[2]?.contact.email));
  await db.updateTable('access').set({ expiresOn: '2026-05-22' }).where('accountId', 'in', accountIds).execute();
  expect([await next(), await next()]).toEqual([true, true]);
  await app.api('PUT', '/mail/reminders', { body: { active: false, days: [3], fromTime: '08:00', toTime: '18:00', weekend: false } });
  expect([await next(), await next()]).toEqual([true, false]);
  expect(await sent()).toEqual([1, 0, 0, 0]);
  await app.api('PUT', '/mail/reminders', { body: { active: true, days: [3, 7, 14], fromTime: '08:00', toTime: '18:00', weekend: false } });
});

test('a setting that nobody has changed is the usual one, whoever asks for it', async () => {
  await app.database.owner.db.deleteFrom('reminderSetting').execute();
  expect((await app.api<ReminderSettingView>('GET', '/mail/reminders')).body).toMatchObject({ ...usualReminders, version: 0 });
  at('2026-06-02T09:00:00Z');
  const { contact } = await invited();
  at('2026-06-05T09:00:00Z');
  await remind();
  expect(await reminders(contact.email)).toHaveLength(1);
});

test('the setting is changed by administrators, refuses nonsense, and counts at once', async () => {
  const { body: before } = await app.api<ReminderSettingView>('GET', '/mail/reminders');
  expect(before).toMatchObject({ active: true, days: [3, 7, 14], fromTime: '08:00', toTime: '18:00', weekend: false, allowed: ['edit'] });
  const { version: _, allowed: __, ...setting } = before;
  const put = (body: object, headers?: Record<string, string>) =>
    app.api<ReminderSettingView>('PUT', '/mail/reminders', { body, ...(headers && { headers }) });
  for (const bad of [
    { days: [] },
    { days: [0] },
    { days: [1.5] },
    { fromTime: '24:00' },
    { fromTime: '18:00' },
    { weekend: 'ja' },
    { more: 1 },
  ])
    expect((await put({ ...setting, ...bad })).status).toBe(422);
  expect((await put({ ...setting, toTime: 'abends' })).body).toMatchObject({
    errors: [{ pointer: '/toTime', detail: 'Bitte eine Uhrzeit von 00:00 bis 23:59 eingeben.' }],
  });

  at(tuesday);
  const { contact } = await invited();
  const saved = await put({ ...setting, days: [7, 1, 1] }, { 'if-match': `"${before.version}"` });
  expect(saved).toMatchObject({ status: 200, body: { days: [1, 7] } });
  expect((await put(setting, { 'if-match': `"${before.version}"` })).status).toBe(412);
  at('2026-04-15T09:00:00Z');
  await remind();
  expect(await reminders(contact.email)).toHaveLength(1);
  expect((await put(setting)).status).toBe(200);
});

type History = { invitations: { at: number; acceptedAfter: number | null }[]; pauses: { from: number; length: number }[] };

/** What a person would say who looks at the calendar hour by hour. */
function expected(invitedAt: Date, endsAt: Date | undefined, hoursOn: readonly boolean[]): string[] {
  const sent: string[] = [];
  const day = (instant: Date) => Math.floor((instant.getTime() + hours(2)) / hours(24));
  let reached = 0;
  hoursOn.forEach((isOn, hour) => {
    const now = later(new Date(tuesday), hours(hour));
    const there = new Date(now.getTime() + hours(2));
    const works = there.getUTCDay() % 6 !== 0 && there.getUTCHours() >= 8 && there.getUTCHours() < 18;
    if (!isOn || !works || now < invitedAt || (endsAt && now >= endsAt)) return;
    const step = [3, 7, 14].filter((days) => day(now) - day(invitedAt) >= days).length;
    if (step > reached) sent.push(now.toISOString());
    reached = Math.max(reached, step);
  });
  return sent;
}

test('over 60 days with servers on and off and people who come in at any time, no reminder is missing and none too many', {
  timeout: 120_000,
}, async () => {
  const history = fc.record({
    invitations: fc.array(fc.record({ at: fc.integer({ min: 0, max: 600 }), acceptedAfter: fc.option(fc.integer({ min: 1, max: 700 })) }), {
      minLength: 5,
      maxLength: 5,
    }),
    pauses: fc.array(fc.record({ from: fc.integer({ min: 0, max: 1300 }), length: fc.integer({ min: 1, max: 200 }) }), { maxLength: 3 }),
  });
  const { invitations, pauses } = fc.sample(history, { numRuns: 1, seed: 7 })[0] as History;
  const hoursOn = Array.from({ length: 24 * 60 }, (_, hour) => !pauses.some(({ from, length }) => hour >= from && hour < from + length));
  const people: { email: string; link: string; at: Date; endsAt: Date | undefined }[] = [];

  for (const [hour, isOn] of hoursOn.entries()) {
    app.clock.set(later(new Date(tuesday), hours(hour)));
    const now = app.clock.now();
    for (const invitation of invitations.filter((one) => one.at === hour)) {
      const { contact, link } = await invited();
      const endsAt = invitation.acceptedAfter ? later(now, hours(invitation.acceptedAfter)) : undefined;
      people.push({ email: String(contact.email), link, at: now, endsAt });
    }
    for (const person of people.filter(({ endsAt }) => endsAt?.getTime() === now.getTime())) {
      const { db } = app.database.owner;
      const accountIds = db.selectFrom('account').select('id').where('email', '=', person.email);
      await db.updateTable('access').set({ registeredAt: now }).where('accountId', 'in', accountIds).execute();
    }
    if (isOn) await remind();
  }

  for (const { email, at: invitedAt, endsAt } of people) {
    const rows = await app.database.owner.db
      .selectFrom('message')
      .select('queuedAt')
      .where('recipientAddress', '=', email)
      .where('templateKey', '=', 'invitation_reminder')
      .orderBy('queuedAt')
      .execute();
    expect(rows.map(({ queuedAt }) => queuedAt.toISOString())).toEqual(expected(invitedAt, endsAt, hoursOn));
  }
});
