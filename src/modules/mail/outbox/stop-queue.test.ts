import { expect, test } from 'vitest';
import { minutes, seconds } from '../../../platform/clock.ts';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import type { Post } from '../mail.fixture.ts';
import { getMessage } from './list-messages.ts';
import { getQueue, pauseQueue, resumeQueue, tryTransport } from './stop-queue.ts';

const { server, post, workerOf } = await deliveryTools();
const queue = (at: Post) => at.perform((work) => getQueue(work, {}, 'de'));
const colleague = { kind: 'user', administrator: false, name: 'Karl', userId: 'x', accountId: 'y' } as never;

test('a queue that somebody has stopped sends nothing, says who and since when, and loses nothing', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  await at.perform((work) => pauseQueue(work, 'de'));
  expect(await workerOf(at).runOnce()).toBe(false);
  at.clock.turn(minutes(30));
  expect(await workerOf(at).runOnce()).toBe(false);
  expect(smtp.connections()).toBe(0);
  expect(await queue(at)).toMatchObject({
    stopped: {
      by: 'Petra Amsel',
      since: '2026-11-21T13:05:00.000Z',
      sentence:
        'Petra Amsel hat den E-Mail-Versand am 21.11.2026, 14:05 Uhr angehalten. Es geht nichts hinaus und nichts verloren, bis ihn jemand fortsetzt.',
    },
    transportPause: null,
    waiting: 1,
    allowed: ['resume'],
  });
  expect(await at.perform((work) => getMessage(work, id, 'de'))).toMatchObject({
    state: 'paused',
    sentence: 'Wartet, weil Petra Amsel den Versand am 21.11.2026, 14:05 Uhr angehalten hat.',
    nextAttemptAt: null,
  });

  await at.perform((work) => resumeQueue(work, 'de'));
  await workerOf(at).runOnce();
  expect(smtp.mails).toHaveLength(1);
  expect(at.events.map(({ name }) => name)).toEqual(['mail-queue.paused', 'mail-queue.resumed']);
});

test('stopping twice, or letting go on what goes on, changes nothing and is told once; only administrators may', async () => {
  const at = await post(await server());
  await at.perform((work) => pauseQueue(work, 'de'));
  at.clock.turn(minutes(1));
  expect(await at.perform((work) => pauseQueue(work, 'de'))).toMatchObject({ stopped: { since: '2026-11-21T13:05:00.000Z' } });
  await at.perform((work) => resumeQueue(work, 'de'));
  expect(await at.perform((work) => resumeQueue(work, 'de'))).toMatchObject({ stopped: null, allowed: ['pause'] });
  expect(at.events).toHaveLength(2);
  expect((await at.perform((work) => getQueue(work, {}, 'de'), colleague)).allowed).toEqual([]);
});

test('a queue that is stopped in the middle of a round ends with the mail at hand', async () => {
  const smtp = await server();
  const at = await post(smtp);
  for (const name of ['anna', 'paul', 'eva']) await at.leaveOne(`${name}@kunde.example`);
  smtp.script = {
    content: async () => {
      await at.perform((work) => pauseQueue(work, 'de'));
      return '250 2.0.0 ok';
    },
  };
  await workerOf(at, { smtp: { lines: 1, limits: { connect: 2000, envelope: 2000, final: 2000 } } }).runOnce();
  expect(smtp.mails).toHaveLength(1);
  expect((await at.messages()).map(({ claimedBy, acceptedAt }) => [claimedBy, acceptedAt !== null])).toEqual([
    [null, true],
    [null, false],
    [null, false],
  ]);
});

test('the pause of a transport and a stop by hand are two things: each says itself, and each ends by itself', async () => {
  const smtp = await server({ offersAuth: true, script: { auth: () => '535 5.7.8 wrong' } });
  const at = await post(smtp, 'muster:geheim-123@');
  await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await queue(at)).toMatchObject({ stopped: null, transportPause: { answer: '5.7.8 wrong' }, allowed: ['pause', 'try-now'] });
  await at.perform((work) => pauseQueue(work, 'de'));
  const both = await queue(at);
  expect([both.stopped !== null, both.transportPause !== null, both.allowed]).toEqual([true, true, ['resume']]);
  smtp.script = {};
  at.clock.turn(minutes(6));
  await worker.runOnce();
  expect(smtp.connections()).toBe(1);
  await expect(at.perform((work) => tryTransport(work, 'de'))).rejects.toMatchObject({ code: 'mail.queue-stopped' });

  await at.perform((work) => resumeQueue(work, 'de'));
  expect((await queue(at)).transportPause).not.toBeNull();
  await worker.runOnce();
  expect(await queue(at)).toMatchObject({ stopped: null, transportPause: null, waiting: 0 });
  expect(smtp.mails).toHaveLength(1);
});

test('„Jetzt versuchen“ brings the one try of a paused transport forward, and not more often than a server bears', async () => {
  const smtp = await server({ script: { greeting: () => '554 5.3.2 not now' } });
  const at = await post(smtp);
  await at.leaveOne('anna@kunde.example');
  const workers = [workerOf(at), workerOf(at)];
  const tryNow = () => at.perform((work) => tryTransport(work, 'de'));
  await expect(tryNow()).rejects.toMatchObject({ code: 'mail.transport-works' });
  await workers[0]?.runOnce();
  await expect(tryNow()).rejects.toMatchObject({ code: 'mail.tried-just-now', detail: { retryAfterSeconds: 10 } });

  at.clock.turn(seconds(10));
  await tryNow();
  await Promise.all(workers.map((worker) => worker.runOnce()));
  expect(smtp.connections()).toBe(2);
  await expect(tryNow()).rejects.toMatchObject({ code: 'mail.tried-just-now' });

  smtp.script = {};
  at.clock.turn(seconds(10));
  await tryNow();
  await workers[0]?.runOnce();
  expect(smtp.mails).toHaveLength(1);
  expect((await queue(at)).transportPause).toBeNull();
});
