import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { seconds } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { deliveryTools } from '../delivery/delivery.fixture.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { linkOf, type Post } from '../mail.fixture.ts';
import { withdrawMails } from './leave-mail.ts';

const { database, server, post, workerOf } = await deliveryTools();

const copied = async (at: Post, change: object = {}) => {
  await database.db
    .updateTable('mailSetting')
    .set({ bcc: 'ablage@muster.example', ...change })
    .where('workspaceId', '=', at.workspace.id)
    .execute();
};

test('rule 16 a blind copy is a mail of its own: one recipient, its own Message-ID, its link masked, and it says whose mail it was', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await copied(at);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@müller.de', { link });
  const messages = await at.messages();
  expect(messages).toHaveLength(2);
  const original = messages.find((message) => message.id === id);
  const copy = messages.find((message) => message.id !== id);
  expect(original).toMatchObject({ id, copyOf: null, recipientAddress: 'anna@xn--mller-kva.de' });
  expect(copy).toMatchObject({ copyOf: id, recipientAddress: 'ablage@muster.example', sealedLink: null, contactId: null });
  expect(copy?.messageId).not.toBe(original?.messageId);

  const worker = workerOf(at);
  await worker.runOnce();
  at.clock.turn(seconds(10));
  await worker.runOnce();
  expect(smtp.mails.map(({ to }) => to)).toEqual([['anna@xn--mller-kva.de'], ['ablage@muster.example']]);
  const [first, second] = await Promise.all(smtp.mails.map(({ raw }) => PostalMime.parse(raw)));
  expect(first?.text).toContain(link.url);
  expect(second?.text).toContain('Kopie: Diese E-Mail ging an Anna Müller <anna@müller.de>. Ihr Link ist hier unkenntlich gemacht.');
  expect(second?.html).toContain('Kopie: Diese E-Mail ging an Anna Müller &lt;anna@müller.de&gt;');
  expect(second?.subject).toBe(first?.subject);
  expect(second?.to).toMatchObject([{ address: 'ablage@muster.example' }]);
  expect(smtp.mails[1]?.raw).not.toMatch(/link\.invalid|kunden\/link/);
});

test('copies step back behind the mails that were asked for at the same time', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await copied(at);
  for (const name of ['a', 'b', 'c']) await at.leaveOne(`${name}@kunde.example`);
  at.clock.turn(seconds(9));
  await at.leaveOne('d@kunde.example');
  await workerOf(at, { smtp: { lines: 1 } }).runOnce();
  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(['a@kunde.example', 'b@kunde.example', 'c@kunde.example', 'd@kunde.example']);
});

test('a copy that is refused says nothing about the mail', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('ablage') ? '550 5.1.1 no' : '250 ok') } });
  const at = await post(smtp);
  await copied(at);
  const id = await at.leaveOne('anna@kunde.example');
  at.clock.turn(seconds(10));
  await workerOf(at).runOnce();
  expect(await at.message(id)).toMatchObject({ acceptedAt: at.clock.now(), refusedAt: null });
  expect((await at.messages()).find(({ copyOf }) => copyOf)).toMatchObject({ refusedAt: at.clock.now() });
});

test('what withdraws a mail withdraws its copy', async () => {
  const at = await post(await server());
  await copied(at);
  const accountId = newId<'account'>(at.clock.now());
  await at.leaveOne('anna@kunde.example', { accountId });
  await at.perform(({ tx, now }) => withdrawMails(tx, { workspaceId: at.workspace.id, accountId, cause: 'blocked', now }));
  const both = await at.messages();
  expect(both).toHaveLength(2);
  for (const message of both) expect(message).toMatchObject({ cause: 'blocked', withdrawnAt: at.clock.now() });
});

test('a mail that is not possible leaves no copy', async () => {
  const at = await post(await server());
  await copied(at);
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await at.leave()).toMatchObject({ state: 'not-possible' });
  expect(await at.messages()).toEqual([]);
});

test.each([
  ['de', 'Kopf', 'Fuß', 'Unterschrift\nzweite Zeile'],
  ['de-DU', 'Kopf', 'Fuß', 'Unterschrift\nzweite Zeile'],
  ['en', 'Head', 'Foot', 'Signature\nsecond line'],
] as const)('header, footer and signature stand in every mail, in its language: %s', async (variant, header, footer, signature) => {
  const smtp = await server();
  const at = await post(smtp);
  await copied(at, {
    bcc: null,
    headerDe: 'Kopf',
    headerEn: 'Head',
    footerDe: 'Fuß',
    footerEn: 'Foot',
    signatureDe: 'Unterschrift\nzweite Zeile',
    signatureEn: 'Signature\nsecond line',
    replyTo: 'service@muster.example',
    returnPath: 'bounce@muster.example',
  });
  await at.leaveOne('anna@kunde.example', { variant });
  await workerOf(at).runOnce();
  const [arrived] = smtp.mails;
  expect(arrived).toMatchObject({ from: 'bounce@muster.example' });
  const mail = await PostalMime.parse(arrived?.raw ?? '');
  for (const text of [header, footer, signature]) {
    expect(mail.text).toContain(text);
    expect(mail.html).toContain(text.replace('\n', '<br>'));
  }
  expect(mail.replyTo).toMatchObject([{ address: 'service@muster.example' }]);
  expect(mail.from?.address).toBe('no-reply@example.com');
  // The template's own closing makes room, and nobody says that answers are not read.
  expect(mail.text).not.toMatch(/Freundliche Grüße|Viele Grüße|Kind regards|nicht gelesen|not read/);
});
