import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { signInToConsole } from './console.ts';
import { customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** „Registrierungsprozess nachverfolgen“: somebody registers by themselves, confirms it, waits, and is assigned (S5). */
test.describe.configure({ mode: 'serial' });

const password = 'sieben Reiher am Kanal';
const anna = { firstName: 'Anna', lastName: 'Amsel', email: 'anna@privat.example' };

let server: Server;
let watch: Watch;
let staff: Page;
let visitor: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  visitor = await openDevice(browser, server, watch, phone);
  await signInToConsole(staff);
  const { items } = await (await staff.request.get('/api/v1/portals')).json();
  const consents = [
    {
      key: 'agb',
      textDe: 'Ich stimme den Nutzungsbedingungen zu.',
      textEn: 'I agree to the terms of use.',
      url: 'https://muster-energie.example/agb',
      required: true,
    },
    {
      key: 'news',
      textDe: 'Ich möchte Neuigkeiten per E-Mail bekommen.',
      textEn: 'I want to get news by e-mail.',
      url: null,
      required: false,
    },
  ];
  const rules = {
    selfRegistration: 'match-or-pending',
    identifiers: ['email', 'customer-number'],
    pendingNoticeTo: ['service@muster-energie.example'],
    consents,
  };
  expect((await staff.request.patch(`/api/v1/portals/${items[0].id}`, { data: rules })).status()).toBe(200);
});

test.afterAll(async () => {
  await staff?.context().close();
  await visitor?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

type Mail = { id: string; recipient: string; subject: string; text: string };

/** The newest mail to somebody, once it is there. */
async function mailTo(recipient: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      const { items } = await (await staff.request.get('/api/v1/mail/test-mailbox')).json();
      found = (items as Mail[]).find((mail) => mail.recipient.includes(recipient));
      return found !== undefined;
    })
    .toBe(true);
  return (await staff.request.get(`/api/v1/mail/test-mailbox/${found?.id}`)).json();
}

const linkIn = ({ text }: Mail): string => /https?:\/\/\S+\/link\/[\w-]+/.exec(text)?.[0] ?? '';

async function accessOf(name: string): Promise<{ id: string; registration: string; assignment: string }> {
  const { items } = await (await staff.request.get('/api/v1/accesses', { params: { q: name } })).json();
  return items[0];
}

async function fill(page: Page, person: typeof anna, secret: string): Promise<void> {
  await page.getByLabel('Anrede').selectOption('Frau');
  await page.getByLabel('Vorname').fill(person.firstName);
  await page.getByLabel('Name', { exact: true }).fill(person.lastName);
  await page.getByLabel('E-Mail-Adresse').fill(person.email);
  await page.getByLabel('Passwort', { exact: true }).fill(secret);
}

test('the sign-in page leads to the form, which is usable on a telephone, light and dark', async () => {
  await visitor.goto('/kunden/sign-in');
  await visitor.getByRole('link', { name: 'Registrieren' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: 'Registrieren' })).toBeVisible();
  for (const viewport of [wide, narrow]) {
    await visitor.setViewportSize(viewport);
    await expectNoSidewaysScrolling(visitor, `the form at ${viewport.width} px`);
    await expectAccessible(visitor, `the form at ${viewport.width} px`);
  }
});

test('what is missing is said at the field and above the form, and nothing that was typed is lost but the password', async () => {
  await fill(visitor, anna, password);
  await visitor.getByRole('button', { name: 'Registrieren' }).click();
  await expect(visitor.getByRole('alert')).toContainText('Kundennummer: Bitte ausfüllen.');
  await expect(visitor.getByRole('alert')).toContainText('Ohne diese Einwilligung geht es nicht weiter.');
  await expect(visitor.getByLabel('E-Mail-Adresse')).toHaveValue(anna.email);
  await expect(visitor.getByLabel('Passwort', { exact: true })).toHaveValue('');
  await expectAccessible(visitor, 'the form with faults');
});

test('B111 after sending the form the person is told to look into the mailbox; staff see „Aktivierungs-E-Mail geschickt“', async () => {
  await visitor.getByLabel('Passwort', { exact: true }).fill(password);
  await visitor.getByLabel('Kundennummer').fill('K-4711');
  await visitor.getByLabel('Ich stimme den Nutzungsbedingungen zu.').check();
  const proven = visitor.waitForRequest((request) => request.method() === 'POST');
  await visitor.getByRole('button', { name: 'Registrieren' }).click();
  expect(new URLSearchParams((await proven).postData() ?? '').get('proof')?.length, 'the script has done the work').toBeGreaterThan(100);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Bitte ins Postfach sehen' })).toBeVisible();
  await expect(visitor.getByText(`Wir haben Ihnen eine E-Mail an ${anna.email} geschickt.`)).toBeVisible();
  await expectAccessible(visitor, 'the page after the form');
  await mailTo(anna.email);
  expect(await accessOf('Amsel')).toMatchObject({ registration: 'activation-sent', assignment: 'pending' });
});

test('B113 the link shows a page; the password behind it confirms the registration', async () => {
  await visitor.goto(linkIn(await mailTo(anna.email)));
  await expect(visitor.getByRole('heading', { level: 1, name: 'Registrierung bestätigen' })).toBeVisible();
  await expectAccessible(visitor, 'the page behind the link');
  await expectNoSidewaysScrolling(visitor, 'the page behind the link');
  await visitor.getByLabel('Passwort', { exact: true }).fill('ganz falsch geraten');
  await visitor.getByRole('button', { name: 'Registrierung bestätigen' }).click();
  await expect(visitor.getByRole('alert')).toContainText('Das ist nicht das Passwort. Der Link bleibt gültig.');
  await visitor.getByRole('link', { name: 'Passwort vergessen? Neues festlegen' }).click();
  await expectAccessible(visitor, 'the page for a new password');
  await visitor.getByRole('link', { name: 'Zurück' }).click();
  await visitor.getByLabel('Passwort', { exact: true }).fill(password);
  await visitor.getByRole('button', { name: 'Registrierung bestätigen' }).click();
  await expect(visitor.getByText('Die Registrierung ist bestätigt. Jetzt anmelden.')).toBeVisible();
  expect(await accessOf('Amsel')).toMatchObject({ registration: 'registered', assignment: 'pending' });
});

test('B105 B122 nobody fits, so the person waits, and the staff that the portal names are told', async () => {
  await customerAt(visitor).signIn(anna.email, password);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Ihr Zugang wird noch zugeordnet' })).toBeVisible();
  expect((await mailTo('service@muster-energie.example')).text).toContain('Anna Amsel');
});

test('B110 staff assign a contact; the next request shows the portal', async () => {
  const customerId = await addCompany(staff, 'Amsel Energie GmbH');
  const contactId = await addContact(staff, { customerId, salutation: 'frau', firstName: 'Anna', lastName: 'Amsel' });
  const { id } = await accessOf('Amsel');
  expect((await staff.request.post(`/api/v1/accesses/${id}/assign`, { data: { contactId } })).status()).toBe(200);
  await visitor.getByRole('link', { name: 'Noch einmal nachsehen' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: 'Guten Tag Frau Amsel' })).toBeVisible();
});

test('without JavaScript the whole way works too', async ({ browser }) => {
  const bare = await openDevice(browser, server, watch, { javaScriptEnabled: false });
  const bea = { firstName: 'Bea', lastName: 'Specht', email: 'bea@privat.example' };
  await bare.goto('/kunden/register');
  await fill(bare, bea, password);
  await bare.getByLabel('Kundennummer').fill('K-1');
  await bare.getByLabel('Ich stimme den Nutzungsbedingungen zu.').check();
  await bare.getByRole('button', { name: 'Registrieren' }).click();
  await expect(bare.getByRole('heading', { level: 1, name: 'Bitte ins Postfach sehen' })).toBeVisible();
  await bare.goto(linkIn(await mailTo(bea.email)));
  await bare.getByLabel('Passwort', { exact: true }).fill(password);
  await bare.getByRole('button', { name: 'Registrierung bestätigen' }).click();
  await expect(bare.getByText('Die Registrierung ist bestätigt. Jetzt anmelden.')).toBeVisible();
  await bare.context().close();
});
