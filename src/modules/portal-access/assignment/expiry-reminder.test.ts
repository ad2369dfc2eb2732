import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { applicants } from './assignment.fixture.ts';

const app = await testApp();
const { portalId, apply, addContact, assign, mailsTo, eventsOf } = await applicants(app);

const remind = () => app.workers.expiry.drain();
const change = (id: string, body: object) => app.api('PATCH', `/accesses/${id}`, { body });
const reminders = async (address: string) => (await mailsTo(address)).filter(({ subject }) => subject.includes('läuft bald ab'));
const at = (instant: string) => app.clock.set(instant);
const setPortal = (body: object) => app.api('PATCH', `/portals/${portalId}`, { body });

async function admitted(expiresOn: string, address?: Record<string, unknown>) {
  const contact = await addContact(address);
  const access = await apply();
  await assign(access.id, { contactId: contact.id });
  await change(access.id, { expiresOn });
  return access;
}

test('B115 B121 the person is reminded once of each date, as many days ahead as the portal says, in the hours of its zone', async () => {
  at('2026-03-10T09:00:00Z');
  const { id, email, accountId } = await admitted('2026-04-01');
  const counts: number[] = [];
  // Berlin puts the clock forward on 29 March; the reminder is due on 18 March from 08:00 on.
  for (const now of [
    '2026-03-17T12:00:00Z',
    '2026-03-18T06:59:00Z',
    '2026-03-18T07:00:00Z',
    '2026-03-19T12:00:00Z',
    '2026-03-31T12:00:00Z',
  ]) {
    at(now);
    await remind();
    counts.push((await reminders(email)).length);
  }
  expect(counts).toEqual([0, 0, 1, 1, 1]);
  const [mail] = await reminders(email);
  expect(mail?.text).toContain('Ab Mittwoch, 01.04.2026, 00:00 Uhr (MESZ)');
  expect((await eventsOf(accountId)).map(({ name }) => name)).toContain('expiry-notice.queued');

  await app.api('POST', `/accesses/${id}/extend`, { body: { days: 30 } });
  at('2026-04-16T12:00:00Z');
  await remind();
  expect(await reminders(email)).toHaveLength(1);
  at('2026-04-17T12:00:00Z');
  await remind();
  expect((await reminders(email))[0]?.text).toContain('01.05.2026');
  expect(await reminders(email)).toHaveLength(2);
});

test('nobody is reminded who is blocked, over already, not registered, deleted, or whose portal wants none', async () => {
  at('2026-05-04T12:00:00Z');
  const day = '2026-05-08';
  const blocked = await admitted(day);
  await change(blocked.id, { granted: false });
  const over = await admitted('2026-05-04');
  const fresh = await apply({ activated: false });
  await change(fresh.id, { expiresOn: day });
  const gone = await admitted(day);
  await app.api('DELETE', `/accesses/${gone.id}`);
  const none = await admitted(day);
  await setPortal({ expiryReminderDays: null });
  await remind();
  for (const { email } of [blocked, over, fresh, gone, none]) expect(await reminders(email)).toEqual([]);
  await setPortal({ expiryReminderDays: 14 });
  await remind();
  expect(await reminders(none.email)).toHaveLength(1);
  for (const { email } of [blocked, over, fresh, gone]) expect(await reminders(email)).toEqual([]);
});

test('B017 with the template off nobody is reminded, the log says so, and it is not made up for later', async () => {
  at('2026-06-01T12:00:00Z');
  const { email, accountId } = await admitted('2026-06-05');
  await app.api('PATCH', '/mail/templates/access_expiring', { body: { active: false } });
  await remind();
  await app.api('PATCH', '/mail/templates/access_expiring', { body: { active: true } });
  await remind();
  expect(await reminders(email)).toEqual([]);
  expect((await eventsOf(accountId)).map(({ name }) => name)).toContain('expiry-notice.not-possible');
});

test('the staff that the portal names get one mail for all that come near, with a page that shows them', async () => {
  at('2026-07-01T12:00:00Z');
  await setPortal({ pendingNoticeTo: ['service@muster.example'] });
  for (const day of ['2026-07-10', '2026-07-08', '2026-07-12']) await admitted(day);
  await remind();
  await remind();
  const mails = await mailsTo('service@muster.example');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Zugänge zu „Kundenportal“ laufen bald ab');
  expect(mails[0]?.text).toMatch(/Zugänge:?\s+3/);
  expect(mails[0]?.text).toContain('Mittwoch, 08.07.2026');
  expect(mails[0]?.text).toContain(`/console/accesses?expiry=soon&portalId=${portalId}`);

  at('2026-07-02T12:00:00Z');
  const { id } = await admitted('2026-07-15');
  await remind();
  expect((await mailsTo('service@muster.example'))[0]?.text).toContain(`/console/accesses/${id}`);
});

test('two servers at the same moment: each date is told of once', async () => {
  at('2026-08-03T12:00:00Z');
  const people = await Promise.all(Array.from({ length: 5 }, () => admitted('2026-08-10')));
  const before = (await mailsTo('service@muster.example')).length;
  const { remindOfExpiry } = await import('../index.ts');
  const { createLog } = await import('../../../platform/log.ts');
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const log = createLog('silent');
  const server = async () => {
    while (await remindOfExpiry(perform, log));
  };
  await Promise.all([server(), server(), server()]);
  for (const { email } of people) expect(await reminders(email)).toHaveLength(1);
  expect((await mailsTo('service@muster.example')).length - before).toBe(1);
});
