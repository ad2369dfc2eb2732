import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { goTo, signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** The question behind help article S3, „Kunden haben die Willkommens-E-Mail nicht erhalten“: what has become of it? Staff see its whole way. */
test.describe.configure({ mode: 'serial' });

const minute = 60_000;
const day = 24 * 60 * minute;
const greta = { firstName: 'Greta', lastName: 'Größe', email: 'greta@nordbau.example' };
const password = 'neun Kraniche über dem Fluss';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let contactId: string;
let link: string;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, { ...phone, userAgent: safari }));
  await signInToConsole(staff);
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

const way = () => staff.getByRole('region', { name: 'E-Mails an diese Person' });
/** The first words of each step, the oldest first. */
const steps = () => way().getByRole('listitem').locator('strong').allTextContents();

async function expectSteps(expected: string[]): Promise<void> {
  await expect(async () => {
    await staff.goto(`/console/contacts/${contactId}`);
    await expect(way().getByRole('listitem').first()).toBeVisible({ timeout: 6000 });
    expect(await steps()).toEqual(expected);
  }).toPass({ timeout: 30_000 });
}

const sent = ['Veranlasst', 'In die Warteschlange gestellt', 'Vom Mailserver angenommen'];

test('B075 an invitation: who asked for it, that it was accepted, and that this is not yet received', async () => {
  const customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  contactId = await addContact(staff, { customerId, ...greta, portalAccess: { sendPasswordLink: true } });
  link = linkIn(await mailServer.next(greta.email));
  await expectSteps(sent);
  await expect(way().getByText(/^Veranlasst von .+\.$/)).toBeVisible();
  await expect(way().getByText('Ob sie im Postfach liegt, weiß nur der Empfänger.')).toBeVisible();
  await expect(way().getByText(/^Nächste Erinnerung am /)).toBeVisible();
});

test('B013 a checking program asks for the link at once: that is told as what it presumably is, and changes nothing', async () => {
  const headers = { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel)' };
  await staff.request.head(link, { headers });
  await staff.request.get(link, { headers });
  await expectSteps([...sent, 'Vermutlich ein Programm', 'Vermutlich ein Programm']);
  await expect(way().getByText('Link abgerufen: vermutlich ein Prüfprogramm. Angabe des Programms: Barracuda.').first()).toBeVisible();
});

test('the person opens it, sets a password and signs in: each stands in the line of time', async () => {
  await server.turn(10 * minute);
  await customer.page.goto(link);
  await expectSteps([...sent, 'Vermutlich ein Programm', 'Vermutlich ein Programm', 'Vermutlich geöffnet']);
  await expect(way().getByText('Link geöffnet, vermutlich von einem Menschen. Angabe des Programms: Safari, iPhone.')).toBeVisible();

  await customer.setPassword(password);
  await customer.signIn(greta.email, password);
  await staff.goto(`/console/contacts/${contactId}`);
  await expect(way().getByText('Passwort festgelegt, mit dem Link dieser E-Mail.')).toBeVisible();
  await expect(way().getByText('Danach zum ersten Mal angemeldet.')).toBeVisible();
  await expect(way().getByText(/^Nächste Erinnerung am /)).toHaveCount(0);
  await expectAccessible(staff, 'contact with the way of a mail');
  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'contact with the way of a mail');
  await way().scrollIntoViewIfNeeded();
  await picture(staff, 'trace-de-390');
  await staff.setViewportSize(wide);
});

test('the same stands at the mail itself', async () => {
  const invitation = way().locator('details').filter({ hasText: 'Legen Sie ein neues Passwort fest' });
  await invitation.getByRole('link', { name: 'Diese E-Mail ansehen' }).click();
  const one = staff.getByRole('region', { name: 'Weg dieser E-Mail' });
  await expect(one.getByText('Danach zum ersten Mal angemeldet.')).toBeVisible();
  await expectAccessible(staff, 'mail with its way');
});

test('reminders have a tab of their own: days, hours, weekends; what is not saved is not lost', async () => {
  await goTo(staff, 'E-Mail');
  await staff.getByRole('navigation', { name: 'Ansichten zu E-Mail' }).getByRole('link', { name: 'Erinnerungen' }).click();
  await expect(staff.getByRole('switch', { name: 'Offene Einladungen in Erinnerung bringen' })).toBeChecked();
  await staff.getByRole('button', { name: 'Tag 14 entfernen' }).click();
  await staff.getByLabel('Tag hinzufügen').fill('abc');
  await staff.getByLabel('Tag hinzufügen').press('Enter');
  await expect(staff.getByText('Bitte eine ganze Zahl von 1 bis 90 eingeben.')).toBeVisible();
  await staff.getByLabel('Tag hinzufügen').fill('1');
  await staff.getByLabel('Tag hinzufügen').press('Enter');
  await expect(staff.getByLabel('Bis')).toHaveValue('18:00');
  await staff.getByLabel('Bis').fill('7 Uhr');
  await staff.getByLabel('Auch an Samstagen und Sonntagen').check();
  await goTo(staff, 'Übersicht');
  await staff.getByRole('button', { name: 'Auf der Seite bleiben' }).click();
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Das Ende liegt nicht nach dem Anfang. Bitte eine spätere Uhrzeit wählen.').first()).toBeVisible();
  await expectAccessible(staff, 'reminders with a mistake');
  await expect(staff.getByLabel('Bis')).toHaveValue('07:00');
  await staff.getByLabel('Bis').fill('17.30');
  const save = staff.getByRole('button', { name: 'Speichern' });
  await save.click();
  const message = staff.getByRole('alert').filter({ hasText: 'Es gilt ab sofort' });
  await expect(message).toBeVisible();
  await expect(staff.getByLabel('Bis')).toHaveValue('17:30');

  // The pointer stays where the button was: the message neither covers the next one nor stays because of it.
  for (const viewport of [wide, narrow]) {
    await staff.setViewportSize(viewport);
    await staff.getByLabel('Auch an Samstagen und Sonntagen').click();
    await expect(save).toBeVisible();
    await save.click({ timeout: 3000 });
    await expect(message).toBeVisible();
  }
  await message.getByRole('button', { name: 'Schließen' }).focus();
  await staff.waitForTimeout(7000);
  await expect(message).toBeVisible();
  await staff.getByLabel('Bis').focus();
  await expect(message).toHaveCount(0, { timeout: 9000 });
  await staff.setViewportSize(wide);
  await staff.reload();
  await expect(staff.getByRole('listitem').filter({ hasText: /^\d+\. Tag/ })).toHaveText(['1. Tag', '3. Tag', '7. Tag']);
  await expect(staff.getByLabel('Bis')).toHaveValue('17:30');
  await staff.setViewportSize(narrow);
  await staff.reload();
  await expect(staff.getByRole('navigation', { name: 'Ansichten zu E-Mail' }).getByRole('link', { name: 'Erinnerungen' })).toBeInViewport({
    ratio: 0.9,
  });
  await expectNoSidewaysScrolling(staff, 'reminders');
  await expectAccessible(staff, 'reminders');
  await staff.setViewportSize(wide);
});

test('the next reminder of an open invitation stands at the person, by the new days', async () => {
  const customerId = await addCompany(staff, 'Südbau GmbH');
  const hanna = { firstName: 'Hanna', lastName: 'Heß', email: 'hanna@suedbau.example' };
  contactId = await addContact(staff, { customerId, ...hanna, portalAccess: { sendPasswordLink: true } });
  await mailServer.next(hanna.email);
  await expectSteps(sent);
  const tomorrow = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'Europe/Berlin' }).format(server.now().getTime() + day);
  const weekday = tomorrow.split(',')[0] ?? '';
  await expect(way().getByText(`Nächste Erinnerung am ${weekday}`)).toBeVisible();
});
