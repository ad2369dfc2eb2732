import { expect, test } from 'vitest';
import { administrator, testApp } from '../../app.fixture.ts';

const app = await testApp();

const notices = async () => {
  const rows = await app.database.db
    .selectFrom('event')
    .select(['name', 'change'])
    .where('name', 'like', 'password-notice.%')
    .orderBy('sequence')
    .execute();
  return rows.map(({ name, change }) => ({ name, change }));
};

test('B024 a user is told after a change of password, and the log of events says so, or why not', async () => {
  const [first, second] = ['sieben Karren voll Torf', 'acht Karren voll Heidekraut'];
  const change = (currentPassword: string, newPassword: string, cookie: string) =>
    app.api('POST', '/me/password', { cookie, body: { currentPassword, newPassword } });

  expect((await change(administrator.password, first, await app.signIn())).status).toBeLessThan(300);
  await app.work();
  expect((await app.mails()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
    [expect.stringContaining(administrator.email), 'Ihr Passwort für „Muster Energie GmbH“ wurde festgelegt'],
  ]);

  const cookie = await app.signIn(administrator.email, first);
  await app.api('PATCH', '/mail/templates/password_changed', { cookie, body: { active: false } });
  expect((await change(first, second, cookie)).status).toBeLessThan(300);
  expect(await notices()).toEqual([
    { name: 'password-notice.queued', change: { after: { messageId: expect.any(String) } } },
    { name: 'password-notice.not-possible', change: { after: { reason: 'template-inactive' } } },
  ]);
});
