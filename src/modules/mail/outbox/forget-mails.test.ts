import { expect, test } from 'vitest';
import { days, later, minutes, seconds } from '../../../platform/clock.ts';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { linkOf } from '../mail.fixture.ts';
import { getAddressMark, recordBounce } from './address-mark.ts';
import { forgetMails } from './forget-mails.ts';

const { server, post, workerOf } = await deliveryTools();
const notice = { template: 'password_changed' } as const;

test('what ended long ago goes with its tries; what waits, is younger, or is of another workspace stays, and an address stays marked', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('bad') ? '550 5.1.1 no' : '250 ok') } });
  const [at, elsewhere] = [await post(smtp), await post(smtp)];
  const worker = workerOf(at);
  const bounced = await at.leaveOne('anna@kunde.example', notice);
  await at.leaveOne('bad@kunde.example', notice);
  const waiting = await at.leaveOne('eva@kunde.example');
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  await elsewhere.leaveOne('anna@kunde.example', notice);
  await worker.runOnce();
  await workerOf(elsewhere).runOnce();
  const report = { kind: 'permanent', status: '5.1.1', answer: null, reportedAt: at.clock.now() } as const;
  await at.perform((work) => recordBounce(work, { messageId: bounced, recipientAddress: 'anna@kunde.example', ...report }));
  at.clock.turn(minutes(1));
  const young = await at.leaveOne('paul@kunde.example', notice);
  await worker.runOnce();

  const before = later(at.clock.now(), -seconds(1));
  expect(await at.perform((work) => forgetMails(work, before))).toBe(false);
  expect((await at.messages()).map(({ id }) => id)).toEqual([waiting, young]);
  expect((await at.attempts()).map(({ messageId }) => messageId)).toEqual([young]);
  expect(await at.perform((work) => getAddressMark(work, 'anna@kunde.example', 'de'))).toMatchObject({ messageId: null, status: '5.1.1' });
  expect(await elsewhere.messages()).toHaveLength(1);

  // A mail that is held for longer than its link works has come to its end, too.
  at.clock.turn(days(3));
  await at.perform((work) => forgetMails(work, before));
  expect((await at.messages()).map(({ id }) => id)).toEqual([young]);
});

test('a mail stays as long as its copy waits, and both go together', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await at.db.updateTable('mailSetting').set({ bcc: 'ablage@muster.example' }).where('workspaceId', '=', at.workspace.id).execute();
  await at.leaveOne('anna@kunde.example', { link: linkOf(at.clock.now(), days(20)) });
  const worker = workerOf(at);
  await worker.runOnce();
  const forget = () => at.perform((work) => forgetMails(work, later(at.clock.now(), 1)));
  await forget();
  expect(await at.messages()).toHaveLength(2);
  at.clock.turn(seconds(10));
  await worker.runOnce();
  await forget();
  expect(await at.messages()).toEqual([]);
});

test('a mark on the address for copies switches no retention off: what ended long ago goes with its held copy, a copy that may still leave keeps it', async () => {
  const at = await post(await server());
  await at.db.updateTable('mailSetting').set({ bcc: 'ablage@muster.example' }).where('workspaceId', '=', at.workspace.id).execute();
  const worker = workerOf(at);
  /** Sends a mail; answers its copy, which waits. */
  const pair = async () => {
    const id = await at.leaveOne('anna@kunde.example', notice);
    await worker.runOnce();
    return (await at.messages()).find(({ copyOf }) => copyOf === id)?.id ?? id;
  };
  const first = await pair();
  at.clock.turn(seconds(10));
  await worker.runOnce();
  const report = { kind: 'permanent', status: '5.1.1', answer: null, reportedAt: at.clock.now() } as const;
  await at.perform((work) => recordBounce(work, { messageId: first, recipientAddress: 'ablage@muster.example', ...report }));
  const second = await pair();
  at.clock.turn(days(400));
  await worker.runOnce();
  expect((await at.message(second)).acceptedAt).toBeNull();

  const forget = () => at.perform((work) => forgetMails(work, later(at.clock.now(), -days(365))));
  await at.db
    .updateTable('message')
    .set({ claimedUntil: later(at.clock.now(), 1), claimedBy: second })
    .where('id', '=', second)
    .execute();
  await forget();
  expect(await at.messages()).toHaveLength(2);
  at.clock.turn(minutes(1));
  await forget();
  expect(await at.messages()).toEqual([]);
});

test('a held mail that never left stays, and so does its copy', async () => {
  const at = await post(await server());
  await at.db.updateTable('mailSetting').set({ bcc: 'ablage@muster.example' }).where('workspaceId', '=', at.workspace.id).execute();
  await at.leaveOne('anna@kunde.example', notice);
  await at.perform((work) => switchTemplate(work, 'password_changed', false));
  at.clock.turn(days(400));
  await at.perform((work) => forgetMails(work, at.clock.now()));
  expect(await at.messages()).toHaveLength(2);
});
