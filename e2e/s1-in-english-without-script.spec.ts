import { expect, type Page, test } from '@playwright/test';
import { openDevice, phone, type Watch, watchOver } from './browser.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { type Customer, customerAt } from './portal.ts';
import { administrator, type Server, startServer } from './server.ts';

/** Help article S1 once more for an English company, whose customer has JavaScript switched off. */
test.describe.configure({ mode: 'serial' });

const jane = { firstName: 'Jane', lastName: 'O’Hara', email: 'jane@northbuild.example' };
const passwords = ['seven herons by the canal', 'nine otters below the bridge', 'eleven owls upon the barn'] as const;

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url, setUpInBrowser: true });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch, { language: 'en' });
  customer = customerAt(await openDevice(browser, server, watch, { ...phone, language: 'en', javaScriptEnabled: false }), 'en');
});

test.afterAll(async () => {
  await staff?.context().close();
  await customer?.page.context().close();
  await server?.stop();
  await mailServer?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

test('B004 B005 an English workspace is set up, a contact is added with the tick', async () => {
  await staff.goto(server.setupUrl ?? '');
  await staff.getByLabel('Name of the company').fill('Northbuild Energy Ltd');
  await expect(staff.getByRole('radiogroup', { name: 'Language for customers' }).getByRole('radio', { name: 'English' })).toBeChecked();
  await staff.getByRole('button', { name: 'Continue' }).click();
  await staff.getByLabel('First and last name').fill('Karen Kessler');
  await staff.getByLabel('E-mail address').fill(administrator.email);
  await staff.getByLabel(/^Password/).fill(administrator.password);
  await staff.getByRole('button', { name: 'Continue' }).click();
  await staff.getByRole('button', { name: 'Set up', exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Hello, Karen Kessler' })).toBeVisible();

  await staff.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Customers', exact: true }).click();
  await staff.getByRole('link', { name: 'Add contact' }).first().click();
  await staff.getByPlaceholder('Search or add a company').fill('Northbuild Sites Ltd');
  await staff.getByRole('option', { name: 'Add “Northbuild Sites Ltd”' }).click();
  await expect(staff.getByPlaceholder('Search or add a company')).toHaveValue('Northbuild Sites Ltd');
  await staff.getByLabel('First name').fill(jane.firstName);
  await staff.getByLabel('Last name').fill(jane.lastName);
  await staff.getByLabel('E-mail', { exact: true }).fill(jane.email);
  await staff.getByRole('checkbox', { name: 'Send password by e-mail' }).check();
  await picture(staff, 'contact-form-en-1280', { height: 1240 });
  await staff.getByRole('button', { name: 'Add contact' }).click();
  await expect(staff.getByRole('status').filter({ hasText: jane.email })).toContainText('Accepted by the mail server');
  await picture(staff, 'contact-saved-en-1280', { height: 900 });
});

test('B002 B012 the mail is English; without JavaScript the contact sets a password and signs in', async () => {
  const mail = await mailServer.next(jane.email);
  expect(mail.email.subject).toBe('Set a new password: Customer portal');
  expect(mail.email.text).toContain('Hello Jane O’Hara,');
  await customer.page.goto(linkIn(mail));
  await expect(customer.page.getByRole('button', { name: 'Show password' })).toHaveCount(0);
  await picture(customer.page, 'portal-link-en-390');
  await customer.setPassword(passwords[0]);
  await customer.page.goto('/kunden/sign-in');
  await picture(customer.page, 'portal-sign-in-en-390');
  await customer.signIn(jane.email, passwords[0]);
  await expect(customer.page.getByRole('heading', { level: 1 })).toHaveText('Hello Jane O’Hara');
  await expect(customer.page.getByRole('heading', { level: 2, name: 'Contracts' })).toBeVisible();
  await mailServer.next(jane.email);
});

test('B024 without JavaScript the contact changes the password in the profile and is told by mail', async () => {
  await customer.page.getByRole('link', { name: 'Profile' }).click();
  await customer.page.getByLabel('Current password').fill(passwords[0]);
  await customer.page.getByLabel('New password').fill(passwords[1]);
  await customer.page.getByRole('button', { name: 'Change password' }).click();
  await expect(customer.page.getByText('The password is changed. All other devices are signed out.')).toBeVisible();
  expect((await mailServer.next(jane.email)).email.subject).toBe('Your password for “Customer portal” was set');
  await customer.signOut();
  await customer.trySignIn(jane.email, passwords[0]);
  await expect(customer.page.getByRole('alert')).toContainText(customer.say.wrong);
});

test('B018 without JavaScript the contact forgets the password and gets a new one', async () => {
  await customer.forget(jane.email);
  await customer.page.goto(linkIn(await mailServer.next(jane.email)));
  await customer.setPassword(passwords[2]);
  await customer.signIn(jane.email, passwords[2]);
  await customer.signOut();
});

test('B016 B019 the English console names the addresses to hand on, the template behind the tick and every mail', async () => {
  const menu = staff.getByRole('navigation', { name: 'Main menu' });
  await menu.getByRole('link', { name: 'Portals', exact: true }).click();
  await menu.getByRole('link', { name: 'Customer portal', exact: true }).click();
  await staff.getByRole('link', { name: 'Addresses', exact: true }).click();
  await expect(staff.getByText(`${server.url}/clients/forgot_password`)).toBeVisible();
  await picture(staff, 'portal-addresses-en-1280');

  await menu.getByRole('link', { name: 'E-mail templates', exact: true }).click();
  await staff.getByRole('link', { name: 'Set a new password' }).first().click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible();
  await expect(staff.getByRole('switch')).toBeChecked();
  await expect(staff.frameLocator('iframe').getByText('Set password', { exact: true })).toBeVisible();
  await picture(staff, 'template-set-password-en-1280');

  await menu.getByRole('link', { name: 'E-mail', exact: true }).click();
  await staff.getByRole('link', { name: 'E-mail queue' }).click();
  await expect(staff.getByText('5 e-mails')).toBeVisible();
  await picture(staff, 'mail-queue-en-1280');
});
