import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { startScriptedSmtp } from './modules/mail/delivery/scripted-smtp.fixture.ts';
import { until } from './platform/db/until.ts';
import { atEnd, setUpDirectory, start } from './servers.fixture.ts';

type Message = { state: string; attempts: { number: number; outcome: string | null }[] };

test('rule 16 kill -9 between the end of a mail and the answer to it: the next start sends it again, with the same Message-ID and the same working link', async () => {
  const mailServer = await startScriptedSmtp({ script: { content: () => 'hang' } });
  atEnd(mailServer.close);
  const environment = { PFORTE_SMTP_URL: `smtp://127.0.0.1:${mailServer.port}?from=no-reply@muster.example` };
  const options = { dataDirectory: await setUpDirectory(), environment };
  const first = await start(options);
  const cookie = await first.signIn();
  const { body: customer } = await first.api<{ id: string }>('POST', '/customers', { cookie, body: { name: 'Stadtwerke' } });
  const order = { customerId: customer.id, firstName: 'Anna', lastName: 'Amsel', email: 'amsel@kunde.example' };
  const saved = await first.api<{ contact: { id: string } }>('POST', '/contacts', {
    cookie,
    body: { ...order, portalAccess: { sendPasswordLink: true } },
  });
  expect(await until(() => mailServer.mails.length || undefined, { withinMillis: 10_000 })).toBe(1);
  await first.kill();

  mailServer.script = {};
  const second = await start(options);
  expect(await until(() => (mailServer.mails.length > 1 ? mailServer.mails.length : undefined), { withinMillis: 10_000 })).toBe(2);
  const [lost, sent] = await Promise.all(mailServer.mails.map(({ raw }) => PostalMime.parse(raw)));
  expect(sent?.messageId).toBe(lost?.messageId);
  expect(sent?.text).toBe(lost?.text);
  const readMessages = async () => {
    const { body } = await second.api<{ items: Message[] }>('GET', `/contacts/${saved.body.contact.id}/messages`, { cookie });
    return body.items;
  };
  await until(async () => (await readMessages()).every(({ state }) => state === 'accepted') || undefined, { withinMillis: 10_000 });
  expect((await readMessages()).map(({ state, attempts }) => [state, attempts.map(({ outcome }) => outcome).sort()])).toEqual([
    ['accepted', ['accepted', 'unknown']],
  ]);
  const link = /http:\/\/localhost:\d+(\/kunden\/link\/[\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? '';
  expect((await second.ask('POST', link, { form: { password: 'unter der Birke im Garten' } })).status).toBe(303);
});
