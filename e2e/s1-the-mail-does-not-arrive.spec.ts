import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, openDevice, phone, type Watch, watchOver } from './browser.ts';
import { closeMessage, field, fillPerson, goTo, pickCompany, savedNotice, signInToConsole, tickBox } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/**
 * The questions of help article S1: „Die Checkbox erscheint nicht? Oder die E-Mail kommt nicht an?“
 * The clock of the server is turned where hours pass.
 */
test.describe.configure({ mode: 'serial' });

const minute = 60_000;
const hour = 60 * minute;
const dora = { firstName: 'Dora', lastName: 'Dähn', email: 'dora@nordbau.example' };
const emil = { salutation: 'Herr', firstName: 'Emil', lastName: 'Eßer', email: 'emil@nordbau.example' } as const;
const frida = { firstName: 'Frida', lastName: 'Fuß', email: 'frida@nordbau.example' };
const password = 'sieben Reiher am Kanal';
const templateName = 'Legen Sie ein neues Passwort fest';
const notActive = /„Legen Sie ein neues Passwort fest“ ist nicht aktiv/;

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let customerId: string;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, phone));
  await signInToConsole(staff);
  customerId = await addCompany(staff, 'Nordbau Größe GmbH', { city: 'Köln' });
  await addContact(staff, { customerId, ...dora, portalAccess: { sendPasswordLink: true } });
  await mailServer.next(dora.email);
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

const templateSwitch = () => staff.getByRole('region', { name: 'Kunden' }).getByRole('switch', { name: new RegExp(templateName) });

async function openContact(name: string): Promise<void> {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name, exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('B016 the template stands under Einstellungen › E-Mail Templates in the section „Kunden“ and can be switched off there', async () => {
  await goTo(staff, 'E-Mail Templates');
  await expect(templateSwitch()).toBeChecked();
  await templateSwitch().press('Space');
  await expect(templateSwitch()).not.toBeChecked();
  await closeMessage(staff, 'niemand bekommt diesen Link');
});

test('B003 B004 B010 while it is off the tick box is gone from both forms; the reason and the way to the template stand in its place', async () => {
  await openContact('Dora Dähn');
  await expect(staff.getByText(notActive)).toBeVisible();
  await expect(tickBox(staff)).toHaveCount(0);
  await expectAccessible(staff, 'contact without the tick box');

  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await expect(staff.getByText(notActive)).toBeVisible();
  await expect(tickBox(staff)).toHaveCount(0);
});

test('B017 nor does it leave by another way while it is off', async () => {
  await openContact('Dora Dähn');
  await staff.getByRole('button', { name: 'Aktionen für Dora Dähn' }).click();
  await expect(staff.getByRole('menuitem', { name: /Passwort-Link .*senden/ })).toHaveAttribute('aria-disabled', 'true');
  await staff.keyboard.press('Escape');
  await goTo(staff, 'Kunden');
  await staff.getByRole('button', { name: 'Warum kein Link?: Dora Dähn' }).click();
  const dialog = staff.getByRole('dialog', { name: /Passwort-Link an Dora Dähn senden/ });
  await expect(dialog.getByText(notActive)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Link senden' })).toHaveCount(0);
  await expectAccessible(staff, 'dialog that cannot send');
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  expect(mailServer.mails).toHaveLength(1);
});

test('B010 B016 the link leads there, it is switched on, and the box is back', async () => {
  await openContact('Dora Dähn');
  await staff.getByRole('link', { name: 'Zu den E-Mail Templates' }).first().click();
  await expect(staff.getByRole('heading', { level: 1, name: templateName })).toBeVisible();
  await expect(staff.getByRole('switch')).not.toBeChecked();
  await staff.getByRole('switch').press('Space');
  await expect(staff.getByRole('switch')).toBeChecked();
  await closeMessage(staff, 'ist eingeschaltet');
  await expect(staff.frameLocator('iframe').getByText('Passwort festlegen', { exact: true })).toBeVisible();
  await picture(staff, 'template-set-password-de-1280');

  await openContact('Dora Dähn');
  await expect(tickBox(staff)).toBeVisible();
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await expect(tickBox(staff)).toBeVisible();
});

test('B011 the mail server is away: saving says that the mail waits, the console says why and since when', async () => {
  await mailServer.stop();
  await pickCompany(staff, 'nordbau', 'Nordbau Größe GmbH');
  await fillPerson(staff, emil);
  await tickBox(staff).check();
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();
  await expect(savedNotice(staff, emil.email)).toContainText(/wurde veranlasst|Wartet, weil der Versand gerade ruht/);

  await goTo(staff, 'E-Mail');
  const alarm = staff.getByRole('alert').filter({ hasText: 'Der Versand ruht' });
  await expect(async () => {
    await staff.reload();
    await expect(alarm).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await expect(alarm).toContainText('Der Mailserver ist nicht erreichbar.');
  await expect(alarm).toContainText('Es geht nichts verloren');
  await expectAccessible(staff, 'settings while sending rests');

  await goTo(staff, 'Übersicht');
  await expect(alarm).toBeVisible();
  await expectAccessible(staff, 'overview while sending rests');
  await openContact('Emil Eßer');
  await expect(staff.getByRole('region', { name: 'E-Mails an diese Person' })).toContainText('Wartet, Versand ruht');
});

test('B011 the mail server is back: the mail leaves by itself, and the alarm ends', async () => {
  await mailServer.start();
  await server.turn(6 * minute);
  expect(linkIn(await mailServer.next(emil.email))).toContain(`${server.url}/kunden/link/`);
  expect(mailServer.mails.filter(({ to }) => to.includes(dora.email))).toHaveLength(1);

  await goTo(staff, 'E-Mail');
  await expect(async () => {
    await staff.reload();
    await expect(staff.getByText('Wartende E-Mails')).toBeVisible({ timeout: 2000 });
    await expect(staff.getByText('Der Versand ruht')).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await openContact('Emil Eßer');
  await expect(staff.getByRole('region', { name: 'E-Mails an diese Person' })).toContainText('Vom Mailserver angenommen');
});

test('B011 the mail server does not know the person: that stands at the person and on the overview, in its own words', async () => {
  const id = await addContact(staff, {
    customerId,
    firstName: 'Nora',
    lastName: 'Niemand',
    email: 'nobody@nordbau.example',
    portalAccess: { sendPasswordLink: true },
  });
  await staff.goto(`/console/contacts/${id}`);
  const mails = staff.getByRole('region', { name: 'E-Mails an diese Person' });
  await expect(async () => {
    await staff.reload();
    await expect(mails.getByText('Abgelehnt', { exact: true })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await expect(mails.getByText(/550.* No such person here/)).toBeVisible();
  await expect(staff.getByText('Eingeladen', { exact: true }).first()).toBeVisible();
  await expect(staff.getByText('E-Mail nicht angekommen', { exact: true }).first()).toBeVisible();
  await expectAccessible(staff, 'contact with a refused mail');
  await goTo(staff, 'Übersicht');
  await expect(staff.getByRole('region', { name: 'E-Mails, die nicht angekommen sind' })).toContainText('Nora Niemand');
});

test('B067 B069 the address is corrected and saved, and with one click the link goes to the new one; coming back, nothing old is said', async () => {
  const right = 'nora@nordbau.example';
  await openContact('Nora Niemand');
  await field(staff, 'E-Mail').fill(right);
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Der Link, der an nobody@nordbau.example ging, gilt nicht mehr')).toBeVisible();
  await expectAccessible(staff, 'contact with a corrected address');
  await staff.getByRole('button', { name: 'Passwort-Link an die neue Adresse senden' }).click();
  await expect(savedNotice(staff, right)).toContainText('Vom Mailserver angenommen');
  await expect(staff.getByText('gilt nicht mehr')).toHaveCount(0);
  linkIn(await mailServer.next(right));

  await goTo(staff, 'Kunden');
  await staff.goBack();
  await expect(staff.getByRole('heading', { level: 1, name: 'Nora Niemand' })).toBeVisible();
  await expect(savedNotice(staff, right)).toHaveCount(0);
  await expect(staff.getByText('E-Mail nicht angekommen')).toHaveCount(0);
});

test('B010 B017 while the template is off, no link can be sent: that stands at the button and in the menu, with the way out', async () => {
  const switched = (active: boolean) => staff.request.patch('/api/v1/mail/templates/set_password', { data: { active } });
  await switched(false);
  await openContact('Nora Niemand');
  await staff.reload();
  const button = staff.getByRole('button', { name: 'Passwort-Link erneut senden' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/Das E-Mail Template „Legen Sie ein neues Passwort fest“ ist ausgeschaltet/);
  await button.click({ force: true });
  await expect(staff.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(staff, 'contact while the template is off');
  await staff.getByRole('button', { name: 'Aktionen für Nora Niemand' }).click();
  await expect(staff.getByRole('menuitem', { name: /Passwort-Link erneut senden/ })).toHaveAttribute('aria-disabled', 'true');
  await staff.getByRole('menuitem', { name: 'Zu den E-Mail Templates' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Legen Sie ein neues Passwort fest' })).toBeVisible();
  await switched(true);
});

test('B006 B014 the link works for 47:59 hours; after 48 it has run out and offers a new one', async () => {
  await addContact(staff, { customerId, ...frida, portalAccess: { sendPasswordLink: true } });
  const link = linkIn(await mailServer.next(frida.email));
  await server.turn(48 * hour - 1 * minute);
  await customer.page.goto(link);
  await expect(customer.page.getByLabel(customer.say.newPassword)).toBeVisible();

  await server.turn(2 * minute);
  await customer.page.getByLabel(customer.say.newPassword).fill(password);
  await customer.page.getByRole('button', { name: customer.say.setPassword }).click();
  await expect(customer.page.getByRole('heading', { name: 'Link abgelaufen' })).toBeVisible();
  await expect(customer.page.getByText('Ein neuer Link geht an die gespeicherte E-Mail-Adresse.')).toBeVisible();
  await expect(customer.page.getByRole('main')).not.toContainText('…@');
  await customer.page.getByRole('button', { name: 'Neuen Link anfordern' }).click();
  await expect(customer.page.getByText(/Eine E-Mail mit einem neuen Link ist unterwegs/)).toBeVisible();

  await customer.page.goto(linkIn(await mailServer.next(frida.email)));
  await customer.setPassword(password);
  await customer.signIn(frida.email, password);
  await expect(customer.page.getByRole('heading', { level: 1 })).toHaveText('Guten Tag Frida Fuß');
});
