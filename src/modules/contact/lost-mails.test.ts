import { expect, test } from 'vitest';
import { minutes } from '../../platform/clock.ts';
import { recordBounce } from '../mail/index.ts';
import { linkIn, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, newAddress, create, change, sentTo, setPassword } = await peopleApp();

const lost = async () =>
  (await app.api<{ items: { recipientAddress: string; state: string }[] }>('GET', '/contacts/lost-mails', { query: { limit: '5' } })).body
    .items;
const lostTo = async (address: unknown) => (await lost()).filter(({ recipientAddress }) => recipientAddress === address);

async function comeBack(address: string, messageId: string | undefined) {
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const report = { recipientAddress: address, kind: 'permanent', status: '5.1.1', answer: 'unknown', reportedAt: app.clock.now() } as const;
  expect(await perform(recordBounce, { ...report, messageId: messageId as never })).toBe('recorded');
}

/** A person whose link mail came back. */
async function bounced() {
  const { contact, mail } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  const address = String(contact.email);
  await sentTo(address);
  await comeBack(address, mail.messageId);
  return { contact: contact as ContactView, address };
}

const release = (address: string) => app.api('POST', '/mail/addresses/release', { body: { address } });
/** Of two mails of one moment nobody knows which is the newer one. */
const later = () => app.clock.turn(minutes(1));
const sendAgain = (id: string) => {
  later();
  return change(id, { portalAccess: { sendPasswordLink: true } });
};

test('B011 a link mail that came back stands on the overview until another one has left', async () => {
  const { contact, address } = await bounced();
  expect(await lostTo(address)).toMatchObject([{ state: 'bounced' }]);
  const other = await bounced();

  await sendAgain(contact.id);
  await app.work();
  expect(await lostTo(address)).toHaveLength(1);
  await release(address);
  await app.work();
  expect(await lostTo(address)).toEqual([]);
  expect(await lostTo(other.address)).toHaveLength(1);
});

test('B067 a corrected address takes the mail to the old one from the overview; one that comes back again stands there anew', async () => {
  const { contact, address } = await bounced();
  const email = newAddress();
  later();
  const { mail } = (await change(contact.id, { email, portalAccess: { sendPasswordLink: true } })).body;
  expect(await lostTo(address)).toEqual([]);
  await sentTo(email);
  await comeBack(email, mail.messageId);
  expect(await lostTo(email)).toHaveLength(1);
  expect(await lostTo(address)).toEqual([]);
});

test('a mail without a link that was accepted later does not make up for a link that never arrived', async () => {
  const { contact, address } = await bounced();
  await release(address);
  later();
  await change(contact.id, { portalAccess: { password: 'vier graue Esel am Deich' } });
  expect(await sentTo(address)).toHaveLength(2);
  expect(await lostTo(address)).toHaveLength(1);
});

test('a mail without a link that came back is made up for by any later one', async () => {
  const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  const address = String(contact.email);
  const [mail] = await sentTo(address);
  later();
  await setPassword(linkIn(mail?.text));
  await app.work();
  const { items } = (await app.api<{ items: { id: string; template: string }[] }>('GET', `/contacts/${contact.id}/messages`)).body;
  await comeBack(address, items.find(({ template }) => template === 'password_changed')?.id);
  expect(await lostTo(address)).toHaveLength(1);
  await release(address);
  await sendAgain(contact.id);
  await app.work();
  expect(await lostTo(address)).toEqual([]);
});
