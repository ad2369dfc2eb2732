import { expect, test } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { type Id, newId } from '../../../platform/id.ts';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { getMessage } from './list-messages.ts';
import { retryMessage, retryMessages } from './retry-messages.ts';
import { getQueue, pauseQueue } from './stop-queue.ts';

const { server, post, workerOf, stateOf } = await deliveryTools();
const refusing = { rcpt: () => '550 5.1.1 no such user' };
const notice = { template: 'password_changed' } as const;

test('a mail that waits for its next try is due at once', async () => {
  const smtp = await server({ script: { rcpt: () => '451 4.7.1 later' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await at.perform((work) => getMessage(work, id, 'de'))).toMatchObject({ state: 'deferred', allowed: ['retry'] });
  smtp.script = {};
  expect(await worker.runOnce()).toBe(false);
  await at.perform((work) => retryMessage(work, id, 'de'));
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(at.events).toMatchObject([{ name: 'message.retried', detail: { after: { verdict: 'now' } } }]);
});

test('rule 16 a refused mail without a link is sent again with the same Message-ID and the same bytes; its earlier try stays', async () => {
  const smtp = await server({ script: { content: () => '554 5.7.1 no' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example', notice);
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('refused');
  smtp.script = {};
  at.clock.turn(minutes(90));
  expect(await at.perform((work) => retryMessage(work, id, 'de'))).toMatchObject({ state: 'queued' });
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(new Set(smtp.mails.map(({ raw }) => raw)).size).toBe(1);
  expect((await at.attempts(id)).map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, 'refused'],
    [2, 'accepted'],
  ]);
});

test('rule 16 a refused mail with a link cannot be sent again: its secret is gone, and the sentence says what helps', async () => {
  const smtp = await server({ script: refusing });
  const at = await post(smtp);
  const contactId = newId<'contact'>(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { contactId });
  await workerOf(at).runOnce();
  expect(await at.perform((work) => getMessage(work, id, 'de'))).toMatchObject({ state: 'refused', contactId, allowed: ['send-new-link'] });
  await expect(at.perform((work) => retryMessage(work, id, 'de'))).rejects.toMatchObject({ code: 'mail.retry.link-gone' });
  expect(await at.perform((work) => retryMessages(work, { ids: [id] }, 'de'))).toEqual({
    retried: 0,
    skipped: 1,
    outcomes: [
      {
        verdict: 'link-gone',
        count: 1,
        sentence: 'Der Link dieser E-Mail wird aus Sicherheitsgründen nicht aufbewahrt. Bei der Person einen neuen Link senden.',
        contactId,
      },
    ],
  });
  expect(at.events).toEqual([]);
});

test('what was handed over, withdrawn, held or is of another workspace is not tried again', async () => {
  const smtp = await server();
  const [at, elsewhere] = [await post(smtp), await post(smtp)];
  const sent = await at.leaveOne('anna@kunde.example', notice);
  await workerOf(at).runOnce();
  const gone = await at.leaveOne('paul@kunde.example');
  await at.db
    .updateTable('message')
    .set({ withdrawnAt: at.clock.now(), cause: 'blocked', sealedLink: null })
    .where('id', '=', gone)
    .execute();
  const held = await at.leaveOne('eva@kunde.example', { template: 'welcome' });
  await at.db
    .insertInto('mailTemplate')
    .values({ workspaceId: at.workspace.id, key: 'welcome', active: false, changedAt: at.clock.now() })
    .execute();
  const retry = (id: Id<'message'>, post = at) => post.perform((work) => retryMessage(work, id, 'de'));
  await expect(retry(sent)).rejects.toMatchObject({ code: 'mail.retry.accepted', kind: 'conflict' });
  await expect(retry(gone)).rejects.toMatchObject({ code: 'mail.retry.withdrawn' });
  await expect(retry(held)).rejects.toMatchObject({ code: 'mail.retry.template-inactive' });
  await expect(retry(sent, elsewhere)).rejects.toMatchObject({ code: 'mail.unknown-message' });
});

test('all that match are tried again, by state, words, template, person, portal and day; the others are counted with their reasons', async () => {
  const smtp = await server({ script: refusing });
  const at = await post(smtp);
  for (const name of ['anna', 'paul', 'eva']) await at.leaveOne(`${name}@kunde.example`, notice);
  await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  const retry = (filter: object) => at.perform((work) => retryMessages(work, filter, 'en'));
  expect(await retry({ states: ['given-up', 'accepted'] })).toEqual({ retried: 0, skipped: 0, outcomes: [] });
  expect(await retry({ states: ['refused'], from: '2026-11-22' })).toMatchObject({ retried: 0 });
  expect(await retry({ states: ['refused'], to: '2026-11-20' })).toMatchObject({ retried: 0 });
  expect(await retry({ states: ['refused'], portalId: newId(at.clock.now()) })).toMatchObject({ retried: 0 });
  const answer = await retry({ states: ['refused', 'bounced'], q: 'kunde', from: '2026-11-21', to: '2026-11-21' });
  expect(answer).toMatchObject({ retried: 3, skipped: 1 });
  expect(answer.outcomes.map(({ verdict, count }) => [verdict, count]).sort()).toEqual([
    ['again', 3],
    ['link-gone', 1],
  ]);
  expect(at.events).toMatchObject([{ name: 'mail-queue.retried', detail: { after: { count: 3, skipped: 1 } } }]);
  smtp.script = {};
  await worker.runOnce();
  expect(smtp.mails).toHaveLength(3);
});

test('days begin at midnight of the workspace, not of the clock: 23:30 UTC belongs to the next day in Berlin', async () => {
  const at = await post(await server());
  at.clock.set('2026-11-21T23:30:00Z');
  await at.leaveOne('anna@kunde.example', notice);
  const total = async (filter: object) => (await at.perform((work) => getQueue(work, filter, 'de'))).views[0]?.total;
  expect([await total({ to: '2026-11-21' }), await total({ from: '2026-11-22' }), await total({ from: '2026-11-23' })]).toEqual([0, 1, 0]);
});

test('while nothing leaves, a retry says so; and a mail that is being handed over is left alone', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example', notice);
  await at.perform((work) => pauseQueue(work, 'de'));
  const retry = () => at.perform((work) => retryMessages(work, { states: ['paused'] }, 'de'));
  expect((await retry()).outcomes).toMatchObject([
    { verdict: 'now', sentence: 'Die E-Mail ist jetzt an der Reihe. Der Versand ruht gerade; sie geht hinaus, sobald er weitergeht.' },
  ]);
  await at.db
    .updateTable('message')
    .set({ claimedUntil: new Date(at.clock.now().getTime() + 1), claimedBy: id })
    .where('id', '=', id)
    .execute();
  expect(await retry()).toMatchObject({ retried: 0, outcomes: [{ verdict: 'under-way' }] });
});

test('the views of the queue count what each of them shows', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('bad') ? '550 5.1.1 no' : '250 ok') } });
  const at = await post(smtp);
  await at.leaveOne('bad@kunde.example', notice);
  await at.leaveOne('anna@kunde.example', notice);
  await workerOf(at).runOnce();
  await at.leaveOne('paul@kunde.example', notice);
  await at.leaveOne('eva@kunde.example');
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  const { views } = await at.perform((work) => getQueue(work, {}, 'de'));
  expect(Object.fromEntries(views.map(({ name, total }) => [name, total]))).toEqual({
    all: 4,
    waiting: 1,
    held: 1,
    failed: 1,
    accepted: 1,
    withdrawn: 0,
  });
});

test('what was accepted long ago neither stands in the way of what is tried again nor is locked by it', async () => {
  const smtp = await server();
  const at = await post(smtp);
  for (const name of ['anna', 'paul']) await at.leaveOne(`${name}@kunde.example`, notice);
  const worker = workerOf(at);
  await worker.runOnce();
  smtp.script = refusing;
  const id = await at.leaveOne('eva@kunde.example', notice);
  await worker.runOnce();
  const accepted = (await at.messages()).find((message) => message.id !== id);
  let freed = () => {};
  const holding = new Promise<void>((resolve) => {
    freed = resolve;
  });
  const lock = at.db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('message')
      .select('id')
      .where('workspaceId', '=', at.workspace.id)
      .where('id', '=', accepted?.id ?? id)
      .forUpdate()
      .execute();
    await holding;
  });
  const answer = await at.perform((work) => retryMessages(work, {}, 'de'));
  freed();
  await lock;
  expect(answer).toMatchObject({ retried: 1, skipped: 2 });
  expect(answer.outcomes).toMatchObject([
    { verdict: 'again', count: 1 },
    { verdict: 'accepted', count: 2 },
  ]);
});
