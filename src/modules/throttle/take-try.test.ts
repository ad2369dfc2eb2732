import fc from 'fast-check';
import { expect, test } from 'vitest';
import { days, hours } from '../../platform/clock.ts';
import { rolledBack, testDatabase } from '../../platform/db/db.fixture.ts';
import type { Schema } from '../schema.ts';
import { address, anna, type Db, door, home } from './door.fixture.ts';
import { countSuccess, forgetOld, takeTry, trustNetwork } from './take-try.ts';
import { forgottenPasswordLimit, linkLimit, type Plan, pauseAfter, signInLimit } from './throttle.ts';

const database = await testDatabase<Schema>();

const alone = (body: (tx: Db) => Promise<void>) => rolledBack(database.db, body);

test('rule 20 after five wrong passwords the sixth waits a second, the next two, then four', () =>
  alone(async (tx) => {
    const { fail } = await door(tx);
    const subject = { account: anna, network: home };
    for (let round = 0; round < 5; round++) expect(await fail(0, subject)).toBe(0);
    expect(await fail(0, subject)).toBe(1);
    expect(await fail(1, subject)).toBe(0);
    expect(await fail(1, subject)).toBe(2);
    expect(await fail(2.5, subject)).toBe(1);
    expect(await fail(3, subject)).toBe(0);
    expect(await fail(3, subject)).toBe(4);
  }));

test('rule 20 hammering during a pause does not make it longer', () =>
  alone(async (tx) => {
    const { fail, counters } = await door(tx);
    const subject = { account: anna, network: home };
    for (let round = 0; round < 5; round++) await fail(0, subject);
    const before = await counters();
    for (let round = 0; round < 30; round++) expect(await fail(0.5, subject)).toBe(1);
    expect(await counters()).toEqual(before);
    expect(await fail(1, subject)).toBe(0);
  }));

test('rule 20 a success forgets the failures of this account from this network', () =>
  alone(async (tx) => {
    const { fail, succeed } = await door(tx);
    const subject = { account: anna, network: home };
    for (let round = 0; round < 4; round++) await fail(0, subject);
    expect(await succeed(1, subject)).toBe(0);
    for (let round = 0; round < 5; round++) expect(await fail(2, subject)).toBe(0);
    expect(await fail(2, subject)).toBe(1);
  }));

test('rule 20 the owner is never locked out of their own network by an attacker from elsewhere', () =>
  alone(async (tx) => {
    const { fail, succeed } = await door(tx);
    expect(await succeed(0, { account: anna, network: home })).toBe(0);
    let letThrough = 0;
    for (let number = 0; number < 200; number++) if ((await fail(10, { account: anna, network: address(number) })) === 0) letThrough += 1;
    expect(letThrough).toBe(20);
    expect(await fail(10, { account: anna, network: '192.0.2.200' })).toBe(1);
    for (let round = 0; round < 4; round++) expect(await fail(10, { account: anna, network: home })).toBe(0);
    expect(await succeed(10, { account: anna, network: home })).toBe(0);
    expect(await fail(10, { account: anna, network: '192.0.2.200' })).toBe(1);
  }));

test('rule 20 the owner’s own network is remembered for ninety days, and a spent link makes a network the owner’s', () =>
  alone(async (tx) => {
    const { at, fail, succeed } = await door(tx);
    const day = 86_400;
    const attack = async (second: number) => {
      for (let number = 0; number < 40; number++) await fail(second, { account: anna, network: address(number) });
    };
    await succeed(0, { account: anna, network: home });
    await attack(89 * day);
    expect(await fail(89 * day, { account: anna, network: home })).toBe(0);
    await attack(91 * day);
    expect(await fail(91 * day, { account: anna, network: home })).toBeGreaterThan(0);
    await trustNetwork(at(91 * day), { account: anna, network: home });
    expect(await fail(91 * day, { account: anna, network: home })).toBe(0);
    expect(await fail(91 * day, { account: 'portal:berta@example.com', network: home })).toBe(0);
  }));

test('rule 20 somebody else’s success in a network opens no door there, and takes no pause from it', () =>
  alone(async (tx) => {
    const { fail, succeed } = await door(tx);
    const mallory = { account: 'portal:mallory@example.com', network: home };
    expect(await succeed(0, mallory)).toBe(0);
    let letThrough = 0;
    for (let number = 0; number < 150; number++) {
      if ((await fail(1, { account: `portal:${number}@example.com`, network: home })) === 0) letThrough += 1;
      expect(await succeed(1, mallory)).toBe(0);
    }
    expect(letThrough).toBe(60);
  }));

test('rule 20 spraying one password over many names from one network is slowed down, a /64 is one network', () =>
  alone(async (tx) => {
    const { fail } = await door(tx);
    const spray = (number: number) => fail(0, { account: `portal:${number}@example.com`, network: `2001:db8:1:2::${number.toString(16)}` });
    let letThrough = 0;
    for (let number = 1; number <= 150; number++) if ((await spray(number)) === 0) letThrough += 1;
    expect(letThrough).toBe(60);
    expect(await fail(0, { account: anna, network: '2001:db8:1:3::1' })).toBe(0);
    expect(await fail(0, { account: anna, network: '::ffff:203.0.113.7' })).toBe(0);
  }));

test('rule 20 successes of many people behind one address leave it open', () =>
  alone(async (tx) => {
    const { fail, succeed } = await door(tx);
    for (let number = 0; number < 150; number++)
      expect(await succeed(0, { account: `portal:${number}@example.com`, network: home })).toBe(0);
    expect(await fail(0, { account: anna, network: home })).toBe(0);
  }));

test('rule 9 unknown names are counted like known ones: whoever never signed in cannot be told from whoever is not there', () =>
  alone(async (tx) => {
    const { fail, succeed } = await door(tx);
    await succeed(0, { account: anna, network: home });
    const waits = async (account: string, network: string) => {
      const seen: number[] = [];
      for (let second = 10; second < 40; second++) seen.push(await fail(second, { account, network }));
      return seen;
    };
    expect(await waits(anna, '192.0.2.1')).toEqual(await waits('portal:nobody@example.com', '192.0.2.2'));
  }));

test('rule 13 failures in one workspace slow nobody down in another', () =>
  alone(async (tx) => {
    const [one, other] = [await door(tx), await door(tx)];
    for (let round = 0; round < 8; round++) await one.fail(0, { account: anna, network: home });
    for (let number = 0; number < 80; number++) await one.fail(0, { account: `portal:${number}`, network: home });
    expect(await one.fail(0, { account: anna, network: home })).toBe(1);
    expect(await one.fail(0, { account: 'portal:new@example.com', network: home })).toBe(1);
    expect(await other.fail(0, { account: anna, network: home })).toBe(0);
  }));

test('rule 20 limits do not count for each other; a forgotten password is slowed down by name and by network', () =>
  alone(async (tx) => {
    const { fail } = await door(tx);
    const subject = { account: anna, network: home };
    for (let round = 0; round < 3; round++) expect(await fail(0, subject, forgottenPasswordLimit)).toBe(0);
    expect(await fail(0, subject, forgottenPasswordLimit)).toBe(30);
    expect(await fail(0, subject)).toBe(0);
    expect(await fail(0, { network: home }, linkLimit)).toBe(0);
    for (let number = 3; number < 30; number++) await fail(0, { account: `portal:${number}`, network: home }, forgottenPasswordLimit);
    expect(await fail(0, { account: 'portal:x', network: home }, forgottenPasswordLimit)).toBe(5);
  }));

test('rule 20 a success takes back the pause that its own try began, and no other', () =>
  alone(async (tx) => {
    const { at, fail, succeed } = await door(tx);
    const stranger = (number: number) => ({ account: `portal:${number}`, network: home });
    const early = await takeTry(at(0), signInLimit, stranger(0));
    for (let number = 1; number < 59; number++) expect(await fail(0, stranger(number))).toBe(0);
    expect(await succeed(0, stranger(59))).toBe(0);
    expect(await fail(0, stranger(60))).toBe(0);
    await countSuccess(at(0), early);
    expect(await fail(0, stranger(61))).toBe(1);
  }));

const drainingPlan = { freeTries: 3, firstPauseSeconds: 2, longestPauseSeconds: 60, drainSeconds: 20 };

/** The rule in plain words: a bucket with a leak. */
function bucket(plan: Plan) {
  let tries: { failures: number; lastAt: number; openAt: number } | undefined;
  return (second: number): number => {
    if (tries && tries.openAt > second) return Math.ceil(tries.openAt - second);
    const drained = tries ? Math.floor((second - tries.lastAt) / plan.drainSeconds) : 0;
    const rest = tries ? Math.max(tries.failures - drained, 0) : 0;
    const failures = rest + 1;
    tries = {
      failures,
      lastAt: tries && tries.failures > drained ? tries.lastAt + drained * plan.drainSeconds : second,
      openAt: second + pauseAfter(failures, plan),
    };
    return 0;
  };
}

test('the database counts, drains and pauses as the rule says, whatever the times between the tries', async () => {
  const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 1, max: 4 }), (pauses, freeTries) =>
      alone(async (tx) => {
        const { fail } = await door(tx);
        const plan = { ...drainingPlan, freeTries };
        const expected = bucket(plan);
        let second = 0;
        for (const gap of pauses) {
          second += gap;
          expect(await fail(second, { network: home }, { name: 'tried', plans: { network: plan } })).toBe(expected(second));
        }
      }),
    ),
    { numRuns: 40 },
  );
});

test('what is old is forgotten: counters after a week, own networks after ninety days', () =>
  alone(async (tx) => {
    const { at, fail, succeed, counters } = await door(tx);
    await succeed(0, { account: anna, network: home });
    await fail(0, { account: anna, network: '192.0.2.1' });
    const tidy = (milliseconds: number) => forgetOld(at(milliseconds / 1000));
    expect(await tidy(days(6))).toBe(0);
    const rows = (await counters()).length;
    expect(await tidy(days(7) + hours(1))).toBe(rows - 1);
    expect((await counters()).map(({ key }) => key.split(':')[0])).toEqual(['known']);
    expect(await tidy(days(89))).toBe(0);
    expect(await tidy(days(91))).toBe(1);
    expect(await counters()).toEqual([]);
  }));
