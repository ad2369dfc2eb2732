import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { type AdmissionFacts, admission } from './access.ts';
import { admittedSql } from './store.ts';

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

test('rule 1 the verdict in SQL is the verdict in TypeScript, for every combination', async () => {
  const { db } = app.database;
  const dates = [null, '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'];
  const zones = ['Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'];
  const instants = [null, new Date('2026-03-01T00:00:00Z')];
  let compared = 0;
  for (const deletedAt of instants) {
    for (const blockedAt of instants) {
      for (const registeredAt of instants) {
        for (const hasPassword of [true, false]) {
          for (const expiresOn of dates) {
            for (const timeZone of zones) {
              const { rows } = await sql<{ admitted: boolean }>`
                select ${admittedSql(now)} as admitted
                from (select ${deletedAt}::timestamptz as deleted_at, ${blockedAt}::timestamptz as blocked_at, ${expiresOn}::date as expires_on, ${registeredAt}::timestamptz as registered_at) as access,
                     (select null::timestamptz as deleted_at, ${hasPassword ? 'x' : null}::text as password_hash) as account,
                     (select ${timeZone}::text as time_zone) as portal`.execute(db);
              expect(rows[0]?.admitted).toBe(
                admission({ deletedAt, blockedAt, registeredAt, hasPassword, expiresOn, timeZone }, now).admitted,
              );
              compared += 1;
            }
          }
        }
      }
    }
  }
  expect(compared).toBe(2 * 2 * 2 * 2 * 5 * 4);
});
