import { expect, test } from 'vitest';
import { later, minutes } from '../../platform/clock.ts';
import { afterAttempt, type MessageFacts, messageState, type Outcome, retryPlan } from './mail.ts';

const now = new Date('2026-11-21T13:05:00Z');
const nothing: MessageFacts = {
  acceptedAt: null,
  refusedAt: null,
  givenUpAt: null,
  withdrawnAt: null,
  unknownAt: null,
  deferrals: 0,
  expiresAt: null,
};
const words = { code: 451, enhancedCode: '4.7.1', answer: 'later' };

test.each([
  ['queued', {}, false],
  ['paused', {}, true],
  ['deferred', { deferrals: 2 }, false],
  ['paused', { deferrals: 2 }, true],
  ['unknown', { deferrals: 1, unknownAt: now }, false],
  ['accepted', { acceptedAt: now, deferrals: 1 }, true],
  ['accepted', { acceptedAt: now, expiresAt: now }, false],
  ['refused', { refusedAt: now }, true],
  ['given-up', { givenUpAt: now, unknownAt: now }, false],
  ['withdrawn', { withdrawnAt: now }, true],
  ['withdrawn', { expiresAt: now }, true],
  ['queued', { expiresAt: later(now, 1) }, false],
] as const)('the state of a mail is %s: %j, transport paused: %s', (state, facts, paused) => {
  expect(messageState({ ...nothing, ...facts }, now, paused)).toBe(state);
});

test('the retry plan: about 1, 5, 30, 120 and 720 minutes, then the mail is given up', () => {
  expect(retryPlan).toEqual([1, 5, 30, 120, 720].map(minutes));
  const deferred: Outcome = { kind: 'deferred', cause: 'server-deferred', ...words };
  retryPlan.forEach((pause, deferrals) => {
    expect(afterAttempt({ deferrals }, deferred, now)).toEqual({
      deferrals: deferrals + 1,
      nextAttemptAt: later(now, pause),
      cause: 'server-deferred',
      unknownAt: null,
    });
  });
  expect(afterAttempt({ deferrals: 5 }, deferred, now)).toEqual({
    givenUpAt: now,
    cause: 'server-deferred',
    sealedLink: null,
    unknownAt: null,
  });
});

test('an unknown end is tried again like a deferred one, and stays visible as unknown', () => {
  expect(afterAttempt({ deferrals: 0 }, { kind: 'unknown', cause: 'timeout', ...words }, now)).toMatchObject({
    unknownAt: now,
    deferrals: 1,
  });
  expect(afterAttempt({ deferrals: 5 }, { kind: 'unknown', cause: 'timeout', ...words }, now)).toMatchObject({
    unknownAt: now,
    givenUpAt: now,
  });
});

test('a transport that fails uses up no step of a mail’s plan', () => {
  expect(afterAttempt({ deferrals: 2 }, { kind: 'transport-failed', cause: 'auth-required', ...words }, now)).toEqual({
    cause: 'auth-required',
  });
});

test('rule 16 every end of a mail deletes its sealed link', () => {
  const ends: Outcome[] = [
    { kind: 'accepted', ...words },
    { kind: 'refused', cause: 'recipient-refused', ...words },
    { kind: 'deferred', cause: 'server-deferred', ...words },
  ];
  for (const outcome of ends) expect(afterAttempt({ deferrals: 5 }, outcome, now).sealedLink).toBeNull();
});
