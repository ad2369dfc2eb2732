import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { App } from '../app.ts';
import { addWorkspace } from '../first-start.ts';
import { createContact, type NewContactFields } from '../modules/contact/index.ts';
import { createCustomer } from '../modules/customer/index.ts';
import type { Schema } from '../modules/schema.ts';
import type { Settings } from '../platform/settings.ts';
import type { Urls } from '../platform/urls.ts';
import type { Work } from '../platform/work.ts';
import { cities, companyParts, firstNames, lastNames } from './names.ts';

const companies = 300;
const people = 2000;

/**
 * Fills an empty database with the sample workspace „Muster Energie GmbH“ and answers who can sign in. Passwords are made anew for every demonstration:
 * none is ever a default.
 */
export async function fillDemo(place: { app: App; db: Kysely<Schema>; settings: Settings; urls: Urls; now: Date }): Promise<string> {
  const { app, urls } = place;
  if ((await app.workspaces.list()).length) return '';
  const administrator = { name: 'Karin Kessler', email: 'chefin@muster-energie.example', password: newPassword() };
  const customer = { email: 'anna.amsel@nordbau.example', password: newPassword() };
  const workspace = await addWorkspace(
    place,
    { workspace: 'Muster Energie GmbH', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' },
    administrator,
  );
  const passwordHash = await app.hasher.hash(customer.password);
  await app.performIn({ actor: { kind: 'system' }, workspace })(fill, customer.email, passwordHash);
  return [
    '',
    'Muster Energie GmbH',
    `  Konsole / console:        ${urls.baseUrl}/console/   ${administrator.email}   ${administrator.password}`,
    `  Kundenportal / portal:    ${urls.baseUrl}/kunden/    ${customer.email}   ${customer.password}`,
    '',
  ].join('\n');
}

/** About 90 random bits in a form that can be typed. */
const newPassword = (): string => (randomBytes(12).toString('hex').match(/.{6}/g) ?? []).join('-');

async function fill(work: Work, email: string, passwordHash: string): Promise<void> {
  const customerIds = [];
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
  for (let index = 0; index < people; index++) {
    const customerId = pick(customerIds, index * 7);
    const fields = person(index, customerId);
    await createContact(work, fields, fields.email && index % 10 === 3 ? { sendPasswordLink: false } : undefined);
  }
  await createContact(
    work,
    {
      customerId: pick(customerIds, 0),
      salutation: 'frau',
      firstName: 'Anna',
      lastName: 'Amsel',
      email,
      phones: ['+49 40 123456'],
      externalId: 'P-1',
    },
    { sendPasswordLink: false, passwordHash },
  );
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
