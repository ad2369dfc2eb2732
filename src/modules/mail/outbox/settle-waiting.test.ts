import { expect, test } from 'vitest';
import { hours, later, minutes, seconds } from '../../../platform/clock.ts';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { linkOf, type Post } from '../mail.fixture.ts';
import { recordBounce, releaseAddress } from './address-mark.ts';
import { getMessage } from './list-messages.ts';
import { retryMessage } from './retry-messages.ts';
import { settleWaiting } from './settle-waiting.ts';

const { server, post, workerOf, stateOf } = await deliveryTools();
const notice = { template: 'password_changed' } as const;

const switchTo = (at: Post, active: boolean) => at.perform((work) => switchTemplate(work, 'password_changed', active));
const copied = (at: Post) =>
  at.db.updateTable('mailSetting').set({ bcc: 'ablage@muster.example' }).where('workspaceId', '=', at.workspace.id).execute();
const copyIn = async (at: Post) => {
  const copy = (await at.messages()).find(({ copyOf }) => copyOf !== null);
  if (!copy) throw new Error('there is no copy');
  return copy;
};

test('a held mail is put aside once, and has its place back as soon as the template is on again', async () => {
  const at = await post(await server());
  const id = await at.leaveOne('anna@kunde.example', notice);
  const queuedAt = at.clock.now();
  await switchTo(at, false);
  at.clock.turn(minutes(1));
  const worker = workerOf(at);
  expect(await worker.runOnce()).toBe(false);
  expect(await at.message(id)).toMatchObject({ putAsideFrom: queuedAt, nextAttemptAt: later(at.clock.now(), minutes(10)) });
  expect(await stateOf(at, id)).toBe('held');
  await switchTo(at, true);
  expect(await at.message(id)).toMatchObject({ putAsideFrom: null, nextAttemptAt: queuedAt });
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
});

test('a mail that waits for its next try waits no shorter for having been held', async () => {
  const smtp = await server({ script: { rcpt: () => '451 4.7.1 later' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example', notice);
  const worker = workerOf(at);
  await worker.runOnce();
  const { nextAttemptAt } = await at.message(id);
  await switchTo(at, false);
  await worker.runOnce();
  await switchTo(at, true);
  expect(await at.message(id)).toMatchObject({ nextAttemptAt, putAsideFrom: null });
});

test('a released address wakes its mails; what nobody wakes is found after ten minutes', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const first = await at.leaveOne('anna@kunde.example', notice);
  const worker = workerOf(at);
  await worker.runOnce();
  const report = { kind: 'permanent', status: '5.1.1', answer: null, reportedAt: at.clock.now() } as const;
  await at.perform((work) => recordBounce(work, { messageId: first, recipientAddress: 'anna@kunde.example', ...report }));
  const [held, other] = [await at.leaveOne('Anna@Kunde.example', notice), await at.leaveOne('paul@kunde.example', notice)];
  await worker.runOnce();
  expect((await at.message(held)).putAsideFrom).not.toBeNull();
  expect(await stateOf(at, other)).toBe('accepted');
  await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
  await worker.runOnce();
  expect(await stateOf(at, held)).toBe('accepted');

  await switchTo(at, false);
  const unheard = await at.leaveOne('eva@kunde.example', { ...notice, template: 'email_change_notice' });
  await at.db
    .insertInto('mailTemplate')
    .values({ workspaceId: at.workspace.id, key: 'email_change_notice', active: false, changedAt: at.clock.now() })
    .execute();
  await worker.runOnce();
  await at.db.deleteFrom('mailTemplate').where('workspaceId', '=', at.workspace.id).execute();
  at.clock.turn(minutes(10));
  await worker.runOnce();
  expect(await stateOf(at, unheard)).toBe('accepted');
});

test('a held mail whose link runs out is ended then', async () => {
  const at = await post(await server());
  const id = await at.leaveOne('anna@kunde.example', { link: linkOf(at.clock.now(), minutes(4)) });
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  const worker = workerOf(at);
  await worker.runOnce();
  at.clock.turn(minutes(4));
  await worker.runOnce();
  expect(await at.message(id)).toMatchObject({ withdrawnAt: at.clock.now(), cause: 'link-expired', sealedLink: null });
});

test('while a transport rests, or somebody has stopped the queue, nothing is put aside; nor is what another worker holds', async () => {
  const at = await post(await server());
  const id = await at.leaveOne('anna@kunde.example', notice);
  await switchTo(at, false);
  const change = (values: object) => at.db.updateTable('mailSetting').set(values).where('workspaceId', '=', at.workspace.id).execute();
  await change({ pausedSince: at.clock.now(), pausedUntil: later(at.clock.now(), minutes(5)), pauseCause: 'timeout' });
  await settleWaiting(at.db, at.clock.now());
  expect((await at.message(id)).putAsideFrom).toBeNull();
  await change({ pausedSince: null, pausedUntil: null, pauseCause: null });
  await at.db
    .updateTable('message')
    .set({ claimedUntil: later(at.clock.now(), 1), claimedBy: id })
    .where('id', '=', id)
    .execute();
  await settleWaiting(at.db, at.clock.now());
  expect((await at.message(id)).putAsideFrom).toBeNull();
});

test('a copy leaves only after its mail was accepted', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('anna') ? '451 4.2.0 later' : '250 ok') } });
  const at = await post(smtp);
  await copied(at);
  await at.leaveOne('anna@kunde.example', notice);
  at.clock.turn(seconds(10));
  const worker = workerOf(at);
  await worker.runOnce();
  await worker.runOnce();
  expect(smtp.mails).toEqual([]);
  smtp.script = {};
  at.clock.turn(minutes(2));
  await worker.runOnce();
  expect(smtp.mails.map(({ to }) => to[0])).toEqual(['anna@kunde.example', 'ablage@muster.example']);
});

test('a copy of a mail that is held waits with it', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await copied(at);
  const id = await at.leaveOne('anna@kunde.example', notice);
  await at.db
    .insertInto('addressMark')
    .values({
      workspaceId: at.workspace.id,
      id: id as never,
      addressKey: 'anna@kunde.example',
      cause: 'bounced',
      since: at.clock.now(),
      messageId: null,
      status: null,
      answer: null,
      releasedAt: null,
      releasedBy: null,
    })
    .execute();
  const worker = workerOf(at);
  for (const pause of [seconds(10), minutes(11), hours(3)]) {
    at.clock.turn(pause);
    await worker.runOnce();
    await worker.runOnce();
  }
  expect(smtp.mails).toEqual([]);
  await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
  await worker.runOnce();
  at.clock.turn(minutes(1));
  await worker.runOnce();
  expect(smtp.mails.map(({ to }) => to[0])).toEqual(['anna@kunde.example', 'ablage@muster.example']);
});

test('the copy of a mail that was refused never leaves, says why, and goes with it where the mail is sent anew', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('anna') ? '550 5.1.1 no' : '250 ok') } });
  const at = await post(smtp);
  await copied(at);
  const id = await at.leaveOne('anna@kunde.example', notice);
  at.clock.turn(seconds(10));
  const worker = workerOf(at);
  await worker.runOnce();
  await worker.runOnce();
  expect(smtp.mails).toEqual([]);
  const copy = await copyIn(at);
  expect(copy).toMatchObject({ cause: 'original-not-sent', withdrawnAt: at.clock.now() });
  expect((await at.perform((work) => getMessage(work, copy.id, 'de'))).sentence).toContain('Kopie einer E-Mail, die nie hinausging');
  smtp.script = {};
  await at.perform((work) => retryMessage(work, id, 'de'));
  await worker.runOnce();
  await worker.runOnce();
  expect(smtp.mails.map(({ to }) => to[0])).toEqual(['anna@kunde.example', 'ablage@muster.example']);
});
