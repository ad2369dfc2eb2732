import { expect, test } from 'vitest';
import { bounceTools, reportOn } from './bounce.fixture.ts';
import { dsn, mailOf, report } from './reading/bounces.fixture.ts';

const tools = await bounceTools();
const { openPost, sentMail, take, kept } = tools;

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
  expect(at.events).toEqual([]);
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
