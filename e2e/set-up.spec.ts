import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, openDevice, type Watch, watchOver } from './browser.ts';
import { field } from './console.ts';
import { administrator, type Server, startServer, workspaceName } from './server.ts';

/** The first minutes of somebody who sets Pforte up in the browser, with everything that can go wrong in them. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let watch: Watch;
let staff: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer({ setUpInBrowser: true });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const next = () => staff.getByRole('button', { name: 'Weiter' }).click();
const step = (name: string) => staff.getByRole('heading', { level: 2, name: new RegExp(name) });

test('the console before the set-up names the one-time address, and asks for no password', async () => {
  await staff.goto('/console/');
  await expect(staff.getByRole('heading', { level: 1, name: 'Pforte ist noch nicht eingerichtet' })).toBeVisible();
  await expect(staff.getByText(`${server.url}/console/setup/…`)).toBeVisible();
  await expect(field(staff, 'Passwort')).toHaveCount(0);
  await expectAccessible(staff, 'console before the set-up');
});

test('a wrong one-time address is told in the first step, not after the last', async () => {
  await staff.goto('/console/setup/nicht-die-richtige');
  await staff.getByLabel('Name des Unternehmens').fill(workspaceName);
  await next();
  await expect(staff.getByRole('alert')).toContainText('Diese Einrichtungsadresse gilt nicht (mehr).');
  await expect(step('Unternehmen')).toBeVisible();
});

test('each step is judged before the next: the address and a weak password in their own step', async () => {
  await staff.evaluate('sessionStorage.clear()');
  await staff.goto(server.setupUrl ?? '');
  await next();
  await expect(staff.getByLabel('Name des Unternehmens')).toHaveAccessibleDescription(/Bitte ausfüllen/);
  await staff.getByLabel('Name des Unternehmens').fill(workspaceName);
  await staff.getByRole('radio', { name: 'Mit Du' }).check();
  await next();

  await staff.getByLabel('Vor- und Nachname').fill(administrator.name);
  await staff.getByLabel('E-Mail-Adresse').fill('chefin@');
  await field(staff, 'Passwort').fill('Passwort123456');
  await next();
  await expect(step('Administrator')).toBeVisible();
  await expect(staff.getByLabel('E-Mail-Adresse')).toHaveAccessibleDescription(/gültige E-Mail-Adresse/);
  await expect(field(staff, 'Passwort')).toHaveAccessibleDescription(/Angreifer/);
  await expectAccessible(staff, 'set-up with faults');
});

test('rule 18 the browser’s „Zurück“ and a reload lose nothing but the password, which is stored nowhere', async () => {
  await staff.getByLabel('E-Mail-Adresse').fill(administrator.email);
  await field(staff, 'Passwort').fill(administrator.password);
  await next();
  await expect(step('Zusammenfassung')).toBeVisible();

  await staff.goBack();
  await expect(step('Administrator')).toBeVisible();
  await expect(field(staff, 'Passwort')).toHaveValue(administrator.password);
  await staff.goBack();
  await expect(staff.getByLabel('Name des Unternehmens')).toHaveValue(workspaceName);
  await expect(staff.getByRole('radio', { name: 'Mit Du' })).toBeChecked();
  await staff.goForward();
  await staff.goForward();
  await expect(step('Zusammenfassung')).toBeVisible();

  const stored = await staff.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state])');
  expect(stored).toContain(administrator.email);
  expect(stored).not.toContain(administrator.password);
  await staff.reload();
  await expect(step('Administrator')).toBeVisible();
  await expect(staff.getByLabel('E-Mail-Adresse')).toHaveValue(administrator.email);
  await expect(field(staff, 'Passwort')).toHaveValue('');
});

test('after the set-up the console is open, and nothing of it stays in the tab', async () => {
  await field(staff, 'Passwort').fill(administrator.password);
  await next();
  await staff.getByRole('button', { name: 'Einrichten', exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name: `Guten Tag, ${administrator.name}` })).toBeVisible();
  expect(await staff.evaluate('sessionStorage.getItem("pforte.setup")')).toBeNull();
});
