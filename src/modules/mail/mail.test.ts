import { expect, test } from 'vitest';
import { later, minutes } from '../../platform/clock.ts';
import {
  afterAttempt,
  type HoldCause,
  judgeRetry,
  type MessageFacts,
  messageState,
  type Outcome,
  type RetryVerdict,
  retryPlan,
} from './mail.ts';

const now = new Date('2026-11-21T13:05:00Z');
const nothing: MessageFacts = {
  acceptedAt: null,
  refusedAt: null,
  givenUpAt: null,
  withdrawnAt: null,
  bouncedAt: null,
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
  ['bounced', { acceptedAt: now, bouncedAt: now }, false],
] as const)('the state of a mail is %s: %j, transport paused: %s', (state, facts, paused) => {
  expect(messageState({ ...nothing, ...facts }, now, { hold: null, paused })).toBe(state);
});

test.each([
  ['held', {}, false],
  ['held', { unknownAt: now, deferrals: 1 }, true],
  ['withdrawn', { expiresAt: now }, false],
  ['accepted', { acceptedAt: now }, false],
  ['refused', { refusedAt: now }, true],
] as const)('the state of a mail that something holds is %s: %j, transport paused: %s', (state, facts, paused) => {
  for (const hold of ['template-inactive', 'address-marked'] as const)
    expect(messageState({ ...nothing, ...facts }, now, { hold, paused })).toBe(state);
});

test.each<[RetryVerdict, Partial<MessageFacts>, { linkId?: string; claimedUntil?: Date; hold?: HoldCause }]>([
  ['now', {}, {}],
  ['now', { deferrals: 3, unknownAt: now }, { linkId: 'a' }],
  ['now', {}, { claimedUntil: now }],
  ['under-way', {}, { claimedUntil: later(now, 1) }],
  ['template-inactive', {}, { hold: 'template-inactive' }],
  ['address-marked', {}, { hold: 'address-marked' }],
  ['again', { refusedAt: now }, {}],
  ['again', { givenUpAt: now }, {}],
  ['again', { acceptedAt: now, bouncedAt: now }, {}],
  ['address-marked', { acceptedAt: now, bouncedAt: now }, { hold: 'address-marked' }],
  ['link-gone', { refusedAt: now }, { linkId: 'a' }],
  ['link-gone', { acceptedAt: now, bouncedAt: now }, { linkId: 'a', hold: 'address-marked' }],
  ['accepted', { acceptedAt: now }, {}],
  ['withdrawn', { withdrawnAt: now }, {}],
  ['withdrawn', { expiresAt: now }, { linkId: 'a' }],
])(
  'rule 16 whether a mail can be tried once more: %s for %j and %j',
  (verdict, facts, { linkId = null, claimedUntil = null, hold = null }) => {
    expect(judgeRetry({ ...nothing, ...facts, linkId, claimedUntil }, now, hold)).toBe(verdict);
  },
);

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
