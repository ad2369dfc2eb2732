import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import type { Schema } from '../../schema.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { linkOf, openPost, requestOf, vault } from '../mail.fixture.ts';
import { withdrawMails } from './leave-mail.ts';
import { linkContext } from './link-mask.ts';
import { findImpossibility } from './mailability.ts';

const database = await testDatabase<Schema>();

const without = async (at: Awaited<ReturnType<typeof openPost>>) => {
  await database.db.updateTable('mailSetting').set({ transport: 'none' }).where('workspaceId', '=', at.workspace.id).execute();
};

test('rule 16 a mail belongs to the transaction that owes it: what is rolled back was never left', async () => {
  const at = await openPost(database);
  await expect(
    at.perform(async ({ send, now }) => {
      expect(await send(requestOf(now))).toMatchObject({ state: 'queued' });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await at.messages()).toEqual([]);
});

test('the outcome names the transport, and the row holds everything but the link', async () => {
  const at = await openPost(database);
  const link = linkOf(at.clock.now());
  const outcome = await at.leave({ link, address: ' Anna@Kunde.Example ' });
  expect(outcome).toMatchObject({ state: 'queued', transport: 'test-mailbox' });
  const [row] = await at.messages();
  expect(row).toMatchObject({
    recipientAddress: 'Anna@kunde.example',
    recipientName: 'Anna Müller',
    templateKey: 'set_password',
    linkId: link.id,
    messageId: `<${row?.id}@portal.example.com>`,
    expiresAt: link.expiresAt,
    attempts: 0,
    deferrals: 0,
  });
  expect(row?.sealedLink && vault.open(row.sealedLink, linkContext(row.id))).toBe(link.url);
  expect(() => row?.sealedLink && vault.open(row.sealedLink, linkContext(linkOf(at.clock.now()).id as never))).toThrow();
});

test('B017 a deactivated template is never sent to anyone, from any trigger', async () => {
  const at = await openPost(database);
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await at.leave()).toEqual({ state: 'not-possible', reason: 'template-inactive' });
  expect(await at.leave({ template: 'password_changed' })).toMatchObject({ state: 'queued' });
  await at.perform((work) => switchTemplate(work, 'set_password', true));
  expect(await at.leave()).toMatchObject({ state: 'queued' });
});

test('B025 without configured mail settings nothing can be sent', async () => {
  const at = await openPost(database);
  await without(at);
  expect(await at.leave()).toEqual({ state: 'not-possible', reason: 'no-transport' });
  await database.db.deleteFrom('mailSetting').where('workspaceId', '=', at.workspace.id).execute();
  expect(await at.leave()).toEqual({ state: 'not-possible', reason: 'no-transport' });
  expect(await at.messages()).toEqual([]);
});

test.each([
  [null, 'no-address'],
  ['', 'no-address'],
  ['anna', 'invalid-address'],
  ['anna@kunde.example\r\nBcc: eve@evil.example', 'invalid-address'],
  ['anna@kunde.example,eve@evil.example', 'invalid-address'],
  ['Anna <anna@kunde.example>', 'invalid-address'],
  [`${'a'.repeat(310)}@kunde.example`, 'invalid-address'],
])('B015 rule 17 to the address %j nothing is sent: %s', async (address, reason) => {
  const at = await openPost(database);
  expect(await at.leave({ address })).toEqual({ state: 'not-possible', reason });
  expect(await at.messages()).toEqual([]);
});

test('B003 B010 B025 what forms are told: possible, also while sending is paused, or the reason', async () => {
  const at = await openPost(database, { smtpUrl: 'smtp://127.0.0.1:2525' });
  const { id } = at.workspace;
  const ask = () => at.perform(({ tx }) => findImpossibility(tx, id, 'set_password'));
  expect(await ask()).toBeUndefined();
  await database.db
    .updateTable('mailSetting')
    .set({ pausedSince: at.clock.now(), pausedUntil: at.clock.now(), pauseCause: 'auth-failed' })
    .where('workspaceId', '=', id)
    .execute();
  expect(await ask()).toBeUndefined();
  await without(at);
  expect(await ask()).toBe('no-transport');
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await ask()).toBe('template-inactive');
  expect(await at.perform(({ tx }) => findImpossibility(tx, id, 'reset_password', null))).toBe('no-transport');
});

test.each([
  ['link', { link: { ...linkOf(new Date(0)), url: 'https://evil.example/kunden/link/x' } }],
  ['link of a look-alike host', { link: { ...linkOf(new Date(0)), url: 'https://portal.example.com.evil.example/link/x' } }],
  [
    'portal',
    {
      portal: {
        ...(requestOf(new Date(0)).portal as NonNullable<ReturnType<typeof requestOf>['portal']>),
        url: 'http://portal.example.com/kunden/',
      },
    },
  ],
])('rule 2 a mail with a foreign %s is an error and leaves nothing', async (_, change) => {
  const at = await openPost(database);
  await expect(at.leave(change)).rejects.toThrow('base URL');
  expect(await at.messages()).toEqual([]);
});

test('a mail without the link it needs, or with one it has no place for, is an error', async () => {
  const at = await openPost(database);
  const { link: _, ...request } = requestOf(at.clock.now());
  await expect(at.perform(({ send }) => send(request))).rejects.toThrow('must have a link');
  await expect(at.leave({ template: 'password_changed', link: linkOf(at.clock.now()) })).rejects.toThrow('must not have a link');
});

test('withdrawing takes back open mails of the account or of the links, no others, and never a mail that has left', async () => {
  const at = await openPost(database);
  const { id: workspaceId } = at.workspace;
  const [account, other] = [linkOf(at.clock.now()).id, linkOf(at.clock.now()).id] as never[];
  const sent = await at.leaveOne('anna@kunde.example', { accountId: account as never });
  await at.worker().runOnce();
  const withLink = await at.leaveOne('anna@kunde.example', { accountId: account as never });
  const notice = await at.leaveOne('anna@kunde.example', { accountId: account as never, template: 'password_changed' });
  const foreign = await at.leaveOne('paul@kunde.example', { accountId: other as never });

  const withdraw = (change: object) =>
    at.perform(({ tx, now }) => withdrawMails(tx, { workspaceId, cause: 'password-set', now, ...change }));
  expect(await withdraw({ accountId: account, onlyWithLink: true })).toBe(1);
  expect(await at.message(withLink)).toMatchObject({ cause: 'password-set', sealedLink: null, withdrawnAt: at.clock.now() });
  expect((await at.message(notice)).withdrawnAt).toBeNull();
  expect(await withdraw({ accountId: account })).toBe(1);
  expect(await withdraw({ linkIds: [] })).toBe(0);
  expect((await at.message(foreign)).withdrawnAt).toBeNull();
  expect((await at.message(sent)).withdrawnAt).toBeNull();
  await expect(withdraw({})).rejects.toThrow();
});

test('rule 13 nothing of another workspace is withdrawn', async () => {
  const [at, elsewhere] = [await openPost(database), await openPost(database)];
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  expect(
    await elsewhere.perform(({ tx, now }) =>
      withdrawMails(tx, { workspaceId: elsewhere.workspace.id, linkIds: [link.id], cause: 'newer-link', now }),
    ),
  ).toBe(0);
  expect((await at.message(id)).withdrawnAt).toBeNull();
});
