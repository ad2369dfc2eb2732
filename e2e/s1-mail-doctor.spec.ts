import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, type Watch, watchOver, wide } from './browser.ts';
import { closeMessage, goTo, signInToConsole } from './console.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer, type Zone } from './server.ts';

/** Help article S1, „SPF TXT-Eintrag bei deiner Domain“: what is missing, what to publish, and what happens when somebody spoils it again. */
test.describe.configure({ mode: 'serial' });

const key =
  'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx2m2x9k0Uu5eYQ3U1p5mCw4H0vC7mNnEo3O2mS9mG3h0pEJ4w0c0t3o7hJbS1m3g2eY8C4Wn1xJmJb2Z8m8u4o0w6i5S1QwIDAQAB';
const spf = 'v=spf1 mx include:spf.versand.de ~all';

/** A domain at which nobody has done anything yet but receive mail. */
const untouched: Zone = {
  'muster-energie.de': { mx: ['mx.postfach.de'], txt: ['google-site-verification=4711'] },
  'mx.postfach.de': { a: ['198.51.100.25'] },
  'mail.versand.de': { a: ['192.0.2.10'] },
  'spf.versand.de': { txt: ['v=spf1 ip4:192.0.2.0/28 -all'] },
};
const mended: Zone = {
  ...untouched,
  'muster-energie.de': { mx: ['mx.postfach.de'], txt: ['google-site-verification=4711', spf] },
  '_dmarc.muster-energie.de': { txt: ['v=DMARC1; p=none; rua=mailto:portal@muster-energie.de'] },
};

let server: Server;
let watch: Watch;
let staff: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer({ smtpUrl: 'smtp://mail.versand.de?from=portal@muster-energie.de', zone: untouched });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const doctor = () => staff.getByRole('region', { name: 'Einträge der Absenderdomain' });
const record = (label: string) =>
  doctor()
    .getByRole('listitem')
    .filter({ has: staff.getByRole('heading', { name: label }) });
const checkNow = async () => {
  await doctor().getByRole('button', { name: 'Jetzt prüfen' }).click();
  await expect(doctor().getByText('Zuletzt geprüft')).toBeVisible();
};

test('B028 B029 a domain without an SPF record: said in words, with the record to publish ready to copy', async () => {
  await goTo(staff, 'E-Mail');
  await checkNow();
  await expect(record('Empfang (MX)')).toContainText('In Ordnung');
  const missing = record('Erlaubte Mailserver (SPF)');
  await expect(missing).toContainText('Problem');
  await expect(missing).toContainText('Es gibt keinen SPF-Eintrag für muster-energie.de');
  await expect(missing).toContainText('v=spf1 mx a:mail.versand.de ~all');
  await expect(missing.getByRole('button', { name: 'Erlaubte Mailserver (SPF): Wert' })).toBeVisible();
  await expect(doctor()).toContainText('Vermutung');
  await expect(record('Regel gegen Fälschungen (DMARC)')).toContainText('v=DMARC1; p=none');
  await expectAccessible(staff, 'mail doctor with something missing');
  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'mail doctor');
  await staff.setViewportSize(wide);
});

test('B028 the guess is replaced by what the provider names, and by nothing that is no mail server', async () => {
  const stated = doctor().getByLabel('Mailserver selbst angeben');
  await stated.fill('https://versand.de');
  await doctor().getByRole('button', { name: 'Angabe speichern' }).click();
  await expect(doctor()).toContainText('Damit lässt sich kein Mailserver erkennen: https://versand.de');
  await stated.fill('include:spf.versand.de');
  await stated.press('Enter');
  await closeMessage(staff, 'Die Angabe ist gespeichert');
  await expect(doctor().getByText('Vermutung')).toHaveCount(0);
  await checkNow();
  await expect(record('Erlaubte Mailserver (SPF)')).toContainText(spf);
});

test('B029 the overview says what is missing, until it is published', async () => {
  const customerId = await addCompany(staff, 'Nordbau GmbH');
  await addContact(staff, { customerId, firstName: 'Dora', lastName: 'Dähn', email: 'dora@nordbau.example' });
  await goTo(staff, 'Übersicht');
  await expect(staff.getByText('Bei muster-energie.de fehlt noch etwas')).toContainText('Erlaubte Mailserver (SPF)');
  await staff.getByRole('link', { name: 'Zu den Einträgen der Absenderdomain' }).click();
  server.publish({ ...mended, 'mail._domainkey.muster-energie.de': { txt: [key] } });
  await checkNow();
  await expect(record('Erlaubte Mailserver (SPF)')).toContainText('Unser Mailserver darf im Namen von muster-energie.de senden');
  await expect(record('Erlaubte Mailserver (SPF)')).toContainText('In Ordnung');
  await goTo(staff, 'Übersicht');
  await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(staff.getByText('fehlt noch etwas')).toHaveCount(0);
});

test('B029 a record that somebody spoils later is an alarm on the overview, until somebody has seen it', async () => {
  server.publish({ ...mended, 'muster-energie.de': { mx: ['mx.postfach.de'], txt: ['v=spf1 mx -all'] } });
  await goTo(staff, 'E-Mail');
  await checkNow();
  await expect(record('Erlaubte Mailserver (SPF)')).toContainText('nennt unseren Mailserver nicht');
  await expect(record('Erlaubte Mailserver (SPF)')).toContainText('v=spf1 mx include:spf.versand.de -all');
  await goTo(staff, 'Übersicht');
  const alarm = staff.getByRole('alert').filter({ hasText: 'Die Einträge der Absenderdomain stimmen nicht mehr' });
  await expect(alarm).toContainText('Bei muster-energie.de stimmt seit');
  await expect(alarm).toContainText('Erlaubte Mailserver (SPF)');
  await expectAccessible(staff, 'overview with the alarm of the mail doctor');
  await alarm.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
  await expect(alarm).toHaveCount(0);
});

test('B029 the same in English', async () => {
  await staff.request.patch('/api/v1/me', { data: { language: 'en' } });
  await staff.goto('/console/settings/mail');
  const region = staff.getByRole('region', { name: 'Records of the sender’s domain' });
  await region.getByRole('button', { name: 'Check now' }).click();
  await expect(region).toContainText('does not name our mail server');
  await expect(region.getByLabel('State the mail server yourself')).toHaveValue('include:spf.versand.de');
});
