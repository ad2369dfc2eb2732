import { expect, test } from 'vitest';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import { vault } from '../mail.fixture.ts';
import { taggedIdIn } from './return-tag.ts';

const { server, post, workerOf } = await deliveryTools();

test('each mail leaves with its own tag in the return path once that is switched on; From stays as it is', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const set = (values: { returnPath: string | null; returnPathTags: boolean }) =>
    at.db
      .updateTable('mailSetting')
      .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
      .where('workspaceId', '=', at.workspace.id)
      .execute();
  await set({ returnPath: 'bounces@muster.example', returnPathTags: true });
  const worker = workerOf(at);
  const ids = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  await worker.runOnce();
  const scope = { workspaceId: at.workspace.id, vault };
  expect(smtp.mails.map(({ from }) => taggedIdIn([from], scope)).sort()).toEqual(ids.sort());
  expect(smtp.mails.every(({ from }) => /^bounces\+[0-9a-v]{39}@muster\.example$/.test(from))).toBe(true);
  expect(smtp.mails[0]?.raw).toContain('no-reply@example.com');

  await set({ returnPath: 'bounces@muster.example', returnPathTags: false });
  await at.leaveOne('eva@kunde.example');
  await worker.runOnce();
  expect(smtp.mails.at(-1)?.from).toBe('bounces@muster.example');
});
