import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { days, minutes } from '../../../platform/clock.ts';
import { good, linkIn, pathOf, peopleApp } from '../../contact/contact.fixture.ts';
import type { ContactView } from '../../contact/contract.ts';
import { adoptMailServer, mailSettingFromUrl } from '../../mail/index.ts';
import { resetAdministrator } from '../../setup/index.ts';
import type { EventView } from '../contract.ts';
import { changedFields } from './event-words.ts';
import { eventPhrases, fieldPhrases, subjectPhrases, valuePhrases } from './phrases.ts';

/** Every kind of event that the code records, read from the code. */
const recordedKinds = (): string[] => {
  const files = globSync('src/modules/**/*.ts').filter((path) => !/\.(test|fixture|samples)\.ts$|\/web\//.test(path));
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const plain = texts.flatMap((text) => [...text.matchAll(/\brecord\(\s*'([^']+)'/g)].map(([, name = '']) => name));
  const joined = texts.flatMap((text) => [...text.matchAll(/\brecord\(\s*`([^`]+)`/g)].map(([, name = '']) => name));
  expect(joined, 'a name that is put together is spelled out here').toHaveLength(putTogether.length);
  const spelledOut = putTogether.flatMap(([before, ends]) => ends.map((end) => `${before}${end}`));
  return [...new Set([...plain, ...spelledOut])].sort();
};

const outcomes = ['queued', 'not-possible'];
/** The places where a name is put together, and what becomes of it there. */
const putTogether: [string, string[]][] = [
  [
    '',
    ['password-notice', 'address-notice', 'impersonation-notice', 'assignment-notice', 'block-notice', 'expiry-notice'].flatMap((name) =>
      outcomes.map((outcome) => `${name}.${outcome}`),
    ),
  ],
  ['invitation-reminder.', outcomes],
  ['mail-template.test-', outcomes],
  ['mail-domain.', ['checked', 'worsened', 'recovered']],
];

test('rule 21 every kind of event that the code records has words in both languages', () => {
  const kinds = recordedKinds();
  expect(kinds.length).toBeGreaterThan(25);
  const wordless = kinds.filter((kind) => !Object.hasOwn(eventPhrases, kind));
  expect(wordless).toEqual([]);
});

const { app, create, change, invited, setPassword, signIn, switchTemplate, sentTo } = await peopleApp();
const systemPerform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
const newer = 'fünf Krähen über dem Acker';

/** One of everything that can happen today, as the log then tells it. */
async function happen(): Promise<void> {
  const { contact, link } = await invited();
  await setPassword(link);
  await signIn(String(contact.email), 'ganz falsch geraten');
  const { cookie } = await signIn(String(contact.email));
  const changePassword = (currentPassword: string) =>
    app.page('POST', '/kunden/profile/password', { form: { currentPassword, newPassword: newer }, cookie });
  await changePassword('ganz falsch geraten');
  await signIn(String(contact.email));
  await app.page('POST', '/kunden/profile/other-devices', { form: {}, cookie });
  const changed = await changePassword(good);
  await app.page('POST', '/kunden/sign-out', { form: {}, cookie: changed.cookie });

  await app.page('POST', '/kunden/forgot-password', { form: { typed: String(contact.email) } });
  const links = (await sentTo(String(contact.email))).map(({ text }) => linkIn(text));
  await setPassword(links.find((found) => found !== '' && found !== link) ?? '', good);
  app.clock.turn(minutes(2));
  await app.page('POST', `${pathOf(link)}/renew`, { form: {} });

  await change(contact.id, {
    city: undefined,
    email: 'neu@nordbau.example',
    phones: ['030 1'],
    portalAccess: { areas: [], role: 'team-admin' },
  });
  await change(contact.id, { portalAccess: { password: newer } });
  const [access] = (await app.api<ContactView>('GET', `/contacts/${contact.id}`)).body.accesses;
  const decide = (body: object) => app.api('PATCH', `/accesses/${access?.accessId}`, { body });
  await decide({ expiresOn: '2030-01-01' });
  await actAs(access?.accessId);
  await decide({ granted: false, blockReason: 'Ausgeschieden' });
  await signIn(String(contact.email), newer);
  await decide({ granted: true });
  await switchTemplate(false);
  await switchTemplate(true);

  const bare = (await create({ email: null })).body.contact;
  await app.api('DELETE', `/contacts/${bare.id}`);
  const company = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Leer GmbH', city: 'Bonn' } })).body;
  await app.api('PATCH', `/customers/${company.id}`, { body: { street: 'Weg 1', postalCode: '53111', country: 'DE', externalId: 'K-1' } });
  for (const closed of [true, false]) await app.api('PATCH', `/customers/${company.id}`, { body: { closed } });
  await app.api('DELETE', `/customers/${company.id}`);
  await operatePortals();
  const [portal] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  const urls = { imprintUrl: 'https://muster.example/a', privacyUrl: 'https://muster.example/b' };
  await app.api('PATCH', `/portals/${portal?.id}`, {
    body: { name: 'Tür', brandColor: '#123456', supportContact: 'service@muster.example', ...urls },
  });
  const lifetimes = { setPassword: '2d', welcome: '1d', activation: '1d', reset: '2h', emailChange: '1h', invitation: '1d', session: '1h' };
  const more = { sessionRemembered: '1d', impersonation: '1m', resendCooldown: '2s' };
  await app.api('PATCH', '/workspace', {
    body: { name: 'Neu', addressForm: 'du', passwordMinimumLength: 13, lifetimes: { ...lifetimes, ...more } },
  });
  await app.api('PATCH', '/me', { body: { name: 'Karin Kessler', language: 'en' } });
  await systemPerform(adoptMailServer, mailSettingFromUrl('smtp://127.0.0.1:2525', app.vault));
  await operateMail();
  await systemPerform(resetAdministrator, 'chefin@muster.example');
}

/** A user looks at the portal as the person, and ends it. */
async function actAs(accessId: string | undefined): Promise<void> {
  const console = await app.signIn();
  const { body } = await app.api<{ url: string }>('POST', `/accesses/${accessId}/impersonate`, {
    body: { reason: 'Anruf' },
    cookie: console,
  });
  const { cookie } = await app.page('POST', new URL(body.url).pathname, { form: {}, cookie: console });
  await app.page('POST', '/kunden/acting/end', { form: {}, cookie: `${console}; ${cookie}` });
}

/** What administrators do with a portal of their own, from its first day to its last. */
async function operatePortals(): Promise<void> {
  type Portal = { id: string; areas: { id: string }[] };
  const { body: portal } = await app.api<Portal>('POST', '/portals', { body: { slug: 'projekt', name: 'Projekt', kind: 'project' } });
  const at = (method: string, path: string, body?: object) => app.api<Portal>(method, `/portals/${portal.id}${path}`, body ? { body } : {});
  const consents = [{ key: 'agb', textDe: 'Ja', textEn: 'Yes', required: true }];
  await at('PATCH', '', {
    slug: 'quartier',
    kind: 'installer',
    timeZone: 'Europe/Vienna',
    openToContacts: true,
    tellOfImpersonation: false,
    closed: true,
    selfRegistration: 'match-or-create',
    identifiers: ['customer-number', 'name-and-postcode'],
    allowedDomains: ['muster.example'],
    refusedDomains: ['wegwerf.example'],
    pendingNoticeTo: ['chefin@muster.example'],
    oneAccessPerContact: true,
    teamMaySetPasswords: true,
    expiryReminderDays: 7,
    consents,
  });
  await at('PATCH', '', { closed: false });
  const words = { nameDe: 'Lager', nameEn: 'Store', descriptionDe: 'Teile', descriptionEn: 'Parts' };
  await at('POST', '/areas', { key: 'lager', ...words });
  const area = `/areas/${portal.areas[0]?.id}`;
  await at('PATCH', area, words);
  await at('PUT', '/areas', { areaIds: (await at('GET', '')).body.areas.map(({ id }) => id).reverse() });
  await at('DELETE', area);
  await at('POST', '/roles', { key: 'gast', nameDe: 'Gast', nameEn: 'Guest', isTeamAdmin: true, startsWithAll: false, areas: ['lager'] });
  await at('PATCH', '/roles/gast', { nameDe: 'Besuch', isTeamAdmin: false });
  await at('DELETE', '/roles/gast');
  await at('DELETE', '');
}

/** What administrators do with the mail; nothing listens at the port that the settings are tried with. */
async function operateMail(): Promise<void> {
  await app.api('POST', '/mail/templates/set_password/test', { body: { to: 'chefin@muster.example', variant: 'de' } });
  await app.api('PUT', '/mail/reminders', { body: { active: true, days: [2, 5], fromTime: '09:00', toTime: '17:00', weekend: true } });
  await app.api('POST', '/mail/pause', { body: {} });
  await invited();
  await app.api('POST', '/mail/messages/retry', { body: {} });
  await app.api('POST', '/mail/resume', { body: {} });
  app.clock.turn(days(3));
  await app.workers.reminders.drain();
  const nowhere = {
    senderName: 'Muster Energie',
    senderAddress: 'portal@muster.example',
    userName: null,
    password: null,
    transport: 'smtp',
    host: '127.0.0.1',
    port: 1,
    encryption: 'none',
  };
  await app.api('POST', '/mail/settings/check', { body: nowhere });
  await app.api('POST', '/mail/settings/test', { body: { to: 'chefin@muster.example', ...nowhere } });
  await app.api('PUT', '/mail/settings', { body: { ...nowhere, replyTo: 'service@muster.example', bcc: 'archiv@muster.example' } });
}

async function readLog(): Promise<EventView[]> {
  const { body } = await app.api<{ items: EventView[] }>('GET', '/events', { query: { limit: '200' } });
  return body.items;
}

describe('rule 21 what the log tells about what happened', () => {
  let events: EventView[] = [];
  beforeAll(async () => {
    await happen();
    events = await readLog();
  });

  const named = (name: string) => events.filter((event) => event.name === name);

  test('the story leaves out hardly a kind of event', () => {
    const told = new Set(events.map(({ name }) => name));
    const missing = recordedKinds().filter((kind) => !told.has(kind) && !kind.startsWith('mail-domain.'));
    expect(missing).toEqual([
      'access.assigned',
      'access.bulk-applied',
      'access.bulk-undone',
      'access.deleted',
      'access.exported',
      'access.pending-told',
      'access.signed-out',
      'access.unassigned',
      'access.welcome-resent',
      'access.welcomed',
      'account.address-changed',
      'address-notice.not-possible',
      'address.released',
      'assignment-notice.not-possible',
      'assignment-notice.queued',
      'block-notice.not-possible',
      'block-notice.queued',
      'bounce-setting.changed',
      'bounce-setting.sub-addresses-asked',
      'bounce-setting.sub-addresses-proven',
      'bounce.unmatched',
      'email-change.cancelled',
      'expiry-notice.not-possible',
      'expiry-notice.queued',
      'impersonation-notice.not-possible',
      'invitation-reminder.not-possible',
      'mail-queue.tried',
      'mail-template.test-not-possible',
      'message.bounced',
      'message.delayed',
      'message.retried',
      'password-notice.not-possible',
      'password-reset.imposed',
      'portal.expiry-told',
      'registration.activated',
      'registration.forgotten',
      'registration.known-already',
      'registration.mailed-again',
      'registration.received',
      'registration.refused',
      'registration.taken-over',
      'session.company-chosen',
      'sign-in.slow-down-lifted',
    ]);
  });

  test('every field and every kind of subject has words', () => {
    const fields = events.flatMap((event) => changedFields(event.change, event.personal).map(({ field }) => `${event.name} ${field}`));
    expect(fields.length).toBeGreaterThan(60);
    expect([...new Set(fields)].filter((told) => !Object.hasOwn(fieldPhrases, told.split(' ')[1] ?? ''))).toEqual([]);
    expect(events.filter(({ subjectType }) => !Object.hasOwn(subjectPhrases, subjectType))).toEqual([]);
  });

  test('every value that is a word of the API has words of its own', () => {
    const texts = ['slug', 'key', 'areas', 'host', 'address', 'email', 'accountName', 'network', 'senderAddress', 'name'];
    const values = events.flatMap((event) =>
      changedFields(event.change, event.personal)
        .filter(({ field }) => !texts.includes(field))
        .flatMap(({ field, before, after }) => [before, after].flat().map((value) => [field, value] as const))
        .filter(([, value]) => typeof value === 'string' && /^[a-z]+([-_][a-z]+)*$/.test(value)),
    );
    expect(values.length).toBeGreaterThan(10);
    const wordless = values.filter(
      ([field, value]) => !Object.hasOwn(valuePhrases, `${value}`) && !Object.hasOwn(valuePhrases, `${field}.${value}`),
    );
    expect([...new Set(wordless.map(([field, value]) => `${field} ${value}`))]).toEqual([]);
  });

  test('whoever signed in by their password is named, not „somebody who is not signed in“', () => {
    const byPerson = named('session.started').filter(({ subjectContactId }) => subjectContactId);
    expect(byPerson.length).toBeGreaterThan(0);
    for (const event of byPerson) {
      expect(event).toMatchObject({ actorKind: 'anonymous', actorName: 'Anna Amsel', subjectName: 'Anna Amsel' });
      expect(event.actorContactId).toBe(event.subjectContactId);
    }
    const [byStaff] = named('session.started').filter(({ subjectContactId }) => !subjectContactId);
    expect(byStaff).toMatchObject({ actorName: 'Karin Kessler', actorContactId: null, subjectName: 'Karin Kessler' });
  });

  test('so is whoever used their link, and whoever acts while signed in; a failed sign-in proves nothing', () => {
    expect(named('password.set').map(({ actorName }) => actorName)).toEqual(expect.arrayContaining(['Anna Amsel', 'Karin Kessler']));
    expect(named('session.ended')[0]).toMatchObject({ actorKind: 'person', actorName: 'Anna Amsel' });
    expect(named('sign-in.failed')[0]).toMatchObject({ actorName: null, actorContactId: null, subjectName: 'Anna Amsel' });
    expect(named('contact.created')[0]).toMatchObject({ actorKind: 'user', actorName: 'Karin Kessler' });
  });

  test('what is gone is named as long as the event keeps the name', () => {
    expect(named('contact.deleted')[0]).toMatchObject({ subjectName: 'Anna Amsel', subjectContactId: null });
    expect(named('customer.deleted')[0]).toMatchObject({ subjectName: 'Leer GmbH' });
    expect(named('portal.changed')[0]).toMatchObject({ subjectName: 'Tür' });
    expect(named('workspace.changed')[0]).toMatchObject({ subjectName: 'Neu' });
  });
});
