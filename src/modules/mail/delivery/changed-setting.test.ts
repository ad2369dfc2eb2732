import { expect, test } from 'vitest';
import { later, minutes } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import type { Perform } from '../../../platform/work.ts';
import { briskSmtp, openPost, type Post, vault } from '../mail.fixture.ts';
import { claimMessages } from '../outbox/outbox-store.ts';
import { changeMailSettings } from '../setting/change-setting.ts';
import type { Typed } from '../setting/choice.ts';
import { localWaysOf } from '../setting/local-ways.ts';
import { settingHandlers } from '../setting/routes.ts';
import { plainSmtp } from '../setting/setting.fixture.ts';
import { deliverToTestMailbox } from './deliver.ts';
import { deliveryTools } from './delivery.fixture.ts';
import { createJournal, type Journal } from './journal.ts';
import type { MailWorker } from './worker.ts';

const { database, server, post, workerOf, stateOf } = await deliveryTools();
const local = localWaysOf({ sendmail: '/usr/sbin/sendmail', mailRelay: 'smtp://127.0.0.1:25' });
const long = { limits: { connect: 2000, envelope: 5000, final: 5000 }, turn: 5000, shutdown: 3000 };

const nothing: Typed = { transport: 'none' };

/** Saves as a person does; ends when the answer would be given. */
async function save(at: Post, typed: Typed, worker: MailWorker): Promise<void> {
  await at.perform((work) => changeMailSettings(work, typed, { vault, local, expectedVersion: undefined }));
  await worker.settingsChanged(at.workspace.id);
}

const leaveMany = (at: Post, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => at.leaveOne(`p${index}@kunde.example`)));
const whenTrue = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const slowly = async (milliseconds = 20) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return '250 2.0.0 ok';
};

test.each([
  ['the worker of the same process', 0],
  ['a worker of another process', 1],
])(
  '„none“ in the middle of a round of %s: after the answer nothing leaves any more, and what waits leaves once by the next settings',
  async (_, told) => {
    const smtp = await server({ script: { content: () => slowly() } });
    const at = await post(smtp);
    const ids = await leaveMany(at, 60);
    const workers = [workerOf(at, { smtp: { ...long, lines: 3 } }), workerOf(at, { smtp: long })] as const;
    const round = workers[0].runOnce();
    await whenTrue(() => smtp.mails.length >= 25);
    await save(at, nothing, workers[told === 0 ? 0 : 1]);
    const left = smtp.mails.length;
    expect(left).toBeLessThan(60);
    expect((await at.attempts()).filter(({ endedAt }) => !endedAt)).toEqual([]);

    await round;
    at.clock.turn(minutes(1));
    await workers[0].runOnce();
    expect(smtp.mails).toHaveLength(left);
    const open = (await at.messages()).filter(({ acceptedAt }) => !acceptedAt);
    expect(open).toHaveLength(60 - left);
    expect(open.filter(({ claimedBy, attempts, deferrals }) => claimedBy || attempts || deferrals)).toEqual([]);

    const next = await server();
    await save(at, { ...plainSmtp(next.port) }, workers[0]);
    for (const worker of workers) await worker.runOnce();
    expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
    expect(smtp.mails).toHaveLength(left);
    expect(new Set([...smtp.mails, ...next.mails].map(({ to }) => to[0])).size).toBe(60);
    expect(next.mails).toHaveLength(60 - left);
  },
);

test('whoever saves is answered only after nothing leaves by the settings before, and what waits is woken after that', async () => {
  const at = await post(await server());
  const order: string[] = [];
  const handlers = settingHandlers({
    vault,
    local,
    limits: briskSmtp.limits,
    settingsChanged: async (id) => {
      order.push(`settled ${id}`);
    },
    wake: () => order.push('woken'),
    countWaiting: async () => 0,
  });
  const perform: Perform = (useCase, ...input) => at.perform((work) => useCase(work, ...input));
  const call = { perform, workspace: at.workspace, body: nothing, variant: 'de', ifMatch: undefined };
  const answer = await handlers.changeMailSettings(call as unknown as Parameters<typeof handlers.changeMailSettings>[0]);
  expect(answer.transport).toBe('none');
  expect(order).toEqual([`settled ${at.workspace.id}`, 'woken']);
});

test('a mail whose recipient the server has not agreed to yet is broken off by new settings, unharmed', async () => {
  const smtp = await server({ script: { rcpt: () => 'hang' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at, { smtp: long });
  const round = worker.runOnce();
  await whenTrue(() => smtp.commands.some((line) => line.startsWith('RCPT')));
  const next = await server();
  const since = performance.now();
  await save(at, { ...plainSmtp(next.port) }, worker);
  expect(performance.now() - since).toBeLessThan(2000);
  await round;
  expect(await at.message(id)).toMatchObject({ attempts: 0, deferrals: 0, claimedBy: null });
  await worker.runOnce();
  expect([smtp.mails.length, next.mails.length]).toEqual([0, 1]);
  expect(await stateOf(at, id)).toBe('accepted');
});

test('the answer to new settings does not wait for ever for a server that leaves a mail without an answer', async () => {
  const smtp = await server({ script: { content: () => 'hang' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at, { smtp: { limits: { ...long.limits, final: 1000 }, turn: 200, shutdown: 300 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  const since = performance.now();
  await save(at, nothing, worker);
  expect(performance.now() - since).toBeLessThan(2000);
  await round;
  expect(await stateOf(at, id)).toBe('unknown');
});

test('a relay that takes long for its answer: a mail on its way gets it after new settings were saved, and is not sent twice', async () => {
  const smtp = await server({ script: { content: () => slowly(1200) } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at, { smtp: { ...long, turn: 100, shutdown: 200 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  await save(at, { ...plainSmtp(smtp.port), senderName: 'Neu' }, worker);
  await Promise.all([round, worker.runOnce()]);
  at.clock.turn(minutes(10));
  while (await worker.runOnce());
  expect(smtp.mails).toHaveLength(1);
  expect(await stateOf(at, id)).toBe('accepted');
  expect(await at.attempts(id)).toMatchObject([{ number: 1, outcome: 'accepted' }]);
});

test('what waits leaves by a new server at once, although the old one has not answered a mail yet', async () => {
  let answerNow = () => {};
  const answered = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  const smtp = await server({
    script: {
      content: async () => {
        await answered;
        return '250 2.0.0 ok';
      },
    },
  });
  const at = await post(smtp);
  const ids = await leaveMany(at, 3);
  const worker = workerOf(at, { smtp: { ...long, lines: 1, turn: 100, shutdown: 200, patience: 500 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  const next = await server();
  await save(at, { ...plainSmtp(next.port) }, worker);
  while (next.mails.length < 2) await worker.runOnce();
  expect(smtp.mails).toHaveLength(1);
  answerNow();
  await round;
  await worker.stop();
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect([smtp.mails.length, next.mails.length]).toEqual([1, 2]);
});

test('other texts for the letters end nothing that is under way: the same lines go on, and nothing is sent twice', async () => {
  const smtp = await server({ script: { content: () => slowly(30) } });
  const at = await post(smtp);
  const ids = await leaveMany(at, 40);
  const worker = workerOf(at, { smtp: { ...long, lines: 2 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length >= 15);
  const { version } = await at.setting();
  await save(at, { footerDe: 'Neu' }, worker);
  expect((await at.setting()).version).toBeGreaterThan(version);
  await Promise.all([round, worker.runOnce()]);
  while (await worker.runOnce());
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(40);
  expect(smtp.connections()).toBeLessThanOrEqual(2);
  expect(at.logLines.filter((line) => line.includes('settings of sending mail have changed'))).toEqual([]);
  expect((await at.attempts()).filter(({ number, outcome }) => number !== 1 || outcome !== 'accepted')).toEqual([]);
});

test('new settings wait for the old lines to end: the two together hold no more lines than one may', async () => {
  let [most, now] = [0, 0];
  const smtp = await server({
    script: {
      content: async () => {
        most = Math.max(most, ++now);
        const reply = await slowly();
        now -= 1;
        return reply;
      },
    },
  });
  const at = await post(smtp);
  const ids = await leaveMany(at, 60);
  const worker = workerOf(at, { smtp: { ...long, lines: 2 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length >= 25);
  await at.perform((work) => changeMailSettings(work, { senderName: 'Neu' }, { vault, local, expectedVersion: undefined }));
  await Promise.all([round, worker.runOnce()]);
  while (await worker.runOnce());
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(60);
  expect(most).toBe(2);
});

test('a mail that is on its way to the test mailbox while that is emptied for another way is not kept there, and leaves by that way', async () => {
  const at = await openPost(database);
  const next = await server();
  const id = await at.leaveOne('anna@kunde.example');
  const setting = await at.setting();
  const now = at.clock.now();
  const smtp = { ...briskSmtp, lines: 1, batch: 10 };
  const tools = { ...at, vault, smtp, workerId: newId(now) };
  const [mail] = await claimMessages(at.db, { ...setting, workerId: tools.workerId, now, until: later(now, minutes(5)) }, 10);
  const journal = createJournal(setting, tools, AbortSignal.abort());
  const worker = workerOf(at);
  const begin: Journal['begin'] = async (...given) => {
    const number = await journal.begin(...given);
    expect(number).toBe(1);
    await at.perform((work) => changeMailSettings(work, { ...plainSmtp(next.port) }, { vault, local, expectedVersion: undefined }));
    return number;
  };
  if (!mail) throw new Error('Nothing was claimed.');
  expect(await deliverToTestMailbox(mail, { setting, tools: { ...tools, journal: { ...journal, begin } } })).toBe('stayed');
  expect(await at.testMails()).toEqual([]);
  expect(await at.attempts()).toEqual([]);

  await worker.runOnce();
  expect(next.mails).toHaveLength(1);
  expect(await stateOf(at, id)).toBe('accepted');
  expect(await at.testMails()).toEqual([]);
});

test('a shutdown waits for the lines of settings that were replaced, too', async () => {
  const smtp = await server({
    script: { content: () => slowly(400) },
  });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at, { smtp: { ...long, turn: 0, patience: 50 } });
  const round = worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  const next = await server();
  await save(at, { ...plainSmtp(next.port) }, worker);
  await at.leaveOne('paul@kunde.example');
  await worker.runOnce();
  await worker.stop();
  expect(await stateOf(at, id)).toBe('accepted');
  await round;
});
