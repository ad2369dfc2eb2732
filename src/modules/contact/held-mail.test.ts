import { expect, test } from 'vitest';
import { recordBounce } from '../mail/index.ts';
import { peopleApp } from './contact.fixture.ts';
import type { SavedContact } from './contract.ts';

const { app, newAddress, create, change, sentTo } = await peopleApp();

/** A person whose first mail came back, and who is asked again. */
async function bounced() {
  const { contact, mail } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
  await app.work();
  const address = String(contact.email);
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const report = { recipientAddress: address, kind: 'permanent', status: '5.1.1', answer: 'unknown', reportedAt: app.clock.now() } as const;
  expect(await perform(recordBounce, { ...report, messageId: mail.messageId as never })).toBe('recorded');
  const again = (await change(contact.id, { portalAccess: { sendPasswordLink: true } })).body;
  await app.work();
  return { contact: again.contact, again, address };
}

test('B011 a mail to an address that mails came back from: saving says that it lies there, why, and what helps', async () => {
  const { again, address } = await bounced();
  expect(again.mail).toMatchObject({
    state: 'queued',
    held: 'address-marked',
    sentence: `Gespeichert. Die E-Mail an ${address} wird zurückgehalten, weil E-Mails an diese Adresse zuletzt unzustellbar waren. Adresse berichtigen, oder sie freigeben, wenn sie stimmt.`,
  });
  expect(await sentTo(address)).toHaveLength(1);
});

test('released, the mail goes on by itself, over the API as in the console', async () => {
  const { address } = await bounced();
  const marked = await app.api<{ mark: { status: string } | null }>('GET', '/mail/addresses', { query: { address } });
  expect(marked.body.mark?.status).toBe('5.1.1');
  const { body } = await app.api('POST', '/mail/addresses/release', { body: { address } });
  expect(body).toEqual({ released: true, waiting: 1 });
  await app.work();
  expect(await sentTo(address)).toHaveLength(2);
});

test('B008 a corrected address ends the hold: what waited for the old one is withdrawn, and a new mail leaves for the new one', async () => {
  const { contact, again, address } = await bounced();
  const email = newAddress();
  const corrected = (await change(contact.id, { email, portalAccess: { sendPasswordLink: true } })).body as SavedContact;
  expect(corrected.mail).toMatchObject({ state: 'queued' });
  expect(corrected.mail).not.toHaveProperty('held');
  await app.work();
  expect(await sentTo(email)).toHaveLength(1);
  expect(await sentTo(address)).toHaveLength(1);
  const { body } = await app.api<{ state: string; sentence: string }>('GET', `/mail/messages/${again.mail.messageId}`);
  expect(body).toMatchObject({ state: 'withdrawn', sentence: expect.stringContaining('Adresse wurde vor dem Versand geändert') });
});
