import { expect, test } from 'vitest';
import { minutes } from '../../platform/clock.ts';
import { statementsOf } from '../../statements.fixture.ts';
import { recordBounce } from '../mail/index.ts';
import { linkIn, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, newAddress, create, change, sentTo, invited, setPassword } = await peopleApp();

const read = async (id: string) => (await app.api<ContactView>('GET', `/contacts/${id}`)).body;
const linkMailOf = async (id: string) => (await read(id)).accesses[0]?.linkMail;

test('B075 what became of the mail with the link stands at the person: on its way, then handed over', async () => {
  const { contact, mail } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  expect(contact.accesses[0]?.linkMail).toMatchObject({ messageId: mail.messageId, state: 'queued', arrival: 'on-its-way' });
  await app.work();
  expect(await linkMailOf(contact.id)).toMatchObject({ state: 'accepted', arrival: 'handed-over', settledAt: expect.any(String) });
});

test('a mail that came back has not arrived, whatever the registration says; the list says the same', async () => {
  const { contact } = await invited();
  const messageId = (await linkMailOf(contact.id))?.messageId as never;
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const recipientAddress = String(contact.email);
  const report = { recipientAddress, kind: 'permanent', status: '5.1.1', answer: 'unknown', reportedAt: app.clock.now() } as const;
  await perform(recordBounce, { ...report, messageId });
  expect((await read(contact.id)).accesses[0]).toMatchObject({
    registration: 'invited',
    linkMail: { state: 'bounced', arrival: 'not-arrived' },
  });
  const list = await app.api<{ items: ContactView[] }>('GET', '/contacts', { query: { q: recipientAddress } });
  expect(list.body.items[0]?.accesses[0]?.linkMail?.arrival).toBe('not-arrived');
});

test('B067 B071 after a corrected address it is said that the link went to the old one and is dead, until a new one was sent', async () => {
  const { contact, link } = await invited();
  const email = newAddress();
  const corrected = (await change(contact.id, { email })).body;
  expect(corrected.mail.state).toBe('not-asked');
  expect(corrected.contact.accesses[0]).toMatchObject({
    openLink: null,
    linkMail: { arrival: 'other-address', recipientAddress: contact.email },
  });
  expect((await setPassword(link)).status).toBe(410);

  // Of two mails of one moment nobody knows which is the newer one.
  app.clock.turn(minutes(1));
  const again = (await change(contact.id, { portalAccess: { sendPasswordLink: true } })).body;
  expect(again.contact.accesses[0]).toMatchObject({ openLink: {}, linkMail: { arrival: 'on-its-way', recipientAddress: email } });
  const [mail] = await sentTo(email);
  expect((await setPassword(linkIn(mail?.text))).status).toBe(303);
  expect(await linkMailOf(contact.id)).toBeNull();
});

test('an address that differs in nothing but capitals is the same mailbox', async () => {
  const { contact } = await invited();
  const { body } = await change(contact.id, { email: String(contact.email).replace('person', 'Person') });
  expect(body.contact.accesses[0]?.linkMail?.arrival).toBe('handed-over');
});

test('a list of many people takes as many statements as one of few', async () => {
  const read = (limit: string) => app.api('GET', '/contacts', { query: { limit, sort: '-updatedAt' } });
  for (let more = 0; more < 4; more++) await create({ portalAccess: { sendPasswordLink: true } });
  await read('1');
  const [many, few] = [await statementsOf(() => read('5')), await statementsOf(() => read('2'))];
  expect(many).toHaveLength(few.length);
});
