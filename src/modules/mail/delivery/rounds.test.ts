import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { deliveryTools } from './delivery.fixture.ts';
import { createLines } from './lines.ts';

const { server, post, workerOf, stateOf } = await deliveryTools();
const whenTrue = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a round that finds one under way sends what has come meanwhile, and does not try the server anew', async () => {
  const smtp = await server({ script: { content: (mail) => (mail.to[0]?.startsWith('slow') ? 'hang' : '250 ok') } });
  const at = await post(smtp);
  await at.leaveOne('slow@kunde.example');
  const worker = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 1000, final: 3000 }, patience: 1500, lines: 3 } });
  const first = worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  await first;
  const ids = await Promise.all([1, 2, 3].map((index) => at.leaveOne(`p${index}@kunde.example`)));
  await worker.runOnce();
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect(smtp.connections()).toBeLessThanOrEqual(3);
});

test('a failure of one round is not forgotten by another that begins beside it: the pause stays, and nothing is tried after it', async () => {
  const smtp = await server({ script: { content: () => 'hang' } });
  const at = await post(smtp);
  await at.leaveOne('slow@kunde.example');
  const worker = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 1000, final: 2000 }, patience: 100, lines: 2 } });
  await worker.runOnce();
  await whenTrue(() => smtp.mails.length === 1);
  smtp.script = { ...smtp.script, mail: () => '530 5.7.0 Authentication required' };
  await at.leaveOne('paul@kunde.example');
  while (!(await at.setting()).pausedSince) await worker.runOnce();
  expect((await at.setting()).pauseCause).toBe('auth-required');
  const tried = smtp.commands.length;
  await at.leaveOne('eva@kunde.example');
  await worker.runOnce();
  expect(smtp.commands.length).toBe(tried);

  // The probe at the end of the pause waits for the mail that hangs, and then is the one try.
  at.clock.turn(minutes(5));
  smtp.script = {};
  await Promise.all([worker.runOnce(), worker.runOnce()]);
  await whenTrue(() => smtp.mails.length >= 3);
  expect((await at.setting()).pausedSince).toBeNull();
});

test('many who prepare and take at the same moment open no more lines than there may be', async () => {
  const sockets = new Set<Socket>();
  let most = 0;
  const smtp = createServer((socket) => {
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    setTimeout(() => socket.write('220 hello\r\n'), 30);
    socket.on('data', () => socket.write('250 ok\r\n'));
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const target = { host: '127.0.0.1', port, encryption: 'none', userName: null, password: null } as const;
  const limits = { connect: 2_000, envelope: 2_000, final: 2_000 };
  const lines = createLines(() => target, { limits, lines: 2, batch: 10, patience: 1_000, idle: 1_000, shutdown: 1_000, turn: 1_000 });
  const use = async () => {
    const line = await lines.take();
    if (line === 'closed' || 'failure' in line) throw new Error('There is no line.');
    await new Promise((resolve) => setTimeout(resolve, 10));
    lines.giveBack(line);
  };
  await Promise.all([lines.prepare(), use(), use(), lines.prepare(), use(), use(), lines.prepare(), use()]);
  expect(most).toBe(2);
  lines.breakOff();
  await whenTrue(() => sockets.size === 0);
  expect(await lines.take()).toBe('closed');
  await new Promise((resolve) => smtp.close(resolve));
});
