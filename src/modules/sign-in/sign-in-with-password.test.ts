import { hashSync } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { createLog } from '../../platform/log.ts';
import { defineRefusals } from '../../platform/refusal.ts';
import { findPortalBySlug } from '../portal/index.ts';
import { goodPassword, portalPeople } from './pages.fixture.ts';
import { signIn } from './sign-in-with-password.ts';

const app = await testApp();
const people = await portalPeople(app);
const { db } = app.database;
const busy = defineRefusals('test', { busy: { kind: 'unavailable', de: 'Gerade zu viel los.', en: 'Too busy.' } });

test('rule 25 an older hash is renewed at a sign-in, and a sign-in that cannot renew it succeeds all the same', async () => {
  await people.add('anna@amsel.example');
  const old = hashSync(goodPassword, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
  const account = db.selectFrom('account').where('email', '=', 'anna@amsel.example');
  await db.updateTable('account').set({ passwordHash: old }).where('email', '=', 'anna@amsel.example').execute();
  const stored = async () => (await account.select('passwordHash').executeTakeFirstOrThrow()).passwordHash;

  const perform = app.performIn({ actor: { kind: 'anonymous' }, workspace: app.workspace });
  const portal = await perform(({ tx, workspace }) => findPortalBySlug(tx, workspace.id, 'kunden'));
  const log = createLog('silent');
  const warn = vi.spyOn(log, 'warn');
  const knock = {
    accountName: 'anna@amsel.example',
    password: goodPassword,
    remember: false,
    device: '',
    network: '192.0.2.1',
    portal,
    mark: undefined,
  };
  const enter = () => signIn({ db, hasher: app.hasher, log, vault: app.vault }, { perform, workspaceId: app.workspace.id }, knock);

  const hash = vi.spyOn(app.hasher, 'hash').mockRejectedValueOnce(busy('busy'));
  expect((await enter()).secret).toMatch(/^[\w-]{43}$/);
  expect(await stored()).toBe(old);
  expect(warn).toHaveBeenCalledOnce();
  expect(JSON.stringify(warn.mock.calls)).not.toContain(goodPassword);

  await enter();
  expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await enter();
  expect(hash).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledOnce();
});
