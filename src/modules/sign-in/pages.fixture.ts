import type { TestApp } from '../../app.fixture.ts';
import type { SavedContact } from '../contact/contract.ts';

export const goodPassword = 'zwölf Spatzen auf dem Dach';

type Person = { firstName?: string; lastName?: string; language?: 'de' | 'en'; addressForm?: 'sie' | 'du' };
type Order = { password?: string; areas?: string[]; sendPasswordLink?: boolean };

/** A company whose people the tests let in and out of the customer portal. */
export async function portalPeople(app: TestApp) {
  const { body: customer } = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Bäckerei Amsel & Söhne' } });

  /** A person with access: by a typed password, unless the order says otherwise; `null` gives none. */
  async function add(email: string, portalAccess: Order | null = { password: goodPassword }, more: Person = {}): Promise<SavedContact> {
    const person = { customerId: customer.id, salutation: 'frau', firstName: 'Anna', lastName: 'Amsel', ...more, email };
    const { status, body } = await app.api<SavedContact>('POST', '/contacts', {
      body: { ...person, ...(portalAccess && { portalAccess }) },
    });
    if (status !== 201) throw new Error(`The test could not add ${email}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A person without a password, and the path of the link in the mail they got. */
  async function invite(email: string, more: Person = {}): Promise<string> {
    await add(email, { sendPasswordLink: true }, more);
    return newestLink(email);
  }

  /** The path of the link in the newest mail to somebody that holds one. */
  async function newestLink(email: string): Promise<string> {
    await app.work();
    const url = (await mailsTo(email)).map(({ text }) => /https?:\/\/\S+\/link\/[\w-]+/.exec(text)?.[0]).find(Boolean);
    if (!url) throw new Error(`${email} got no link.`);
    return new URL(url).pathname;
  }

  const mailsTo = async (email: string) => (await app.mails()).filter(({ recipient }) => recipient === email);

  const enter = (accountName: string, password = goodPassword, more: Record<string, string> = {}) =>
    app.page('POST', '/kunden/sign-in', { form: { accountName, password, ...more } });

  /** Signs in and answers the cookie. */
  async function cookieOf(accountName: string, password = goodPassword): Promise<string> {
    const { status, cookie, text } = await enter(accountName, password);
    if (status !== 303) throw new Error(`${accountName} could not sign in: ${text}`);
    return cookie;
  }

  const changeAccess = (email: string, facts: { expiresOn: string } | { blockedAt: Date; blockReason: string }) =>
    app.database.owner.db
      .updateTable('access')
      .set(facts)
      .where('workspaceId', '=', app.workspace.id)
      .where('accountId', 'in', (eb) => eb.selectFrom('account').select('account.id').where('account.email', '=', email))
      .execute();

  /** Access ends on a day that is over. */
  const expire = (email: string) => changeAccess(email, { expiresOn: '2026-03-09' });
  const block = (email: string) => changeAccess(email, { blockedAt: app.clock.now(), blockReason: 'Vertrag beendet' });

  /** The link that a forgotten password brings. */
  async function forget(email: string): Promise<string> {
    await app.page('POST', '/kunden/forgot-password', { form: { typed: email } });
    return newestLink(email);
  }

  return { add, invite, newestLink, mailsTo, enter, cookieOf, expire, block, forget };
}

/** The sentences of a page as a person reads them: no tags, no places to break a line, entities resolved, one space between words. */
export const readable = (page: string): string =>
  page
    .replace(/^[\s\S]*<main[^>]*>|<\/main>[\s\S]*$/g, '')
    .replace(/<wbr>|<\/?span[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();
