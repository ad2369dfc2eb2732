import { expect, type Page } from '@playwright/test';

/** What a story needs to be there already is made by the API, with the session of the page that asks for it. */
async function post(page: Page, path: string, data: unknown): Promise<Record<string, unknown>> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

export async function addCompany(page: Page, name: string, more: Record<string, string> = {}): Promise<string> {
  return String((await post(page, '/customers', { name, ...more })).id);
}

export type NewContact = {
  customerId: string;
  salutation?: 'frau' | 'herr';
  firstName: string;
  lastName: string;
  email?: string;
  portalAccess?: { sendPasswordLink?: boolean; password?: string };
};

/** Answers the id. */
export async function addContact(page: Page, contact: NewContact): Promise<string> {
  const saved = await post(page, '/contacts', contact);
  return String((saved.contact as { id: unknown }).id);
}
