import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { type AdmissionFacts, admission, registration } from './access.ts';
import { admittedSql, invitedSql } from './store.ts';

const facts: AdmissionFacts = {
  deletedAt: null,
  blockedAt: null,
  expiresOn: null,
  timeZone: 'Europe/Berlin',
  registeredAt: new Date(0),
  hasPassword: true,
};
const now = new Date('2026-03-28T22:30:00Z');

test('B120 nothing stands against it: admitted', () => {
  expect(admission(facts, now)).toEqual({ admitted: true, reasons: [] });
});

test('B040 B063 without a password nobody gets in', () => {
  expect(admission({ ...facts, registeredAt: null, hasPassword: false }, now).reasons).toEqual(['not-registered', 'no-credential']);
});

test('every reason is named, the weightiest first', () => {
  const everything = { ...facts, deletedAt: now, blockedAt: now, expiresOn: '2026-01-01', registeredAt: null, hasPassword: false };
  expect(admission(everything, now).reasons).toEqual(['deleted', 'blocked', 'expired', 'not-registered', 'no-credential']);
});

test.each([
  ['2026-03-28T22:59:59Z', '2026-03-29', true],
  ['2026-03-28T23:00:00Z', '2026-03-29', false],
  ['2026-10-24T21:59:59Z', '2026-10-25', true],
  ['2026-10-24T22:00:00Z', '2026-10-25', false],
  ['2028-02-28T22:59:59Z', '2028-02-29', true],
  ['2028-02-28T23:00:00Z', '2028-02-29', false],
])('B121 at %s an access that expires on %s in Berlin is admitted: %s', (instant, expiresOn, admitted) => {
  expect(admission({ ...facts, expiresOn }, new Date(instant)).admitted).toBe(admitted);
});

const app = await testApp();

/** Every combination of the values, one record each. */
const combinations = <Values extends Record<string, readonly unknown[]>>(values: Values) =>
  Object.entries(values).reduce<Record<string, unknown>[]>(
    (made, [name, options]) => made.flatMap((one) => options.map((option) => ({ ...one, [name]: option }))),
    [{}],
  ) as { [Name in keyof Values]: Values[Name][number] }[];

test('rule 1 the verdict and the registration in SQL are those in TypeScript, for every combination', async () => {
  const instants = [null, new Date('2026-03-01T00:00:00Z')];
  const states = combinations({
    deletedAt: instants,
    blockedAt: instants,
    invitedAt: instants,
    registeredAt: instants,
    hasPassword: [true, false],
    expiresOn: [null, '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'],
    timeZone: ['Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'],
  });
  expect(states).toHaveLength(2 ** 5 * 5 * 4);
  for (const state of states) {
    const { rows } = await sql<{ admitted: boolean; invited: boolean }>`
      select ${admittedSql(now)} as admitted, ${invitedSql(now)} as invited
      from (select ${state.deletedAt}::timestamptz as deleted_at, ${state.blockedAt}::timestamptz as blocked_at, ${state.expiresOn}::date as expires_on,
              ${state.invitedAt}::timestamptz as invited_at, ${state.registeredAt}::timestamptz as registered_at) as access,
           (select null::timestamptz as deleted_at, ${state.hasPassword ? 'x' : null}::text as password_hash) as account,
           (select ${state.timeZone}::text as time_zone) as portal`.execute(app.database.db);
    const verdict = admission(state, now);
    const shut = verdict.reasons.some((reason) => reason === 'deleted' || reason === 'blocked' || reason === 'expired');
    expect(rows[0]).toEqual({ admitted: verdict.admitted, invited: registration(state) === 'invited' && !shut });
  }
});
