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

describe('a login that staff lead to another address', () => {
  test('its owner is told at the address before: what, by whom, and whom to tell; the new one gets nothing', async () => {
    const { contact, address, seen } = await registered();
    const email = newAddress();
    const { notices } = (await change(contact.id, { email })).body;
    expect(notices).toMatchObject([{ about: 'address-changed', address, state: 'queued' }]);

    const [notice, ...more] = await newTo(address, seen);
    expect(more).toEqual([]);
    expect(notice?.subject).toContain('E-Mail-Adresse');
    expect(notice?.text).toContain('Neue Adresse: p…@nordbau.example');
    expect(notice?.text).toContain('Geändert von: Muster Energie GmbH');
    expect(notice?.text).not.toContain(email);
    expect(linkIn(notice?.text)).toBe('');
    expect(await sentTo(email)).toEqual([]);
    const changed = (await eventsOf(contact)).filter(({ name }) => name.includes('address'));
    expect(changed.map(({ name, after }) => [name, after.by, after.hasPassword])).toEqual([
      ['address-notice.queued', undefined, undefined],
      ['account.address-changed', 'staff', true],
    ]);
  });

  test('with a password typed in the same save both addresses hear of both', async () => {
    const { contact, address, seen } = await registered();
    const email = newAddress();
    const { notices } = (await change(contact.id, { email, portalAccess: { password: other } })).body;
    expect(notices.map((notice) => [notice.about, notice.address, notice.state])).toEqual([
      ['address-changed', address, 'queued'],
      ['password-changed', address, 'queued'],
      ['password-changed', email, 'queued'],
    ]);
    expect((await newTo(address, seen)).map(({ subject }) => subject).sort()).toEqual([
      'Ihr Passwort für „Kundenportal“ wurde festgelegt',
      'Ihre E-Mail-Adresse für „Kundenportal“ wurde geändert',
    ]);
    expect(await sentTo(email)).toHaveLength(1);
    expect((await signIn(address, other)).status).toBe(303);
  });

  test('what waits for the address before: links are withdrawn, notices leave', async () => {
    const { contact, address, seen } = await registered();
    await change(contact.id, { portalAccess: { sendPasswordLink: true, password: other } });
    await change(contact.id, { email: newAddress() });
    const mails = await newTo(address, seen);
    expect(mails.map(({ text }) => linkIn(text))).toEqual(['', '']);
    expect(mails.map(({ subject }) => subject).some((subject) => subject.includes('Passwort'))).toBe(true);
  });

  test('where the notice cannot be sent, the answer and the log of events say so', async () => {
    const { contact, address } = await registered();
    await switchOff('email_change_notice');
    const { notices } = (await change(contact.id, { email: newAddress() })).body;
    await switchOff('email_change_notice', true);
    expect(notices).toMatchObject([{ about: 'address-changed', address, state: 'not-possible', reason: 'template-inactive' }]);
    expect((await eventsOf(contact)).map(({ name }) => name)).toContain('address-notice.not-possible');
  });

  test('somebody who has no password yet has nothing to lose: the address is simply corrected', async () => {
    const { contact } = await invited();
    const email = newAddress();
    const { notices } = (await change(contact.id, { email, portalAccess: { password: other } })).body;
    expect(notices.map((notice) => [notice.about, notice.address])).toEqual([['password-changed', email]]);
    expect(await sentTo(String(contact.email))).toHaveLength(1);
  });
});
