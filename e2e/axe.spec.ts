import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling, narrow, openDevice, type Watch, watchOver, wide } from './browser.ts';
import { field, signInToConsole, tickBox } from './console.ts';
import { customerAt } from './portal.ts';
import { addCompany, addContact, type NewContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/**
 * Every page of console and portal at 1280 and 390 px, light and dark: no findings of axe (WCAG 2.2 AA), nothing that hangs out at the side, no
 * faults in the browser's console, nothing stopped by the security policy, nothing asked from elsewhere.
 */

const password = 'sieben Reiher am Kanal';
const inga = { firstName: 'Inga', lastName: 'Imhoff', email: 'inga@nordbau.example' };
const karl = { firstName: 'Karl-Theodor Maximilian', lastName: 'von und zu Hohenschwanstein-Übermünster' };
const gerd = { firstName: 'Gerd', lastName: 'Groß', email: 'gerd@nordbau.example' };

let server: Server;
let watch: Watch;
let staff: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
});

test.afterEach(async () => {
  expect.soft(watch.faults).toEqual([]);
  watch.faults.length = 0;
  await staff.goto('about:blank');
});

type Seed = { customerId: string; contactId: string; invitedId: string; bareId: string; link: string; mailId: string };
let seeds: Promise<Seed> | undefined;

/** One company with three people in different states; made when the first test asks, because the first of all wants to see nothing. */
const seed = (): Promise<Seed> => {
  seeds ??= plant();
  return seeds;
};

async function plant(): Promise<Seed> {
  const name = 'Nordbau Größe Ingenieurgesellschaft für Donaudampfschifffahrtsanlagen mbH';
  const customerId = await addCompany(staff, name, { city: 'Köln', externalId: 'K-1001' });
  const add = (contact: Omit<NewContact, 'customerId'>) => addContact(staff, { customerId, ...contact });
  const contactId = await add({ salutation: 'herr', ...gerd, portalAccess: { password } });
  const invitedId = await add({ ...inga, portalAccess: { sendPasswordLink: true } });
  const bareId = await add(karl);
  const mailbox = async () =>
    (await (await staff.request.get('/api/v1/mail/test-mailbox')).json()).items as { id: string; recipient: string }[];
  await expect.poll(async () => (await mailbox()).length).toBe(2);
  const mailId = (await mailbox()).find(({ recipient }) => recipient.includes(inga.email))?.id ?? '';
  const { text } = await (await staff.request.get(`/api/v1/mail/test-mailbox/${mailId}`)).json();
  return { customerId, contactId, invitedId, bareId, mailId, link: /\/kunden\/link\/[\w-]{43}/.exec(text)?.[0] ?? '' };
}

/** Looks at what is on screen, wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ 1280: wide, 390: narrow })) {
    await page.setViewportSize(viewport);
    await settled(page);
    await expectNoSidewaysScrolling(page, `${name}, ${size}`);
    await expectAccessible(page, `${name}, ${size}`);
  }
  await page.setViewportSize(wide);
}

/** The same for what opens above a page, which is opened anew for each size. Escape closes it. */
async function lookAtOpened(page: Page, name: string, open: () => Promise<unknown>): Promise<void> {
  for (const [size, viewport] of Object.entries({ 1280: wide, 390: narrow })) {
    await page.setViewportSize(viewport);
    await settled(page);
    await open();
    await expectNoSidewaysScrolling(page, `${name}, ${size}`);
    await expectAccessible(page, `${name}, ${size}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
  }
  await page.setViewportSize(wide);
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await look(page, path);
};

test('the console before anything is there', async ({ browser }) => {
  for (const path of ['', 'customers', 'customers?view=companies', 'settings/mail/queue', 'settings/mail/test-mailbox']) {
    await visit(staff, `/console/${path}`);
  }
  const stranger = await openDevice(browser, server, watch);
  await visit(stranger, '/console/setup/unknown');
  await visit(stranger, '/console/sign-in');
  await field(stranger, 'Kontoname').fill('jemand@muster.example');
  await field(stranger, 'Passwort').fill('nicht das richtige');
  await stranger.getByRole('button', { name: 'Anmelden' }).click();
  await expect(stranger.getByRole('alert')).toBeVisible();
  await look(stranger, 'refused sign-in of staff');
  await stranger.context().close();
});

test('every page of the console', async () => {
  const { customerId, contactId, invitedId, mailId } = await seed();
  const { items: messages } = await (await staff.request.get('/api/v1/mail/messages')).json();
  const { items: portals } = await (await staff.request.get('/api/v1/portals')).json();

  for (const path of [
    '',
    'customers',
    'customers?q=niemand',
    'customers?access=invited',
    'customers?view=companies',
    'customers/new',
    `customers/${customerId}`,
    'contacts/new',
    `contacts/${contactId}`,
    `contacts/${invitedId}`,
    'portals',
    'portals/new',
    `portals/${portals[0].id}`,
    `portals/${portals[0].id}/areas`,
    `portals/${portals[0].id}/registration`,
    `portals/${portals[0].id}/design`,
    `portals/${portals[0].id}/addresses`,
    'settings/workspace',
    'settings/mail',
    'settings/mail/queue',
    `settings/mail/messages/${messages[0].id}`,
    'settings/mail/test-mailbox',
    `settings/mail/test-mailbox/${mailId}`,
    'settings/mail-templates',
    'settings/mail-templates/set_password',
    'settings/events',
    'profile',
    'not-there',
    'contacts/01900000-0000-7000-8000-000000000000',
  ]) {
    await visit(staff, `/console/${path}`);
  }
});

test('what opens on the pages of the console: menus, dialogs, palette, faults of a form', async () => {
  const { bareId } = await seed();
  await staff.goto('/console/contacts/new');
  await tickBox(staff).check();
  await field(staff, 'Passwort').fill('kurz');
  await staff.getByRole('button', { name: 'Kontakt anlegen' }).click();
  await expect(staff.getByText('Noch nicht gespeichert')).toBeVisible();
  await look(staff, 'contact form with faults');
  const above = staff.getByRole('main').getByRole('link', { name: 'Kunden' });
  await lookAtOpened(staff, 'question about unsaved changes', async () => {
    await above.click();
    await expect(staff.getByRole('dialog')).toBeVisible();
  });
  await above.click();
  await staff.getByRole('button', { name: 'Verwerfen und weiter' }).click();

  await staff.goto(`/console/contacts/${bareId}`);
  const openMenu = async () => {
    await staff.getByRole('button', { name: /^Aktionen für Karl-Theodor/ }).click();
    await expect(staff.getByRole('menu')).toBeVisible();
  };
  await lookAtOpened(staff, 'menu of a contact', openMenu);
  await lookAtOpened(staff, 'question about deleting', async () => {
    await openMenu();
    await staff.getByRole('menuitem', { name: 'Löschen' }).click();
    await expect(staff.getByRole('dialog')).toBeVisible();
  });
  await lookAtOpened(staff, 'menu of the user', async () => {
    await staff.getByRole('button', { name: /^Menü von/ }).click();
    await expect(staff.getByRole('menu')).toBeVisible();
  });
  await lookAtOpened(staff, 'command palette', async () => {
    await staff.keyboard.press('Control+k');
    await staff.getByRole('dialog').getByRole('textbox').fill('gro');
    await expect(staff.getByRole('dialog').getByText('Gerd Groß')).toBeVisible();
  });
  await lookAtOpened(staff, 'help for the keyboard', async () => {
    await staff.keyboard.press('?');
    await expect(staff.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
  });

  await staff.setViewportSize(narrow);
  await staff.getByRole('button', { name: 'Menü öffnen' }).click();
  await expect(staff.getByRole('navigation', { name: 'Hauptmenü' })).toBeInViewport();
  await expectNoSidewaysScrolling(staff, 'menu on a telephone');
  await expectAccessible(staff, 'menu on a telephone');
  await staff.setViewportSize(wide);
});

test('every page of the portal', async ({ browser }) => {
  const customer = customerAt(await openDevice(browser, server, watch));
  const { page } = customer;
  const { link } = await seed();
  for (const path of ['sign-in', 'forgot-password', 'forgot-password/sent', 'link/unknown', 'not-there'])
    await visit(page, `/kunden/${path}`);
  await visit(page, '/console/link/unknown');
  await visit(page, link);
  await page.getByLabel(customer.say.newPassword).fill('Kundenportal2026');
  await page.getByRole('button', { name: customer.say.setPassword }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'refused password');
  await customer.setPassword(password);
  await look(page, 'sign-in after setting a password');
  await visit(page, link);
  await page.getByRole('button', { name: 'Neuen Link anfordern' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, 'new link is on its way');

  await page.goto('/kunden/sign-in');
  await customer.trySignIn(gerd.email, 'nicht das richtige');
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'refused sign-in');
  await customer.signIn(gerd.email, password);
  for (const path of ['', 'vertraege', 'profile']) await visit(page, `/kunden/${path}`);
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'profile with faults');
  await page.context().close();
});

test('every mail, as it looks in a window of its own', async ({ browser }) => {
  const page = await openDevice(browser, server, watch);
  const { items } = await (await staff.request.get('/api/v1/mail/templates')).json();
  expect(items.length).toBeGreaterThanOrEqual(4);
  for (const { key } of items as { key: string }[]) {
    for (const variant of ['de', 'de-DU', 'en']) {
      const answer = await staff.request.post(`/api/v1/mail/templates/${key}/preview`, { data: { variant } });
      const { html } = (await answer.json()) as { html: string };
      await page.setContent(html);
      for (const [size, viewport] of Object.entries({ 1280: wide, 390: narrow })) {
        await page.setViewportSize(viewport);
        await expectNoSidewaysScrolling(page, `mail ${key} ${variant}, ${size}`);
        if (variant === 'de' || size === '390') await expectAccessible(page, `mail ${key} ${variant}, ${size}`);
      }
    }
  }
  await page.context().close();
});

test('in English nothing hangs out at the side of a telephone either', async ({ browser }) => {
  const { contactId } = await seed();
  await staff.goto('/console/profile');
  await staff.getByLabel('Sprache der Konsole').selectOption('English');
  await staff.getByRole('button', { name: 'Speichern' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await staff.setViewportSize(narrow);
  for (const path of [
    '',
    'customers',
    'contacts/new',
    `contacts/${contactId}`,
    'portals',
    'settings/workspace',
    'settings/mail',
    'settings/mail/queue',
    'settings/mail-templates',
    'settings/events',
    'profile',
  ]) {
    await staff.goto(`/console/${path}`);
    await settled(staff);
    await expect(staff.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoSidewaysScrolling(staff, `English /console/${path}`);
  }
  const page = await openDevice(browser, server, watch, { language: 'en', viewport: narrow });
  for (const path of ['sign-in', 'forgot-password', 'link/unknown']) {
    await page.goto(`/kunden/${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoSidewaysScrolling(page, `English /kunden/${path}`);
  }
  await page.context().close();
});
