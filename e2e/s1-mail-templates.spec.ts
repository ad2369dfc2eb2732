import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, type Watch, watchOver, wide } from './browser.ts';
import { goTo, signInToConsole } from './console.ts';
import { linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { addCompany, addContact } from './records.ts';
import { administrator, type Server, startServer } from './server.ts';

/** Help article S1: the mail „Legen Sie ein neues Passwort fest“ in the company's own words. */
test.describe.configure({ mode: 'serial' });

const templateName = 'Legen Sie ein neues Passwort fest';
const jakob = { salutation: 'herr', firstName: 'Jakob', lastName: 'Jürgens', email: 'jakob@nordbau.example' } as const;

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customerId: string;

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
  customerId = await addCompany(staff, 'Nordbau Größe GmbH', { city: 'Köln' });
  await addContact(staff, { customerId, ...jakob });
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
  await mailServer?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const formal = () => staff.getByRole('region', { name: 'Deutsch, Sie', exact: true });
const preview = () => staff.getByRole('region', { name: /^Vorschau/ });
const shownMail = () => preview().frameLocator('iframe');
const choose = (name: string) => staff.getByRole('radiogroup', { name: 'Sprache und Anredeform' }).getByText(name, { exact: true }).click();
const turnTo = (name: string) => staff.getByRole('radiogroup', { name: 'Anzeigen' }).getByText(name, { exact: true }).click();
const block = (name: RegExp): Locator => formal().getByRole('group', { name });
const save = () => staff.getByRole('button', { name: 'Speichern' }).click();

const give = (firstName: string, lastName: string, email: string) =>
  addContact(staff, { customerId, firstName, lastName, email, portalAccess: { sendPasswordLink: true } });

/** The save bar goes when everything is stored. */
async function isSaved(): Promise<void> {
  await expect(staff.getByText('Nicht gespeicherte Änderungen')).toHaveCount(0);
  await expect(staff.getByRole('alert').filter({ hasText: 'Gespeichert' }).first()).toBeVisible();
}

async function openTemplate(): Promise<void> {
  await goTo(staff, 'E-Mail Templates');
  await staff.getByRole('link', { name: templateName }).click();
  await expect(staff.getByRole('heading', { level: 1, name: templateName })).toBeVisible();
}

test('B016 the template shows its words with the mail beside them, and stays in sight while somebody reads on', async () => {
  await openTemplate();
  await expect(formal()).toBeVisible();
  await expect(staff.getByRole('region', { name: 'Englisch', exact: true })).toHaveCount(0);
  await expect(shownMail().getByRole('heading', { name: templateName })).toBeVisible();
  await formal().getByLabel('10. Kleingedrucktes: Text').scrollIntoViewIfNeeded();
  await expect(shownMail().getByRole('heading', { name: templateName })).toBeInViewport();
  await expectNoSidewaysScrolling(staff, 'editor');
  await expectAccessible(staff, 'editor');
  await picture(staff, 'template-editor-de-1280', { height: 1400 });
});

test('both forms of German and English stand side by side for whoever wants that, and this is remembered', async () => {
  await choose('Alle drei');
  for (const name of ['Deutsch, Sie', 'Deutsch, Du', 'Englisch'])
    await expect(staff.getByRole('region', { name, exact: true })).toBeVisible();
  await expectNoSidewaysScrolling(staff, 'editor, side by side');
  await expectAccessible(staff, 'editor, side by side');
  await staff.reload();
  // Three wordings at once are the largest page of the console; a busy machine takes its time.
  await expect(staff.getByRole('region', { name: 'Deutsch, Du', exact: true })).toBeVisible({ timeout: 30_000 });
  await turnTo('Vorschau');
  await choose('Englisch');
  await expect(shownMail().getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await turnTo('Wortlaut');
  await expect(staff.getByRole('region', { name: 'Deutsch, Du', exact: true })).toBeVisible();
});

test('blocks stand in the order of the mail, and one that this person does not get to see says so', async () => {
  await choose('Deutsch, Sie');
  const names = await formal().locator('legend').allTextContents();
  expect(names.slice(-4)).toEqual(['7. Gruß', '8. Kleingedrucktes', '9. Kleingedrucktes', '10. Kleingedrucktes']);
  await expect(block(/^10\. /).getByText('Erscheint hier nicht. Es fehlt: „Ansprechpartner“')).toBeVisible();
  await expect(shownMail().getByText('Fragen beantwortet')).toHaveCount(0);
  await expect(block(/^8\. /).getByRole('button', { name: /nach oben$/ })).toBeDisabled();
});

test('the words are changed, a field is put where the cursor is, and the preview follows, for a real person', async () => {
  await formal().getByLabel('Betreff').fill('Ihr Schlüssel zu ');
  await formal().getByRole('button', { name: 'Feld einfügen: Deutsch, Sie' }).click();
  await staff.getByRole('menuitem', { name: /^Portal/ }).click();
  await expect(formal().getByLabel('Betreff')).toHaveValue('Ihr Schlüssel zu {Portal}');
  await expect(formal().getByLabel('Betreff')).toBeFocused();
  await block(/^1\. Überschrift/)
    .getByRole('textbox')
    .fill('Ihr Schlüssel liegt bereit');
  await expect(shownMail().getByRole('heading', { name: 'Ihr Schlüssel liegt bereit' })).toBeVisible();

  await preview().getByRole('textbox', { name: 'Vorschau für' }).fill('jürg');
  await staff.getByRole('option', { name: /Jakob Jürgens/ }).click();
  await expect(shownMail().getByText('Guten Tag Herr Jürgens,')).toBeVisible();
  await expect(shownMail().getByText('Nordbau Größe GmbH')).toBeVisible();

  await preview().getByText('Text', { exact: true }).click();
  await expect(preview().getByText('Guten Tag Herr Jürgens,')).toBeVisible();
  await preview().getByText('Dunkel', { exact: true }).click();
  await expect(shownMail().locator('body')).toHaveCSS('background-color', 'rgb(15, 20, 32)');
  await preview().getByText('Telefon', { exact: true }).click();
  await expect(shownMail().locator('body')).toHaveCSS('background-color', 'rgb(238, 241, 245)');
  await preview().getByText('Bildschirm', { exact: true }).click();
  await picture(staff, 'template-preview-de-1280', { height: 1200 });
});

test('what is wrong is said while it is being written', async () => {
  const text = block(/^2\. Absatz/).getByRole('textbox');
  await text.fill('{anrde} gilt {validUntil} {count},');
  await expect(text).toHaveValue('{anrde} gilt {bis wann} {count},');
  await expect(block(/^2\. Absatz/).getByText('Das Feld „{anrde}“ gibt es nicht.')).toBeVisible();
  await expect(block(/^2\. Absatz/).getByText('Das Feld „{count}“ gehört zu anderen E-Mails')).toBeVisible();
  await expect(block(/^2\. Absatz/).locator('mark[data-kind=unknown]')).toHaveText(['{anrde}', '{count}']);
  await expectAccessible(staff, 'editor with a fault');
  await text.fill('{anrede},');
  await expect(text).toHaveValue('{Anrede},');
  await expect(block(/^2\. Absatz/).getByText('gibt es nicht')).toHaveCount(0);
});

test('rule 17 without its link the mail cannot be saved, and nothing typed is lost', async () => {
  await block(/Schaltfläche/)
    .getByRole('button', { name: /entfernen$/ })
    .click();
  await expect(formal().getByText('In dieser E-Mail fehlt ihr Link.')).toBeVisible();
  await save();
  await expect(staff.getByRole('alert').filter({ hasText: 'Ohne ihren Link ist diese E-Mail nutzlos' })).toBeVisible();
  await expect(formal().getByLabel('Betreff')).toHaveValue('Ihr Schlüssel zu {Portal}');
  await staff.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Übersicht', exact: true }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Auf der Seite bleiben' }).click();

  await formal()
    .getByLabel(/Hervorhebung: Text/)
    .focus();
  await formal().getByRole('button', { name: 'Baustein einfügen: Deutsch, Sie' }).click();
  await staff.getByRole('menuitem', { name: 'Schaltfläche' }).click();
  await expect(block(/^6\. Schaltfläche/).getByLabel('Beschriftung')).toBeFocused();
  await staff.keyboard.type('Schlüssel abholen');
  await expect(formal().getByText('fehlt ihr Link')).toHaveCount(0);
});

test('a block is moved by the keyboard, and keeps the focus', async () => {
  await staff.keyboard.press('Alt+ArrowUp');
  await expect(block(/^5\. Schaltfläche/).getByLabel('Beschriftung')).toBeFocused();
  await block(/^5\. Schaltfläche/)
    .getByRole('button', { name: /nach unten$/ })
    .click();
  await block(/^6\. Schaltfläche/)
    .getByRole('button', { name: /nach oben$/ })
    .click();
  await expect(block(/^5\. Schaltfläche/).getByLabel('Beschriftung')).toHaveValue('Schlüssel abholen');
});

test('B030 „Test an mich“ sends what is written, marked as a test, before anything is saved', async () => {
  await staff.getByRole('button', { name: 'Test an mich' }).click();
  const dialog = staff.getByRole('dialog', { name: /Test-E-Mail senden/ });
  await expect(dialog.getByLabel(/^An/)).toHaveValue(administrator.email);
  await expectAccessible(staff, 'dialog for a test mail');
  await dialog.getByRole('button', { name: 'Test-E-Mail senden' }).click();
  await expect(dialog).toHaveCount(0);
  const mail = await mailServer.next(administrator.email);
  expect(mail.email.subject).toBe('[Test] Ihr Schlüssel zu Kundenportal');
  expect(mail.email.text).toContain('Guten Tag Herr Jürgens,');
  expect(mail.email.text).toContain('bewirkt nichts');
  await staff.context().request.get(linkIn(mail));
});

test('B002 saved, the next mail carries the new words', async () => {
  await save();
  await isSaved();
  await expect(formal().getByText('Angepasst')).toBeVisible();
  await give('Klara', 'Köhler', 'klara@nordbau.example');
  const mail = await mailServer.next('klara@nordbau.example');
  expect(mail.email.subject).toBe('Ihr Schlüssel zu Kundenportal');
  expect(mail.email.text).toContain('Ihr Schlüssel liegt bereit');
  expect(mail.email.text).toContain('Guten Tag Klara Köhler,');
  expect(linkIn(mail)).toContain(`${server.url}/kunden/link/`);
  await goTo(staff, 'E-Mail Templates');
  await expect(staff.getByRole('region', { name: 'Kunden' }).getByText('Angepasst')).toBeVisible();
  await expectAccessible(staff, 'list with an adapted template');
});

test('somebody else saves first: both are there, and the person decides', async () => {
  await openTemplate();
  await choose('Deutsch, Sie');
  const path = '/api/v1/mail/templates/set_password/variants/de';
  const { content } = await (await staff.request.get(path)).json();
  await formal().getByLabel('Vorschauzeile').fill('Meine Zeile.');
  await staff.request.put(path, { data: { content: { ...content, preheader: 'Die Zeile der Kollegin.' } } });
  await save();
  const notice = staff.getByRole('alert').filter({ hasText: 'Inzwischen von jemand anderem geändert' });
  await expect(notice).toContainText('Kollegin');
  await expectAccessible(staff, 'editor that was overtaken');
  await notice.getByRole('button', { name: 'Eigene Eingaben behalten' }).click();
  await save();
  await isSaved();
});

test('the difference to the original, the versions, and the way back', async () => {
  const history = formal().getByRole('button', { name: 'Fassungen: Deutsch, Sie' });
  await history.click();
  await staff.getByRole('menuitem', { name: 'Unterschied zum Original' }).click();
  const difference = staff.getByRole('dialog', { name: /Unterschied zum Original/ });
  await expect(difference.locator('ins', { hasText: 'Ihr Schlüssel liegt bereit' })).toBeVisible();
  await expect(difference.locator('del').first()).toBeVisible();
  await expectAccessible(staff, 'difference to the original');
  await difference.getByRole('button', { name: 'Schließen' }).click();

  await history.click();
  await staff.getByRole('menuitem', { name: 'Alle Fassungen' }).click();
  const versions = staff.getByRole('dialog', { name: /Fassungen/ });
  await expect(versions.getByText('Fassung 3')).toBeVisible();
  await expect(versions.getByText(/, chefin$/).first()).toBeVisible();
  await versions.getByText('Unterschied zum jetzigen Wortlaut').first().click();
  await expect(versions.locator('ins', { hasText: 'Kollegin' })).toBeVisible();
  await expectAccessible(staff, 'versions');
  await versions.getByRole('button', { name: 'Fassung 1 wiederherstellen' }).click();
  await expect(formal().getByLabel('Vorschauzeile')).toHaveValue(/^Mit diesem Link/);

  await history.click();
  await staff.getByRole('menuitem', { name: 'Original wiederherstellen' }).click();
  const question = staff.getByRole('dialog', { name: /Original wiederherstellen/ });
  await expect(question).toContainText(/Fassung 4 vom .* \(chefin\) gilt dann nicht mehr/);
  await expect(question.locator('del', { hasText: 'Ihr Schlüssel liegt bereit' })).toBeVisible();
  await expectAccessible(staff, 'question before the original');
  await question.getByRole('button', { name: 'Original wiederherstellen' }).click();
  await expect(formal().getByLabel('Betreff')).toHaveValue('Legen Sie ein neues Passwort fest: {Portal}');
  await staff.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(formal().getByLabel('Betreff')).toHaveValue('Ihr Schlüssel zu {Portal}');
  await history.click();
  await staff.getByRole('menuitem', { name: 'Original wiederherstellen' }).click();
  await question.getByRole('button', { name: 'Original wiederherstellen' }).click();
  await expect(formal().getByLabel('Betreff')).toHaveValue('Legen Sie ein neues Passwort fest: {Portal}');
  await give('Lars', 'Lüders', 'lars@nordbau.example');
  expect((await mailServer.next('lars@nordbau.example')).email.subject).toBe('Legen Sie ein neues Passwort fest: Kundenportal');
});

test('a portal can have words of its own', async () => {
  await staff.getByLabel('Gilt für').selectOption('Kundenportal');
  await expect(formal().getByText('Wie alle Portale')).toBeVisible();
  await formal().getByLabel('Betreff').fill('Nur für {Portal}');
  await expect(staff.getByLabel('Gilt für')).toBeDisabled();
  await staff.keyboard.press('Control+s');
  await isSaved();
  await give('Mia', 'Möller', 'mia@nordbau.example');
  expect((await mailServer.next('mia@nordbau.example')).email.subject).toBe('Nur für Kundenportal');
});

test('on a telephone, and in English', async () => {
  await staff.setViewportSize(narrow);
  await expectNoSidewaysScrolling(staff, 'editor on a telephone');
  await expectAccessible(staff, 'editor on a telephone');
  await turnTo('Vorschau');
  await expect(shownMail().getByRole('heading', { name: templateName })).toBeInViewport();
  await expect(formal()).toHaveCount(0);
  await expectNoSidewaysScrolling(staff, 'preview on a telephone');
  await expectAccessible(staff, 'preview on a telephone');
  await turnTo('Wortlaut');
  await staff.setViewportSize(wide);
  await staff.request.patch('/api/v1/me', { data: { language: 'en' } });
  await staff.goto('/console/settings/mail-templates/set_password');
  await expect(staff.getByRole('region', { name: 'English', exact: true })).toBeVisible();
  await expect(staff.locator('html')).toHaveAttribute('lang', 'en');
  for (const size of [wide, narrow]) {
    await staff.setViewportSize(size);
    await expectNoSidewaysScrolling(staff, `English editor, ${size.width}`);
    await expectAccessible(staff, `English editor, ${size.width}`);
  }
});
