import { expect, test } from 'vitest';
import { hours, minutes, seconds } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import { newId } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { openPost, type Post } from '../mail.fixture.ts';
import { type BounceReport, findMessageByMessageId, getAddressMark, recordBounce, releaseAddress } from './address-mark.ts';
import { getMessage, listMessages } from './list-messages.ts';
import { retryMessages } from './retry-messages.ts';

const database = await testDatabase<Schema>();

const reportOf = (at: Post, messageId: BounceReport['messageId'], report: Partial<BounceReport> = {}): BounceReport => ({
  messageId,
  recipientAddress: 'anna@kunde.example',
  kind: 'permanent',
  status: '5.1.1',
  answer: 'no such user here',
  reportedAt: at.clock.now(),
  ...report,
});
const report = (at: Post, ...given: [BounceReport['messageId'], Partial<BounceReport>?]) =>
  at.perform((work) => recordBounce(work, reportOf(at, ...given)));
const mark = (at: Post, address = 'anna@kunde.example') => at.perform((work) => getAddressMark(work, address, 'de'));

/** A mail that a server took. */
async function sent(address = 'anna@kunde.example') {
  const at = await openPost(database);
  const id = await at.leaveOne(address, { template: 'password_changed' });
  await at.worker().runOnce();
  at.clock.turn(minutes(1));
  return { at, id };
}

test('a mail that came back is shown as such with the words of the server, and its address is marked', async () => {
  const { at, id } = await sent();
  expect(await report(at, id)).toBe('recorded');
  const view = await at.perform((work) => getMessage(work, id, 'de'));
  expect(view).toMatchObject({
    state: 'bounced',
    sentence:
      'Vom Mailserver angenommen, aber als unzustellbar zurückgekommen am 21.11.2026, 14:06 Uhr. Antwort des Servers: „5.1.1 no such user here“',
    settledAt: '2026-11-21T13:06:00.000Z',
    allowed: ['release-address'],
  });
  expect(await mark(at, 'ANNA@Kunde.example')).toMatchObject({ since: '2026-11-21T13:06:00.000Z', status: '5.1.1', messageId: id });
  expect(at.events.at(-1)).toEqual({
    name: 'message.bounced',
    detail: { after: { status: '5.1.1', marked: true }, personal: { after: { address: 'anna@kunde.example' } } },
  });
  expect((await at.perform((work) => listMessages(work, { limit: 5, states: ['bounced'] }, 'de'))).total).toBe(1);
  expect((await at.perform((work) => listMessages(work, { limit: 5, states: ['accepted'] }, 'de'))).total).toBe(0);
});

test('a report that was told already, about another recipient, or about no mail of ours changes nothing', async () => {
  const { at, id } = await sent();
  expect(await report(at, id, { recipientAddress: 'eve@kunde.example' })).toBe('other-recipient');
  expect(await report(at, newId(at.clock.now()))).toBe('unknown-message');
  const elsewhere = await openPost(database);
  expect(await report(elsewhere, id)).toBe('unknown-message');
  expect(await mark(at)).toBeNull();
  expect(await report(at, id, { recipientAddress: 'ANNA@kunde.EXAMPLE' })).toBe('recorded');
  expect(await report(at, id, { reportedAt: at.clock.now(), answer: 'other words' })).toBe('already-known');
  expect((await at.message(id)).bounceAnswer).toBe('no such user here');
});

test('of two reports at the same moment one is recorded', async () => {
  const { at, id } = await sent();
  expect((await Promise.all([report(at, id), report(at, id), report(at, id)])).sort()).toEqual([
    'already-known',
    'already-known',
    'recorded',
  ]);
});

test('a mail of which nobody knew whether it left, and that came back, is not sent once more', async () => {
  const at = await openPost(database);
  const id = await at.leaveOne('anna@kunde.example');
  await database.db.updateTable('message').set({ unknownAt: at.clock.now(), deferrals: 1 }).where('id', '=', id).execute();
  await report(at, id);
  await at.worker().runOnce();
  expect(await at.message(id)).toMatchObject({ attempts: 0, sealedLink: null, unknownAt: null });
  expect((await at.perform((work) => getMessage(work, id, 'de'))).state).toBe('bounced');
});

test('a server that still tries is told with the mail, marks nothing, and the end of it can still follow', async () => {
  const { at, id } = await sent();
  expect(await report(at, id, { kind: 'temporary', status: '4.4.1', answer: 'still trying' })).toBe('recorded');
  const view = await at.perform((work) => getMessage(work, id, 'de'));
  expect(view).toMatchObject({ state: 'accepted', sentence: expect.stringContaining('versucht es noch: „4.4.1 still trying“') });
  expect(await mark(at)).toBeNull();
  expect(await report(at, id)).toBe('recorded');
  expect(await mark(at)).not.toBeNull();
});

test('B011 further mails to a marked address are held and say so; released, they go on by themselves', async () => {
  const { at, id } = await sent();
  await report(at, id);
  const outcome = await at.leave({ address: 'Anna@Kunde.Example' });
  expect(outcome).toMatchObject({ state: 'queued', held: 'address-marked' });
  expect(await at.leave({ address: 'paul@kunde.example' })).not.toHaveProperty('held');
  const worker = at.worker();
  await worker.runOnce();
  const [held] = (await at.perform((work) => listMessages(work, { limit: 5, states: ['held'] }, 'de'))).items;
  expect(held).toMatchObject({
    heldBecause: 'address-marked',
    nextAttemptAt: null,
    allowed: ['release-address'],
    sentence:
      'Zurückgehalten. E-Mails an diese Adresse waren zuletzt unzustellbar. Die Adresse bei der Person berichtigen oder freigeben. Ihr Link läuft am 23.11.2026, 14:06 Uhr ab, danach geht sie nicht mehr.',
  });

  expect(await at.perform((work) => releaseAddress(work, 'anna@KUNDE.example'))).toEqual({ released: true, waiting: 1 });
  expect(at.events.at(-1)).toMatchObject({ name: 'address.released' });
  await worker.runOnce();
  expect((await at.perform((work) => listMessages(work, { limit: 5, states: ['held'] }, 'de'))).total).toBe(0);
  expect(await at.testMails()).toHaveLength(3);
  expect(await at.perform((work) => releaseAddress(work, 'anna@kunde.example'))).toEqual({ released: false, waiting: 0 });
});

test('a mark that comes between claim and try: the mail does not leave', async () => {
  const { at, id } = await sent();
  await at.leaveOne('anna@kunde.example');
  const other = at.worker({
    findDeadLinks: async () => {
      await report(at, id);
      return new Set();
    },
  });
  await other.runOnce();
  expect(await at.testMails()).toHaveLength(1);
});

test('a late report about a mail from before the release does not mark the address again, one from after it does', async () => {
  const at = await openPost(database);
  const [one, two] = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('anna@kunde.example')];
  await at.worker().runOnce();
  at.clock.turn(hours(1));
  await report(at, one);
  at.clock.turn(hours(1));
  await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
  expect(await report(at, two)).toBe('recorded');
  expect(await mark(at)).toBeNull();

  at.clock.turn(seconds(1));
  const three = await at.leaveOne('anna@kunde.example');
  await at.worker().runOnce();
  await report(at, three);
  expect(await mark(at)).not.toBeNull();
});

test('a mail without a link that came back is sent again once its address is released, with the same Message-ID', async () => {
  const { at, id } = await sent();
  await report(at, id);
  const retry = () => at.perform((work) => retryMessages(work, { ids: [id] }, 'de'));
  expect(await retry()).toMatchObject({ retried: 0, skipped: 1, outcomes: [{ verdict: 'address-marked', count: 1 }] });
  await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
  expect(await retry()).toMatchObject({ retried: 1, skipped: 0, outcomes: [{ verdict: 'again', count: 1 }] });
  await at.worker().runOnce();
  expect((await at.testMails()).map(({ messageId }) => messageId)).toEqual([id, id]);
  expect((await at.perform((work) => getMessage(work, id, 'de'))).state).toBe('accepted');
});

test.each(['permanent', 'temporary'] as const)(
  'a second report of the first try (%s) that comes before the next one undoes no retry; one that comes after it counts',
  async (kind) => {
    const { at, id } = await sent();
    await report(at, id);
    await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
    await at.perform((work) => retryMessages(work, { ids: [id] }, 'de'));
    at.events.length = 0;
    expect(await report(at, id, { kind, status: '5.4.7', answer: 'told once more' })).toBe('already-known');
    expect(at.events).toEqual([]);
    expect((await at.perform((work) => getMessage(work, id, 'de'))).state).toBe('queued');
    await at.worker().runOnce();
    expect(await at.testMails()).toHaveLength(2);
    expect((await at.perform((work) => getMessage(work, id, 'de'))).state).toBe('accepted');
    expect(await report(at, id, { kind })).toBe('recorded');
  },
);

test('a report counts where the retried mail is being handed over, or was put off by a server', async () => {
  const { at, id } = await sent();
  const retry = async () => {
    await report(at, id);
    await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
    await at.perform((work) => retryMessages(work, { ids: [id] }, 'de'));
  };
  await retry();
  await database.db.updateTable('message').set({ deferrals: 1 }).where('id', '=', id).execute();
  expect(await report(at, id)).toBe('recorded');
  await retry();
  await database.db.updateTable('attempt').set({ endedAt: null, outcome: null }).where('messageId', '=', id).execute();
  expect(await report(at, id)).toBe('recorded');
});

test.each(['<{id}@portal.example.com>', '{id}@portal.example.com', '  <{id}@portal.example.com>\r\n'])(
  'a mail is found by its Message-ID as a report quotes it: %j',
  async (quoted) => {
    const { at, id } = await sent();
    const find = (post: Post) => post.perform(({ tx, workspace }) => findMessageByMessageId(tx, workspace.id, quoted.replace('{id}', id)));
    expect(await find(at)).toMatchObject({ id, recipientAddress: 'anna@kunde.example' });
    expect(await find(await openPost(database))).toBeUndefined();
  },
);
