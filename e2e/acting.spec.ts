import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { field, goTo, signInToConsole } from './console.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** „Als Nutzer anmelden“: staff look at the portal through a customer's eyes, and end it (B117, B126). */
test.describe.configure({ mode: 'serial' });

const password = 'sieben Reiher am Kanal';
/** The first administrator, as a start by the settings names them. */
const colleague = 'chefin';
const gerd = { firstName: 'Gerd', lastName: 'Groß', email: 'gerd@nordbau.example' };

let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, phone));
  await signInToConsole(staff);
  const customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  await addContact(staff, { customerId, salutation: 'herr', ...gerd, portalAccess: { password } });
});

test.afterAll(async () => {
  await staff?.context().close();
  await customer?.page.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const banner = () => staff.getByRole('region', { name: 'Als Nutzer angemeldet' });

async function openDialog(): Promise<void> {
  await staff.goto('/console/accesses');
  await staff.getByRole('button', { name: /Gerd Groß/ }).click();
  await staff.getByRole('menuitem', { name: 'Als Nutzer anmelden' }).click();
  await expect(staff.getByRole('dialog', { name: 'Als Gerd Groß anmelden' })).toBeVisible();
}

test('the customer is signed in on their telephone', async () => {
  await customer.page.goto('/kunden/');
  await customer.signIn(gerd.email, password);
});

test('B117 without a reason nothing happens, and the dialog says so', async () => {
  await openDialog();
  await staff.getByRole('button', { name: 'Im Portal öffnen' }).click();
  await expect(staff.getByRole('alert')).toContainText('Grund');
  await expectAccessible(staff, 'the dialog');
  await staff.getByRole('button', { name: 'Abbrechen' }).click();
});

test('B126 with a reason the portal asks once more, then shows itself as the person sees it, below a banner with both names', async () => {
  await openDialog();
  await field(staff, 'Grund').fill('Anruf: Rechnung fehlt');
  await staff.getByRole('button', { name: 'Im Portal öffnen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Als Gerd Groß anmelden' })).toBeVisible();
  await expect(staff.getByText('Anruf: Rechnung fehlt')).toBeVisible();
  await expectAccessible(staff, 'the page that asks');
  await staff.getByRole('button', { name: 'Als Gerd Groß anmelden' }).click();

  await expect(staff.getByRole('heading', { level: 1, name: 'Guten Tag Herr Groß' })).toBeVisible();
  await expect(banner()).toContainText(`Angemeldet als Gerd Groß · durch ${colleague}`);
});

test('the time left runs down; the banner is readable on a telephone, light and dark', async () => {
  const timer = banner().getByRole('timer');
  const before = await timer.textContent();
  expect(before).toMatch(/^(29:\d\d|30:00)$/);
  await expect.poll(() => timer.textContent()).not.toBe(before);
  for (const viewport of [wide, narrow]) {
    await staff.setViewportSize(viewport);
    await expectNoSidewaysScrolling(staff, `the home at ${viewport.width} px`);
    await expectAccessible(staff, `the home at ${viewport.width} px`);
  }
  await staff.setViewportSize(wide);
});

test('B126 the profile shows neither a password nor devices, and there is no way to sign out as the person', async () => {
  await staff.getByRole('link', { name: 'Profil' }).click();
  await expect(banner()).toBeVisible();
  await expect(staff.getByText(gerd.email).first()).toBeVisible();
  await expect(staff.getByText('Passwort und Geräte zeigt diese Seite nur der Person selbst.')).toBeVisible();
  await expect(staff.getByLabel('Bisheriges Passwort')).toHaveCount(0);
  await expect(staff.getByRole('button', { name: 'Abmelden' })).toHaveCount(0);
});

test('„Beenden“ leads back to the console; the customer has stayed signed in', async () => {
  await banner().getByRole('button', { name: 'Beenden' }).click();
  await expect(staff).toHaveURL(/\/console\/accesses\/[\w-]{36}$/);
  await staff.goto('/kunden/');
  await expect(staff).toHaveURL(/\/kunden\/sign-in/);
  await customer.page.reload();
  await expect(customer.page.getByRole('heading', { level: 1, name: 'Guten Tag Herr Groß' })).toBeVisible();
});

test('rule 21 the log says who it was, in whose name, and why; the person was told', async () => {
  await staff.goto('/console/');
  await goTo(staff, 'Protokoll');
  const started = staff.getByRole('row').filter({ hasText: 'Als Nutzer angemeldet' });
  await expect(started).toContainText(colleague);
  await expect(started).toContainText('Gerd Groß');
  const mails = (await (await staff.request.get('/api/v1/mail/test-mailbox')).json()).items as { subject: string; recipient: string }[];
  expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('in Ihrem Namen angemeldet'));
});
