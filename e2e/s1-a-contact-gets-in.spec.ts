import { type Browser, expect, type Page, test } from '@playwright/test';
import { openDevice, phone, type Watch, watchOver } from './browser.ts';
import { closeMessage, companyField, field, fillPerson, goTo, pickCompany, savedNotice, tickBox } from './console.ts';
import { type Arrived, linkIn, type MailServer, startMailServer } from './mail-server.ts';
import { picture } from './picture.ts';
import { type Customer, customerAt } from './portal.ts';
import { administrator, type Server, startServer, workspaceName } from './server.ts';

/**
 * Help article S1, from the first start on: staff give a contact a way into the customer area, in the article's three ways.
 * The server is started as `npm start` starts it; the mails are real ones.
 */
test.describe.configure({ mode: 'serial' });

const anne = {
  salutation: 'Frau',
  title: 'Dr.',
  firstName: 'Änne',
  lastName: 'Größmann',
  email: 'anne.groessmann@nordbau.example',
} as const;
const bodo = { salutation: 'Herr', firstName: 'Bodo', lastName: 'Übelacker', email: 'bodo@nordbau.example' } as const;
const cora = { salutation: 'Frau', firstName: 'Cora', lastName: 'Çelik', email: 'cora@nordbau.example' } as const;
const dirk = { firstName: 'Dirk', lastName: 'Dörr', email: 'dirk@nordbau.example' };
const firstPassword = 'sieben Reiher am Kanal';
const secondPassword = 'neun Otter unter der Brücke';

let mailServer: MailServer;
let server: Server;
let watch: Watch;
let staff: Page;
let customer: Customer;
let invitation: Arrived;
const secrets: string[] = [];

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  mailServer = await startMailServer();
  server = await startServer({ smtpUrl: mailServer.url, likeNpmStart: true, setUpInBrowser: true });
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch, { permissions: ['clipboard-read', 'clipboard-write'] });
  customer = customerAt(await openDevice(browser, server, watch, phone));
});

test.afterAll(async () => {
  await staff?.context().close();
  await customer?.page.context().close();
  expect(await server?.stop()).toBe(0);
  await mailServer?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

const remember = (mail: Arrived): string => {
  const link = linkIn(mail);
  secrets.push(link.split('/').at(-1) ?? '');
  return link;
};

test('the address that the first start prints leads through the set-up, once', async ({ browser }) => {
  expect(server.setupUrl).toMatch(/^http:\/\/localhost:\d+\/console\/setup\/[\w-]{40,}$/);
  await staff.goto(server.setupUrl ?? '');
  await expect(staff.getByRole('heading', { name: 'Pforte einrichten' })).toBeVisible();

  await staff.getByLabel('Name des Unternehmens').fill(workspaceName);
  await expect(staff.getByRole('radiogroup', { name: 'Sprache für Kunden' }).getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await expect(staff.getByRole('radio', { name: 'Mit Sie' })).toBeChecked();
  await expect(staff.getByLabel('Zeitzone')).toHaveValue(/Europe\/Berlin|Berlin/);
  await picture(staff, 'setup-de-1280');
  await staff.getByRole('button', { name: 'Weiter' }).click();

  await staff.getByLabel('Vor- und Nachname').fill(administrator.name);
  await staff.getByLabel('E-Mail-Adresse').fill(administrator.email);
  await field(staff, 'Passwort').fill(administrator.password);
  await staff.getByRole('button', { name: 'Weiter' }).click();

  await expect(staff.getByRole('heading', { name: /Zusammenfassung/ })).toBeVisible();
  await expect(staff.getByText(administrator.password)).toHaveCount(0);
  await staff.getByRole('button', { name: 'Einrichten', exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name: `Guten Tag, ${administrator.name}` })).toBeVisible();

  const late = await openDevice(browser, server, watch);
  await late.goto(server.setupUrl ?? '');
  await expect(late.getByText('Hier ist schon alles eingerichtet')).toBeVisible();
  await late.context().close();
});

test('B007 a contact is added without the tick: saved, and nothing is sent', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Unternehmen anlegen' }).first().click();
  await field(staff, 'Name').fill('Nordbau Größe GmbH');
  await staff.getByLabel('Ort', { exact: true }).fill('Köln');
  await staff.getByRole('button', { name: 'Unternehmen anlegen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Nordbau Größe GmbH' })).toBeVisible();
  await closeMessage(staff, 'Nordbau Größe GmbH ist angelegt.');

  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await expect(companyField(staff)).toHaveValue('Nordbau Größe GmbH');
  await fillPerson(staff, anne);
  await expect(tickBox(staff)).not.toBeChecked();
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();

  await expect(staff.getByRole('heading', { level: 1, name: 'Dr. Änne Größmann' })).toBeVisible();
  const notice = savedNotice(staff, 'Es wurde keine E-Mail angefordert.');
  await notice.getByRole('button', { name: 'Schließen' }).click();
  await expect(notice).toHaveCount(0);
  expect(mailServer.mails).toEqual([]);
});

test('B001 B002 B011 option 1: „Kennwort per E-Mail versenden“ is ticked and saved, the page says what happened, a real mail arrives', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByLabel('Name, E-Mail, Kundennummer').fill('groessman');
  await staff.getByRole('link', { name: 'Dr. Änne Größmann', exact: true }).click();
  await tickBox(staff).check();
  await expect(staff.getByRole('group', { name: 'Bereiche' }).getByRole('checkbox', { name: 'Verträge' })).toBeChecked();
  await picture(staff, 'contact-form-de-1280', { height: 1240 });
  await staff.getByRole('button', { name: 'Speichern' }).click();

  await expect(savedNotice(staff, `E-Mail an ${anne.email}: Vom Mailserver angenommen`)).toBeVisible();
  await expect(tickBox(staff)).not.toBeChecked();
  invitation = await mailServer.next(anne.email);
  secrets.push(linkIn(invitation).split('/').at(-1) ?? '');
});

test('B002 the mail says who, what for, with which link and until when, in text and in HTML', async () => {
  const { from, to, raw, email } = invitation;
  expect(from).toBe('no-reply@muster-energie.example');
  expect(to).toEqual([anne.email]);
  expect(email.from).toMatchObject({ name: workspaceName, address: 'no-reply@muster-energie.example' });
  expect(email.to).toEqual([{ name: 'Änne Größmann', address: anne.email }]);
  expect(email.subject).toBe('Legen Sie ein neues Passwort fest: Kundenportal');
  expect(email.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(raw).not.toMatch(/[\x80-\xff]/);

  const link = linkIn(invitation);
  expect(link).toMatch(new RegExp(`^${server.url}/kunden/link/[\\w-]{43}$`));
  expect(email.text).toContain('Guten Tag Frau Dr. Größmann,');
  expect(email.text).toContain('Nordbau Größe GmbH');
  expect(email.html).toContain('Guten Tag Frau Dr. Größmann,');
  expect(email.html).toContain(`href="${link}"`);
  const until = /Der Link gilt bis \p{L}+, (\d\d)\.(\d\d)\.(\d{4})/u.exec(email.text ?? '');
  const inTwoDays = new Date(server.now().getTime() + 48 * 3_600_000);
  expect(until?.slice(1).reverse().join('-')).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(inTwoDays));
});

test('B013 robots that look at the link first change nothing', async ({ request }) => {
  for (const robot of ['Slackbot-LinkExpanding 1.0', 'Mozilla/5.0 (compatible; SafeLinks)', 'WhatsApp/2.23']) {
    const headers = { 'user-agent': robot };
    expect((await request.head(linkIn(invitation), { headers })).status()).toBe(200);
    expect((await request.get(linkIn(invitation), { headers })).status()).toBe(200);
  }
});

test('B012 the contact opens the link on a telephone, sets a password, and the link is used', async () => {
  await customer.page.goto(linkIn(invitation));
  await expect(customer.page.getByRole('heading', { name: 'Passwort festlegen' })).toBeVisible();
  await expect(customer.page.getByText(anne.email)).toBeVisible();
  await expect(customer.page.getByText('Mindestens 12 Zeichen.')).toBeVisible();
  await picture(customer.page, 'portal-link-de-390');

  await customer.page.getByLabel('Neues Passwort').fill('Kundenportal2026');
  await customer.page.getByRole('button', { name: 'Passwort festlegen' }).click();
  await expect(customer.page.getByRole('alert')).toBeVisible();
  await customer.setPassword(firstPassword);

  await customer.page.goto(linkIn(invitation));
  await expect(customer.page.getByRole('heading', { name: 'Link schon benutzt' })).toBeVisible();
  await expect(customer.page.getByRole('button', { name: 'Neuen Link anfordern' })).toBeVisible();
});

test('B024 a notice says that the password was set, without a link that sets one', async () => {
  const { email } = await mailServer.next(anne.email);
  expect(email.subject).toBe('Ihr Passwort für „Kundenportal“ wurde festgelegt');
  expect(email.text).not.toContain('/link/');
});

test('B020 the contact signs in, sees the areas, signs out; below the button stands „Passwort vergessen“', async () => {
  await customer.page.goto('/kunden/');
  await expect(customer.page).toHaveURL(/\/kunden\/sign-in$/);
  await picture(customer.page, 'portal-sign-in-de-390');
  const button = await customer.signInButton.boundingBox();
  const link = await customer.forgottenLink.boundingBox();
  expect(link?.y).toBeGreaterThan((button?.y ?? 0) + (button?.height ?? 0) - 1);

  await customer.signIn(anne.email, firstPassword);
  await expect(customer.page.getByRole('heading', { level: 1 })).toHaveText('Guten Tag Frau Dr. Größmann');
  for (const area of ['Verträge', 'Rechnungen', 'Anfragen']) {
    await expect(customer.page.getByRole('heading', { level: 2, name: area })).toBeVisible();
  }
  await customer.page.getByRole('link', { name: /^Verträge/ }).click();
  await expect(customer.page.getByRole('heading', { level: 1, name: 'Verträge' })).toBeVisible();
  await customer.signOut();
  await customer.page.goto('/kunden/vertraege');
  await expect(customer.page).toHaveURL(/\/kunden\/sign-in/);
});

test('B018 the contact forgets the password, gets a new mail, sets a new one; the old one no longer works', async () => {
  await customer.page.goto('/kunden/');
  await customer.forget(anne.email);
  const mail = await mailServer.next(anne.email);
  expect(mail.email.subject).toBe('Neues Passwort für „Kundenportal“');
  await customer.page.goto(remember(mail));
  await customer.setPassword(secondPassword);

  await customer.trySignIn(anne.email, firstPassword);
  await expect(customer.page.getByRole('alert')).toContainText(customer.say.wrong);
  await customer.signIn(anne.email, secondPassword);
  await customer.signOut();
  await mailServer.next(anne.email);
});

test('B011 the console shows that the contact can sign in, and what became of every mail', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Dr. Änne Größmann', exact: true }).click();
  await staff.reload();
  await expect(staff.getByText('Kann sich anmelden').first()).toBeVisible();
  const mails = staff.getByRole('region', { name: 'E-Mails an diese Person' });
  await expect(mails.getByRole('listitem').filter({ hasText: 'Vom Mailserver angenommen' })).toHaveCount(1);
  await expect(mails.getByText('Legen Sie ein neues Passwort fest')).toHaveCount(1);
  await expect(mails.getByText('Übergeben', { exact: true })).toHaveCount(4);
});

test('B004 B005 option 2: a new contact, the tick, an empty password; the link mail goes out at once', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await pickCompany(staff, 'nordbau', 'Nordbau Größe GmbH');
  await fillPerson(staff, bodo);
  await tickBox(staff).check();
  await expect(field(staff, 'Passwort')).toHaveValue('');
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();

  await expect(staff.getByRole('heading', { level: 1, name: 'Bodo Übelacker' })).toBeVisible();
  await expect(savedNotice(staff, bodo.email)).toContainText('Vom Mailserver angenommen');
  await expect(staff.getByText('Eingeladen', { exact: true }).first()).toBeVisible();
  await picture(staff, 'contact-saved-de-1280', { height: 900 });

  await customer.page.goto(remember(await mailServer.next(bodo.email)));
  await customer.setPassword(firstPassword);
  await customer.signIn(bodo.email, firstPassword);
  await expect(customer.page.getByRole('heading', { level: 1 })).toHaveText('Guten Tag Herr Übelacker');
  await customer.signOut();
  await mailServer.next(bodo.email);
});

test('B008 B009 a corrected address, a typed password and the tick in one save: both happen, at the new address, and the page says so', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await pickCompany(staff, 'nordbau', 'Nordbau Größe GmbH');
  await fillPerson(staff, { ...dirk, email: 'drik@nordbau.example' });
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Dirk Dörr' })).toBeVisible();

  await field(staff, 'E-Mail').fill(dirk.email);
  await tickBox(staff).check();
  await expect(staff.getByText(`Die E-Mail geht an die neue Adresse ${dirk.email}.`)).toBeVisible();
  await field(staff, 'Passwort').fill(firstPassword);
  await expect(staff.getByText('Beides geschieht:')).toBeVisible();
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(savedNotice(staff, dirk.email)).toContainText('Das eingegebene Passwort ist gespeichert und gilt sofort.');

  const mails = [await mailServer.next(dirk.email), await mailServer.next(dirk.email)];
  const link = mails.find(({ email }) => email.subject === invitation.email.subject);
  if (link) remember(link);
  await customer.page.goto('/kunden/');
  await customer.signIn(dirk.email, firstPassword);
  await customer.signOut();
  expect(mailServer.mails.flatMap(({ to }) => to)).not.toContain('drik@nordbau.example');
});

test('B019 B023 option 3: staff copy the address of „Passwort vergessen“ and hand it on', async () => {
  await goTo(staff, 'Kunden');
  await staff.getByRole('link', { name: 'Kontakt anlegen' }).first().click();
  await pickCompany(staff, 'nordbau', 'Nordbau Größe GmbH');
  await fillPerson(staff, cora);
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Cora Çelik' })).toBeVisible();

  await goTo(staff, 'Portale', 'Kundenportal');
  await expect(staff.getByRole('heading', { level: 1, name: 'Kundenportal' })).toBeVisible();
  await staff.getByRole('link', { name: 'Adressen', exact: true }).click();
  await expect(staff.getByRole('region', { name: 'Adressen' })).toBeVisible();
  await picture(staff, 'portal-addresses-de-1280');
  const addresses = staff.getByRole('region', { name: 'Adressen' });
  const buttons = addresses.getByRole('button').filter({ hasText: /^(Adresse kopieren|Kopiert)$/ });
  await expect(buttons).toHaveCount(3);
  const copied: unknown[] = [];
  for (const button of await buttons.all()) {
    await button.click();
    await expect(button).toHaveText('Kopiert');
    copied.push(await staff.evaluate('navigator.clipboard.readText()'));
  }
  expect(copied).toEqual([`${server.url}/kunden/sign-in`, `${server.url}/kunden/forgot-password`, `${server.url}/clients/forgot_password`]);
});

test('B019 B021 B022 the contact without access fetches a password with the stored address; another one gets nothing and the same answer', async () => {
  const answers: string[] = [];
  for (const typed of ['cora.privat@mail.example', cora.email]) {
    await customer.page.goto('/clients/forgot_password');
    await expect(customer.page).toHaveURL(/\/kunden\/forgot-password$/);
    await customer.page.getByLabel(customer.say.typed).fill(typed);
    await customer.page.getByRole('button', { name: customer.say.request }).click();
    await expect(customer.page.getByText(customer.say.sent)).toBeVisible();
    answers.push(`${customer.page.url()} ${await customer.page.locator('body').innerHTML()}`);
  }
  expect(answers[1]).toBe(answers[0]);

  await customer.page.goto(remember(await mailServer.next(cora.email)));
  await customer.setPassword(firstPassword);
  await customer.signIn(cora.email, firstPassword);
  await expect(customer.page.getByRole('heading', { level: 1 })).toHaveText('Guten Tag Frau Çelik');
  await mailServer.next(cora.email);
  expect(mailServer.mails.flatMap(({ to }) => to)).not.toContain('cora.privat@mail.example');
});

test('rule 18 no secret of a link and no password is seen anywhere but in its mail', async () => {
  await goTo(staff, 'E-Mail');
  await staff.getByRole('link', { name: 'E-Mail-Warteschlange' }).click();
  await expect(staff.getByText('10 E-Mails')).toBeVisible();
  await picture(staff, 'mail-queue-de-1280');

  const { items } = await (await staff.request.get('/api/v1/mail/messages')).json();
  const places = ['/mail/messages', '/events', '/contacts', ...items.map(({ id }: { id: string }) => `/mail/messages/${id}`)];
  const shown = [server.output(), JSON.stringify(mailServer.mails.filter(({ email }) => /geändert/.test(email.subject ?? '')))];
  for (const place of places) {
    const answer = await staff.request.get(`/api/v1${place}`);
    expect(answer.status(), place).toBe(200);
    shown.push(await answer.text());
  }
  expect(secrets).toHaveLength(5);
  for (const secret of [...secrets, firstPassword, secondPassword, administrator.password]) {
    expect(shown.join('\n').includes(secret), `„${secret}“ is seen`).toBe(false);
  }
});
