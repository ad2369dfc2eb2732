import { expect, test } from 'vitest';
import { pollingOf } from './polling.ts';

const settledAt = '2026-03-10T09:00:00.000Z';

test('B011 the state of a mail is read again until it is settled; one that was taken may still come back', () => {
  expect(pollingOf([{ state: 'queued', settledAt: null }])).toBe(2_000);
  for (const state of ['deferred', 'paused', 'unknown'] as const) expect(pollingOf([{ state, settledAt: null }]), state).toBe(15_000);
  for (const state of ['refused', 'given-up', 'withdrawn'] as const) expect(pollingOf([{ state, settledAt }]), state).toBe(false);
  expect(pollingOf([{ state: 'accepted', settledAt }])).toBe(60_000);
});

test('B011 one open mail among settled ones is enough to look again', () => {
  const mails = [
    null,
    { state: 'accepted', settledAt },
    { state: 'deferred', settledAt: null },
    { state: 'queued', settledAt: null },
  ] as const;
  expect(pollingOf(mails)).toBe(2_000);
  expect(pollingOf([null])).toBe(false);
  expect(pollingOf([])).toBe(false);
  expect(pollingOf(undefined)).toBe(false);
});
