import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { App } from '../app.ts';
import { addWorkspace } from '../first-start.ts';
import { changeContact, createContact, type NewContactFields } from '../modules/contact/index.ts';
import { createCustomer } from '../modules/customer/index.ts';
import { addRole, changePortal, findDefaultPortal, openPortal, type PortalChange, type PortalKind } from '../modules/portal/index.ts';
import type { Schema } from '../modules/schema.ts';
import type { Settings } from '../platform/settings.ts';
import type { Urls } from '../platform/urls.ts';
import type { Perform, Work } from '../platform/work.ts';
import { createPendingAccess, createPersonWithAccess, type DemoPortals } from './fill-accesses.ts';
import { cities, companyParts, firstNames, lastNames } from './names.ts';

const companies = 300;
const people = 2000;
/** Every fifth person with an address has access to one of the portals. */
const accessEvery = 5;
/** People that one transaction holds. */
const peopleAtOnce = 200;
const pendingPeople = 14;

/**
 * Fills an empty database with the sample workspace „Muster Energie GmbH“ and answers who can sign in. Passwords are made anew for every demonstration:
 * none is ever a default.
 */
export async function fillDemo(place: { app: App; db: Kysely<Schema>; settings: Settings; urls: Urls; now: Date }): Promise<string> {
  const { app, urls } = place;
  if ((await app.workspaces.list()).length) return '';
  const administrator = { name: 'Karin Kessler', email: 'chefin@muster-energie.example', password: newPassword() };
  const customer = { email: 'anna.amsel@nordbau.example', password: newPassword() };
  const installer = { email: 'bernd.bauer@elektro-elbe.example', password: newPassword() };
  const workspace = await addWorkspace(
    place,
    { workspace: 'Muster Energie GmbH', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' },
    administrator,
  );
  const hash = (password: string) => app.hasher.hash(password);
  await fill(app.performIn({ actor: { kind: 'system' }, workspace }), {
    customer: { email: customer.email, passwordHash: await hash(customer.password) },
    installer: { email: installer.email, passwordHash: await hash(installer.password) },
    nobodys: await hash(newPassword()),
  });
  return [
    '',
    'Muster Energie GmbH',
    `  Konsole / console:        ${urls.baseUrl}/console/   ${administrator.email}   ${administrator.password}`,
    `  Kundenportal / portal:    ${urls.baseUrl}/kunden/    ${customer.email}   ${customer.password}`,
    `  Installateurportal:       ${urls.baseUrl}/installateure/   ${installer.email}   ${installer.password}`,
    `  Projekt / project:        ${urls.baseUrl}/quartier-am-hafen/   ${customer.email}   ${customer.password}`,
    '',
  ].join('\n');
}

/** About 90 random bits in a form that can be typed. */
const newPassword = (): string => (randomBytes(12).toString('hex').match(/.{6}/g) ?? []).join('-');

type Login = { email: string; passwordHash: string };

/** „Muster Energie GmbH“ with three portals. `nobodys`: the hash of a password that nobody knows. */
async function fill(
  perform: Perform,
  { customer, installer, nobodys }: { customer: Login; installer: Login; nobodys: string },
): Promise<void> {
  const portals = await perform(openPortals);
  const customerIds = await perform(fillCompanies);
  for (let from = 0; from < people; from += peopleAtOnce) {
    await perform(async (work) => {
      for (let index = from; index < from + peopleAtOnce; index++) await createPerson(work, index, { customerIds, portals, nobodys });
    });
  }
  await perform(async (work) => {
    for (let index = 0; index < pendingPeople; index++) await createPending(work, index, portals, nobodys);
    await createLogins(work, { customer, installer, customerIds, portals });
  });
}

type CustomerIds = NewContactFields['customerId'][];

async function fillCompanies(work: Work): Promise<CustomerIds> {
  const customerIds: CustomerIds = [];
  for (let index = 0; index < companies; index++) {
    const company = await createCustomer(work, {
      name: companyName(index),
      externalId: `K-${10_000 + index}`,
      city: pick(cities, index),
      postalCode: String(10_115 + index * 37),
      country: 'DE',
    });
    customerIds.push(company.id);
  }
  return customerIds;
}

async function createPerson(
  work: Work,
  index: number,
  { customerIds, portals, nobodys }: { customerIds: CustomerIds; portals: DemoPortals; nobodys: string },
): Promise<void> {
  const fields = person(index, pick(customerIds, index * 7));
  if (!fields.email || index % accessEvery) await createContact(work, fields, undefined);
  else await createPersonWithAccess(work, fields, Math.floor(index / accessEvery), { portals, passwordHash: nobodys });
}

/** The people whose passwords are told: a customer who is in the project too, and an installer. */
async function createLogins(
  work: Work,
  { customer, installer, customerIds, portals }: { customer: Login; installer: Login; customerIds: CustomerIds; portals: DemoPortals },
): Promise<void> {
  const anna: NewContactFields = {
    customerId: pick(customerIds, 0),
    salutation: 'frau',
    firstName: 'Anna',
    lastName: 'Amsel',
    email: customer.email,
    phones: ['+49 40 123456'],
    externalId: 'P-1',
  };
  const { contact } = await createContact(work, anna, { sendPasswordLink: false, passwordHash: customer.passwordHash });
  await changeContact(
    work,
    contact.id,
    {},
    { portalId: portals.project.id, sendPasswordLink: false, passwordHash: customer.passwordHash },
    undefined,
  );
  await createContact(
    work,
    {
      ...anna,
      customerId: pick(customerIds, 7),
      salutation: 'herr',
      firstName: 'Bernd',
      lastName: 'Bauer',
      email: installer.email,
      externalId: 'P-2',
    },
    { portalId: portals.installers.id, sendPasswordLink: false, passwordHash: installer.passwordHash },
  );
}

/** The customer portal is there already; each has rules of its own. */
async function openPortals(work: Work): Promise<DemoPortals> {
  const supportContact = 'service@muster-energie.example, 040 123456';
  const first = await findDefaultPortal(work.tx, work.workspace.id);
  if (!first) throw new Error('A new workspace has a default portal.');
  const consents = [
    {
      key: 'datenschutz',
      textDe: 'Ich habe die Hinweise zum Datenschutz gelesen.',
      textEn: 'I have read the privacy notice.',
      url: 'https://muster-energie.example/datenschutz',
      required: true,
    },
  ];
  const customers = await changePortal(
    work,
    first.id,
    {
      supportContact,
      selfRegistration: 'match-or-pending',
      identifiers: ['email', 'customer-number'],
      refusedDomains: ['wegwerf.example'],
      pendingNoticeTo: ['chefin@muster-energie.example'],
      consents,
    },
    undefined,
  );
  const open = async (slug: string, name: string, kind: PortalKind, brandColor: string, rules: PortalChange) =>
    changePortal(work, (await openPortal(work, { slug, name, kind, brandColor, supportContact })).id, rules, undefined);
  const installers = await open('installateure', 'Installateurportal', 'installer', '#7a4a00', {
    selfRegistration: 'match-or-pending',
    identifiers: ['customer-number', 'name-and-postcode'],
    consents,
  });
  const project = await open('quartier-am-hafen', 'Quartier am Hafen', 'project', '#2f6b3a', { oneAccessPerContact: true });
  await addRole(work, project.id, {
    key: 'hausverwaltung',
    nameDe: 'Hausverwaltung',
    nameEn: 'Property management',
    isTeamAdmin: true,
    startsWithAll: false,
    areas: ['termine', 'dokumente'],
  });
  return { customers, installers, project };
}

async function createPending(work: Work, index: number, { customers, installers }: DemoPortals, passwordHash: string): Promise<void> {
  const [firstName, lastName] = [pick(firstNames.frau, index * 5), pick(lastNames, index * 3 + 1)];
  const email = `${plain(firstName)}.${plain(lastName)}@privat-${index}.example`;
  await createPendingAccess(work, { name: `${firstName} ${lastName}`, email, index }, index % 2 ? installers : customers, passwordHash);
}

function person(index: number, customerId: NewContactFields['customerId']): NewContactFields {
  const salutation = index % 2 ? 'frau' : 'herr';
  const firstName = pick(firstNames[salutation], Math.floor(index / 2) + Math.floor(index / 97));
  const lastName = pick(lastNames, index * 13 + Math.floor(index / 40));
  const mailbox = `${plain(firstName)}.${plain(lastName)}.${index}`;
  return {
    customerId,
    salutation,
    title: index % 50 === 7 ? 'Dr.' : null,
    firstName,
    lastName,
    email: index % 12 === 5 ? null : `${mailbox}@beispiel-${index % 40}.example`,
    phones: index % 3 ? [`+49 40 ${100_000 + index}`] : [],
    externalId: `P-${20_000 + index}`,
  };
}

const companyName = (index: number): string =>
  `${pick(companyParts.first, index)}${pick(companyParts.second, Math.floor(index / companyParts.first.length))} ${pick(companyParts.form, index * 5 + Math.floor(index / 7))}`;

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
