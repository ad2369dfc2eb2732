import { expect, type Page } from '@playwright/test';
import { administrator } from './server.ts';

/** Steps of staff that several stories take; German. */
export async function signInToConsole(page: Page): Promise<void> {
  await page.goto('/console/');
  await page.getByLabel('Kontoname').fill(administrator.email);
  await field(page, 'Passwort').fill(administrator.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Guten Tag, / })).toBeVisible();
}

/** By the main menu, as everybody goes. */
export async function goTo(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name, exact: true }).click();
}

/** A field by its whole label, required or not. */
export const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`));

export const companyField = (page: Page) => page.getByPlaceholder('Unternehmen suchen oder anlegen');

export async function pickCompany(page: Page, typed: string, name: string): Promise<void> {
  await companyField(page).fill(typed);
  await page.getByRole('option', { name }).click();
  await expect(companyField(page)).toHaveValue(name);
}

export type Person = { salutation?: 'Frau' | 'Herr'; title?: string; firstName: string; lastName: string; email: string };

export async function fillPerson(page: Page, { salutation, title, firstName, lastName, email }: Person): Promise<void> {
  if (salutation) await field(page, 'Anrede').selectOption(salutation);
  if (title) await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Vorname').fill(firstName);
  await field(page, 'Name').fill(lastName);
  await field(page, 'E-Mail').fill(email);
}

export const tickBox = (page: Page) => page.getByRole('checkbox', { name: 'Kennwort per E-Mail versenden' });

/** What the page says after saving (B011). */
export const savedNotice = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

/** Reads a message in the corner and puts it away. */
export async function closeMessage(page: Page, text: string): Promise<void> {
  const message = page.getByRole('alert').filter({ hasText: text });
  await expect(message).toBeVisible();
  await message.getByRole('button', { name: 'Schließen' }).click();
  await expect(message).toHaveCount(0);
}
