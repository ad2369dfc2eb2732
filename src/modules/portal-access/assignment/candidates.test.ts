import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { applicants } from './assignment.fixture.ts';

const app = await testApp();
const { apply, addCompany, addContact, candidates, assign, portalId } = await applicants(app);
const namesOf = ({ items }: Awaited<ReturnType<typeof candidates>>) => items.map(({ name }) => name);

test.each([
  ['Müller-Lüdenscheidt', '65752682'],
  ['Müller', '657'],
  ['Mueller', '657'],
  ['MÜLLER', '657'],
  ['Meyer', '67'],
  ['Maier', '67'],
  ['Mayr', '67'],
  ['Schmidt', '862'],
  ['Schmitt', '862'],
  ['Schmid', '862'],
  ['Wikipedia', '3412'],
  ['Breschnew', '17863'],
  ['Philipp', '351'],
  ['Filip', '351'],
  ['Hacker', '047'],
  ['Haker', '047'],
  ['Heidi', '02'],
  ['Celan', '856'],
  ['Klaus', '458'],
  ['Claus', '458'],
  ['Xaver', '4837'],
  ['Max', '648'],
  ['Axt', '0482'],
  ['Bäcker', '147'],
  ['Becker', '147'],
  ['Groß', '478'],
  ['Gross', '478'],
  ['Weiß', '38'],
  ['Patzig', '184'],
  ['Sczepanski', '81684'],
  ['Петров', ''],
  ['', ''],
])('B106 „%s“ sounds like %s (Kölner Phonetik)', async (name, code) => {
  const { rows } = await sql<{ code: string }>`select pforte_cologne(${name}) as code`.execute(app.database.owner.db);
  expect(rows[0]?.code).toBe(code);
});

test.each([
  ['030 123456', '030123456'],
  ['+49 30 12 34 56', '030123456'],
  ['0049 (0)30 / 123-456', '030123456'],
  ['+43 1 5550', '004315550'],
])('a telephone number is known however it is written: %s', async (typed, key) => {
  const { rows } = await sql<{ key: string }>`select pforte_phone(${typed}) as key`.execute(app.database.owner.db);
  expect(rows[0]?.key).toBe(key);
});

test('B109 candidates are ranked, each with its reasons: address before number before name before sound', async () => {
  const company = await addCompany('Ziegelei Krug', { postalCode: '24103', externalId: 'Z-77' });
  await addContact({ firstName: 'Karl', lastName: 'Meyer', email: 'km@krug.example' });
  await addContact({ firstName: 'Karl', lastName: 'Meier' });
  await addContact({ firstName: 'Karla', lastName: 'Maier' });
  await addContact({ customerId: company, firstName: 'Otto', lastName: 'Krug', email: 'otto@krug.example' });
  await addContact({ firstName: 'Lotte', lastName: 'Lamm' });
  const { id } = await apply({
    name: 'Karl Maier',
    email: 'km@krug.example',
    number: 'z-77',
    postcode: '24 103',
    company: 'Ziegelei Krug',
  });
  const { items, given } = await candidates(id);
  expect(items.map(({ name, reasons }) => [name, reasons.map(({ code }) => code)])).toEqual([
    ['Karl Meyer', ['same-address', 'sounds-alike']],
    ['Otto Krug', ['same-number', 'same-postcode', 'same-company']],
    ['Karla Maier', ['similar-name']],
    ['Karl Meier', ['similar-name']],
  ]);
  expect(items[0]?.reasons.map(({ sentence }) => sentence)).toEqual(['Gleiche E-Mail-Adresse', 'Name klingt gleich']);
  expect(given).toMatchObject({
    name: 'Karl Maier',
    email: 'km@krug.example',
    number: 'z-77',
    postcode: '24 103',
    company: 'Ziegelei Krug',
  });
});

test('B109 who was given access and typed no name is looked for by what stands before the @', async () => {
  await addContact({ firstName: 'Gesine', lastName: 'Wöhrmann' });
  const { id } = await apply({ name: null, email: 'gesine.woehrmann@frei.example' });
  expect((await candidates(id)).items.map(({ name, reasons }) => [name, reasons[0]?.code])).toEqual([['Gesine Wöhrmann', 'same-name']]);
});

test('B109 the dialog searches by name, part of a name, sound, typing mistake, number, telephone, company', async () => {
  const company = await addCompany('Schreinerei Holzwurm');
  await addContact({
    customerId: company,
    firstName: 'Ludwig',
    lastName: 'Schmitthenner',
    externalId: 'P-9001',
    phones: ['+49 431 998877'],
    email: 'ls@holzwurm.example',
  });
  const { id } = await apply({ name: 'Ganz Anders' });
  for (const q of [
    'Schmitthenner',
    'schmitt',
    'Ludwig Schmitthenner',
    'Schmidhenner',
    'Schmithener',
    'P-9001',
    'ls@holz',
    'Holzwurm',
    '0431 99 88 77',
  ])
    expect(namesOf(await candidates(id, q)), q).toEqual(['Ludwig Schmitthenner']);
  expect(namesOf(await candidates(id, 'gibt es nicht'))).toEqual([]);
  expect(namesOf(await candidates(id, '%'))).toEqual([]);
});

test('B124 whoever is linked already is warned of; where the portal allows one access only, they cannot be chosen', async () => {
  const contact = await addContact({ firstName: 'Berta', lastName: 'Biene', email: 'berta@biene.example' });
  await app.api('PATCH', `/contacts/${contact.id}`, { body: { portalAccess: {} } });
  const { id } = await apply({ name: 'Berta Biene', email: 'privat@biene.example' });
  const [candidate] = (await candidates(id)).items;
  expect(candidate).toMatchObject({ assigned: false, linked: [{ accountName: 'berta@biene.example', isThisPortal: true }], refusal: null });
  expect(candidate?.warning).toContain('berta@biene.example');

  await app.api('PATCH', `/portals/${portalId}`, { body: { oneAccessPerContact: true } });
  expect((await candidates(id)).items[0]?.refusal).toContain('nur einen');
  const refused = await assign(id, { contactId: contact.id });
  expect([refused.status, refused.body.code]).toEqual([409, 'access.contact-has-access']);
  await app.api('PATCH', `/portals/${portalId}`, { body: { oneAccessPerContact: false } });
  expect((await assign(id, { contactId: contact.id })).status).toBe(200);
});

test('rule 13 contacts of other workspaces are no candidates, and hostile searches find nothing and break nothing', async () => {
  const { db } = app.database.owner;
  const other = '00000000-0000-7000-8000-00000000beef';
  await sql`insert into workspace (id, slug, name, language, address_form, time_zone, lifetimes, created_at)
    select ${other}, 'fremd', 'Fremd', language, address_form, time_zone, lifetimes, created_at from workspace limit 1`.execute(db);
  await sql`insert into customer (workspace_id, id, name, created_at, updated_at) values (${other}, ${other}, 'Fremdwerk', now(), now())`.execute(
    db,
  );
  await sql`insert into contact (workspace_id, id, customer_id, first_name, last_name, email, created_at, updated_at)
    values (${other}, ${other}, ${other}, 'Frieda', 'Fremdling', 'frieda@fremd.example', now(), now())`.execute(db);
  const { id } = await apply({ name: 'Frieda Fremdling', email: 'frieda@fremd.example' });
  expect(namesOf(await candidates(id))).toEqual([]);
  expect(namesOf(await candidates(id, 'Fremdling'))).toEqual([]);
  const { status, body } = await assign(id, { contactId: other });
  expect([status, body.code]).toEqual([404, 'contact.unknown']);
  for (const q of ["'; drop table contact; --", '\\', '_%_', '🙂', '((((', 'a'.repeat(200)])
    expect((await app.api('GET', `/accesses/${id}/candidates`, { query: { q } })).status, q).toBe(200);
  expect((await app.api('GET', `/accesses/${other}/candidates`)).status).toBe(404);
});
