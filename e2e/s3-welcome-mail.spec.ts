import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { goTo, signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** Help article S3, „Willkommens-E-Mail erneut versenden“, step by step, against a real mail server. */
test.describe.configure({ mode: 'serial' });

const minute = 60_000;
const password = 'neun Kraniche über dem Fluss';
const wrong = 'greta@gmial.com';
const right = 'greta@gmail.com';

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let company = '';
const links: string[] = [];

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, phone));
  await signInToConsole(staff);
  company = await addCompany(staff, 'Nordbau Größe GmbH');
  await addContact(staff, { customerId: company, salutation: 'frau', firstName: 'Greta', lastName: 'Größe', email: wrong });
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

const users = async (page = staff) => {
  await page.goto('/console/');
  await goTo(page, 'Portale');
  await page.getByRole('link', { name: 'Kundenportal' }).first().click();
  await page.getByRole('link', { name: 'Benutzer', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Benutzer|Kundenportal/ }).first()).toBeVisible();
};
const row = (name: string) => staff.getByRole('row').filter({ hasText: name });
const edit = async (name: string) => {
  await row(name)
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await staff.getByRole('menuitem', { name: 'Bearbeiten' }).click();
  await expect(staff.getByRole('heading', { level: 1, name })).toBeVisible();
};
const panel = () => staff.getByRole('region', { name: /^(Willkommens-E-Mail|Passwort|Welcome e-mail)$/ });
const resend = () => panel().getByRole('button', { name: 'Willkommens-E-Mail erneut senden' });
const address = () => staff.getByLabel('E-Mail (erforderlich)');
const sent = () => panel().getByRole('listitem');

test('B061 B062 somebody is unlocked in the project: the welcome mail leaves at once', async () => {
  await users();
  await staff.getByRole('button', { name: 'Zugang geben' }).click();
  const dialog = staff.getByRole('dialog', { name: 'Zugang geben' });
  await dialog.getByRole('searchbox').fill('Größe');
  await expectAccessible(staff, 'the dialog that asks for whom');
  await dialog.getByRole('button', { name: 'Zugang geben: Greta Größe' }).click();
  const order = staff.getByRole('dialog', { name: 'Greta Größe Zugang geben' });
  await expect(order.getByLabel('Willkommens-E-Mail sofort senden')).toBeChecked();
  await expectAccessible(staff, 'the dialog that gives access');
  await order.getByRole('button', { name: 'Zugang geben' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Greta Größe' })).toBeVisible();

  const mail = await mailServer.next(wrong);
  expect(mail.email.subject).toBe('Willkommen: Ihr Zugang zu „Kundenportal“');
  expect(mail.email.text).toContain(`${server.url}/kunden/`);
  expect(mail.email.text).toContain(`Kontoname: ${wrong}`);
  expect(mail.email.text).toMatch(/Der Link gilt bis .+ Uhr \((MEZ|MESZ)\)/);
  links.push(linkIn(mail));
  await expect(sent()).toHaveCount(1);
  await expect(sent().first()).toContainText('durch chefin');
});

test('B065 B066 „Benutzer › Alle Benutzer“, role, „Bearbeiten“: the field „E-Mail (erforderlich)“ takes no empty or invalid address', async () => {
  await server.turn(5 * minute);
  await users();
  await edit('Greta Größe');
  await expect(address()).toHaveValue(wrong);
  await address().fill('');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Bitte eine E-Mail-Adresse angeben.').first()).toBeVisible();
  await address().fill('greta.gmail.com');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('fehlt das @-Zeichen').first()).toBeVisible();
  await expectAccessible(staff, 'the form with a refused address');
});

test('B067 B070 a typing mistake is noticed; unsaved changes are saved first; B071 the mail goes to the corrected address, with a link', async () => {
  await address().fill('greta@gmail.con');
  await expect(staff.getByText(`Meinten Sie ${right}?`)).toBeVisible();
  await staff.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(address()).toHaveValue(right);
  await resend().click();
  const dialog = staff.getByRole('dialog', { name: 'Zuerst speichern?' });
  await expect(dialog).toContainText(wrong);
  await expectAccessible(staff, 'the question whether to save first');
  await dialog.getByRole('button', { name: 'Speichern und senden' }).click();
  const mail = await mailServer.next(right);
  links.push(linkIn(mail));
  expect(mail.email.text).toContain(`Kontoname: ${right}`);
  await expect(address()).toHaveValue(right);
  await expect(sent()).toHaveCount(2);
  await expect(sent().first()).toContainText(right);
  await expect(sent().first()).toContainText('Vom Mailserver');
});

test('B072 the next one has to wait, and the button says how long', async () => {
  await expect(resend()).toBeDisabled();
  await expect(panel().getByText(/^Wieder möglich in \d+ Sekunden?$/)).toBeVisible();
  await expectAccessible(staff, 'the access while the pause lasts');
  await picture(staff, 'welcome-mail', { height: 1300 });
  await server.turn(2 * minute);
  await staff.reload();
  await expect(resend()).toBeEnabled();
  await resend().click();
  links.push(linkIn(await mailServer.next(right)));
  await expect(sent()).toHaveCount(3);
});

test('390 px: the access is usable on a telephone', async () => {
  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'the access');
  await expectAccessible(staff, 'the access on a telephone');
  await staff.setViewportSize(wide);
});

test('B073 older links explain themselves; B069 the newest lets the person set a password and sign in', async () => {
  const { page } = customer;
  const [toWrong = '', older = '', newest = ''] = links;
  await page.goto(toWrong);
  await expect(page.getByRole('heading', { name: 'Es gibt eine neuere E-Mail' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Neuen Link anfordern' })).toBeVisible();
  await page.goto(older);
  await expect(page.getByText(/Zu diesem Link gibt es eine neuere E-Mail/)).toBeVisible();
  await expectNoSidewaysScrolling(page, 'the page behind an older link');
  await page.goto(newest);
  await customer.setPassword(password);
  await customer.signIn(right, password);
});

test('B074 with a password the button is „Passwort zurücksetzen“', async () => {
  await staff.reload();
  await expect(resend()).toHaveCount(0);
  await expect(panel().getByRole('button', { name: 'Passwort zurücksetzen' })).toBeVisible();
});

test('part 10: another address waits for its confirmation, the person confirms it with their password', async () => {
  const { page } = customer;
  await server.turn(2 * minute);
  await address().fill('greta.neu@nordbau.example');
  await expect(staff.getByText('gilt die neue Adresse erst').or(staff.getByText('Die neue Adresse gilt erst')).first()).toBeVisible();
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('E-Mail-Änderung läuft').first()).toBeVisible();
  await expect(address()).toHaveValue(right);
  await expectAccessible(staff, 'an address that waits');
  expect((await mailServer.next(right)).email.subject).toContain('Passwort');
  expect((await mailServer.next(right)).email.subject).toContain('eingetragen');

  await page.goto('/kunden/profile');
  await expect(page.getByText('Noch nicht bestätigt')).toBeVisible();
  await expectAccessible(page, 'the profile with an address that waits');
  await page.goto(linkIn(await mailServer.next('greta.neu@nordbau.example')));
  await expect(page.getByRole('heading', { name: 'Neue E-Mail-Adresse bestätigen' })).toBeVisible();
  await expectAccessible(page, 'the page that confirms an address');
  await expectNoSidewaysScrolling(page, 'the page that confirms an address');
  await page.getByLabel('Passwort', { exact: true }).fill('falsch geraten');
  await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
  await expect(page.getByText('Dieses Passwort stimmt nicht.').first()).toBeVisible();
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
  await expect(page.getByText('Alle Nachrichten zu Ihrem Konto gehen jetzt an')).toBeVisible();
  await expectAccessible(page, 'the page after the confirmation');
  await page.getByRole('link', { name: 'Zur Anmeldung' }).click();
  await customer.signIn('greta.neu@nordbau.example', password);
  await staff.reload();
  await expect(address()).toHaveValue('greta.neu@nordbau.example');
});

test('„E-Mail-Adresse ändern“ by oneself on a telephone', async () => {
  const { page } = customer;
  await page.goto('/kunden/profile');
  await page.getByRole('link', { name: 'E-Mail-Adresse ändern' }).click();
  await expectAccessible(page, 'the page that changes an address');
  await expectNoSidewaysScrolling(page, 'the page that changes an address');
  await page.getByLabel('Neue E-Mail-Adresse').fill('greta.zuhause@nordbau.example');
  await page.getByLabel('Bisheriges Passwort').fill(password);
  await page.getByRole('button', { name: 'Link an die neue Adresse senden' }).click();
  await expect(page.getByText('Eine E-Mail mit einem Link ist an')).toBeVisible();
  linkIn(await mailServer.next('greta.zuhause@nordbau.example'));
  await page.getByRole('button', { name: 'Änderung abbrechen' }).click();
  await expect(page.getByText('Die Änderung ist abgebrochen')).toBeVisible();
});

test('in English: the same path, the same words for the same things', async ({ browser }) => {
  await addContact(staff, {
    customerId: company,
    firstName: 'Tom',
    lastName: 'Thrush',
    email: 'tom@nordbau.example',
    portalAccess: { sendPasswordLink: true },
  });
  await mailServer.next('tom@nordbau.example');
  await server.turn(2 * minute);
  const english = await openDevice(browser, server, watch, { language: 'en', storageState: await staff.context().storageState() });
  await english.request.patch('/api/v1/me', { data: { language: 'en' } });
  await english.goto('/console/accesses');
  await english.getByRole('row').filter({ hasText: 'Tom Thrush' }).getByRole('link', { name: 'Tom Thrush' }).first().click();
  await expect(english.getByLabel('E-mail (required)')).toHaveValue('tom@nordbau.example');
  await expectAccessible(english, 'the access in English');
  await english.getByRole('region', { name: 'Welcome e-mail' }).getByRole('button', { name: 'Send welcome e-mail again' }).click();
  expect((await mailServer.next('tom@nordbau.example')).email.subject).toContain('Willkommen');
  await expect(english.getByText(/^Possible again in \d+ seconds?$/)).toBeVisible();
  await english.request.patch('/api/v1/me', { data: { language: 'de' } });
  await english.context().close();
});

test('many at once: a preview says who is affected and who is left out, then it goes on by itself', async () => {
  await server.turn(2 * minute);
  await staff.goto('/console/');
  await goTo(staff, 'Portal Zugänge');
  await staff.getByRole('checkbox', { name: /Alle/ }).first().check();
  await staff.getByRole('button', { name: 'Erneut senden', exact: true }).click();
  const dialog = staff.getByRole('dialog', { name: /erneut senden/ });
  await expectAccessible(staff, 'the dialog of a bulk act');
  await dialog.getByRole('button', { name: 'Vorschau' }).click();
  await expect(dialog.getByText('1 Zugang ist betroffen.')).toBeVisible();
  await expect(dialog.getByText(/hat schon ein Passwort/)).toBeVisible();
  await dialog.getByText('Wer das ist').click();
  await expect(dialog.getByRole('link', { name: 'Tom Thrush' })).toBeVisible();
  await expectAccessible(staff, 'the preview of a bulk act');
  await picture(staff, 'bulk-preview');
  await dialog.getByRole('button', { name: '1 E-Mail senden' }).click();
  await expect(dialog.getByText('1 Zugang ist erledigt.')).toBeVisible({ timeout: 20_000 });
  await mailServer.next('tom@nordbau.example');
  await dialog.getByRole('button', { name: 'Schließen' }).last().click();
  await expect(staff.getByText(/erneut senden: fertig/)).toBeVisible();

  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'the list with what was done');
  await staff.setViewportSize(wide);
});
