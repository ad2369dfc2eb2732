import { expect } from 'vitest';
import type { TestApp } from '../../../app.fixture.ts';
import type { Problem } from '../../../platform/http/contract.ts';
import { newId } from '../../../platform/id.ts';
import type { TemplateContent, TemplateVariantView } from './contract.ts';
import { templateOf } from './templates.ts';

/** The template „Legen Sie ein neues Passwort fest“ at work in a whole server: its words over HTTP, and the mails that carry them. */
export function templateAtWork(app: TestApp) {
  const { db } = app.database;
  const path = '/mail/templates/set_password';
  const original = templateOf('set_password').content;

  /** What has arrived at this address. */
  async function arrivedAt(address: string): Promise<{ subject: string; text: string; html: string }> {
    await app.work();
    const mail = (await app.mails()).find(({ recipient }) => recipient.includes(address));
    if (!mail) throw new Error('no mail arrived');
    return mail;
  }

  return {
    path,
    original,
    arrivedAt,
    read: (variant: string, query: Record<string, string> = {}) =>
      app.api<TemplateVariantView>('GET', `${path}/variants/${variant}`, { query }),
    save: (variant: string, content: unknown, headers: Record<string, string> = {}, query: Record<string, string> = {}) =>
      app.api<TemplateVariantView & Problem>('PUT', `${path}/variants/${variant}`, { body: { content }, headers, query }),
    restore: (variant: string, version: number | 'original', query: Record<string, string> = {}) =>
      app.api<TemplateVariantView & Problem>('POST', `${path}/variants/${variant}/restore`, { body: { version }, query }),
    /** The original with another subject. */
    words: (subject: string, variant: 'de' | 'de-DU' | 'en' = 'de'): TemplateContent => ({
      ...(structuredClone(original[variant]) as unknown as TemplateContent),
      subject,
    }),
    /** Gives somebody new access, and answers the mail that they got. */
    async sent(language: 'de' | 'en' = 'de') {
      const customer = await app.api<{ id: string }>('POST', '/customers', { body: { name: `Firma ${newId(new Date(0))}` } });
      const email = `${newId(new Date(0))}@kunde.example`;
      const person = { customerId: customer.body.id, firstName: 'Anna', lastName: 'Müller', email, language };
      const saved = await app.api<{ mail: { state: string } }>('POST', '/contacts', {
        body: { ...person, portalAccess: { sendPasswordLink: true } },
      });
      expect(saved.body.mail.state).toBe('queued');
      return arrivedAt(email);
    },
    portalId: async () => (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items[0]?.id ?? '',
    events: () => db.selectFrom('event').selectAll().where('name', 'like', 'mail-template.%').orderBy('sequence', 'desc').execute(),
  };
}
