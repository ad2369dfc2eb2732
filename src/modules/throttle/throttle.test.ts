import { expect, test } from 'vitest';
import { refuseToHurry } from './refusals.ts';
import {
  confirmPasswordLimit,
  countersOf,
  forgottenPasswordLimit,
  linkLimit,
  ownKey,
  ownNetworkKey,
  pauseAfter,
  pausesOf,
  signInLimit,
} from './throttle.ts';

const pair = { freeTries: 5, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 3600 };

test('rule 20 five tries are free, then the pause doubles from one second to a quarter of an hour', () => {
  expect(signInLimit.plans.pair).toEqual(pair);
  const table = Array.from({ length: 18 }, (_, index) => pauseAfter(index + 1, pair));
  expect(table).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  expect(pauseAfter(0, pair)).toBe(0);
  expect(pauseAfter(10_000, pair)).toBe(900);
});

test('the list of pauses that the database gets ends with the longest and agrees with the rule', () => {
  for (const plan of [signInLimit, confirmPasswordLimit, forgottenPasswordLimit, linkLimit].flatMap(({ plans }) => Object.values(plans))) {
    const pauses = pausesOf(plan);
    expect(pauses).toEqual(pauses.map((_, index) => pauseAfter(index + 1, plan)));
    expect(pauses.at(-1)).toBe(plan.longestPauseSeconds);
    expect(pauseAfter(pauses.length + 50, plan)).toBe(plan.longestPauseSeconds);
  }
});

test('rule 20 a limit without a plan for browsers counts a known browser as everybody else, and forgets its failures alike', () => {
  const subject = { account: 'portal:anna@example.com', network: '203.0.113.7' };
  const known = { ...subject, browser: 'a browser' };
  for (const limit of [confirmPasswordLimit, forgottenPasswordLimit, linkLimit]) {
    expect(countersOf('one', limit, known)).toEqual(countersOf('one', limit, subject));
    expect(countersOf('one', limit, known).length, limit.name).toBeGreaterThan(0);
    expect(ownKey('one', limit, known)).toBe(ownKey('one', limit, subject));
  }
  expect(countersOf('one', signInLimit, known)).not.toEqual(countersOf('one', signInLimit, subject));
  expect(ownKey('one', signInLimit, known)).not.toBe(ownKey('one', signInLimit, subject));
});

test('rule 18 no name stands in a key, and the same name in another workspace is another key', () => {
  const subject = { account: 'portal:anna@example.com', network: '203.0.113.7' };
  const keys = (workspaceId: string) => [
    ...countersOf(workspaceId, signInLimit, subject).map(({ key }) => key),
    ownNetworkKey(workspaceId, subject),
  ];
  expect(keys('one').join()).not.toContain('anna');
  expect(keys('one').filter((key) => keys('two').includes(key))).toEqual(['sign-in:network:203.0.113.7']);
});

test('rule 20 without an account only the network is counted', () => {
  expect(countersOf('one', linkLimit, { network: '2001:db8::1' }).map(({ key }) => key)).toEqual(['link:network:2001:db8:0:0::/64']);
});

test.each([
  [1, 'Bitte in einer Sekunde noch einmal versuchen.', 'Bitte versuche es in einer Sekunde noch einmal.', 'Please try again in a second.'],
  [45, 'Bitte in 45 Sekunden noch einmal versuchen.', 'Bitte versuche es in 45 Sekunden noch einmal.', 'Please try again in 45 seconds.'],
  [90, 'Bitte in 90 Sekunden noch einmal versuchen.', 'Bitte versuche es in 90 Sekunden noch einmal.', 'Please try again in 90 seconds.'],
  [91, 'Bitte in 2 Minuten noch einmal versuchen.', 'Bitte versuche es in 2 Minuten noch einmal.', 'Please try again in 2 minutes.'],
  [900, 'Bitte in 15 Minuten noch einmal versuchen.', 'Bitte versuche es in 15 Minuten noch einmal.', 'Please try again in 15 minutes.'],
])('rule 20 after %i seconds one may come again: in words, and as Retry-After', (seconds, de, du, en) => {
  const refusal = refuseToHurry(seconds);
  expect(refusal).toMatchObject({ code: 'throttle.slow-down', kind: 'too-many', detail: { retryAfterSeconds: seconds } });
  expect([refusal.sentence('de'), refusal.sentence('de-DU'), refusal.sentence('en')]).toEqual([
    `Zu viele Versuche. ${de}`,
    `Zu viele Versuche. ${du}`,
    `Too many tries. ${en}`,
  ]);
});
