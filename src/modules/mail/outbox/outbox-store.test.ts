import { expect, test } from 'vitest';
import { later, minutes } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import { newId } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { linkOf, openPost } from '../mail.fixture.ts';
import { afterAttempt, type Outcome } from '../mail.ts';
import { lockMailSetting, pauseTransport, takeProbe } from '../setting/setting-store.ts';
import { withdrawMails } from './leave-mail.ts';
import {
  claimMessages,
  endClaims,
  finishAttempt,
  listDueSettings,
  listOpenTries,
  releaseMessages,
  renewClaim,
  startAttempt,
  strikeAttempt,
} from './outbox-store.ts';

const database = await testDatabase<Schema>();
const { db } = database;
const place = { transport: 'smtp', host: 'mail.example.com', tls: null };
const words = { code: 250, enhancedCode: null, answer: 'ok' };

async function claimed() {
  const at = await openPost(database);
  const link = linkOf(at.clock.now(), minutes(3));
  const accountId = newId<'account'>(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link, accountId });
  const now = at.clock.now();
  const claim = { workspaceId: at.workspace.id, workerId: newId(now), version: 1, now, until: later(now, minutes(5)) };
  const mails = await claimMessages(db, claim, 10);
  expect(mails.map((mail) => mail.id)).toEqual([id]);
  return { at, id, link, accountId, claim, mail: mails[0] as (typeof mails)[number] };
}

test('a try is begun only by the worker that holds the mail', async () => {
  const { at, id, claim } = await claimed();
  expect(await startAttempt(db, { ...claim, workerId: newId(claim.now) }, id, place)).toBeUndefined();
  expect(await startAttempt(db, { ...claim, workspaceId: newId(claim.now) }, id, place)).toBeUndefined();
  expect(await startAttempt(db, { ...claim, now: claim.until }, id, place)).toBeUndefined();
  expect(await at.attempts()).toEqual([]);
  expect(await startAttempt(db, claim, id, place)).toBe(1);
  expect(await startAttempt(db, claim, id, place)).toBe(2);
});

test('by settings that are no longer in force nothing is claimed, begun or held on to', async () => {
  const { at, id, claim } = await claimed();
  await db
    .updateTable('mailSetting')
    .set({ version: claim.version + 1 })
    .where('workspaceId', '=', at.workspace.id)
    .execute();
  expect(await startAttempt(db, claim, id, place)).toBeUndefined();
  expect(await renewClaim(db, claim, { id, number: 1 })).toBe(false);
  const current = { ...claim, version: claim.version + 1 };
  expect(await startAttempt(db, current, id, place)).toBe(1);
  expect(await renewClaim(db, current, { id, number: 1 })).toBe(true);

  const later = { ...current, now: current.until, workerId: newId(claim.now) };
  await db.updateTable('mailSetting').set({ transport: 'none' }).where('workspaceId', '=', at.workspace.id).execute();
  expect(await startAttempt(db, current, id, place)).toBeUndefined();
  expect(await claimMessages(db, later, 10)).toEqual([]);
  await db.updateTable('mailSetting').set({ transport: 'test-mailbox' }).where('workspaceId', '=', at.workspace.id).execute();
  expect(await claimMessages(db, { ...later, version: claim.version }, 10)).toEqual([]);
  expect(await claimMessages(db, later, 10)).toHaveLength(1);
});

test('a try that begins while new settings are being saved waits for them, and then does not begin', async () => {
  const { at, id, claim } = await claimed();
  let begun: Promise<number | undefined> = Promise.resolve(undefined);
  await db.transaction().execute(async (tx) => {
    await lockMailSetting(tx, at.workspace.id);
    begun = startAttempt(db, claim, id, place);
    await tx.updateTable('mailSetting').set({ version: 2 }).where('workspaceId', '=', at.workspace.id).execute();
    expect(await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])).toBe('waits');
  });
  expect(await begun).toBeUndefined();
  expect(await listOpenTries(db, at.workspace.id, claim.now)).toEqual([]);
});

test('B017 a template that is switched off between claim and try: the mail does not leave', async () => {
  const { at, id, claim } = await claimed();
  await db
    .insertInto('mailTemplate')
    .values({ workspaceId: at.workspace.id, key: 'set_password', active: false, changedAt: claim.now })
    .execute();
  expect(await startAttempt(db, claim, id, place)).toBeUndefined();
  await db.updateTable('mailTemplate').set({ active: true }).where('workspaceId', '=', at.workspace.id).execute();
  expect(await startAttempt(db, claim, id, place)).toBe(1);
});

test('a mail that is withdrawn or whose link runs out between claim and try does not leave', async () => {
  const one = await claimed();
  expect(
    await startAttempt(db, { ...one.claim, now: one.link.expiresAt, until: later(one.link.expiresAt, 1) }, one.id, place),
  ).toBeUndefined();
  const other = await claimed();
  await other.at.perform(({ tx, now }) =>
    withdrawMails(tx, { workspaceId: other.at.workspace.id, accountId: other.accountId, cause: 'blocked', now }),
  );
  expect(await startAttempt(db, other.claim, other.id, place)).toBeUndefined();
  expect(await claimMessages(db, other.claim, 10)).toEqual([]);
});

test('what is claimed is claimed by nobody else until it is given back or the claim runs out', async () => {
  const { id, claim } = await claimed();
  const other = { ...claim, workerId: newId(claim.now) };
  expect(await claimMessages(db, other, 10)).toEqual([]);
  await releaseMessages(db, claim.workspaceId, other.workerId, [id]);
  expect(await claimMessages(db, other, 10)).toEqual([]);
  await releaseMessages(db, claim.workspaceId, claim.workerId, [id]);
  expect(await claimMessages(db, other, 10)).toHaveLength(1);
  expect(await claimMessages(db, { ...claim, now: claim.until, until: later(claim.until, 1) }, 10)).toHaveLength(1);
});

test('a mail that somebody else has in hand does not keep a worker waiting', async () => {
  const at = await openPost(database);
  const held = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  const free = await at.leaveOne('paul@kunde.example', { template: 'password_changed' });
  const now = at.clock.now();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('message').select('id').where('workspaceId', '=', at.workspace.id).where('id', '=', held).forUpdate().execute();
    const mails = await claimMessages(
      db,
      { workspaceId: at.workspace.id, workerId: newId(now), version: 1, now, until: later(now, minutes(5)) },
      10,
    );
    expect(mails.map(({ id }) => id)).toEqual([free]);
  });
});

test('a worker that was given up for dead changes nothing by its late failure, but its late success is written', async () => {
  const { at, id, claim, mail } = await claimed();
  const number = (await startAttempt(db, claim, id, place)) ?? 0;
  const next = { ...claim, workerId: newId(claim.now), now: claim.until, until: later(claim.until, minutes(5)) };
  await claimMessages(db, next, 10);
  const late = (outcome: Outcome) =>
    finishAttempt(db, { ...claim, id, number, now: next.now, outcome, change: afterAttempt(mail, outcome, next.now) });

  await late({ kind: 'refused', cause: 'recipient-refused', ...words });
  expect(await at.message(id)).toMatchObject({ refusedAt: null, claimedBy: next.workerId, deferrals: 1 });
  expect(await at.attempts(id)).toMatchObject([{ outcome: 'unknown', cause: 'interrupted' }]);
  await late({ kind: 'accepted', ...words });
  expect(await at.message(id)).toMatchObject({ acceptedAt: next.now, claimedBy: null, sealedLink: null });
  expect(await at.attempts(id)).toMatchObject([{ outcome: 'accepted', cause: null }]);
});

test('a claim that ran out and was taken anew by the same worker is no longer that of the try before: it leaves nothing, gives nothing back, changes nothing', async () => {
  const { at, id, claim, mail } = await claimed();
  expect(await startAttempt(db, claim, id, place)).toBe(1);
  await endClaims(db, claim.workspaceId, claim.now);
  const next = { ...claim, until: later(claim.until, minutes(1)) };
  expect(await claimMessages(db, next, 10)).toHaveLength(1);
  expect(await renewClaim(db, next, { id, number: 1 })).toBe(false);
  expect(await startAttempt(db, next, id, place)).toBe(2);

  const before = await at.message(id);
  await strikeAttempt(db, claim.workspaceId, id, 1);
  const outcome: Outcome = { kind: 'deferred', cause: 'connection-lost', ...words };
  await finishAttempt(db, { ...next, id, number: 1, outcome, change: afterAttempt(mail, outcome, next.now) });
  expect(before).toMatchObject({ claimedBy: claim.workerId, claimedUntil: next.until, attempts: 2 });
  expect(await at.message(id)).toEqual(before);
  expect(await at.attempts(id)).toMatchObject([
    { number: 1, outcome: 'unknown', cause: 'interrupted' },
    { number: 2, outcome: null },
  ]);
  expect(await renewClaim(db, next, { id, number: 2 })).toBe(true);
  await strikeAttempt(db, claim.workspaceId, id, 2);
  expect(await at.message(id)).toMatchObject({ claimedBy: null, claimedUntil: null, attempts: 1 });
});

test('the tries that are under way are known whatever the clock of their server says', async () => {
  const { at, id, claim } = await claimed();
  const ahead = { ...claim, now: later(claim.now, minutes(2)) };
  await startAttempt(db, ahead, id, place);
  expect(await listOpenTries(db, at.workspace.id, claim.now)).toEqual([`${id} 1`]);
  expect(await listOpenTries(db, at.workspace.id, claim.until)).toEqual([]);
  await strikeAttempt(db, at.workspace.id, id, 1);
  expect(await listOpenTries(db, at.workspace.id, claim.now)).toEqual([]);
});

test('a pause counts for the settings it was found with, begins once, and gives one worker the next try', async () => {
  const at = await openPost(database, { smtpUrl: 'smtp://127.0.0.1:9' });
  await at.leaveOne('anna@kunde.example');
  const { id: workspaceId } = at.workspace;
  const now = at.clock.now();
  const pause = (version: number) =>
    pauseTransport(db, { workspaceId, version, cause: 'auth-failed', answer: null, now, until: later(now, minutes(5)) });
  const isDue = async (instant: Date) => (await listDueSettings(db, instant)).some((setting) => setting.workspaceId === workspaceId);

  expect(await isDue(now)).toBe(true);
  expect(await pause(2)).toBe(false);
  expect((await at.setting()).pausedSince).toBeNull();
  expect(await Promise.all([pause(1), pause(1), pause(1)]).then((answers) => answers.filter(Boolean))).toHaveLength(1);
  expect(await isDue(later(now, minutes(5) - 1))).toBe(false);
  expect(await isDue(later(now, minutes(5)))).toBe(true);
  const probe = () => takeProbe(db, workspaceId, later(now, minutes(5)), later(now, minutes(10)));
  expect((await Promise.all([probe(), probe(), probe()])).filter(Boolean)).toHaveLength(1);
});
