import { expect, test } from 'vitest';
import { pollingOf } from './polling.ts';

const settledAt = '2026-03-10T09:00:00.000Z';

test('B011 the state of a mail is read again until it is settled, then no more', () => {
  expect(pollingOf([{ state: 'queued', settledAt: null }])).toBe(2_000);
  for (const state of ['deferred', 'paused', 'unknown'] as const) expect(pollingOf([{ state, settledAt: null }]), state).toBe(15_000);
  for (const state of ['accepted', 'refused', 'given-up', 'withdrawn'] as const)
    expect(pollingOf([{ state, settledAt }]), state).toBe(false);
});

test('B011 one open mail among settled ones is enough to look again', () => {
  const messages = [
    { state: 'accepted', settledAt },
    { state: 'deferred', settledAt: null },
    { state: 'queued', settledAt: null },
  ] as const;
  expect(pollingOf(messages)).toBe(2_000);
  expect(pollingOf([])).toBe(false);
  expect(pollingOf(undefined)).toBe(false);
});
