import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('a second click while the first is on its way does nothing, the next one after it counts', async () => {
  const once = oneAtATime();
  const first = Promise.withResolvers<void>();
  const sent: string[] = [];
  const send = (name: string, answer: Promise<void> = Promise.resolve()) =>
    once(() => {
      sent.push(name);
      return answer;
    });

  const running = send('first', first.promise);
  await send('second');
  expect(sent).toEqual(['first']);
  first.resolve();
  await running;
  await send('third');
  expect(sent).toEqual(['first', 'third']);
});

test('a task that failed does not keep the next one away', async () => {
  const once = oneAtATime();
  await expect(once(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  let ran = false;
  await once(async () => {
    ran = true;
  });
  expect(ran).toBe(true);
});
