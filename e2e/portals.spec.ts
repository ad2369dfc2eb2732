import { expect, type Page, test } from '@playwright/test';
import { openDevice, phone, type Watch, watchOver } from './browser.ts';
import { field, goTo, signInToConsole } from './console.ts';
import { addCompany } from './records.ts';
import { type Server, startServer } from './server.ts';

/** Several portals in one workspace (S3, S5): one is added, gets its people, is switched off and on, and moves to another address. */
test.describe.configure({ mode: 'serial' });

const password = 'neun Kraniche über dem Fluss';
const bernd = { firstName: 'Bernd', lastName: 'Bauer', email: 'bernd@elektro-elbe.example' };

let server: Server;
let watch: Watch;
let staff: Page;
let installer: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  installer = await openDevice(browser, server, watch, phone);
  await signInToConsole(staff);
});

test.afterAll(async () => {
  await staff?.context().close();
  await installer?.context().close();
  await server?.stop();
});

const menu = () => staff.getByRole('navigation', { name: 'Hauptmenü' });
const tab = (name: string) => staff.getByRole('navigation', { name: 'Seiten dieses Portals' }).getByRole('link', { name, exact: true });

test('„+ Portal“ opens an installer portal, and the menu shows it with its „Benutzer“', async () => {
  await goTo(staff, 'Portale');
  await staff.getByRole('link', { name: 'Portal anlegen' }).click();
  await field(staff, 'Name').fill('Installateurportal');
  await field(staff, 'Kurzname in der Adresse').fill('console');
  await staff.getByRole('button', { name: 'Portal anlegen' }).click();
  await expect(staff.getByText('Unter „/console/“ liegt eine Seite des Servers selbst.').first()).toBeVisible();
  await field(staff, 'Kurzname in der Adresse').fill('Installateure');
  await staff.getByRole('button', { name: 'Portal anlegen' }).click();

  await expect(staff.getByRole('heading', { level: 1, name: 'Installateurportal' })).toBeVisible();
  await expect(staff.getByText('Noch niemand hat einen Zugang')).toBeVisible();
  await menu().getByRole('link', { name: 'Benutzer von Installateurportal' }).click();
  await expect(staff).toHaveURL(/\/portals\/[\w-]+\/users/);
  await expect(tab('Benutzer')).toHaveAttribute('aria-current', 'page');
});

test('it gets an area and a role of its own, and somebody in that role', async () => {
  await tab('Bereiche & Rollen').click();
  await staff.getByRole('button', { name: 'Bereich hinzufügen' }).click();
  await field(staff, 'Name auf Deutsch').fill('Lager');
  await field(staff, 'Name auf Englisch').fill('Store');
  await field(staff, 'Schlüssel').fill('lager');
  await staff.getByRole('dialog').getByRole('button', { name: 'Bereich hinzufügen' }).click();
  await expect(staff.getByText('für niemanden offen')).toHaveCount(4);

  await staff.getByRole('button', { name: 'Rolle hinzufügen' }).click();
  await field(staff, 'Name auf Deutsch').fill('Meisterbetrieb');
  await field(staff, 'Name auf Englisch').fill('Master craftsman');
  await field(staff, 'Schlüssel').fill('meister');
  await staff.getByLabel('Beginnt mit allen Bereichen').uncheck();
  await staff.getByRole('checkbox', { name: 'Lager' }).check();
  await staff.getByRole('dialog').getByRole('button', { name: 'Rolle hinzufügen' }).click();
  await expect(staff.getByText('Beginnt mit: Lager')).toBeVisible();

  const customerId = await addCompany(staff, 'Elektro Elbe');
  const { items } = await (await staff.request.get('/api/v1/portals')).json();
  const portalId = items.find(({ slug }: { slug: string }) => slug === 'installateure').id;
  const answer = await staff.request.post('/api/v1/contacts', {
    data: { customerId, ...bernd, portalAccess: { portalId, role: 'meister', password } },
  });
  expect(answer.status()).toBe(201);

  await installer.goto('/installateure/sign-in');
  await installer.getByLabel('Kontoname').fill(bernd.email);
  await installer.getByLabel('Passwort', { exact: true }).fill(password);
  await installer.getByRole('button', { name: 'Anmelden' }).click();
  await expect(installer.getByRole('heading', { name: 'Lager' })).toBeVisible();
  await expect(installer.getByRole('heading', { name: 'Aufträge' })).toHaveCount(0);
});

test('switched off it turns everybody away at the next click, and takes them in again afterwards', async () => {
  await tab('Überblick').click();
  const act = async (name: string) => {
    await staff.getByRole('button', { name: 'Aktionen für Installateurportal' }).click();
    await staff.getByRole('menuitem', { name }).click();
  };
  await act('Abschalten');
  await expect(staff.getByRole('dialog')).toContainText('1 Person hat einen Zugang');
  await staff.getByRole('dialog').getByRole('button', { name: 'Abschalten' }).click();
  await expect(staff.getByText('Dieses Portal ist abgeschaltet')).toBeVisible();

  await installer.goto('/installateure/lager');
  await expect(installer.getByRole('heading', { name: 'Dieses Portal ist zurzeit abgeschaltet' })).toBeVisible();
  await act('Wieder einschalten');
  await expect(staff.getByText('Dieses Portal ist abgeschaltet')).toHaveCount(0);
  await installer.goto('/installateure/lager');
  await expect(installer.getByRole('heading', { level: 1, name: 'Lager' })).toBeVisible();
});

test('its address changes, and the old one still leads to it', async () => {
  await tab('Gestaltung').click();
  await field(staff, 'Kurzname in der Adresse').fill('handwerk');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Installateurportal ist gespeichert.')).toBeVisible();
  await installer.goto('/installateure/lager');
  await expect(installer).toHaveURL(/\/handwerk\/lager$/);
  await expect(installer.getByRole('heading', { level: 1, name: 'Lager' })).toBeVisible();
});

test('who may register is asked for where it is switched on, and what cannot be meant is refused at its field', async () => {
  await tab('Registrierung').click();
  await staff.getByLabel('Alle; wer nicht passt, wartet auf die Zuordnung').check();
  await expect(staff.getByText('Von einer wartenden Registrierung erfährt niemand per E-Mail.')).toBeVisible();
  await staff.getByLabel('Diese Domains nie').fill('keine domain');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('„keine domain“ ist keine Domain. Beispiel: firma.de.').first()).toBeVisible();
  await staff.getByLabel('Diese Domains nie').fill('wegwerf.example');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Installateurportal ist gespeichert.')).toBeVisible();
  // What was answered with 403 above was meant to be.
  expect(watch.faults.filter((fault) => !/\b(403|409|422)\b/.test(fault))).toEqual([]);
});
