import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { type AdmissionFacts, admission, type RegistrationFacts, registration } from './access.ts';
import { admittedSql, invitedSql, registrationSql } from './store.ts';

const facts: AdmissionFacts = {
  deletedAt: null,
  blockedAt: null,
  expiresOn: null,
  timeZone: 'Europe/Berlin',
  companiesClosed: false,
  portalClosedAt: null,
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
  const everything: AdmissionFacts = {
    deletedAt: now,
    blockedAt: now,
    expiresOn: '2026-01-01',
    timeZone: 'UTC',
    companiesClosed: true,
    portalClosedAt: now,
    registeredAt: null,
    hasPassword: false,
  };
  expect(admission(everything, now).reasons).toEqual([
    'deleted',
    'blocked',
    'expired',
    'company-closed',
    'portal-closed',
    'not-registered',
    'no-credential',
  ]);
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

test.each([
  [{}, 'none'],
  [{ invitedAt: now }, 'invited'],
  [{ activationSentAt: now }, 'activation-sent'],
  [{ invitedAt: now, activationSentAt: now }, 'activation-sent'],
  [{ activationSentAt: now, registeredAt: now }, 'registered'],
  [{ registeredAt: now, newEmailUntil: new Date(now.getTime() + 1) }, 'email-change'],
  [{ registeredAt: now, newEmailUntil: now }, 'registered'],
] as [Partial<RegistrationFacts>, string][])('B104 B111 B113 %j is „%s“', (some, expected) => {
  const nothing: RegistrationFacts = { invitedAt: null, activationSentAt: null, registeredAt: null, newEmailUntil: null };
  expect(registration({ ...nothing, ...some }, now)).toBe(expected);
});

const app = await testApp();

const day = fc.integer({ min: -3, max: 3 }).map((shift) => new Date(now.getTime() + shift * 86_400_000).toISOString().slice(0, 10));
const usuallyNot = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const instant = fc.integer({ min: -5, max: 5 }).map((shift) => new Date(now.getTime() + shift * 1000));
const state = fc.record({
  deletedAt: usuallyNot(instant),
  accountDeletedAt: usuallyNot(instant),
  blockedAt: usuallyNot(instant),
  expiresOn: fc.option(day),
  timeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Asia/Kathmandu'),
  /** For each company that the access acts for: whether it is switched off. */
  companies: fc.array(fc.boolean(), { maxLength: 3 }),
  portalClosedAt: usuallyNot(instant),
  invitedAt: fc.option(instant),
  activationSentAt: fc.option(instant),
  registeredAt: fc.option(instant, { freq: 5 }),
  newEmailUntil: fc.option(instant),
  hasPassword: fc.boolean(),
});

test('rule 1 the verdict and the registration in SQL are those in TypeScript, for 100,000 random states', {
  timeout: 120_000,
}, async () => {
  const states = fc.sample(state, { numRuns: 100_000, seed: 4 }).map((one, id) => ({ ...one, id }));
  const seen = { admitted: 0, denied: 0 };
  for (let start = 0; start < states.length; start += 1_000) {
    const some = states.slice(start, start + 1_000);
    const { rows } = await judgeInSql(some);
    const judged = new Map(rows.map((row) => [row.id, row]));
    for (const one of some) {
      const verdict = admission(
        {
          ...one,
          deletedAt: one.deletedAt ?? one.accountDeletedAt,
          companiesClosed: one.companies.length > 0 && one.companies.every(Boolean),
        },
        now,
      );
      const onlyUnfinished = verdict.reasons.every((reason) => reason === 'not-registered' || reason === 'no-credential');
      const invited = !one.registeredAt && (one.invitedAt !== null || one.activationSentAt !== null) && onlyUnfinished;
      if (verdict.admitted) seen.admitted += 1;
      else seen.denied += 1;
      const expected = { id: one.id, admitted: verdict.admitted, invited, registration: registration(one, now) };
      if (JSON.stringify(judged.get(one.id)) !== JSON.stringify(expected))
        expect({ one, sql: judged.get(one.id) }).toEqual({ one, sql: expected });
    }
  }
  expect(seen.admitted).toBeGreaterThan(1_000);
  expect(seen.denied).toBeGreaterThan(50_000);
});

/** The real expressions over tables of the same names that hold only these states. */
const judgeInSql = (states: (typeof state extends fc.Arbitrary<infer State> ? State & { id: number } : never)[]) =>
  sql<{ id: number; admitted: boolean; invited: boolean; registration: string }>`
    with state as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as state (
        id integer, "deletedAt" timestamptz, "accountDeletedAt" timestamptz, "blockedAt" timestamptz, "expiresOn" date, "timeZone" text,
        companies jsonb, "portalClosedAt" timestamptz, "invitedAt" timestamptz, "activationSentAt" timestamptz, "registeredAt" timestamptz,
        "newEmailUntil" timestamptz, "hasPassword" boolean)
    ),
    access as materialized (
      select 1 as workspace_id, id, "deletedAt" as deleted_at, "blockedAt" as blocked_at, "expiresOn" as expires_on, "invitedAt" as invited_at,
        "activationSentAt" as activation_sent_at, "registeredAt" as registered_at, jsonb_array_length(companies) = 0 as pending from state
    ),
    account as materialized (
      select id, "accountDeletedAt" as deleted_at, "newEmailUntil" as new_email_until, case when "hasPassword" then 'x' end as password_hash from state
    ),
    portal as materialized (select id, "timeZone" as time_zone, "portalClosedAt" as closed_at from state),
    assignment as materialized (
      select 1 as workspace_id, id as access_id, id * 10 + place as contact_id
      from state, jsonb_array_elements(companies) with ordinality as company (closed, place)
    ),
    contact as materialized (select 1 as workspace_id, contact_id as id, contact_id as customer_id from assignment),
    customer as materialized (
      select 1 as workspace_id, id * 10 + place as id, case when closed::boolean then now() end as closed_at
      from state, jsonb_array_elements(companies) with ordinality as company (closed, place)
    )
    select access.id, ${admittedSql(now)} as admitted, ${invitedSql(now)} as invited, ${registrationSql(now)} as registration
    from access join account on account.id = access.id join portal on portal.id = access.id`.execute(app.database.db);
