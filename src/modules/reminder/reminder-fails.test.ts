import { expect, test } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { statementsOf } from '../../statements.fixture.ts';
import { peopleApp } from '../contact/contact.fixture.ts';
import { createReminders } from './send-reminder.ts';

const { app, sentTo, invited } = await peopleApp();
const reminders = async (address: unknown) => (await sentTo(String(address))).filter(({ subject }) => subject.startsWith('Erinnerung'));
const counted = async (email: unknown) => {
  const { db } = app.database.owner;
  const account = db.selectFrom('account').select('id').where('email', '=', String(email));
  return (await db.selectFrom('access').select('remindersSent').where('accountId', 'in', account).executeTakeFirstOrThrow()).remindersSent;
};
const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });

/** Reminders in which looking a person up fails with these, one after the other, and then no more. */
function failing(...errors: Error[]) {
  const remindNext = createReminders(async () => {
    const error = errors.shift();
    if (error) throw error;
    return { person: { salutation: null, title: null, firstName: '', lastName: 'Amsel' }, variant: 'de' };
  }, createLog('silent'));
  return () => remindNext(app.workspace.id, perform);
}

const databaseSays = (code: string) => Object.assign(new Error('said by the database'), { code });
const deadlock = () => databaseSays('40P01');

test.each([
  ['a statement that took too long', [databaseSays('57014')]],
  ['a connection that broke', [databaseSays('08006')]],
  ['a connection that broke, as `pg` says it', [new Error('Connection terminated unexpectedly')]],
  ['a socket that broke', [databaseSays('ECONNRESET')]],
  ['too many connections', [databaseSays('53300')]],
  ['a third deadlock', [deadlock(), deadlock(), deadlock()]],
])('a reminder that the database was not up to is not counted, and goes with the next look-up: %s', async (_, errors) => {
  app.clock.set('2026-04-14T09:00:00Z');
  const { contact } = await invited();
  app.clock.set('2026-04-17T09:00:00Z');
  const next = failing(...errors);
  await expect(next()).rejects.toThrow(/said by|terminated/);
  expect([await counted(contact.email), (await reminders(contact.email)).length]).toEqual([0, 0]);
  expect([await next(), await next()]).toEqual([true, false]);
  expect([await counted(contact.email), (await reminders(contact.email)).length]).toEqual([1, 1]);
});

test.each([
  ['a fault of ours', new TypeError('no such property')],
  ['what the database will never take', databaseSays('22021')],
])(
  'a reminder that fails for a reason of its own is counted, under the lock of its account, and the next one goes: %s',
  async (_, error) => {
    app.clock.set('2026-04-14T09:00:00Z');
    const [broken, sound] = [(await invited()).contact, (await invited()).contact];
    app.clock.set('2026-04-17T09:00:00Z');
    const next = failing(error);
    const asked = await statementsOf(next);
    const lastOf = (part: RegExp) => asked.findLastIndex((text) => part.test(text));
    const taken = lastOf(/^update "access" set "reminders_sent"/);
    const began = asked.slice(0, taken).findLastIndex((text) => /^begin/i.test(text));
    expect(asked.slice(began, taken).filter((text) => /from "account".* for update/.test(text))).toHaveLength(1);
    expect([await next(), await next()]).toEqual([true, false]);
    const both = [broken, sound];
    expect(await Promise.all(both.map(({ email }) => counted(email)))).toEqual([1, 1]);
    expect((await reminders(broken.email)).length + (await reminders(sound.email)).length).toBe(1);
  },
);
