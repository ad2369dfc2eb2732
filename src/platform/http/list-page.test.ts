import { expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { type Order, readCursor, writeCursor } from './list-page.ts';

const id = '0198a1b2-0000-7000-8000-000000000000';
const byName: Order = { name: 'contact:name', key: 'text' };
const byChange: Order = { name: 'contact:updatedAt', key: 'instant' };
const bySequence: Order = { name: 'event', key: 'number' };
const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test('a cursor that we wrote is read back, in both directions', () => {
  for (const direction of ['forward', 'backward'] as const) {
    const cursor = { direction, key: 'äpfel „x“', id };
    expect(readCursor(writeCursor(cursor, byName), byName)).toEqual(cursor);
  }
});

test.each([
  ['of another order', writeCursor({ direction: 'forward', key: 'amsel', id }, byName), byChange],
  ['with a key that is no instant', made('f', 'contact:updatedAt', 'amsel anna', id), byChange],
  ['with a month that does not exist', made('f', 'contact:updatedAt', '2026-13-01T00:00:00Z', id), byChange],
  ['with a number that is none', made('f', 'event', '9e99', id), bySequence],
  ['with a number that is too large', made('f', 'event', '9'.repeat(30), id), bySequence],
  ['with an id of dashes', made('f', 'contact:name', 'amsel', '-'.repeat(36)), byName],
  ['with a NUL', made('f', 'contact:name', 'a\0', id), byName],
  ['with another direction', made('x', 'contact:name', 'a', id), byName],
  ['that is no list', Buffer.from('{"0":"f"}').toString('base64url'), byName],
  ['that is no JSON', 'bm9wZQ', byName],
] as const)('a cursor %s is a bad request, never an error of the database', (_, text, order) => {
  let caught: unknown;
  try {
    readCursor(text, order);
  } catch (error) {
    caught = error;
  }
  expect(isRefusal(caught, 'request.bad-cursor')).toBe(true);
});
