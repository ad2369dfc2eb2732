import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { minutes } from '../../platform/clock.ts';
import { answerNextRegistration } from './answer-registration.ts';
import { chosen, registering } from './registration.fixture.ts';

const app = await testApp();
const { people, send, register, accessOf, contact, setRules } = await registering(app);
const { db } = app.database;
const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
const log = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} } as never;

const accountsOf = (email: string) =>
  db.selectFrom('account').select(['id', 'passwordHash']).where('email', '=', email).where('deletedAt', 'is', null).execute();
const accessesOf = (email: string) =>
  db
    .selectFrom('access')
    .innerJoin('account', (join) => join.onRef('account.id', '=', 'access.accountId'))
    .select(['access.id', 'access.origin'])
    .where('account.email', '=', email)
    .where('access.deletedAt', 'is', null)
    .execute();

/** As many workers as there may be nodes, each until nothing is left. */
const answerAll = (workers: number) =>
  Promise.all(
    Array.from({ length: workers }, async () => {
      while (await answerNextRegistration(perform, log));
    }),
  );

async function requestFor(email: string, count: number): Promise<void> {
  await send({ email });
  const [row] = await db.selectFrom('registrationRequest').selectAll().execute();
  if (!row) throw new Error('Nothing was left.');
  const more = Array.from({ length: count - 1 }, (_, index) => ({
    ...row,
    id: `${row.id.slice(0, -4)}${String(index + 1000)}` as typeof row.id,
    consents: '[]' as never,
  }));
  if (more.length) await db.insertInto('registrationRequest').values(more).execute();
}

test('50 registrations of one address at the same moment, answered by eight workers, give one account, one access, one mail', async () => {
  await requestFor('alle@amsel.example', 50);
  await answerAll(8);
  expect(await accountsOf('alle@amsel.example')).toHaveLength(1);
  expect(await accessesOf('alle@amsel.example')).toHaveLength(1);
  expect(await db.selectFrom('registration').select('id').execute()).toHaveLength(1);
  await app.work();
  expect(await people.mailsTo('alle@amsel.example')).toHaveLength(1);
  expect(await db.selectFrom('registrationRequest').select('id').execute()).toEqual([]);
});

test('a form that is sent twice brings one mail, and its link works', async () => {
  await Promise.all([send({ email: 'zweimal@amsel.example' }), send({ email: 'zweimal@amsel.example' })]);
  const link = await people.newestLink('zweimal@amsel.example');
  expect(await people.mailsTo('zweimal@amsel.example')).toHaveLength(1);
  expect((await app.page('POST', `${link}/activate`, { form: { password: chosen } })).status).toBe(303);
});

test('rule 3 of 50 confirmations at the same moment exactly one counts', async () => {
  const link = await register('einmal@amsel.example');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      app.page('POST', `${link}/new-password`, { form: { newPassword: `sieben Gurken im Beet ${index}` }, network: `192.0.2.${index}` }),
    ),
  );
  expect(answers.filter(({ location }) => location === '/kunden/sign-in')).toHaveLength(1);
  expect(answers.filter(({ location }) => location === link)).toHaveLength(49);
  await app.work();
  expect(await accessOf('einmal@amsel.example')).toMatchObject({ registration: 'registered' });
  const notices = (await people.mailsTo('einmal@amsel.example')).filter(({ text }) => !text.includes('/link/'));
  expect(notices).toHaveLength(1);
});

test('registering and being given access at the same moment, 20 times: one account, the one that staff gave, and no password that was typed', {
  timeout: 180_000,
}, async () => {
  for (let round = 0; round < 20; round++) {
    const email = `rennen${round}@amsel.example`;
    await requestFor(email, 1);
    const give = () =>
      people.add(email, { sendPasswordLink: true }).then(
        () => true,
        () => false,
      );
    const [gaveAtOnce] = await Promise.all([give(), answerAll(2)]);
    await answerAll(1);
    if (!gaveAtOnce) expect(await give(), `round ${round}: at the latest the second time`).toBe(true);
    const accounts = await accountsOf(email);
    expect(accounts, `round ${round}`).toHaveLength(1);
    expect(accounts[0]?.passwordHash).toBeNull();
    expect(await accessesOf(email), `round ${round}`).toMatchObject([{ origin: 'given' }]);
    app.clock.turn(minutes(5));
  }
});

test('B124 two who fit one contact at the same moment: one gets it, the other waits', { timeout: 180_000 }, async () => {
  await setRules({ identifiers: ['customer-number'], oneAccessPerContact: true });
  for (let round = 0; round < 4; round++) {
    await contact({ lastName: `Kontakt ${'abcd'[round]}` }, { externalId: `R-${round}` });
    const emails = [`erste${round}@privat.example`, `zweite${round}@privat.example`];
    const links: string[] = [];
    for (const email of emails) links.push(await register(email, { customerNumber: `R-${round}` }));
    await Promise.all(links.map((link) => app.page('POST', `${link}/activate`, { form: { password: chosen } })));
    const states = await Promise.all(emails.map(async (email) => (await accessOf(email))?.assignment));
    expect(states.sort(), `round ${round}`).toEqual(['assigned', 'pending']);
  }
});
