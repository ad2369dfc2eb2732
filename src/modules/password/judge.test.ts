import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { isRefusal } from '../../platform/refusal.ts';
import { createPasswordJudge, type PasswordJudge } from './judge.ts';
import { judgePassword } from './password.ts';

const context = { minimumLength: 12, words: ['anna.amsel@muster-energie.example', 'Muster Energie GmbH', 'Kundenportal'] };
const good = 'korrekt pferd batterie klammer';
const judges: PasswordJudge[] = [];

function judgeWith(options: Parameters<typeof createPasswordJudge>[0] = {}): PasswordJudge {
  const judge = createPasswordJudge(options);
  judges.push(judge);
  return judge;
}

afterEach(async () => {
  await Promise.all(judges.splice(0).map((judge) => judge.close()));
});

test('rule 25 the thread says what the function says', async () => {
  const judge = judgeWith();
  const passwords = ['Kundenportal2026', 'MusterEnergie2026', 'abcdefghijkl', good, 'kurz', 'x'.repeat(300), 'zwölf \u0000 Zeichen'];
  for (const password of passwords) expect(await judge.judge(password, context)).toEqual(judgePassword(password, context));
  expect(await judge.judge('Kundenportal2026', { ...context, words: [] })).toMatchObject({ accepted: false, fault: 'too-common' });
});

test('reading the dictionaries keeps nobody else waiting', async () => {
  const judge = judgeWith();
  let longest = 0;
  let before = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 5);
  const started = performance.now();
  await judge.judge(good, context);
  clearInterval(beat);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan((performance.now() - started) / 2);
});

test('questions asked at once are each answered with their own verdict', async () => {
  const judge = judgeWith();
  const passwords = Array.from({ length: 40 }, (_, index) => (index % 2 ? `Sommer20${index}!!` : `${good} ${index}`));
  const verdicts = await Promise.all(passwords.map((password) => judge.judge(password, context)));
  expect(verdicts.map(({ accepted }) => accepted)).toEqual(passwords.map((_, index) => index % 2 === 0));
});

test('the thread ends when nobody asks any more, and the next question gets another one', async () => {
  const threads: Worker[] = [];
  const note = (message: unknown) => threads.push((message as { worker: Worker }).worker);
  subscribe('worker_threads', note);
  const judge = judgeWith({ idleMilliseconds: 0 });
  expect(await judge.judge(good, context)).toMatchObject({ accepted: true });
  const [first] = threads;
  if (first && first.threadId !== -1) await once(first, 'exit');
  expect(await judge.judge(good, context)).toMatchObject({ accepted: true });
  unsubscribe('worker_threads', note);
  expect(threads).toHaveLength(2);
});

test('rule 23 whoever waits when the thread ends gets an error and no verdict', async () => {
  const judge = judgeWith();
  const verdict = judge.judge(good, context);
  const failed = expect(verdict).rejects.toThrow(/ended/);
  await judge.close();
  await failed;
  expect(await judge.judge(good, context)).toMatchObject({ accepted: true });
});

test('too many at once are told when to come back', async () => {
  const judge = judgeWith({ most: 2 });
  const outcomes = await Promise.allSettled([good, good, good].map((password) => judge.judge(password, context)));
  const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(isRefusal(refused?.reason, 'password.busy') && refused?.reason.detail.retryAfterSeconds).toBeGreaterThan(0);
});

test('a password that is refused for its length needs no dictionaries', async () => {
  const judge = judgeWith();
  const started = performance.now();
  expect(await judge.judge('kurz', context)).toMatchObject({ fault: 'too-short' });
  expect(performance.now() - started).toBeLessThan(20);
});
