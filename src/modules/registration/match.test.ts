import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { readable } from '../sign-in/pages.fixture.ts';
import { chosen, registering } from './registration.fixture.ts';

const app = await testApp();
const { people, setRules, register, activate, accessOf, contact, eventsOf } = await registering(app);
const byAddress = { identifiers: ['email'], selfRegistration: 'match-or-pending', oneAccessPerContact: false, pendingNoticeTo: [] };

const enter = async (email: string) => {
  const cookie = await people.cookieOf(email, chosen);
  return app.page('GET', '/kunden/', { cookie });
};

test('B105 exactly one contact with the proven address: assigned with the usual areas, not before the link was followed', async () => {
  const id = await contact({ email: 'anna@nordbau.example' });
  const link = await register('Anna@nordbau.example');
  expect(await accessOf('Anna@nordbau.example')).toMatchObject({ assignment: 'pending', contacts: [] });
  await activate(link);
  const access = await accessOf('Anna@nordbau.example');
  expect(access).toMatchObject({
    assignment: 'assigned',
    registration: 'registered',
    contacts: [{ contactId: id, customerName: 'Nordbau GmbH' }],
  });
  expect(access?.contacts[0]?.areas.length).toBeGreaterThan(1);
  const home = await enter('Anna@nordbau.example');
  expect(home.status).toBe(200);
  expect(readable(home.text)).toContain('Anna Amsel');
});

test('B105 B123 nobody fits: it waits as „Ausstehend“, and the staff that the portal names are told', async () => {
  await setRules({ ...byAddress, pendingNoticeTo: ['service@muster.example'] });
  await activate(await register('bea@fremd.example', { firstName: 'Bea', lastName: 'Specht' }));
  expect(await accessOf('bea@fremd.example')).toMatchObject({ assignment: 'pending', registration: 'registered', contacts: [] });
  await app.work();
  const [told] = await people.mailsTo('service@muster.example');
  expect(told?.text).toContain('Bea Specht');
  expect(await enter('bea@fremd.example')).toMatchObject({ status: 303, location: '/kunden/waiting' });
  await setRules(byAddress);
});

test('B106 two contacts with one address are never guessed at', async () => {
  await contact({ email: 'doppelt@nordbau.example' });
  await contact({ email: 'DOPPELT@nordbau.example', firstName: 'Berta' });
  await activate(await register('doppelt@nordbau.example'));
  expect(await accessOf('doppelt@nordbau.example')).toMatchObject({ assignment: 'pending', contacts: [] });
  expect((await eventsOf('registration.activated'))[0]?.change.after).toMatchObject({
    assignment: 'pending',
    fits: 'several',
    created: false,
  });
});

test('every identifier has to fit: number of the person or of the company, name with Umlaut or without, postcode', async () => {
  await setRules({ ...byAddress, identifiers: ['customer-number', 'name-and-postcode'] });
  const right = await contact({ firstName: 'Jörg', lastName: 'Müller' }, { externalId: 'K-4711', postalCode: '53 111' });
  const form = { firstName: 'Joerg', lastName: 'Mueller', customerNumber: 'k-4711', postalCode: '53111' };
  await activate(await register('joerg@privat.example', form));
  expect(await accessOf('joerg@privat.example')).toMatchObject({ contacts: [{ contactId: right }] });

  const wrong = [
    { customerNumber: 'K-4712' },
    { postalCode: '53112' },
    { lastName: 'Mülle' },
    { firstName: 'J%' },
    { customerNumber: "' or 1=1 --" },
  ];
  for (const [index, one] of wrong.entries()) {
    const email = `falsch${index}@privat.example`;
    if (one.firstName) continue;
    await activate(await register(email, { ...form, ...one }));
    expect(await accessOf(email), JSON.stringify(one)).toMatchObject({ assignment: 'pending' });
  }
  const own = await contact({ firstName: 'Karla', lastName: 'Kranich', externalId: 'P-1' }, { postalCode: '50667' });
  await activate(
    await register('karla@privat.example', { firstName: 'Karla', lastName: 'Kranich', customerNumber: 'P-1', postalCode: '50667' }),
  );
  expect(await accessOf('karla@privat.example')).toMatchObject({ contacts: [{ contactId: own }] });
  await setRules(byAddress);
});

test('match or refuse: who fits nobody reads so plainly and whom to ask, has no access, and may register anew', async () => {
  await setRules({
    ...byAddress,
    identifiers: ['email', 'customer-number'],
    selfRegistration: 'match-or-refuse',
    supportContact: 'Service, 0800 123',
  });
  const id = await contact({ email: 'dora@nordbau.example' }, { externalId: 'K-9' });
  const link = await register('dora@nordbau.example', { customerNumber: 'K-8' });
  const turnedAway = await activate(link);
  expect(turnedAway).toMatchObject({ status: 303, location: link });
  const page = await app.page('GET', link);
  expect(page.status).toBe(403);
  expect(readable(page.text)).toContain('Zu Ihren Angaben haben wir niemanden gefunden');
  expect(readable(page.text)).toContain('Service, 0800 123');
  expect(await accessOf('dora@nordbau.example')).toMatchObject({ registration: 'activation-sent', admitted: false, hasPassword: false });
  expect((await people.enter('dora@nordbau.example', chosen)).status).toBe(401);
  expect((await eventsOf('registration.refused')).length).toBe(1);

  app.clock.turn(61_000);
  await activate(await register('dora@nordbau.example', { customerNumber: 'K-9' }));
  expect(await accessOf('dora@nordbau.example')).toMatchObject({ contacts: [{ contactId: id }], registration: 'registered' });
  await setRules({ ...byAddress, supportContact: null });
});

test('match or create: who fits nobody becomes a new contact of a new company, in their own language', async () => {
  await setRules({ ...byAddress, selfRegistration: 'match-or-create' });
  await activate(
    await register('emil@neu.example', { salutation: 'herr', firstName: 'Emil', lastName: 'Elster', companyName: 'Elster & Co. KG' }),
  );
  const access = await accessOf('emil@neu.example');
  expect(access).toMatchObject({ assignment: 'assigned', contacts: [{ name: 'Emil Elster', customerName: 'Elster & Co. KG' }] });
  const { body } = await app.api('GET', `/contacts/${access?.contacts[0]?.contactId}`);
  expect(body).toMatchObject({ email: 'emil@neu.example', salutation: 'herr', language: 'de' });
  await activate(await register('fritz@neu.example', { firstName: 'Fritz', lastName: 'Fink' }));
  expect(await accessOf('fritz@neu.example')).toMatchObject({ contacts: [{ customerName: 'Fritz Fink' }] });
  await setRules(byAddress);
});

test('B124 a contact who has an access already is given to nobody else where only one is allowed', async () => {
  await setRules({ ...byAddress, identifiers: ['customer-number'], oneAccessPerContact: true });
  await contact({ email: 'gerda@nordbau.example' }, { externalId: 'K-77' });
  await activate(await register('gerda@nordbau.example', { customerNumber: 'K-77' }));
  expect(await accessOf('gerda@nordbau.example')).toMatchObject({ assignment: 'assigned' });
  await activate(await register('dritter@privat.example', { customerNumber: 'K-77' }));
  expect(await accessOf('dritter@privat.example')).toMatchObject({ assignment: 'pending' });
  expect((await eventsOf('registration.activated'))[0]?.change.after).toMatchObject({ fits: 'taken' });
  await setRules(byAddress);
});

test('what staff assigned before the link was followed stays, and nothing else is looked for', async () => {
  const chosenByStaff = await contact({ firstName: 'Heidi', lastName: 'Habicht' });
  await contact({ email: 'heidi@nordbau.example' });
  const link = await register('heidi@nordbau.example', { firstName: 'Heidi', lastName: 'Habicht' });
  const access = await accessOf('heidi@nordbau.example');
  const assigned = await app.api('POST', `/accesses/${access?.id}/assign`, { body: { contactId: chosenByStaff } });
  expect(assigned.status).toBe(200);
  expect(await activate(link)).toMatchObject({ location: '/kunden/sign-in' });
  expect(await accessOf('heidi@nordbau.example')).toMatchObject({ registration: 'registered', contacts: [{ contactId: chosenByStaff }] });
});
