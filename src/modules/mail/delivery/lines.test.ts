import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createLines } from './lines.ts';

/** A port at which nobody listens any more. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test('when every opening fails at the same moment, all who wait for a line hear that the server is away', async () => {
  const target = { host: '127.0.0.1', port: await deadPort(), encryption: 'none', userName: null, password: null } as const;
  const limits = { connect: 2_000, envelope: 2_000, final: 2_000 };
  const lines = createLines(() => target, { limits, lines: 3, batch: 10, patience: 1_000, idle: 1_000, shutdown: 1_000, turn: 1_000 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => lines.take()));
  expect(answers.map((answer) => answer !== 'closed' && 'failure' in answer && answer.failure)).toEqual(Array(8).fill('host-unreachable'));
});

test('rule 23 a connection that is being opened holds up no ending: it is closed at once', async () => {
  let closed = 0;
  const server = createServer((socket) => {
    socket
      .on('error', () => {})
      .on('close', () => {
        closed += 1;
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const target = { host: '127.0.0.1', port, encryption: 'none', userName: null, password: null } as const;
  const limits = { connect: 20_000, envelope: 20_000, final: 20_000 };
  const lines = createLines(() => target, { limits, lines: 2, batch: 10, patience: 1_000, idle: 1_000, shutdown: 1_000, turn: 1_000 });
  const since = performance.now();
  const waiting = Promise.all([lines.prepare(), lines.take()]);
  const connected = new Promise((resolve) => server.once('connection', resolve));
  await connected;
  lines.halt();
  expect(await waiting).toEqual([undefined, 'closed']);
  expect(performance.now() - since).toBeLessThan(5_000);
  const deadline = performance.now() + 5_000;
  while (closed < 2 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(closed).toBe(2);
  await new Promise((resolve) => server.close(resolve));
});
