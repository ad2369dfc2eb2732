import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, type Watch, watchOver, wide } from './browser.ts';
import { closeMessage, field, goTo, signInToConsole, tickBox } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** Help article S1, „E-Mail-Versand einrichten“: from the test mailbox to a mail server of one's own, with everything that goes wrong on the way. */
test.describe.configure({ mode: 'serial' });

const login = { user: 'portal@muster-energie.example', password: 'sieben Reiher am Kanal' };
const nothingLeaves = 'Es wird nichts versendet: Testpostfach';

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customerId: string;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer({ login });
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
  await mailServer?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const way = (name: string) => staff.getByRole('radio', { name, exact: true });
const found = (title: string) => staff.getByRole('region', { name: 'Prüfen' }).filter({ hasText: title });
const check = () => staff.getByRole('button', { name: 'Einstellungen prüfen' }).click();

test('B025 a new workspace says wherever a mail would be triggered that none leaves', async () => {
  await expect(staff.getByText(nothingLeaves)).toBeVisible();
  customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  const contactId = await addContact(staff, { customerId, firstName: 'Dora', lastName: 'Dähn', email: 'dora@nordbau.example' });
  for (const path of ['', `contacts/${contactId}`, 'contacts/new', 'portals', 'settings/mail-templates']) {
    await staff.goto(`/console/${path}`);
    await expect(staff.getByText(nothingLeaves), path).toBeVisible();
  }
});

test('B026 Einstellungen › E-Mail › „SMTP Einstellungen“: SMTP, Sendmail, Mail in this order, apart from them the test mailbox', async () => {
  await staff.getByText(nothingLeaves).locator('..').getByRole('link', { name: 'Zu den E-Mail-Einstellungen' }).click();
  await expect(staff.getByRole('link', { name: 'SMTP Einstellungen' })).toHaveAttribute('aria-current', 'page');
  const radios = staff.getByRole('region', { name: 'Versandweg' }).getByRole('radio');
  await expect(radios).toHaveCount(4);
  for (const [index, name] of ['SMTP', 'Sendmail', 'Mail', 'Testpostfach'].entries())
    await expect(radios.nth(index)).toHaveAccessibleName(name);
  await expect(way('Testpostfach')).toBeChecked();
  await expectAccessible(staff, 'mail settings, test mailbox');
});

test('B027 „Mail“ needs no data; the arrows of the keyboard lead there', async () => {
  await way('Testpostfach').focus();
  await staff.keyboard.press('ArrowUp');
  await expect(way('Mail')).toBeChecked();
  await expect(field(staff, 'Mailserver')).toHaveCount(0);
  await expect(staff.getByText('braucht die Absenderdomain einen SPF-Eintrag')).toBeVisible();
  await expectAccessible(staff, 'mail settings, Mail');
});

test('B030 the way to SMTP: no encryption offered, then a wrong password; each time the cause and what to do, nothing saved', async () => {
  await way('SMTP').check();
  await expect(field(staff, 'Port')).toHaveValue('587');
  await field(staff, 'Mailserver').fill('https://localhost');
  await field(staff, 'Absenderadresse').fill('portal@muster-energie.example');
  await check();
  await expect(staff.getByText('Hier steht nur der Name des Mailservers').first()).toBeVisible();

  await field(staff, 'Mailserver').fill('localhost');
  await field(staff, 'Port').fill(String(mailServer.port));
  await field(staff, 'Benutzername').fill(login.user);
  await field(staff, 'Passwort').fill('falsch geraten');
  await check();
  await expect(found('So funktionieren die Einstellungen nicht')).toContainText('bietet keine Verschlüsselung (STARTTLS) an');

  await field(staff, 'Verschlüsselung').selectOption({ label: 'Keine (nur derselbe Rechner)' });
  await expect(field(staff, 'Port')).toHaveValue(String(mailServer.port));
  await check();
  const refused = found('So funktionieren die Einstellungen nicht');
  await expect(refused).toContainText('Der Mailserver hat die Anmeldung abgelehnt');
  await expect(refused).toContainText('App-Passwort');
  await expect(refused).toContainText('535 5.7.8 Wrong user name or password');
  await expectAccessible(staff, 'mail settings after a check that failed');
  await staff.setViewportSize(narrow);
  await expectAccessible(staff, 'mail settings after a check that failed, narrow');
  await expectNoSidewaysScrolling(staff, 'mail settings');
  await staff.setViewportSize(wide);
});

test('B030 a result is no longer about what stands there once that was changed, and says so', async () => {
  await field(staff, 'Benutzername').fill('jemand anders');
  await expect(found('So funktionieren die Einstellungen nicht (frühere Angaben)')).toContainText('Seitdem haben sich Angaben geändert');
  await expectAccessible(staff, 'mail settings with an earlier result');
  await field(staff, 'Benutzername').fill(login.user);
  await expect(staff.getByText('(frühere Angaben)')).toHaveCount(0);
});

test('B030 what does not work is saved only after a question that names the cause', async () => {
  await staff.getByRole('button', { name: 'Speichern' }).click();
  const question = staff.getByRole('dialog', { name: 'E-Mail-Einstellungen trotzdem speichern' });
  await expect(question).toContainText('Mit diesen Angaben gehen keine E-Mails hinaus.');
  await expect(question).toContainText('Der Mailserver hat die Anmeldung abgelehnt');
  await expectAccessible(staff, 'question before saving what does not work');
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(question).toHaveCount(0);

  // What nobody has checked is checked first.
  await field(staff, 'Passwort').fill('auch falsch');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(question).toContainText('Der Mailserver hat die Anmeldung abgelehnt');
  await question.getByRole('button', { name: 'Trotzdem speichern' }).click();
  await closeMessage(staff, 'E-Mail-Einstellungen gespeichert');
  await expect(found('So funktionieren die Einstellungen nicht')).toBeVisible();
  await goTo(staff, 'Übersicht');
  await expect(staff.getByText('Der E-Mail-Versand funktioniert nicht')).toBeVisible();
  await goTo(staff, 'E-Mail');
});

test('B030 with the right password the check is content, and the test mail arrives, before anything is saved', async () => {
  await field(staff, 'Passwort').fill(login.password);
  await check();
  await expect(found('Die Einstellungen funktionieren')).toContainText('nimmt E-Mails von portal@muster-energie.example an');
  await picture(staff, 'mail-settings-check-de-1280', { height: 1500 });

  await staff.getByLabel('Test-E-Mail an').fill('nobody@muster-energie.example');
  await staff.keyboard.press('Enter');
  await expect(found('Test-E-Mail nicht angenommen')).toContainText('550 5.1.1 No such person here');
  await staff.getByLabel('Test-E-Mail an').fill('karin@muster-energie.example');
  await staff.getByRole('button', { name: 'Test-E-Mail senden' }).click();
  await expect(found('Test-E-Mail angenommen')).toContainText('Angenommen heißt noch nicht angekommen');
  expect((await mailServer.next('karin@muster-energie.example')).email.subject).toContain('Test-E-Mail');
  await expectAccessible(staff, 'mail settings after a test mail');
});

test('B025 saved, and the notices are gone; mails arrive with footer and signature', async () => {
  await staff.getByLabel('Fußzeile, Deutsch').fill('Muster Energie GmbH\nAmtsgericht Musterstadt');
  await staff.getByLabel('Signatur, Deutsch').fill('Ihr Team\nvon Muster Energie');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await closeMessage(staff, 'E-Mail-Einstellungen gespeichert');
  await expect(staff.getByRole('button', { name: 'Speichern' })).toHaveCount(0);
  await goTo(staff, 'Übersicht');
  await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(staff.getByText('Der E-Mail-Versand funktioniert nicht')).toHaveCount(0);

  for (const name of ['Übersicht', 'E-Mail Templates']) {
    await goTo(staff, name);
    await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(staff.getByText(nothingLeaves)).toHaveCount(0);
  }
  await staff.goto('/console/contacts/new');
  await expect(tickBox(staff)).toBeVisible();
  await expect(staff.getByText(nothingLeaves)).toHaveCount(0);

  await addContact(staff, {
    customerId,
    firstName: 'Emil',
    lastName: 'Eßer',
    email: 'emil@nordbau.example',
    portalAccess: { sendPasswordLink: true },
  });
  const arrived = await mailServer.next('emil@nordbau.example');
  expect(linkIn(arrived)).toContain('/kunden/link/');
  expect(arrived.email.text).toContain('Amtsgericht Musterstadt');
  expect(arrived.email.text).toContain('Ihr Team\nvon Muster Energie');
  expect(arrived.email.from?.address).toBe('portal@muster-energie.example');
});

test('B031 the password is never shown again, and does not follow to another server', async () => {
  await goTo(staff, 'E-Mail');
  await expect(field(staff, 'Passwort')).toHaveValue('');
  await expect(staff.getByText('Gespeichert. Leer lassen, um es zu behalten.')).toBeVisible();
  await expect(staff.getByText(/Zuletzt geprüft .*: in Ordnung/)).toBeVisible();
  expect(await (await staff.request.get('/api/v1/mail/settings')).text()).not.toContain(login.password);

  await field(staff, 'Port').fill('2526');
  await expect(staff.getByText('Bitte neu eingeben')).toBeVisible();
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByRole('alert').filter({ hasText: 'Bitte das Passwort noch einmal eingeben' })).toBeVisible();
  await staff.getByRole('link', { name: 'E-Mail-Warteschlange' }).click();
  await expect(staff.getByRole('dialog')).toBeVisible();
  await staff.getByRole('dialog').getByRole('button').last().click();
  await staff.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(field(staff, 'Port')).toHaveValue(String(mailServer.port));
});

test('B026 the tabs stay in one place from page to page, and a telephone shows them all', async () => {
  const tabs = staff.getByRole('navigation', { name: 'Ansichten zu E-Mail' });
  const places: unknown[] = [];
  for (const path of ['', '/queue', '/reminders']) {
    await staff.goto(`/console/settings/mail${path}`);
    await expect(tabs.locator('[aria-current="page"]')).toBeVisible();
    const box = await tabs.boundingBox();
    places.push([box?.x, box?.width]);
  }
  expect(places.slice(1)).toEqual([places[0], places[0]]);
  await staff.setViewportSize(narrow);
  for (const tab of await tabs.getByRole('link').all()) await expect(tab).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScrolling(staff, 'reminders');
  await staff.setViewportSize(wide);
});

test('B026 B031 the same in English', async () => {
  await staff.request.patch('/api/v1/me', { data: { language: 'en' } });
  await staff.goto('/console/settings/mail');
  const radios = staff.getByRole('region', { name: 'Way of sending' }).getByRole('radio');
  for (const [index, name] of ['SMTP', 'Sendmail', 'Mail', 'Test mailbox'].entries())
    await expect(radios.nth(index)).toHaveAccessibleName(name);
  await staff.getByRole('button', { name: 'Check settings' }).click();
  await expect(staff.getByRole('region', { name: 'Check' })).toContainText('takes e-mails from portal@muster-energie.example');
  await expect(staff.getByText('Stored. Leave empty to keep it.')).toBeVisible();
  await expectAccessible(staff, 'mail settings in English');
});
