import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logStyleOf } from './log.ts';
import { logLine } from './log-line.ts';

/** What a person at the terminal reads of entries as pino writes them. */
function read(write: (log: ReturnType<typeof pino>) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += logLine(String(chunk));
      done();
    },
  });
  write(pino({ base: undefined }, stream));
  return text;
}

test('an entry is one line for a person: time, level, what happened, what belongs to it', () => {
  const text = read((log) => log.warn({ host: 'mail.example', tries: 3, open: [1, 2] }, 'sending mail rests'));
  expect(text).toMatch(/^\d\d:\d\d:\d\d warn {2}sending mail rests host=mail\.example tries=3 open=\[1,2\]\n$/);
});

test('an error stands below with its stack', () => {
  const text = read((log) => log.error({ err: new Error('broken pipe') }, 'a round failed'));
  expect(text).toMatch(/^\d\d:\d\d:\d\d error a round failed\n {2}Error: broken pipe\n {4,}at /);
});

test('what a stranger said can neither begin a line of its own nor reach the terminal', () => {
  const text = read((log) =>
    log.warn({ answer: '550\n12:00:00 error all is lost\u001b[2J\u202e', err: new Error('\u001b[31mred') }, 'refused'),
  );
  expect(['\u001b', '\u202e'].filter((character) => text.includes(character))).toEqual([]);
  expect(text.split('\n').filter((line) => /^\d\d:/.test(line))).toHaveLength(1);
});

test('a person at a terminal gets text and only what is wrong, everything else gets JSON; the settings go before both', () => {
  const unset = { logFormat: undefined, logLevel: undefined, production: false };
  expect(logStyleOf(unset, true)).toEqual({ format: 'text', level: 'warn' });
  expect(logStyleOf(unset, false)).toEqual({ format: 'json', level: 'info' });
  expect(logStyleOf({ ...unset, production: true }, true)).toEqual({ format: 'json', level: 'info' });
  expect(logStyleOf({ ...unset, logLevel: 'debug' }, true)).toEqual({ format: 'text', level: 'debug' });
  expect(logStyleOf({ ...unset, logFormat: 'text', production: true }, false)).toEqual({ format: 'text', level: 'warn' });
  expect(logStyleOf({ ...unset, logFormat: 'json' }, true)).toEqual({ format: 'json', level: 'info' });
});
