import { expect, test } from 'vitest';
import { days, hours } from '../../platform/clock.ts';
import { releaseAddress, taggedReturnPath } from '../mail/index.ts';
import { vault } from '../mail/mail.fixture.ts';
import { retryMessages } from '../mail/outbox/retry-messages.ts';
import { bounceTools, reportOn } from './bounce.fixture.ts';
import { forgetReports } from './forget-reports.ts';
import { dsn, mailOf, report } from './reading/bounces.fixture.ts';

const tools = await bounceTools();
const { openPost, sentMail, take, kept } = tools;

const marks = (at: Awaited<ReturnType<typeof openPost>>) =>
  at.db.selectFrom('addressMark').selectAll().where('workspaceId', '=', at.workspace.id).where('releasedAt', 'is', null).execute();

/** A report as some servers write it: nothing of the mail is in it but the address it went back to. */
const withoutMessageId = (to: string, recipient = 'anna@kunde.example'): Buffer => {
  const raw = dsn({ 'Final-Recipient': `rfc822; ${recipient}` }, { returned: null }).toString('latin1');
  return Buffer.from(raw.replace(/^To: .*$/m, `To: ${to}`), 'latin1');
};

const outcomes = (taken: { outcome: string }[]) => taken.map(({ outcome }) => outcome);

test('a mail that came back is known as such, and the address is marked, once', async () => {
  const at = await openPost();
  const { id, messageId } = await sentMail(at);
  at.events.length = 0;
  expect(await take(at, reportOn(messageId))).toMatchObject([
    { outcome: 'recorded', kind: 'permanent', messageId: id, recipientAddress: 'anna@kunde.example', status: '5.1.1' },
  ]);
  expect((await at.message(id)).bouncedAt).toEqual(at.clock.now());
  expect(at.events.map(({ name }) => name)).toEqual(['message.bounced']);

  expect(outcomes(await take(at, reportOn(messageId)))).toEqual(['already-known']);
  const byAnotherWay = Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), reportOn(messageId)]);
  expect(outcomes(await take(at, byAnotherWay))).toEqual(['already-known']);
  expect(at.events).toHaveLength(1);
  expect(await kept(at)).toMatchObject([{ outcome: 'recorded', subject: 'Undelivered Mail Returned to Sender' }]);
});

test('further mails to the address are held after it, mails to others leave', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at);
  await take(at, reportOn(messageId));
  const held = await at.leaveOne('Anna@Kunde.example');
  const other = await at.leaveOne('bert@kunde.example');
  await at.worker().runOnce();
  expect((await at.message(held)).acceptedAt).toBeNull();
  expect((await at.message(other)).acceptedAt).not.toBeNull();
});

test('a delay is shown at the mail and marks nothing', async () => {
  const at = await openPost();
  const { id, messageId } = await sentMail(at);
  expect(outcomes(await take(at, reportOn(messageId, undefined, { Action: 'delayed', Status: '4.4.1' })))).toEqual(['recorded']);
  expect((await at.message(id)).bouncedAt).toBeNull();
  const next = await at.leaveOne('anna@kunde.example');
  await at.worker().runOnce();
  expect((await at.message(next)).acceptedAt).not.toBeNull();
  expect(outcomes(await take(at, reportOn(messageId, undefined, {}, 2)))).toEqual(['recorded']);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
});

test('a report about several recipients touches the one that is ours', async () => {
  const at = await openPost();
  const { id, messageId } = await sentMail(at);
  const groups = ['bert@kunde.example', 'anna@kunde.example'].map((address) => ({
    'Final-Recipient': `rfc822; ${address}`,
    Action: 'failed',
    Status: '5.1.1',
  }));
  const raw = mailOf({ parts: report({ groups, returned: { type: 'message/rfc822', body: `Message-ID: ${messageId}\n` } }) });
  expect(outcomes(await take(at, raw))).toEqual(['other-recipient', 'recorded']);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
});

test('a mail that was forwarded fails elsewhere: the report names our recipient as the original one', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at, 'anna+x@kunde.example');
  const raw = reportOn(messageId, 'anna.privat@anderswo.example', { 'Original-Recipient': 'rfc822;anna+2Bx@kunde.example' });
  expect(await take(at, raw)).toMatchObject([{ outcome: 'recorded', recipientAddress: 'anna+x@kunde.example' }]);
});

test('never believed when forged', async () => {
  const at = await openPost();
  const [elsewhere, { id, messageId }] = [await openPost('Nachbar GmbH'), await sentMail(at)];
  const foreign = await sentMail(elsewhere, 'anna@kunde.example');
  const unsent = await at.leaveOne('carla@kunde.example');
  const forged: [string, Buffer, string][] = [
    ['a Message-ID that was made up', reportOn('<0198a1b2-0000-7000-8000-000000000000@portal.example.com>'), 'unknown-message'],
    ['a Message-ID of another workspace', reportOn(foreign.messageId), 'unknown-message'],
    ['the Message-ID of a mail that never left', reportOn((await at.message(unsent)).messageId, 'carla@kunde.example'), 'unknown-message'],
    ['no Message-ID', dsn({}, { returned: null }), 'unknown-message'],
    ['the right Message-ID with another recipient', reportOn(messageId, 'opfer@kunde.example'), 'other-recipient'],
    ['a recipient that only looks alike', reportOn(messageId, 'anna@kunde.example.evil.example'), 'other-recipient'],
    ['a failure with the code of a success', reportOn(messageId, undefined, { Status: '2.1.5' }), 'contradiction'],
    ['a success', reportOn(messageId, undefined, { Action: 'delivered', Status: '2.1.5' }), 'no-failure'],
    ['a wildcard', reportOn('<%@portal.example.com>'), 'unknown-message'],
  ];
  at.events.length = 0;
  for (const [name, raw, outcome] of forged) expect([name, outcomes(await take(at, raw))]).toEqual([name, [outcome]]);
  expect(at.events).toEqual([{ name: 'bounce.unmatched', detail: { after: { outcome: 'unknown-message' } } }]);
  expect((await at.message(id)).bouncedAt).toBeNull();
  expect((await elsewhere.message(foreign.id)).bouncedAt).toBeNull();
  expect(await at.db.selectFrom('addressMark').selectAll().where('workspaceId', '=', at.workspace.id).execute()).toEqual([]);
  expect((await kept(at)).every((bounce) => bounce.messageId === null)).toBe(true);
});

test('what had no effect counts later, once its mail has left', async () => {
  const at = await openPost();
  const id = await at.leaveOne('anna@kunde.example');
  const { messageId } = await at.message(id);
  expect(outcomes(await take(at, reportOn(messageId)))).toEqual(['unknown-message']);
  await at.worker().runOnce();
  expect(outcomes(await take(at, reportOn(messageId)))).toEqual(['recorded']);
  expect(await kept(at)).toMatchObject([{ outcome: 'recorded', messageId: id }]);
});

test('of reports without effect the newest thousand are kept, those that were matched stay', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at);
  await take(at, reportOn(messageId));
  const groups = Array.from({ length: 50 }, (_, index) => ({ 'Final-Recipient': `rfc822; a${index}@kunde.example`, Action: 'failed' }));
  const flood = mailOf({ parts: report({ groups }) }).toString('latin1');
  for (let number = 0; number < 22; number += 1) {
    at.clock.turn(1000);
    await take(at, Buffer.from(flood.replace('<report-1@', `<flood-${number}@`), 'latin1'));
  }
  const all = await kept(at);
  expect(all.filter((bounce) => bounce.messageId === null)).toHaveLength(1000);
  expect(all.filter((bounce) => bounce.messageId !== null)).toHaveLength(1);
});

test('rule 14 the same report by both ways at the same moment counts once', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at);
  at.events.length = 0;
  const both = await Promise.all(Array.from({ length: 8 }, () => take(at, reportOn(messageId))));
  expect(both.flatMap(outcomes).sort()).toEqual([...Array.from({ length: 7 }, () => 'already-known'), 'recorded']);
  expect(at.events.map(({ name }) => name)).toEqual(['message.bounced']);
  expect(await kept(at)).toHaveLength(1);
});

test('an old report that is read again after its address was released and its mail sent anew changes nothing', async () => {
  const at = await openPost();
  const id = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  await at.worker().runOnce();
  const { messageId } = await at.message(id);
  const old = reportOn(messageId);
  await take(at, old);
  at.clock.turn(hours(1));
  await at.perform((work) => releaseAddress(work, 'anna@kunde.example'));
  await at.perform((work) => retryMessages(work, { ids: [id] }, 'de'));
  at.clock.turn(hours(1));
  await at.worker().runOnce();
  at.events.length = 0;
  expect(await take(at, old)).toMatchObject([{ outcome: 'already-known', messageId: id, status: '5.1.1' }]);
  expect(at.events).toEqual([]);
  expect((await at.message(id)).bouncedAt).toBeNull();
  expect(await marks(at)).toEqual([]);
  expect(outcomes(await take(at, reportOn(messageId, undefined, {}, 2)))).toEqual(['recorded']);
  expect(await marks(at)).toHaveLength(1);
});

test('a server that keeps trying is told once for each status, and no mail gathers reports without end; its end still counts', async () => {
  const at = await openPost();
  const { id, messageId } = await sentMail(at);
  at.events.length = 0;
  const delayed = (number: number, Status: string) => take(at, reportOn(messageId, undefined, { Action: 'delayed', Status }, number));
  expect(outcomes(await delayed(1, '4.4.1'))).toEqual(['recorded']);
  expect(outcomes(await delayed(2, '4.4.1'))).toEqual(['already-known']);
  expect(outcomes(await delayed(3, '4.2.2'))).toEqual(['recorded']);
  expect(outcomes(await delayed(4, '4.4.1'))).toEqual(['already-known']);
  expect(at.events.map(({ name }) => name)).toEqual(['message.delayed', 'message.delayed']);
  for (let number = 5; number < 40; number += 1) await delayed(number, `4.4.${number}`);
  expect(await kept(at)).toHaveLength(20);
  expect(at.events).toHaveLength(18);
  expect(outcomes(await take(at, reportOn(messageId, undefined, {}, 99)))).toEqual(['recorded']);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
  for (let number = 100; number < 110; number += 1) await take(at, reportOn(messageId, undefined, {}, number));
  expect(await kept(at)).toHaveLength(21);
});

test('a delay without a status is told once too', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at);
  const delayed = (number: number) =>
    take(at, reportOn(messageId, undefined, { Action: 'delayed', Status: '', 'Diagnostic-Code': '' }, number));
  expect([outcomes(await delayed(1)), outcomes(await delayed(2))]).toEqual([['recorded'], ['already-known']]);
});

test('reports that cannot be matched leave a trace, one a day, however many there are', async () => {
  const at = await openPost();
  const flood = async (from: number) => {
    for (let number = from; number < from + 5; number += 1) await take(at, reportOn('<made-up@evil.example>', undefined, {}, number));
  };
  await flood(0);
  at.clock.turn(hours(23));
  await flood(10);
  expect(at.events.map(({ name }) => name)).toEqual(['bounce.unmatched']);
  at.clock.turn(days(1) + 1);
  await flood(20);
  expect(at.events.map(({ name }) => name)).toEqual(['bounce.unmatched', 'bounce.unmatched']);
});

test.each([
  ['5.7.1', false],
  ['5.2.2', false],
  ['5.3.4', false],
  ['5.6.0', false],
  ['4.4.7', false],
  ['5.1.1', true],
  ['5.2.1', true],
])('a mail that came back with %s is bounced; that its address is marked: %s', async (Status, isMarked) => {
  const at = await openPost();
  const { id, messageId } = await sentMail(at);
  expect(outcomes(await take(at, reportOn(messageId, undefined, { Status, 'Diagnostic-Code': 'smtp; no' })))).toEqual(['recorded']);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
  expect(at.events.at(-1)).toMatchObject({ name: 'message.bounced', detail: { after: { marked: isMarked } } });
  expect((await marks(at)).length > 0).toBe(isMarked);
});

test('a report that names no mail is matched by the tag of the address it came to', async () => {
  const at = await openPost();
  const { id } = await sentMail(at);
  const scope = { workspaceId: at.workspace.id, vault };
  const to = taggedReturnPath('bounces@portal.example.com', id, scope);
  expect(await take(at, withoutMessageId(to.toUpperCase()))).toMatchObject([{ outcome: 'recorded', messageId: id }]);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
});

test('a Message-ID that a server on the way has made up does not hide the tag', async () => {
  const at = await openPost();
  const { id } = await sentMail(at);
  const to = taggedReturnPath('bounces@portal.example.com', id, { workspaceId: at.workspace.id, vault });
  const raw = reportOn('<010201@eu-central-1.relay.example>')
    .toString('latin1')
    .replace(/^To: .*$/m, `To: ${to}`);
  expect(await take(at, Buffer.from(raw, 'latin1'))).toMatchObject([{ outcome: 'recorded', messageId: id }]);
});

test('never believed when its tag is forged, of another workspace, of no mail, or of another recipient', async () => {
  const at = await openPost();
  const [elsewhere, { id }] = [await openPost('Nachbar GmbH'), await sentMail(at)];
  const tag = (mail: string, workspaceId = at.workspace.id) =>
    taggedReturnPath('bounces@portal.example.com', mail as typeof id, { workspaceId, vault });
  const good = tag(id);
  const forged = `${good.slice(0, 20)}${good[20] === '0' ? '1' : '0'}${good.slice(21)}`;
  for (const to of [forged, tag(id, elsewhere.workspace.id), tag(at.workspace.id), `bounces+${id}@portal.example.com`])
    expect([to, outcomes(await take(at, withoutMessageId(to)))]).toEqual([to, ['unknown-message']]);
  expect(outcomes(await take(elsewhere, withoutMessageId(good)))).toEqual(['unknown-message']);
  expect(outcomes(await take(at, withoutMessageId(good, 'opfer@kunde.example')))).toEqual(['other-recipient']);
  expect((await at.message(id)).bouncedAt).toBeNull();
});

test('what could not be matched is forgotten after its time', async () => {
  const at = await openPost();
  const { messageId } = await sentMail(at);
  await take(at, reportOn(messageId));
  await take(at, reportOn('<made-up@evil.example>'));
  at.clock.turn(hours(1));
  await take(at, reportOn('<made-up@evil.example>', undefined, {}, 2));
  await at.perform((work) => forgetReports(work, at.clock.now()));
  expect((await kept(at)).map(({ outcome, receivedAt }) => [outcome, receivedAt.getTime() === at.clock.now().getTime()])).toEqual([
    ['recorded', false],
    ['unknown-message', true],
  ]);
});
