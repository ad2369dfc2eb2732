import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import type { Schema } from '../../schema.ts';
import { openPost, requestOf } from '../mail.fixture.ts';
import { findMailLosses, sendAll, startFaultySink } from './many-faults.fixture.ts';

const database = await testDatabase<Schema>();

test('rule 16 a thousand mails at three faults in ten tries: none is lost in silence, and twice arrives only what had no answer', async () => {
  const sink = await startFaultySink({ share: 0.3, seed: 4 });
  const at = await openPost(database, { smtpUrl: `smtp://127.0.0.1:${sink.port}?from=no-reply@example.com` });
  await at.perform(async ({ send, now }) => {
    for (let index = 0; index < 1000; index++) await send(requestOf(now, { address: `f-${index}@kunde.example` }));
  });
  const worker = at.worker();
  await sendAll(at, worker);
  const { lost, unexplained, strange, ...count } = await findMailLosses(at, sink);
  expect([lost, unexplained, strange]).toEqual([[], [], []]);
  expect(count.accepted + count.refused + count.givenUp).toBe(1000);
  expect(count.accepted).toBeGreaterThan(850);
  // The faults did happen: otherwise this would prove nothing.
  expect(sink.faults()).toBeGreaterThan(250);
  expect(count.twice).toBeGreaterThan(10);
  expect((await at.setting()).pausedSince).toBeNull();
  await worker.stop();
  await sink.close();
}, 120_000);
