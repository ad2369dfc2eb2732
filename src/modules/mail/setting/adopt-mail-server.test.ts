import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import { createVault } from '../../../platform/secret.ts';
import type { Schema } from '../../schema.ts';
import { openPost, type Post, vault } from '../mail.fixture.ts';
import { adoptMailServer } from './adopt-mail-server.ts';
import { mailSettingFromUrl, passwordContext } from './mail-setting.ts';
import { pauseTransport } from './setting-store.ts';

const database = await testDatabase<Schema>();

const start = (at: Post, smtpUrl: string | undefined, withVault = vault) =>
  at.perform((work) => adoptMailServer(work, mailSettingFromUrl(smtpUrl, withVault)));
const passwordOf = async (at: Post) => {
  const { sealedPassword } = await at.setting();
  return sealedPassword && vault.open(sealedPassword, passwordContext(at.workspace.id));
};

test('a server that the operator names later takes the place of the test mailbox, whose usable links go', async () => {
  const at = await openPost(database);
  await at.leaveOne('anna@kunde.example');
  await at.worker().runOnce();
  expect(await at.testMails()).toHaveLength(1);
  await start(at, 'smtp://muster:geheim-1@127.0.0.1:2525');
  expect(await at.setting()).toMatchObject({ transport: 'smtp', host: '127.0.0.1', port: 2525, userName: 'muster', fromEnvironment: true });
  expect(await passwordOf(at)).toBe('geheim-1');
  expect(await at.testMails()).toEqual([]);
  expect(at.events).toMatchObject([{ name: 'mail-setting.adopted', detail: { after: { transport: 'smtp', removedTestMails: 1 } } }]);
});

test('a new password of the mail server is taken over at the next start, ends the pause, and stands in no event', async () => {
  const at = await openPost(database, { smtpUrl: 'smtp://muster:geheim-1@127.0.0.1:2525' });
  const { workspace, clock } = at;
  const { version } = await at.setting();
  const now = clock.now();
  await pauseTransport(at.db, { workspaceId: workspace.id, version, cause: 'auth-failed', answer: '5.7.8 no', now, until: now });

  await start(at, 'smtp://muster:geheim-2@127.0.0.1:2525');
  expect(await passwordOf(at)).toBe('geheim-2');
  expect(await at.setting()).toMatchObject({
    version: version + 1,
    pausedSince: null,
    pausedUntil: null,
    pauseCause: null,
    pauseAnswer: null,
  });
  expect(at.events).toMatchObject([{ name: 'mail-setting.adopted', detail: { after: { newPassword: true, newUserName: false } } }]);
  expect(JSON.stringify(at.events)).not.toMatch(/geheim|muster"/);
});

test.each([
  ['host', 'smtp://muster:geheim@localhost:2525'],
  ['port', 'smtp://muster:geheim@127.0.0.1:2526'],
  ['encryption', 'smtps://muster:geheim@127.0.0.1:2525'],
  ['user name', 'smtp://anders:geheim@127.0.0.1:2525'],
  ['no login any more', 'smtp://127.0.0.1:2525'],
  ['sender', 'smtp://muster:geheim@127.0.0.1:2525?from=neu@example.com'],
])('a changed setting is taken over: %s', async (_, smtpUrl) => {
  const at = await openPost(database, { smtpUrl: 'smtp://muster:geheim@127.0.0.1:2525' });
  await start(at, smtpUrl);
  const { sealedPasswordFor: _sealed, hasPassword: _has, senderAddress, ...server } = mailSettingFromUrl(smtpUrl, vault);
  expect(await at.setting()).toMatchObject({ ...server, senderAddress: senderAddress ?? 'no-reply@portal.example.com' });
  expect(await passwordOf(at)).toBe(server.userName === null ? null : 'geheim');
  expect(at.events).toHaveLength(1);
});

test('a password that was sealed with a lost key is sealed again from the setting', async () => {
  const at = await openPost(database, { smtpUrl: 'smtp://muster:geheim@127.0.0.1:2525' });
  const lost = createVault('another secret key, which is gone now').seal('geheim', passwordContext(at.workspace.id));
  await database.db.updateTable('mailSetting').set({ sealedPassword: lost }).where('workspaceId', '=', at.workspace.id).execute();
  await start(at, 'smtp://muster:geheim@127.0.0.1:2525');
  expect(await passwordOf(at)).toBe('geheim');
});

test('nothing changes where the setting says the same, where it was taken away, and where people have chosen', async () => {
  const at = await openPost(database, { smtpUrl: 'smtp://muster:geheim@127.0.0.1:2525' });
  const before = await at.setting();
  await start(at, 'smtp://muster:geheim@127.0.0.1:2525');
  await start(at, undefined);
  expect(await at.setting()).toEqual(before);
  await database.db.updateTable('mailSetting').set({ fromEnvironment: false }).where('workspaceId', '=', at.workspace.id).execute();
  await start(at, 'smtp://muster:geheim-2@127.0.0.1:2525');
  expect(await at.setting()).toEqual({ ...before, fromEnvironment: false });
  expect(at.events).toEqual([]);
});
