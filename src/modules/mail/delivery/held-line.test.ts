import { expect, test } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { type Id, newId } from '../../../platform/id.ts';
import type { Post } from '../mail.fixture.ts';
import { withdrawMails } from '../outbox/leave-mail.ts';
import { deliveryTools } from './delivery.fixture.ts';
import { flighty } from './flighty.fixture.ts';

const { database, server, post, workerOf, stateOf } = await deliveryTools();
const oneLine = { lines: 1, limits: { connect: 2000, envelope: 2000, final: 5000 } };
const isRenewal = (statement: string) => statement.startsWith('update message set claimed_until');

const slowly = async (milliseconds: number) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return '250 2.0.0 ok';
};
const leaveMany = (at: Post, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => at.leaveOne(`p${index}@kunde.example`)));
const withdraw = (at: Post, accountId: Id<'account'>) =>
  at.perform(({ tx, now }) => withdrawMails(tx, { workspaceId: at.workspace.id, accountId, cause: 'blocked', now }));

test('the database is away for one statement while a lane holds the only line: the line goes back, and every mail leaves once', async () => {
  const smtp = await server({ script: { content: () => slowly(700) } });
  const at = await post(smtp);
  const ids = await leaveMany(at, 8);
  const { db, state } = flighty(database.db);
  state.away = (statement) => isRenewal(statement) && !state.refused;
  const worker = workerOf(at, { db, smtp: oneLine });
  await worker.runOnce();
  expect(state.refused).toBe(1);
  while (await worker.runOnce());
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(8);
  expect((await at.attempts()).filter(({ number, outcome }) => number !== 1 || outcome !== 'accepted')).toEqual([]);
});

test('the database is away for one statement after a line was lost: the second line goes back, and every mail leaves once', async () => {
  let drops = 1;
  const smtp = await server({ script: { mail: () => (drops-- > 0 ? 'drop' : '250 2.1.0 ok') } });
  const at = await post(smtp);
  const ids = await leaveMany(at, 3);
  const { db, state } = flighty(database.db);
  state.away = (statement) => isRenewal(statement) && !state.refused;
  const worker = workerOf(at, { db, smtp: oneLine });
  await worker.runOnce();
  expect(state.refused).toBe(1);
  at.clock.turn(minutes(10));
  while (await worker.runOnce());
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.mails).toHaveLength(3);
});

test('a mail that is withdrawn while its lane waits long for a line does not leave, and no try of it is shown', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const accountId = newId<'account'>(at.clock.now());
  const first = await at.leaveOne('anna@kunde.example');
  at.clock.turn(1000);
  const second = await at.leaveOne('paul@kunde.example', { accountId });
  let begun = 0;
  smtp.script = {
    content: async () => {
      while (!begun) begun = (await at.attempts(second)).length;
      await slowly(700);
      await withdraw(at, accountId);
      return '250 2.0.0 ok';
    },
  };
  await workerOf(at, { smtp: oneLine }).runOnce();
  expect(begun).toBe(1);
  expect(smtp.mails.map(({ to }) => to)).toEqual([['anna@kunde.example']]);
  expect([await stateOf(at, first), await stateOf(at, second)]).toEqual(['accepted', 'withdrawn']);
  expect(await at.attempts(second)).toEqual([]);
});

test('a mail that is withdrawn between a lost line and the next one does not leave', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const accountId = newId<'account'>(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { accountId });
  let isLost = false;
  smtp.script = {
    mail: () => {
      isLost = true;
      return 'drop';
    },
    greeting: async () => {
      if (isLost) await withdraw(at, accountId);
      smtp.script = isLost ? {} : smtp.script;
      return '220 scripted.example ESMTP';
    },
  };
  await workerOf(at, { smtp: oneLine }).runOnce();
  expect(isLost).toBe(true);
  expect(smtp.connections()).toBe(2);
  expect(smtp.mails).toEqual([]);
  expect(await stateOf(at, id)).toBe('withdrawn');
});
