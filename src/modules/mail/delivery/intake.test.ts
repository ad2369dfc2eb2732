import { expect, test } from 'vitest';
import { hours } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { briskSmtp, vault } from '../mail.fixture.ts';
import { deliveryTools } from './delivery.fixture.ts';
import type { DeskTools } from './desk.ts';
import { createIntake } from './intake.ts';

const { database, server, post, workerOf, stateOf } = await deliveryTools();

test('a mail that waits in here for longer than its claim holds, and is claimed anew, comes once', async () => {
  const at = await post(await server());
  for (let index = 0; index < 6; index++) {
    await at.leaveOne(`p${index}@kunde.example`);
    at.clock.turn(1000);
  }
  const claims: string[][] = [];
  const tools: DeskTools = {
    ...at,
    vault,
    smtp: { ...briskSmtp, lines: 1, batch: 4 },
    workerId: newId(at.clock.now()),
    findDeadLinks: async (_, __, mails) => {
      claims.push(mails.map(({ recipientAddress }) => recipientAddress));
      return new Set();
    },
  };
  const intake = createIntake(await at.setting(), tools);
  for (let count = 0; count < 2; count++) await intake.take();
  at.clock.turn(hours(1));
  // So few are left now that this take claims ahead.
  await intake.take();
  while (claims.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(claims[1]).toContain('p3@kunde.example');
  const taken: string[] = [];
  for (let mail = await intake.take(); mail; mail = await intake.take()) taken.push(mail.recipientAddress);
  expect(taken.filter((address) => address === 'p3@kunde.example')).toHaveLength(1);
  expect(taken).toContain('p5@kunde.example');
});

test('where it cannot be told which links are dead, the mails go back at once and not when their claim runs out', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  let fails = 1;
  const worker = workerOf(at, {
    findDeadLinks: async () => {
      if (fails-- > 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      return new Set();
    },
  });
  await worker.runOnce();
  expect(smtp.mails).toEqual([]);
  while (await worker.runOnce());
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(await database.db.selectFrom('message').select('deferrals').where('id', '=', id).execute()).toEqual([{ deferrals: 0 }]);
});
