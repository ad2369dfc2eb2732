import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { minutes } from '../../platform/clock.ts';
import type { SavedContact } from '../contact/contract.ts';
import { issueLink } from '../link/index.ts';
import { portalPeople } from '../sign-in/pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;
const { db } = app.database;

const [one, other] = ['sieben Gurken im Salatbeet', 'neun Laternen im Nebelmeer'];
const set = (path: string, password: string) => page('POST', path, { form: { password } });

const waiting = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return Number(rows[0]?.count);
};
const untilWaiting = (count: number) => expect.poll(waiting, { timeout: 10_000, interval: 20 }).toBe(count);

/** Starts these one after the other while somebody else holds the account, so that all have looked before the first can act. */
async function crowd<Answer>(email: string, starts: (() => Promise<Answer>)[]): Promise<Answer[]> {
  const holder = await db.startTransaction().execute();
  await holder.selectFrom('account').select('id').where('email', '=', email).forUpdate().execute();
  const running: Promise<Answer>[] = [];
  for (const [index, start] of starts.entries()) {
    running.push(start());
    await untilWaiting(index + 1);
  }
  await holder.commit().execute();
  return Promise.all(running);
}

test('rule 3 of two links of different purposes that are submitted at the same moment one sets the password', async () => {
  const invitation = await people.invite('anna@amsel.example');
  app.clock.turn(minutes(1));
  const reset = await people.forget('anna@amsel.example');
  expect(reset).not.toBe(invitation);

  const answers = await crowd('anna@amsel.example', [() => set(invitation, one), () => set(reset, other)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 410]);
  expect((await people.enter('anna@amsel.example', other)).status).toBe(401);
  expect((await people.enter('anna@amsel.example', one)).status).toBe(303);
});

test('B009 a password that staff type while a link is being submitted ends the link: the newer wish counts', async () => {
  const link = await people.invite('bea@amsel.example');
  const { body } = await app.api<{ items: { id: string; email: string }[] }>('GET', '/contacts', { query: { q: 'bea@amsel.example' } });
  const contactId = body.items.find(({ email }) => email === 'bea@amsel.example')?.id;
  const type = () => app.api<SavedContact>('PATCH', `/contacts/${contactId}`, { body: { portalAccess: { password: one } } });

  const answers = await crowd<{ status: number }>('bea@amsel.example', [type, () => set(link, other)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 410]);
  expect((await people.enter('bea@amsel.example', other)).status).toBe(401);
  expect((await people.enter('bea@amsel.example', one)).status).toBe(303);
});

test('a link that is submitted waits for the account before it holds anything: a newer one given out meanwhile meets no deadlock', async () => {
  const link = await people.invite('clara@amsel.example');
  const { submission } = await app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(async (work) => {
    const account = db.selectFrom('account').where('email', '=', 'clara@amsel.example');
    const { id: accountId } = await account.select('id').executeTakeFirstOrThrow();
    await work.tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
    const waits = set(link, one);
    await untilWaiting(1);
    await work.tx.selectFrom('oneTimeLink').select('id').where('accountId', '=', accountId).forUpdate().noWait().execute();
    await issueLink(work, { accountId, portalId: null, purpose: 'set-password', lifetime: minutes(5) });
    return { submission: waits };
  });
  expect((await submission).status).toBe(410);
});

test('B014 of two wishes for a new link at the same moment one mail leaves', async () => {
  const link = await people.invite('dora@amsel.example');
  app.clock.turn(minutes(48 * 60 + 1));
  await app.work();
  const before = (await people.mailsTo('dora@amsel.example')).length;
  const renew = () => page('POST', `${link}/renew`, { form: {} });
  const answers = await crowd('dora@amsel.example', [renew, renew]);
  expect(answers.map(({ status }) => status)).toEqual([303, 429]);
  await app.work();
  expect(await people.mailsTo('dora@amsel.example')).toHaveLength(before + 1);
});

test('B014 a link that still works brings no second one', async () => {
  const link = await people.invite('edda@amsel.example');
  app.clock.turn(minutes(10));
  const before = (await people.mailsTo('edda@amsel.example')).length;
  const { status, text } = await page('POST', `${link}/renew`, { form: {} });
  expect(status).toBe(409);
  expect(text).toContain('Dieser Link gilt noch: Das Passwort lässt sich gleich hier festlegen.');
  await app.work();
  expect(await people.mailsTo('edda@amsel.example')).toHaveLength(before);
  expect((await set(link, one)).status).toBe(303);
});
