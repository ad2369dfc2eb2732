import { expect, type Page, test } from '@playwright/test';
import { openDevice, type Watch, watchOver, withoutTransitions } from './browser.ts';
import { goTo, signInToConsole } from './console.ts';
import { addCompany, addContact } from './records.ts';
import { type Server, startServer } from './server.ts';

/** Everything can be reached and done without a mouse. */
let server: Server;
let watch: Watch;
let staff: Page;
let contactId: string;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  watch = watchOver(server);
  staff = await openDevice(browser, server, watch);
  await signInToConsole(staff);
  const customerId = await addCompany(staff, 'Nordbau Größe GmbH');
  await addContact(staff, { customerId, firstName: 'Anna', lastName: 'Amsel', email: 'anna@nordbau.example' });
  contactId = await addContact(staff, { customerId, firstName: 'Bernd', lastName: 'Bussard' });
  await addContact(staff, { customerId, firstName: 'Clara', lastName: 'Chamäleon' });
});

test.afterAll(async () => {
  await staff?.context().close();
  await server?.stop();
});

test.afterEach(() => {
  expect(watch.faults).toEqual([]);
});

/** What a mouse could use here, by its place in the page. Of radio buttons with one name the keyboard reaches one, and the arrows the others. */
const markAll = `(() => {
  const groups = new Set();
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || element.type === 'hidden' || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== 'radio') return true;
    const isNew = !groups.has(element.name);
    groups.add(element.name);
    return isNew;
  });
  all.forEach((element, place) => element.setAttribute('data-story', element.type === 'radio' ? 'radio ' + element.name : 'place ' + place));
  document.querySelectorAll('input[type=radio]').forEach((element) => element.setAttribute('data-story', 'radio ' + element.name));
  return all.map((element) => element.dataset.story);
})()`;

const focused = `(() => {
  const element = document.activeElement;
  return element?.dataset.story && element.dataset.story + '|' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
})()`;

/** Whether something around the element with the focus shows that it has it: an outline or a ring, of its own or of what stands for it. */
const showsFocus = `(() => {
  const marked = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const element = document.activeElement;
  return [element, element.parentElement, ...element.parentElement.children].some(marked);
})()`;

/** Goes through a page with the tab key until it starts again. Answers what was not reached, and what was reached without showing it. */
async function tabThrough(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(withoutTransitions);
  const wanted = new Set<string>(await page.evaluate(markAll));
  const count = wanted.size;
  const unseen: string[] = [];
  expect(count).toBeGreaterThan(5);
  for (let presses = 0; presses < count * 2 && wanted.size > 0; presses += 1) {
    await page.keyboard.press('Tab');
    const where: string | undefined = await page.evaluate(focused);
    if (!where) continue;
    wanted.delete(where.split('|')[0] ?? '');
    if (!(await page.evaluate(showsFocus))) unseen.push(where);
  }
  const missed = await Promise.all(
    [...wanted].map((mark) =>
      page
        .locator(`[data-story="${mark}"]`)
        .first()
        .evaluate((element) => element.outerHTML.slice(0, 200)),
    ),
  );
  return { missed, unseen };
}

test('the tab key reaches everything on a page of the console and of the portal, and the focus is seen', async ({ browser }) => {
  for (const path of [
    '',
    'customers',
    'contacts/new',
    `contacts/${contactId}`,
    'settings/mail-templates',
    'settings/workspace',
    'profile',
  ]) {
    await staff.goto(`/console/${path}`);
    await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(staff.locator('[aria-busy=true]')).toHaveCount(0);
    expect.soft(await tabThrough(staff), `/console/${path}`).toEqual({ missed: [], unseen: [] });
  }
  const customer = await openDevice(browser, server, watch);
  await customer.goto('/kunden/sign-in');
  expect.soft(await tabThrough(customer), 'sign-in').toEqual({ missed: [], unseen: [] });
  await customer.context().close();
});

test('the first tab offers to skip to the content, on the console and in the portal', async ({ browser }) => {
  const customer = await openDevice(browser, server, watch);
  await customer.goto('/kunden/sign-in');
  await staff.goto('/console/customers');
  await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
  for (const page of [staff, customer]) {
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  }
  await customer.context().close();
});

test('j and k go through the list, x selects, Enter opens, / searches', async () => {
  await goTo(staff, 'Kunden');
  await expect(staff.getByText('3 Personen')).toBeVisible();
  const row = (name: string) => staff.getByRole('link', { name, exact: true });
  await staff.keyboard.press('j');
  await expect(row('Anna Amsel')).toBeFocused();
  await staff.keyboard.press('j');
  await expect(row('Bernd Bussard')).toBeFocused();
  await staff.keyboard.press('x');
  await expect(staff.getByText('1 ausgewählt')).toBeVisible();
  await staff.keyboard.press('x');
  await staff.keyboard.press('k');
  await expect(row('Anna Amsel')).toBeFocused();
  await staff.keyboard.press('/');
  await expect(staff.getByLabel('Name, E-Mail, Kundennummer')).toBeFocused();
  await staff.keyboard.type('chamaeleon');
  await expect(staff.getByText('1 Person', { exact: true })).toBeVisible();
  await staff.getByRole('heading', { level: 1 }).click();
  await staff.keyboard.press('j');
  await staff.keyboard.press('Enter');
  await expect(staff.getByRole('heading', { level: 1, name: 'Clara Chamäleon' })).toBeVisible();
});

test('Strg K finds people, pages and actions from anywhere', async () => {
  await staff.goto('/console/profile');
  await expect(staff.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
  const palette = staff.getByRole('dialog');
  for (const [typed, found, heading] of [
    ['bussard', 'Bernd Bussard', 'Bernd Bussard'],
    ['templ', 'E-Mail Templates', 'E-Mail Templates'],
    ['kontakt anl', 'Kontakt anlegen', 'Kontakt anlegen'],
  ] as const) {
    await staff.keyboard.press('Control+k');
    await expect(palette.getByRole('textbox')).toBeFocused();
    await staff.keyboard.type(typed);
    await expect(palette.getByText(found, { exact: true })).toBeVisible();
    await staff.keyboard.press('ArrowDown');
    await staff.keyboard.press('Enter');
    await expect(staff.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(palette).toHaveCount(0);
  }
});
