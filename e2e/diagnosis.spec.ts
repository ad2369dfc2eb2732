import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { closeMessage, goTo, signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** „Ich komme nicht rein“ (S5): somebody rings, staff type the address, read a sentence out, press one button, and the person is in. */
test.describe.configure({ mode: 'serial' });

const minute = 60_000;
const day = 24 * 60 * minute;
const password = 'neun Kraniche über dem Fluss';

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
  customerId = await addCompany(staff, 'Nordbau Größe GmbH', { externalId: 'K-1001' });
});

test.afterAll(async () => {
  await staff?.context().close();
  await customer?.page.context().close();
  await server?.stop();
  await mailServer?.stop();
});

test.afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await customer.page.context().clearCookies();
});

type Access = { id: string; email: string; contactId: string };

async function add(firstName: string, portalAccess: { password?: string; sendPasswordLink?: boolean } | null): Promise<Access> {
  const email = `${firstName.toLowerCase()}@nordbau.example`;
  const contactId = await addContact(staff, { customerId, firstName, lastName: 'Größe', email, ...(portalAccess && { portalAccess }) });
  const { accesses } = await (await staff.request.get(`/api/v1/contacts/${contactId}`)).json();
  return { id: accesses[0]?.accessId, email, contactId };
}

/** Somebody rings: the page of the diagnosis, with what they say typed into its one field. */
async function ring(typed: string): Promise<void> {
  await goTo(staff, 'Zugangs-Diagnose');
  const field = staff.getByRole('searchbox', { name: 'Wer ruft an?' });
  await expect(field).toBeFocused();
  await field.fill(typed);
  await expect(staff.getByRole('heading', { level: 2, name: /Wer gemeint sein kann|Nichts gefunden/ })).toBeVisible();
}

const card = (name: string) => staff.getByRole('listitem').filter({ has: staff.getByRole('heading', { level: 3, name }) });
const press = (name: string, button: string) => card(name).getByRole('button', { name: button }).first().click();

async function enter(email: string): Promise<void> {
  await customer.page.goto('/kunden/sign-in');
  await customer.signIn(email, password);
}

async function guess(email: string, wrong: string): Promise<void> {
  await customer.page.goto('/kunden/sign-in');
  await customer.trySignIn(email, wrong);
  await expect(customer.page.getByRole('alert').first()).toBeVisible();
}

async function follow(email: string): Promise<void> {
  let mail = await mailServer.next(email);
  while (!mail.email.text?.includes('/link/')) mail = await mailServer.next(email);
  await customer.page.goto(linkIn(mail));
  await customer.setPassword(password);
  await customer.signIn(email, password);
}

test('B114 blocked: the sentence says since when and why, „Entsperren“ lets the person in', async () => {
  const { id, email } = await add('Berta', { password });
  await staff.request.patch(`/api/v1/accesses/${id}`, { data: { granted: false, blockReason: 'Verdacht auf fremden Zugriff' } });
  await ring(email);
  await expect(card('Berta Größe')).toContainText('Kann sich nicht anmelden');
  await expect(card('Berta Größe')).toContainText(/Der Zugang von Berta Größe wurde am .+ gesperrt\. Grund: Verdacht auf fremden Zugriff/);
  await expectAccessible(staff, 'diagnosis of somebody who is blocked');
  await press('Berta Größe', 'Entsperren');
  await closeMessage(staff, 'Der Zugang ist entsperrt.');
  await expect(card('Berta Größe')).toContainText('Kann sich anmelden');
  await enter(email);
});

test('B115 expired: another day lets the person in', async () => {
  const { id, email } = await add('Emil', { password });
  await staff.request.patch(`/api/v1/accesses/${id}`, { data: { expiresOn: '2026-01-01' } });
  await ring('Emil');
  await expect(card('Emil Größe')).toContainText('Der Zugang von Emil Größe ist am 01.01.2026 um 00:00 Uhr abgelaufen.');
  await press('Emil Größe', 'Ablaufdatum ändern');
  const dialog = staff.getByRole('dialog', { name: 'Ablaufdatum von Emil Größe ändern' });
  await dialog.getByLabel('Zugang endet um 00:00 Uhr am').fill('2039-01-01');
  await dialog.getByRole('button', { name: 'Ändern' }).click();
  await closeMessage(staff, 'Das Ablaufdatum ist geändert.');
  await enter(email);
});

test('no invitation was ever sent: one button sends it', async () => {
  const { email } = await add('Nora', {});
  await ring(email);
  await expect(card('Nora Größe')).toContainText('Es wurde noch keine E-Mail mit einem Link gesendet');
  await press('Nora Größe', 'E-Mail mit neuem Link senden');
  await follow(email);
});

test('B072 the link expired: a new one', async () => {
  const { email } = await add('Alma', { sendPasswordLink: true });
  await mailServer.next(email);
  await server.turn(3 * day);
  await staff.goto('/console/');
  await signInToConsole(staff);
  await ring(email);
  await expect(card('Alma Größe')).toContainText(/Der Link vom .+ ist am .+ abgelaufen, ohne dass ein Passwort festgelegt wurde\./);
  await press('Alma Größe', 'E-Mail mit neuem Link senden');
  await follow(email);
});

test('the form was opened and every password refused: the sentence says so, on the page of the contact too', async () => {
  const { email, contactId } = await add('Paul', { sendPasswordLink: true });
  const link = linkIn(await mailServer.next(email));
  await server.turn(10 * minute);
  await customer.page.goto(link);
  await customer.page.getByLabel('Neues Passwort').fill('passwort12345');
  await customer.page.getByRole('button', { name: 'Passwort festlegen', exact: true }).click();
  await expect(customer.page.getByText(/die Angreifer zuerst ausprobieren/).first()).toBeVisible();
  await staff.goto(`/console/contacts/${contactId}`);
  const block = staff.getByRole('region', { name: 'Warum kann Paul Größe sich nicht anmelden?' });
  await expect(block).toContainText('das gewählte Passwort aber');
  await expect(block).toContainText('Das letzte gehört zu denen, die jeder zuerst probiert.');
  await expectAccessible(staff, 'contact with its diagnosis');
  await block.getByRole('button', { name: 'E-Mail mit neuem Link senden' }).first().click();
  await follow(email);
});

test('wrong passwords: a new one by mail', async () => {
  const { id, email } = await add('Ines', { password: 'ein altes Wort das weg ist' });
  for (const wrong of ['falsch geraten eins', 'falsch geraten zwei', 'falsch geraten drei']) await guess(email, wrong);
  await staff.goto(`/console/accesses/${id}`);
  const block = staff.getByRole('region', { name: 'Warum kann Ines Größe sich nicht anmelden?' });
  await expect(block).toContainText('3-mal hintereinander wurde ein falsches Passwort eingegeben');
  await expect(block.getByText('Passwort vergessen')).toBeVisible();
  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'access with its diagnosis');
  await expectAccessible(staff, 'access with its diagnosis, narrow');
  await staff.setViewportSize(wide);
  await block.getByRole('button', { name: 'Passwort zurücksetzen' }).first().click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Zurücksetzen' }).click();
  await follow(email);
});

test('slowed down: lifted, the right password is taken at once', async () => {
  const { email } = await add('Gero', { password });
  for (let count = 0; count < 9; count++) {
    await guess(email, `falsch geraten ${count}`);
    await server.turn(count < 8 ? 2 ** count * 1000 : 0);
  }
  await ring(email);
  await expect(card('Gero Größe')).toContainText(/wird erst ab \d\d:\d\d Uhr wieder eines geprüft/);
  await press('Gero Größe', 'Wartezeit aufheben');
  await closeMessage(staff, 'Die Wartezeit ist aufgehoben.');
  await enter(email);
});

test('a contact without an access, found by a nearly right address', async () => {
  const { email } = await add('Ottilie', null);
  await ring('otilie@nordbau.example');
  await expect(staff.getByText(`Sehr ähnlich ist ${email}, und das ist Ottilie Größe.`)).toBeVisible();
  await expect(card('Ottilie Größe')).toContainText('hat aber noch keinen Zugang zu einem Portal');
  await press('Ottilie Größe', 'Zugang geben und E-Mail senden');
  await follow(email);
});

test('nothing found: what one can do; the address is carried into the new contact', async () => {
  await ring('fremd@nirgends.example');
  await expect(staff.getByText('Zu „fremd@nirgends.example“ gibt es keinen Zugang und keinen Kontakt.')).toBeVisible();
  await expectAccessible(staff, 'diagnosis that finds nobody');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).click();
  await expect(staff.getByLabel(/^E-Mail/)).toHaveValue('fremd@nirgends.example');
});

test('from anywhere by the keyboard; in English; narrow and dark', async ({ browser }) => {
  await staff.goto('/console/customers');
  await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
  await staff.keyboard.press('Control+k');
  await staff.getByRole('dialog').getByRole('textbox').fill('kommt nicht rein');
  await expect(staff.getByRole('dialog').getByText('Jemand kommt nicht rein')).toBeVisible();
  await staff.keyboard.press('Enter');
  await expect(staff.getByRole('heading', { level: 1, name: 'Zugangs-Diagnose' })).toBeVisible();
  const { email } = await add('Uwe', {});
  await staff.request.patch('/api/v1/me', { data: { language: 'en' } });
  const english = await openDevice(browser, server, watch, { language: 'en', viewport: narrow, colorScheme: 'dark' });
  await english.context().addCookies(await staff.context().cookies());
  await english.goto(`/console/diagnosis?q=${email}`);
  await expect(english.getByText('No e-mail with a link has been sent yet, so there is no password.').first()).toBeVisible();
  await expect(english.getByRole('list', { name: 'On the way in' })).toBeVisible();
  await expectAccessible(english, 'diagnosis in English, narrow and dark');
  await expectNoSidewaysScrolling(english, 'diagnosis in English, narrow and dark');
  await english.context().close();
});
