import { expect, test } from 'vitest';
import { bottomOf } from './toast-place.ts';

const screen = { height: 800, ceiling: 64 };
const messages = { top: 720, bottom: 784, left: 800, right: 1264 };
const button = (top: number, left = 900) => ({ top, bottom: top + 36, left, right: left + 120 });

test('messages stand at the lower edge where nothing is in the way', () => {
  expect(bottomOf(messages, [], screen)).toBe(16);
  expect(bottomOf(messages, [button(300), button(760, 100)], screen)).toBe(16);
});

test('a button that they would cover lifts them above it, and so does the next one above', () => {
  expect(bottomOf(messages, [button(740)], screen)).toBe(68);
  expect(bottomOf(messages, [button(690), button(740)], screen)).toBe(118);
  expect(bottomOf(messages, [button(600), button(740)], screen)).toBe(68);
});

test('where no place is free they stay at the edge instead of leaving the screen', () => {
  const column = Array.from({ length: 18 }, (_, index) => button(40 + index * 42));
  expect(bottomOf(messages, column, screen)).toBe(16);
});
