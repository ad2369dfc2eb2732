import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { days, later } from '../../../platform/clock.ts';
import type { AccessView } from '../contract.ts';
import { type AccessViewName, accessViews, admissionNames, registrationNames } from './contract.ts';
import { accessListApp, type Made } from './list.fixture.ts';

const { app, db, now, addPortal, add, list, listAll } = await accessListApp();

const ids = (items: AccessView[]) => items.map(({ id }) => id).toSorted();

describe('filters agree with the functions that judge one access', () => {
  let all: AccessView[] = [];

  beforeAll(async () => {
    // Where days begin eleven hours later, eleven hours earlier, and here; and one portal that is switched off.
    const portals = [
      await addPortal('Pago Pago', { timeZone: 'Pacific/Pago_Pago' }),
      await addPortal('Kiritimati', { timeZone: 'Pacific/Kiritimati' }),
      await addPortal('Berlin'),
      await addPortal('Zu', { closed: true }),
    ];
    const maybe = <Value>(value: Value) => fc.option(fc.constant(value), { freq: 2 });
    const state: fc.Arbitrary<Made> = fc.record({
      portalId: fc.constantFrom(...portals),
      pending: fc.boolean(),
      invitedAt: maybe(later(now, -days(3))),
      activationSentAt: maybe(later(now, -days(2))),
      registeredAt: maybe(later(now, -days(1))),
      blockedAt: maybe(now),
      expiresOn: fc.option(
        fc.constantFrom('2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11', '2026-04-08', '2026-04-09', '2026-04-10', '2027-01-01'),
      ),
      lastSignInAt: maybe(later(now, -days(1))),
      password: fc.boolean(),
      newEmailUntil: fc.constantFrom(null, later(now, 1), now, later(now, -1)),
      company: fc.constantFrom('Offen GmbH', 'Zu GmbH'),
    });
    for (const made of fc.sample(state, { numRuns: 400, seed: 20260310 }))
      await add({ ...made, companyClosed: made.company === 'Zu GmbH' });
    all = await listAll();
    expect(all.length).toBe(400);
  }, 120_000);

  const agree = async (query: Record<string, string>, rule: (access: AccessView) => boolean) => {
    const wanted = ids(all.filter(rule));
    expect(ids(await listAll(query)), JSON.stringify(query)).toEqual(wanted);
    expect((await list(query)).total).toBe(wanted.length);
    return wanted.length;
  };

  test('B104 by registration, one and several', async () => {
    for (const name of registrationNames)
      expect(await agree({ registration: name }, (one) => one.registration === name)).toBeGreaterThan(0);
    for (const some of [
      ['none', 'registered'],
      ['registered', 'email-change'],
      ['invited', 'activation-sent'],
      ['none', 'email-change'],
      registrationNames,
    ])
      await agree({ registration: some.join() }, (one) => some.includes(one.registration));
  });

  test('B104 by assignment', async () => {
    for (const name of ['pending', 'assigned']) await agree({ assignment: name }, (one) => one.assignment === name);
  });

  test('B121 by verdict and by each reason, in the time zone of each portal', async () => {
    await agree({ admission: 'admitted' }, (one) => one.admitted);
    await agree({ admission: 'denied' }, (one) => !one.admitted);
    for (const reason of admissionNames.slice(2))
      expect(await agree({ admission: reason }, (one) => one.reasons.some(({ code }) => code === reason)), reason).toBeGreaterThan(0);
  });

  test('by grant, expiry and sign-in', async () => {
    await agree({ granted: 'true' }, (one) => one.granted);
    await agree({ granted: 'false' }, (one) => !one.granted);
    await agree({ neverSignedIn: 'true' }, (one) => one.lastSignInAt === null);
    await agree({ expiry: 'expired' }, (one) => one.reasons.some(({ code }) => code === 'expired'));
    const today = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
    const inDays = (timeZone: string, count: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(later(now, days(count)));
    for (const [query, within] of [
      [{ expiry: 'soon' }, 30],
      [{ expiry: 'soon', expiryDays: '1' }, 1],
      [{ expiry: 'soon', expiryDays: '400' }, 400],
    ] as const)
      expect(
        await agree(
          query,
          ({ expiresOn, portal }) =>
            expiresOn !== null && expiresOn > today(portal.timeZone) && expiresOn <= inDays(portal.timeZone, within),
        ),
      ).toBeGreaterThan(0);
  });

  test('filters are combined', async () => {
    await agree(
      { registration: 'registered,email-change', assignment: 'assigned', admission: 'denied', neverSignedIn: 'true' },
      (one) => one.registeredAt !== null && one.assignment === 'assigned' && !one.admitted && one.lastSignInAt === null,
    );
  });

  test('every saved view counts what its list finds, of all portals and of one', async () => {
    type Counts = { items: { name: AccessViewName; count: number; isCapped: boolean }[] };
    const portalId = String(all[0]?.portal.id);
    for (const narrowing of [{}, { portalId }, { portalId, role: 'customer' }, { role: 'installer' }] as Record<string, string>[]) {
      const { items } = (await app.api<Counts>('GET', '/accesses/views', { query: narrowing })).body;
      expect(items.map(({ name }) => name)).toEqual(Object.keys(accessViews));
      for (const { name, count, isCapped } of items) {
        expect(isCapped).toBe(false);
        expect(count, name).toBe((await list({ ...narrowing, ...accessViews[name] })).total);
      }
    }
  });
});

test('by company: all contacts that somebody acts for count', async () => {
  const { customerId, accessId } = await add({ name: 'Doppel', company: 'Erste GmbH' });
  const other = await add({ name: 'Einzel', company: 'Zweite GmbH' });
  await sql`insert into assignment (workspace_id, access_id, contact_id, assigned_at)
    values (${app.workspace.id}, ${accessId}, ${other.contactId}, ${later(now, 1000)})`.execute(db);
  const of = async (id: string) => (await list({ customerId: id })).items.map(({ name }) => name);
  expect(await of(customerId)).toEqual(['Anna Doppel']);
  expect(await of(other.customerId)).toEqual(['Anna Doppel', 'Anna Einzel']);
});

test('by day of creation and of invitation, in the time zone of the workspace', async () => {
  const { customerId } = await add({
    name: 'Früh',
    company: 'Tageswerk',
    createdAt: new Date('2026-02-28T22:59:59Z'),
    invitedAt: new Date('2026-02-28T22:59:59Z'),
  });
  await add({
    name: 'Spät',
    company: 'Tageswerk',
    createdAt: new Date('2026-02-28T23:00:00Z'),
    invitedAt: new Date('2026-02-28T23:00:00Z'),
  });
  await add({ name: 'Nie', company: 'Tageswerk', createdAt: new Date('2026-02-28T23:00:00Z') });
  const of = async (query: Record<string, string>) => (await list({ customerId, ...query })).items.map(({ name }) => name);
  expect(await of({ createdBefore: '2026-03-01' })).toEqual(['Anna Früh']);
  expect(await of({ invitedBefore: '2026-03-01' })).toEqual(['Anna Früh']);
  expect(await of({ invitedBefore: '2026-03-02' })).toEqual(['Anna Früh', 'Anna Spät']);
});

test('by the newest mail: refused, come back and given up count, what was sent since does not, copies do not', async () => {
  const company = 'Postwerk';
  const mail = async (accountId: string, at: Date, outcome: string, { copyOf }: { copyOf?: string } = {}) => {
    const [row] = (
      await sql<{
        id: string;
      }>`insert into message (workspace_id, id, template_key, variant, account_id, recipient_name, recipient_address, message_id, subject,
          html, text, queued_at, next_attempt_at, accepted_at, refused_at, given_up_at, bounced_at, withdrawn_at, copy_of)
        values (${app.workspace.id}, gen_random_uuid(), 'set_password', 'de', ${accountId}, 'A', 'a@b.example', ${`<${Math.random()}@x>`}, 's', '', '', ${at}, ${at},
          ${['accepted', 'bounced'].includes(outcome) ? at : null}, ${outcome === 'refused' ? at : null}, ${outcome === 'given-up' ? at : null},
          ${outcome === 'bounced' ? at : null}, ${outcome === 'withdrawn' ? at : null}, ${copyOf ?? null}) returning id`.execute(db)
    ).rows;
    return String(row?.id);
  };
  const made = async (name: string, ...outcomes: string[]) => {
    const { accountId, customerId } = await add({ name, company });
    const sent: string[] = [];
    for (const [index, outcome] of outcomes.entries()) sent.push(await mail(accountId, later(now, index * 1000), outcome));
    return { accountId, customerId, last: sent.at(-1) };
  };
  await made('Abgelehnt', 'accepted', 'refused');
  await made('Zurück', 'bounced');
  await made('Aufgegeben', 'given-up');
  await made('Wieder gut', 'refused', 'accepted');
  await made('Wartet', 'refused', 'open');
  await made('Zurückgezogen', 'withdrawn');
  await made('Ohne Mail');
  const { accountId, customerId, last } = await made('Kopie', 'accepted');
  await mail(accountId, later(now, 9000), 'refused', { copyOf: String(last) });
  const found = (await list({ customerId, mail: 'failed' })).items.map(({ name }) => name.replace('Anna ', ''));
  expect(found).toEqual(['Abgelehnt', 'Aufgegeben', 'Zurück']);
});
