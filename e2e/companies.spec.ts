import { expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { signInToConsole } from './console.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** One person who acts for two companies looks at the portal for one after the other; another one waits to be assigned (B122, B125). */
test.describe.configure({ mode: 'serial' });

const password = 'sieben Reiher am Kanal';
const anna = { salutation: 'frau', firstName: 'Anna', lastName: 'Amsel', email: 'anna@nordbau.example' } as const;
const annegret = { salutation: 'frau', firstName: 'Annegret', lastName: 'Amsel-Müller' } as const;
const [nordbau, mill] = ['Nordbau Größe GmbH', 'Wohnungseigentümergemeinschaft Sonnenallee 123–127'];

let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let desk: Customer;
let database: pg.Client;
let contacts: { first: string; second: string };

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, { ...phone, javaScriptEnabled: false }));
  desk = customerAt(await openDevice(browser, server, watch));
  database = new pg.Client({ host: `${server.dataDirectory}/postgres/socket`, user: 'pforte_owner', database: 'pforte' });
  await database.connect();
  await signInToConsole(staff);
  contacts = {
    first: await addContact(staff, { customerId: await addCompany(staff, nordbau), ...anna, portalAccess: { password } }),
    second: await addContact(staff, { customerId: await addCompany(staff, mill), ...annegret }),
  };
});

test.afterAll(async () => {
  await database?.end();
  for (const page of [staff, customer?.page, desk?.page]) await page?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

/** Lets the access act for a contact as well, with one area. */
const assign = (contactId: string, area: string) =>
  database.query(
    `with assigned as (
       insert into assignment (workspace_id, access_id, contact_id, assigned_at)
       select workspace_id, id, $1, now() from access returning workspace_id, access_id, contact_id)
     insert into assignment_area
     select assigned.workspace_id, assigned.access_id, assigned.contact_id, area.id from assigned join area on area.key = $2`,
    [contactId, area],
  );
const unassign = () => database.query('delete from assignment');

const switcher = ({ page }: Customer) => page.getByLabel('Unternehmen');
const areas = ({ page }: Customer) => page.getByRole('heading', { level: 2 }).allTextContents();

test('for one company there is nothing to switch', async () => {
  for (const one of [customer, desk]) {
    await one.page.goto('/kunden/');
    await one.signIn(anna.email, password);
    await expect(switcher(one)).toHaveCount(0);
  }
});

test('with a second company the next page offers it; without JavaScript, on a telephone, the choice takes effect', async () => {
  await assign(contacts.second, 'anfragen');
  await customer.page.reload();
  await expect(customer.page.getByRole('heading', { level: 1, name: 'Guten Tag Frau Amsel', exact: true })).toBeVisible();
  expect(await areas(customer)).toEqual(['Verträge', 'Rechnungen', 'Anfragen']);
  await expectNoSidewaysScrolling(customer.page, 'the home with two companies');
  await switcher(customer).selectOption(mill);
  await customer.page.getByRole('button', { name: 'Wechseln' }).click();
  await expect(customer.page.getByRole('heading', { level: 1, name: 'Guten Tag Frau Amsel-Müller' })).toBeVisible();
  expect(await areas(customer)).toEqual(['Anfragen']);
  await customer.page.goto('/kunden/rechnungen');
  await expect(customer.page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' })).toBeVisible();
});

test('the other device goes on where it was; the link of a mail leads it to the other company by one button', async () => {
  const { page } = desk;
  await page.goto('/kunden/');
  await expect(page.getByRole('heading', { level: 1, name: 'Guten Tag Frau Amsel', exact: true })).toBeVisible();
  await page.goto(`/kunden/company/${contacts.second}?next=/kunden/anfragen`);
  await expect(page.getByRole('heading', { level: 1, name: `Zu ${mill} wechseln` })).toBeVisible();
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScrolling(page, `the question at ${viewport.width} px`);
    await expectAccessible(page, `the question at ${viewport.width} px`);
  }
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Wechseln und öffnen' }).click();
  await expect(page).toHaveURL(/\/kunden\/anfragen$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Anfragen' })).toBeVisible();
});

test('B122 B125 without any company left the next page says what is awaited, and the portal opens again afterwards', async () => {
  await unassign();
  for (const one of [customer, desk]) {
    await one.page.goto('/kunden/rechnungen');
    await expect(one.page.getByRole('heading', { level: 1, name: 'Ihr Zugang wird noch zugeordnet' })).toBeVisible();
    await expect(one.page.getByText(/Nordbau|Sonnenallee|Amsel-Müller/)).toHaveCount(0);
    await expectNoSidewaysScrolling(one.page, 'the waiting page');
  }
  await expectAccessible(desk.page, 'the waiting page');
  await assign(contacts.first, 'vertraege');
  await desk.page.getByRole('link', { name: 'Noch einmal nachsehen' }).click();
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Guten Tag Frau Amsel', exact: true })).toBeVisible();
  expect(await areas(desk)).toEqual(['Verträge']);
});
