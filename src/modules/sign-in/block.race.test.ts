import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { hours, minutes } from '../../platform/clock.ts';
import { changeAccess } from '../access/index.ts';
import { assignments } from './companies.fixture.ts';
import { portalPeople } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { accessOf } = assignments(app, people);
const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });

const alive = async (cookie: string) => (await app.page('GET', '/kunden/', { cookie })).status === 200;
const rounds = 100;

test(`B114 B119 blocked during the sign-in, ${rounds} times: whoever was faster, no session lives afterwards`, {
  timeout: 180_000,
}, async () => {
  await people.add('anna@amsel.example');
  const { id } = await accessOf('anna@amsel.example');
  const outcomes = { cameIn: 0, denied: 0 };
  for (let round = 0; round < rounds; round++) {
    // How long hashing takes differs from machine to machine; the block falls before, into and behind it.
    const entering = people.enter('anna@amsel.example');
    await pause((round % 25) * 4);
    await perform(changeAccess, id, { granted: false }, undefined);
    const { status, cookie } = await entering;
    expect([303, 401, 403]).toContain(status);
    if (status === 303) {
      outcomes.cameIn += 1;
      expect(await alive(cookie), `round ${round}`).toBe(false);
    } else outcomes.denied += 1;
    const { length } = await app.database.db
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join.onRef('account.id', '=', 'session.accountId').onRef('account.generation', '=', 'session.generation'),
      )
      .select('session.id')
      .where('account.email', '=', 'anna@amsel.example')
      .where('session.endedAt', 'is', null)
      .execute();
    expect(length, `round ${round}`).toBe(0);
    await perform(changeAccess, id, { granted: true }, undefined);
    if (status === 303) expect(await alive(cookie), 'what was ended stays so').toBe(false);
    app.clock.turn(minutes(20));
  }
  expect(outcomes.cameIn, 'some were faster than the block').toBeGreaterThan(0);
  expect(outcomes.denied, 'some were not').toBeGreaterThan(0);
  app.clock.turn(hours(1));
  expect((await people.enter('anna@amsel.example')).status).toBe(303);
});
