import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Jobs that end when they are told to, and a record of who started. */
function stage(running: number, waiting: number) {
  const queue = createQueue({ running, waiting, full: () => new Error('full') });
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const enter = (name: string) =>
    queue.run(
      () =>
        new Promise<string>((resolve, reject) => {
          started.push(name);
          ends.set(name, (error) => (error ? reject(error) : resolve(name)));
        }),
    );
  return { enter, started, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

test('so many run at a time, the others in the order in which they came', async () => {
  const { enter, started, end } = stage(2, 10);
  const jobs = ['a', 'b', 'c', 'd', 'e'].map(enter);
  await settled();
  expect(started).toEqual(['a', 'b']);
  end('b');
  await settled();
  expect(started).toEqual(['a', 'b', 'c']);
  end('a');
  end('c');
  await settled();
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
  end('d');
  end('e');
  expect(await Promise.all(jobs)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('whoever comes when a place is handed on does not pass those who wait', async () => {
  const { enter, started, end } = stage(1, 10);
  const first = enter('a').then(() => enter('late'));
  const waiting = enter('b');
  await settled();
  end('a');
  await settled();
  expect(started).toEqual(['a', 'b']);
  end('b');
  await waiting;
  await settled();
  end('late');
  expect(await first).toBe('late');
});

test('a job that fails gives its place on', async () => {
  const { enter, started, end } = stage(1, 10);
  const failing = enter('a');
  const next = enter('b');
  await settled();
  end('a', new Error('broken'));
  await expect(failing).rejects.toThrow('broken');
  await settled();
  expect(started).toEqual(['a', 'b']);
  end('b');
  expect(await next).toBe('b');
});

test('a full line refuses at once, and takes again when it has moved', async () => {
  const { enter, end } = stage(1, 1);
  const running = enter('a');
  const waiting = enter('b');
  await expect(enter('c')).rejects.toThrow('full');
  await settled();
  end('a');
  await running;
  await settled();
  const again = enter('d');
  end('b');
  await waiting;
  await settled();
  end('d');
  expect(await again).toBe('d');
});
