import { expect, test } from 'vitest';
import { hours, minutes } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { linkOf } from '../mail.fixture.ts';
import type { WithdrawalCause } from '../mail.ts';
import { withdrawMails } from '../outbox/leave-mail.ts';
import { getMessage } from '../outbox/list-messages.ts';
import { getQueue } from '../outbox/stop-queue.ts';
import { deliveryTools } from './delivery.fixture.ts';

const { server, post, workerOf, stateOf } = await deliveryTools();

test('the relay is dead for hours: the queue waits and drains afterwards; what ran out meanwhile is not sent but shown', async () => {
  const smtp = await server();
  const { port } = smtp;
  const at = await post(smtp);
  await smtp.close();
  const short = await at.leaveOne('anna@kunde.example', { link: linkOf(at.clock.now(), hours(1)) });
  const long = await at.leaveOne('paul@kunde.example');
  const notice = await at.leaveOne('eva@kunde.example', { template: 'password_changed' });
  const worker = workerOf(at);
  await worker.runOnce();
  for (let round = 0; round < 60; round++) {
    at.clock.turn(minutes(5));
    await worker.runOnce();
  }
  expect(await at.perform((work) => getQueue(work, {}, 'de'))).toMatchObject({
    waiting: 2,
    transportPause: { since: '2026-11-21T13:05:00.000Z' },
  });

  const back = await server({ port });
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(back.mails.map(({ to }) => to[0]).sort()).toEqual(['eva@kunde.example', 'paul@kunde.example']);
  expect(await Promise.all([short, long, notice].map((id) => stateOf(at, id)))).toEqual(['withdrawn', 'accepted', 'accepted']);
  expect(await at.perform((work) => getMessage(work, short, 'de'))).toMatchObject({
    sentence: 'Nicht verschickt. Der Link ist vor dem Versand abgelaufen.',
  });
  expect((await at.message(short)).sealedLink).toBeNull();
});

test.each<WithdrawalCause>(['blocked', 'account-deleted', 'address-changed', 'newer-link', 'password-set', 'link-dead'])(
  'a mail that is put off and overtaken meanwhile (%s) never leaves, whatever the server says by then',
  async (cause) => {
    const smtp = await server({ script: { rcpt: () => '451 4.7.1 later' } });
    const at = await post(smtp);
    const [accountId, link] = [newId<'account'>(at.clock.now()), linkOf(at.clock.now())];
    const id = await at.leaveOne('anna@kunde.example', { accountId, link });
    const worker = workerOf(at);
    await worker.runOnce();
    expect(await stateOf(at, id)).toBe('deferred');
    const which = cause === 'newer-link' ? { linkIds: [link.id] } : { accountId };
    await at.perform(({ tx, now, workspace }) => withdrawMails(tx, { workspaceId: workspace.id, cause, now, ...which }));
    smtp.script = {};
    at.clock.turn(hours(24));
    expect(await worker.runOnce()).toBe(false);
    expect(smtp.mails).toEqual([]);
    expect(await at.message(id)).toMatchObject({ cause, sealedLink: null });
    expect(await stateOf(at, id)).toBe('withdrawn');
  },
);

test('the connection is lost after DATA: unknown, shown as such, and sent again under the same Message-ID until the server answers', async () => {
  const smtp = await server({ script: { content: () => 'drop' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('unknown');
  at.clock.turn(minutes(1));
  await worker.runOnce();
  smtp.script = {};
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual(Array.from({ length: 3 }, () => `<${id}@example.com>`));
  expect((await at.attempts(id)).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'accepted']);
});

test('a poison mail at which the server hangs holds up nobody, also while everything leaves over the first line', async () => {
  const smtp = await server({ script: { content: ({ to }) => (to[0]?.startsWith('poison') ? 'hang' : '250 2.0.0 ok') } });
  const at = await post(smtp);
  const poison = await at.leaveOne('poison@kunde.example');
  at.clock.turn(1);
  const others = await Promise.all(Array.from({ length: 12 }, (_, index) => at.leaveOne(`p${index}@kunde.example`)));
  const worker = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 2000, final: 20_000 }, patience: 2500 } });
  await worker.runOnce();
  expect(await Promise.all(others.map((id) => stateOf(at, id)))).toEqual(others.map(() => 'accepted'));
  expect(await at.attempts(poison)).toMatchObject([{ endedAt: null }]);
});

test('a try that never came to the server, because it went away first, is struck out', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const worker = workerOf(at, { smtp: { lines: 1 } });
  const first = await at.leaveOne('anna@kunde.example');
  at.clock.turn(1);
  const ids = [first, await at.leaveOne('paul@kunde.example')] as const;
  let closing: Promise<void> = Promise.resolve();
  smtp.script = {
    content: () => {
      closing = smtp.close();
      return '250 2.0.0 ok';
    },
  };
  await worker.runOnce();
  await closing;
  expect((await at.setting()).pauseCause).toBe('host-unreachable');
  const [, second] = await Promise.all(ids.map((id) => at.message(id)));
  expect(second).toMatchObject({ attempts: 0, deferrals: 0, claimedBy: null });
  expect(await at.attempts(ids[1])).toEqual([]);
});
