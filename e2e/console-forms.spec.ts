import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, narrow, openDevice, type Watch, watchOver, wide } from './browser.ts';
import { closeMessage, field, fillPerson, goTo, pickCompany, savedNotice, signInToConsole, tickBox } from './console.ts';
import { addCompany, addContact } from './records.ts';
import { administrator, type Server, startServer } from './server.ts';

/** What a newcomer stumbles over in the forms of the console: one save at a time, one answer at a time, nothing hidden, nothing without its reason. */
test.describe.configure({ mode: 'serial' });

const anna = { firstName: 'Anna', lastName: 'Amsel', email: 'anna@nordbau.example' };
const bernd = { firstName: 'Bernd', lastName: 'Bussard', email: 'bernd@nordbau.example' };

let server: Server;
let watch: Watch;
let staff: Page;
let customerId: string;
let annaId: string;
let berndId: string;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch, { viewport: { width: 1280, height: 900 } });
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

test('the sign-in names what is missing at its field, and says whom to ask about a lost password', async () => {
  await staff.goto('/console/sign-in');
  await staff.getByRole('button', { name: 'Anmelden' }).click();
  await expect(staff.getByRole('alert')).toContainText('Bitte den Kontonamen eingeben.');
  await expect(staff.getByLabel('Kontoname')).toHaveAccessibleDescription(/Bitte den Kontonamen eingeben/);
  await expect(field(staff, 'Passwort')).toHaveAccessibleDescription(/Bitte das Passwort eingeben/);
  await staff.getByLabel('Kontoname').fill(administrator.email);
  await staff.getByRole('button', { name: 'Anmelden' }).click();
  await expect(staff.getByRole('alert')).not.toContainText('Kontonamen');
  await expect(staff.getByRole('alert')).toContainText('Bitte das Passwort eingeben.');
  await expect(staff.getByText('Bitte an die Administratorin oder den Administrator wenden')).toBeVisible();
  await expect(staff.getByText('npx')).toHaveCount(0);
});

test('the first steps lead to „Ansprechpartner bei Fragen“, the addresses say that nobody is entered yet', async () => {
  await signInToConsole(staff);
  const steps = staff.getByRole('region', { name: 'Erste Schritte' });
  await goTo(staff, 'Portale');
  await expect(staff.getByText(/Noch kein Ansprechpartner bei Fragen/)).toBeVisible();
  await goTo(staff, 'Übersicht');
  await steps.getByRole('link', { name: 'Ansprechpartner eintragen' }).click();
  await expect(staff.getByLabel('Ansprechpartner bei Fragen')).toBeFocused();
  await expectAccessible(staff, 'portal without somebody to ask');

  await staff.evaluate(watchFields);
  await staff.getByLabel('Ansprechpartner bei Fragen').fill('service@muster.example');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await closeMessage(staff, 'Kundenportal ist gespeichert.');
  await expect(staff.getByText(/Noch kein Ansprechpartner bei Fragen/)).toHaveCount(0);
  // A frame in which the form showed what was stored before would stand here once more, empty.
  expect((await staff.evaluate<string[]>('window.shownValues')).slice(1)).toEqual(['service@muster.example']);
  await goTo(staff, 'Übersicht');
  await expect(steps.getByRole('listitem').filter({ hasText: 'Ansprechpartner eintragen' })).toContainText('Erledigt');
});

/** Writes down what the field shows, frame by frame. */
const watchFields = `(() => {
  window.shownValues = [];
  const look = () => {
    const value = document.getElementById('field-supportContact')?.value;
    if (value !== undefined && window.shownValues.at(-1) !== value) window.shownValues.push(value);
    requestAnimationFrame(look);
  };
  look();
})()`;

/** Whether the tick box is what a click at its place would hit. */
const onTop = `(() => {
  const box = document.getElementById('field-sendPasswordLink');
  const { left, top, width, height } = box.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === box;
})()`;

const submitThrice = `(() => {
  const form = document.querySelector('main form');
  for (let count = 0; count < 3; count += 1) form.requestSubmit();
})()`;

test('the form for a new contact covers none of its fields and can be left', async () => {
  customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  annaId = await addContact(staff, { customerId, ...anna });
  berndId = await addContact(staff, { customerId, ...bernd });
  await staff.goto('/console/contacts/new');
  await expect(tickBox(staff)).toBeInViewport();
  const isOnTop = await staff.evaluate(onTop);
  expect(isOnTop).toBe(true);

  await pickCompany(staff, 'nordbau', 'Nordbau Größe GmbH');
  await fillPerson(staff, { ...anna, email: 'andere@nordbau.example' });
  await staff.getByRole('button', { name: 'Abbrechen' }).click();
  await staff.getByRole('button', { name: 'Verwerfen und weiter' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Kunden' })).toBeVisible();
  await expect(staff.getByText('2 Personen')).toBeVisible();
});

test('B001 „Zugang geben“ leads to the tick box and ticks it, from the list and on the page; nothing happens until it is saved', async () => {
  await staff.getByRole('link', { name: 'Zugang geben: Anna Amsel' }).click();
  await expect(tickBox(staff)).toBeChecked();
  await expect(tickBox(staff)).toBeFocused();
  await expect(tickBox(staff)).toBeInViewport();
  await expect(staff).toHaveURL(new RegExp(`/console/contacts/${annaId}$`));
  await staff.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(tickBox(staff)).not.toBeChecked();

  await staff.getByRole('button', { name: 'Zugang geben' }).click();
  await expect(tickBox(staff)).toBeChecked();
  await expect(tickBox(staff)).toBeFocused();
  expect(await (await staff.request.get(`/api/v1/contacts/${annaId}/messages`)).json()).toEqual({ items: [] });
});

test('B011 a click as fast as can be saves once; the page tells what becomes of the mail, without being loaded again', async () => {
  const sent: string[] = [];
  staff.on('request', (request) => request.method() === 'PATCH' && sent.push(request.url()));
  await staff.evaluate(submitThrice);
  const notice = savedNotice(staff, 'Anna Amsel ist gespeichert.');
  await expect(notice).toContainText(`Die E-Mail an ${anna.email} kommt ins Testpostfach.`);
  await expect(notice).toContainText(/Im Testpostfach abgelegt am/);
  await expect(staff.getByRole('region', { name: 'E-Mails an diese Person' })).toContainText('Übergeben');
  await expect(staff.getByText(/Link läuft in 48 Std. ab/).first()).toBeVisible();
  await expect(staff.getByText('Inzwischen von jemand anderem geändert')).toHaveCount(0);
  expect(sent).toHaveLength(1);
});

test('a save that is refused takes away what the one before said', async () => {
  await field(staff, 'E-Mail').fill('kaputt@');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByText('Noch nicht gespeichert')).toBeVisible();
  await expect(savedNotice(staff, 'ist gespeichert')).toHaveCount(0);
  await staff.getByRole('button', { name: 'Verwerfen' }).click();
});

test('B011 sending a link once more says what became of its mail', async () => {
  await staff.getByRole('button', { name: 'Passwort-Link erneut senden' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Link senden' }).click();
  const notice = savedNotice(staff, 'Passwort-Link an Anna Amsel');
  await expect(notice).toContainText(`Die E-Mail an ${anna.email} kommt ins Testpostfach.`);
  await expect(notice).not.toContainText('gespeichert');
});

test('„Löschen“ stays where it is not possible and says why; the arrow keys reach it', async () => {
  await staff.getByRole('button', { name: 'Aktionen für Anna Amsel' }).click();
  const remove = staff.getByRole('menuitem', { name: 'Löschen' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAccessibleName(/Diese Person hat einen Zugang/);
  await expectAccessible(staff, 'menu with an action that is not possible');
  await staff.keyboard.press('ArrowUp');
  await expect(remove).toBeFocused();
  await staff.keyboard.press('Enter');
  await expect(staff.getByRole('dialog')).toHaveCount(0);
  await staff.keyboard.press('Escape');

  await staff.goto(`/console/contacts/${berndId}`);
  await staff.getByRole('button', { name: 'Aktionen für Bernd Bussard' }).click();
  await expect(remove).not.toHaveAttribute('aria-disabled', 'true');
  await staff.keyboard.press('Escape');
});

test('„Rückgängig“ is there in full, on a wide screen and on a telephone', async () => {
  for (const viewport of [wide, narrow]) {
    await staff.setViewportSize(viewport);
    await staff.goto('/console/settings/mail-templates');
    const first = staff.getByRole('region', { name: 'Kunden' }).getByRole('switch').first();
    await first.press('Space');
    const undo = staff.getByRole('button', { name: 'Rückgängig' });
    await expect(undo).toBeInViewport({ ratio: 1 });
    const isCut = await undo.evaluate((button) =>
      [button, ...button.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1),
    );
    expect(isCut).toBe(false);
    await undo.click();
    await expect(first).toBeChecked();
  }
});
