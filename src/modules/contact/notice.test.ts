import { describe, expect, test } from 'vitest';
import { minutes } from '../../platform/clock.ts';
import { linkIn, peopleApp } from './contact.fixture.ts';
import type { SavedContact } from './contract.ts';

const { app, newAddress, create, change, sentTo, setPassword, signIn, invited } = await peopleApp();
const other = 'neun Ziegen trinken Tee';

type Event = { name: string; after: Record<string, unknown> };

/** What the log of events says about the login of a person, the oldest first. */
const eventsOf = async (contact: SavedContact['contact']): Promise<Event[]> => {
  const { accountId } = await app.database.db
    .selectFrom('access')
    .select('accountId')
    .where('id', '=', contact.accesses[0]?.accessId as never)
    .executeTakeFirstOrThrow();
  const rows = await app.database.db
    .selectFrom('event')
    .select(['name', 'change'])
    .where('subjectId', '=', accountId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ name, change }) => ({ name, after: (change as Pick<Event, 'after'>).after }));
};

const switchOff = (template: string, active = false) => app.api('PATCH', `/mail/templates/${template}`, { body: { active } });

/** A person who signs in with a password, their mailbox looked at until now. */
const registered = async () => {
  const { contact, link } = await invited();
  await setPassword(link);
  const address = String(contact.email);
  const seen = (await sentTo(address)).length;
  app.clock.turn(minutes(1));
  return { contact, address, seen };
};
const newTo = async (address: string, seen = 0) => {
  const mails = await sentTo(address);
  return mails.slice(0, mails.length - seen);
};

describe('B024 the notice after a password was set', () => {
  test('the answer to a typed password says what became of it, and so does the log of events', async () => {
    const { contact, notices } = (await create({ portalAccess: { password: other } })).body;
    expect(notices).toMatchObject([{ about: 'password-changed', address: contact.email, state: 'queued', transport: 'test-mailbox' }]);
    expect(notices[0]?.sentence).toContain(String(contact.email));
    expect((await eventsOf(contact)).map(({ name }) => name)).toContain('password-notice.queued');
  });

  test('one that cannot be sent is said in the answer and written down with its reason', async () => {
    await switchOff('password_changed');
    const { contact, notices, password } = (await create({ portalAccess: { password: other } })).body;
    const own = await invited();
    await setPassword(own.link);
    await switchOff('password_changed', true);
    expect(password).toBe('recorded');
    expect(notices).toMatchObject([{ about: 'password-changed', state: 'not-possible', reason: 'template-inactive' }]);
    expect(notices[0]?.sentence).toMatch(/wurde nicht gesendet: .*Abschnitt „System“/);
    for (const person of [contact, own.contact])
      expect((await eventsOf(person)).find(({ name }) => name === 'password-notice.not-possible')?.after).toEqual({
        reason: 'template-inactive',
      });
  });
});

describe('a login whose owner has come in: staff ask its new address for the confirmation', () => {
  test('the form says so, the address before is told, and until then everything stays', async () => {
    const { contact, address, seen } = await registered();
    const email = newAddress();
    const saved = (await change(contact.id, { email, lastName: 'Drossel' })).body;
    expect(saved.contact).toMatchObject({ email: address, lastName: 'Drossel' });
    expect(saved.contact.accesses[0]?.registration).toBe('email-change');
    expect(saved.notices).toMatchObject([
      { about: 'address-confirmation', address: email, state: 'queued' },
      { about: 'address-requested', address, state: 'queued' },
    ]);
    expect(saved.notices[0]?.sentence).toContain('Bis dahin bleibt es bei der bisherigen');

    const [notice, ...more] = await newTo(address, seen);
    expect(more).toEqual([]);
    expect(notice?.text).toContain('Neue Adresse: p…@nordbau.example');
    expect(notice?.text).toContain('Eingetragen von: Muster Energie GmbH');
    expect(notice?.text).not.toContain(email);
    expect(linkIn(notice?.text)).toBe('');
    const asked = await sentTo(email);
    expect(asked.map(({ text }) => linkIn(text) !== '')).toEqual([true]);
    expect((await signIn(address)).status).toBe(303);
    const changed = (await eventsOf(contact)).filter(({ name }) => name.includes('address') || name.startsWith('email-change'));
    expect(changed.map(({ name, after }) => [name, after.by])).toEqual([
      ['address-notice.queued', undefined],
      ['email-change.requested', 'staff'],
    ]);
  });

  test('a password typed in the same save comes first: its notice goes to the present address, and the link for the new one works', async () => {
    const { contact, address } = await registered();
    const email = newAddress();
    const { notices } = (await change(contact.id, { email, portalAccess: { password: other } })).body;
    expect(notices.map((notice) => [notice.about, notice.address, notice.state])).toEqual([
      ['address-confirmation', email, 'queued'],
      ['address-requested', address, 'queued'],
      ['password-changed', address, 'queued'],
    ]);
    expect((await signIn(address, other)).status).toBe(303);
    const [asked] = await sentTo(email);
    const path = new URL(linkIn(asked?.text)).pathname;
    expect((await app.page('POST', `${path}/address`, { form: { password: other } })).location).toBe('/kunden/address-confirmed');
  });

  test('where no mail could ask for it, nothing is begun, nothing else of the form is lost, and the reason is said', async () => {
    const { contact, address, seen } = await registered();
    await switchOff('email_change_confirm');
    const { notices, contact: saved } = (await change(contact.id, { email: newAddress(), lastName: 'Star' })).body;
    await switchOff('email_change_confirm', true);
    expect(saved).toMatchObject({ email: address, lastName: 'Star' });
    expect(saved.accesses[0]?.registration).toBe('registered');
    expect(notices).toMatchObject([{ about: 'address-confirmation', state: 'not-possible', reason: 'template-inactive' }]);
    expect(notices[0]?.sentence).toContain('Die bisherige Adresse bleibt');
    expect(await newTo(address, seen)).toEqual([]);
  });

  test('where the notice to the address before cannot be sent, the answer and the log of events say so', async () => {
    const { contact, address } = await registered();
    await switchOff('email_change_requested');
    const { notices } = (await change(contact.id, { email: newAddress() })).body;
    await switchOff('email_change_requested', true);
    expect(notices).toMatchObject([
      { state: 'queued' },
      { about: 'address-requested', address, state: 'not-possible', reason: 'template-inactive' },
    ]);
    expect((await eventsOf(contact)).map(({ name }) => name)).toContain('address-notice.not-possible');
  });

  test('somebody who has no password yet has nothing to lose: the address is simply corrected', async () => {
    const { contact } = await invited();
    const email = newAddress();
    const { notices, contact: saved } = (await change(contact.id, { email, portalAccess: { password: other } })).body;
    expect(saved.email).toBe(email);
    expect(notices.map((notice) => [notice.about, notice.address])).toEqual([['password-changed', email]]);
    expect(await sentTo(String(contact.email))).toHaveLength(1);
  });
});
