import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, phone, type Watch, watchOver, wide } from './browser.ts';
import { field, goTo, pickCompany, signInToConsole } from './console.ts';
import { type Customer, customerAt } from './portal.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** „Portalzugänge verwalten“ (S5): who is whom, who must not come in any more. */
test.describe.configure({ mode: 'serial' });

const password = 'sieben Reiher am Kanal';

let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let nordbau = '';

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  customer = customerAt(await openDevice(browser, server, watch, phone));
  await signInToConsole(staff);
  nordbau = await addCompany(staff, 'Nordbau Größe GmbH');
  await send('POST', '/portals', { slug: 'installateure', name: 'Installateurportal', kind: 'installer' });
  await addContact(staff, {
    customerId: nordbau,
    salutation: 'frau',
    firstName: 'Anna',
    lastName: 'Amsel',
    email: 'anna@nordbau.example',
    portalAccess: { password },
  });
  const { items } = await read<{ items: { id: string; name: string }[] }>('/portals');
  const portalId = items.find(({ name }) => name === 'Installateurportal')?.id;
  await addContact(staff, {
    customerId: nordbau,
    salutation: 'herr',
    firstName: 'Bernd',
    lastName: 'Bussard',
    email: 'bernd@nordbau.example',
    portalAccess: { portalId, sendPasswordLink: true } as never,
  });
});

test.afterAll(async () => {
  await staff?.context().close();
  await customer?.page.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

async function send(method: 'POST' | 'PATCH', path: string, data: unknown): Promise<void> {
  const answer = await staff.request.fetch(`/api/v1${path}`, { method, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}
const read = async <Body>(path: string): Promise<Body> => (await staff.request.get(`/api/v1${path}`)).json();

/** Somebody with a password whose contact nobody knows, as after a registration that fitted none. */
async function pending(email: string, person: { firstName: string; lastName: string }): Promise<string> {
  const contactId = await addContact(staff, { customerId: nordbau, salutation: 'herr', ...person, email, portalAccess: { password } });
  const { accesses } = await read<{ accesses: { accessId: string }[] }>(`/contacts/${contactId}`);
  const accessId = String(accesses[0]?.accessId);
  await send('POST', `/accesses/${accessId}/unassign`, { contactId });
  return accessId;
}

const openList = async () => {
  await staff.goto('/console/');
  await goTo(staff, 'Portal Zugänge');
  await expect(staff.getByRole('heading', { level: 1, name: 'Portal Zugänge' })).toBeVisible();
};
const row = (name: string) => staff.getByRole('row').filter({ hasText: name });
const dialog = (name: RegExp) => staff.getByRole('dialog', { name });
const menuOf = async (name: string, item: string) => {
  await row(name)
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await staff.getByRole('menuitem', { name: item }).click();
};
const openAccess = async (name: string) => {
  await openList();
  await row(name).getByRole('link', { name }).first().click();
  await expect(staff.getByRole('heading', { level: 1, name })).toBeVisible();
};
const save = async () => {
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByRole('alert').filter({ hasText: 'Gespeichert' })).toBeVisible();
};
/** The `Switch` of the house is a check box with a role of its own. */
const granted = () => staff.getByRole('switch', { name: 'Zugang gewährt' });

test('B103 B104 one list for both portals: the Quelle tells the users apart, each with both statuses', async () => {
  await openList();
  await expect(row('Anna Amsel')).toContainText('Kundenportal');
  await expect(row('Anna Amsel')).toContainText('Zugeordnet');
  await expect(row('Anna Amsel')).toContainText('Registriert');
  await expect(row('Bernd Bussard')).toContainText('Installateurportal');
  await expect(row('Bernd Bussard')).toContainText('Eingeladen');
});

test('B107 B110 B122 „Nutzer zuordnen“ in the three-dot menu: the candidate is there with the reason, the person comes out of the waiting room', async () => {
  await pending('uwe@uhu.example', { firstName: 'Uwe', lastName: 'Uhu' });
  await customer.page.goto('/kunden/');
  await customer.signIn('uwe@uhu.example', password);
  await expect(customer.page.getByText('Verträge')).toHaveCount(0);

  await openList();
  await expect(row('uwe@uhu.example')).toContainText('Ausstehend');
  await menuOf('uwe@uhu.example', 'Nutzer zuordnen');
  const asked = dialog(/^Kontakt zuordnen/);
  await expect(asked.getByRole('listitem').filter({ hasText: 'Uwe Uhu' }).first()).toContainText('Gleiche E-Mail-Adresse');
  await expectAccessible(staff, 'the dialog with its suggestions');
  await asked.getByRole('button', { name: 'Zuordnen: Uwe Uhu' }).click();
  await expect(asked).toHaveCount(0);
  await expect(row('Uwe Uhu')).toContainText('Zugeordnet');
  await customer.page.goto('/kunden/');
  await expect(customer.page.getByRole('link', { name: /Verträge/ }).first()).toBeVisible();
});

test('B109 the dialog searches by sound and typing mistake, too', async () => {
  await pending('gast@frei.example', { firstName: 'Klaus', lastName: 'Schmidt' });
  await openList();
  await menuOf('gast@frei.example', 'Nutzer zuordnen');
  const asked = dialog(/^Kontakt zuordnen/);
  await asked.getByRole('searchbox').fill('Schmitt');
  await expect(asked.getByRole('listitem').filter({ hasText: 'Klaus Schmidt' }).first()).toBeVisible();
  await asked.getByRole('searchbox').fill('gibt es nicht');
  await expect(asked.getByRole('status')).toHaveText('Dazu gibt es keinen Kontakt.');
  await staff.keyboard.press('Escape');
});

test('B108 B109 „Kontakt hinzufügen“ in the detail view: a new contact is made and assigned at once; B125 and undone', async () => {
  await openAccess('gast@frei.example');
  await expectAccessible(staff, 'the page of a pending access');
  await staff.getByRole('region', { name: 'Zugeordneter Kontakt' }).getByRole('button', { name: 'Kontakt hinzufügen' }).click();
  const asked = dialog(/^Kontakt zuordnen/);
  await asked.getByRole('button', { name: 'Neuen Kontakt anlegen' }).click();
  await asked.getByRole('button', { name: 'Anlegen und zuordnen' }).click();
  await expect(asked.getByText('Bitte ein Unternehmen wählen')).toBeVisible();
  await pickCompany(staff, 'Nordbau', 'Nordbau Größe GmbH');
  await field(staff, 'Vorname').fill('Carla');
  await asked.getByLabel(/^Name/).fill('Circus');
  await expectAccessible(staff, 'the dialog with its form');
  await asked.getByRole('button', { name: 'Anlegen und zuordnen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Carla Circus' })).toBeVisible();
  await expect(staff.getByText('Zugeordnet', { exact: true }).first()).toBeVisible();

  await staff.getByRole('button', { name: 'Zuordnung aufheben: Carla Circus' }).click();
  await expect(dialog(/Carla Circus aufheben/)).toContainText(
    'Ab sofort sieht die Person nichts mehr von Carla Circus (Nordbau Größe GmbH)',
  );
  await dialog(/Carla Circus aufheben/)
    .getByRole('button', { name: 'Zuordnung aufheben' })
    .click();
  await expect(staff.getByText('Ausstehend', { exact: true }).first()).toBeVisible();
});

test('B114 B116 „Zugang gewährt“ off and saved: out at the next click, and „Benutzer deaktiviert“ at the sign-in; B120 on again', async () => {
  await openAccess('Uwe Uhu');
  await granted().click({ force: true });
  await field(staff, 'Grund').fill('Vertrag beendet');
  await save();
  await expect(staff.getByText('Gesperrt', { exact: false }).first()).toBeVisible();
  await customer.page.reload();
  await expect(customer.signInButton).toBeVisible();
  await customer.trySignIn('uwe@uhu.example', password);
  await expect(customer.page.getByText('Benutzer deaktiviert')).toBeVisible();
  await expect(customer.page.getByText('Vertrag beendet')).toHaveCount(0);
  await expectAccessible(staff, 'the page of a blocked access');

  await staff.getByRole('button', { name: 'Entsperren' }).first().click();
  await expect(granted()).toBeChecked();
  await customer.page.goto('/kunden/sign-in');
  await customer.signIn('uwe@uhu.example', password);
});

test('B115 B116 B121 the „Ablaufdatum“ says from when on in which zone, ends the access, and is extended in one click', async () => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(server.now());
  await staff.getByLabel('Ablaufdatum').fill(today);
  await expect(staff.getByText(/Kein Zugang ab 00:00 Uhr am \d\d\.\d\d\.\d{4} \(Europe\/Berlin\)\./)).toBeVisible();
  await save();
  await customer.page.reload();
  await customer.trySignIn('uwe@uhu.example', password);
  await expect(customer.page.getByText('Benutzer deaktiviert')).toBeVisible();
  await staff.getByRole('button', { name: 'Um 30 Tage verlängern' }).first().click();
  await expect(staff.getByText('Kann sich anmelden', { exact: false }).first()).toBeVisible();
  await customer.page.goto('/kunden/sign-in');
  await customer.signIn('uwe@uhu.example', password);
});

test('the overview leads to who waits, and extends whose access ends soon', async () => {
  await goTo(staff, 'Übersicht');
  const region = staff.getByRole('region', { name: 'Portal Zugänge' });
  await expect(region.getByRole('link', { name: 'Zuordnung ausstehend' })).toBeVisible();
  await expect(region.getByRole('button', { name: /^Uwe Uhu: Um 30 Tage/ })).toBeVisible();
  await expectAccessible(staff, 'the overview');
  await region.getByRole('link', { name: 'Zuordnung ausstehend' }).click();
  await expect(row('gast@frei.example')).toBeVisible();
  await expect(row('Anna Amsel')).toHaveCount(0);
});

test('„Zugang löschen“ says what goes along, and the person is a stranger afterwards', async () => {
  await openAccess('Uwe Uhu');
  await staff
    .getByRole('button', { name: /Uwe Uhu/ })
    .first()
    .click();
  await staff.getByRole('menuitem', { name: 'Zugang löschen' }).click();
  const asked = dialog(/^Zugang von Uwe Uhu löschen/);
  await expect(asked).toContainText('Auch der Login uwe@uhu.example wird gelöscht');
  await expect(asked).toContainText('Angemeldete Geräte: 1');
  await asked.getByRole('button', { name: 'Zugang löschen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Portal Zugänge' })).toBeVisible();
  await expect(row('Uwe Uhu')).toHaveCount(0);
  await customer.page.goto('/kunden/sign-in');
  await customer.trySignIn('uwe@uhu.example', password);
  await expect(customer.page.getByText(customer.say.wrong)).toBeVisible();
});

test('everything fits a telephone, and speaks English', async () => {
  await staff.setViewportSize(narrow);
  await openAccessNarrow('gast@frei.example');
  await expectNoSidewaysScrolling(staff, 'the page of an access');
  await staff.getByRole('region', { name: 'Zugeordneter Kontakt' }).getByRole('button', { name: 'Kontakt hinzufügen' }).click();
  await expectNoSidewaysScrolling(staff, 'the dialog');
  await staff.keyboard.press('Escape');
  await send('PATCH', '/me', { language: 'en' });
  await staff.reload();
  await expect(staff.getByRole('region', { name: 'Assigned contact' })).toBeVisible();
  await expect(staff.getByText('Timeline')).toBeVisible();
  await expectAccessible(staff, 'the page in English, narrow');
  await send('PATCH', '/me', { language: 'de' });
  await staff.setViewportSize(wide);
});

async function openAccessNarrow(name: string): Promise<void> {
  await staff.goto('/console/accesses');
  await staff.getByRole('link', { name }).first().click();
  await expect(staff.getByRole('heading', { level: 1, name })).toBeVisible();
}
