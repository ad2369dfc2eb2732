import type { TestApp } from '../../app.fixture.ts';
import type { PortalView } from '../portal/contract.ts';
import type { AccessView } from '../portal-access/contract.ts';
import { portalPeople } from '../sign-in/pages.fixture.ts';
import { type Challenge, hashOf } from './proof.ts';

export const chosen = 'zwölf Spatzen auf dem Dach';

/** What the script of the page does. */
export function solve({ challenge, maxnumber, salt, signature, algorithm }: Challenge): string {
  for (let number = 0; number <= maxnumber; number++)
    if (hashOf(salt, number) === challenge)
      return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
  throw new Error('The challenge has no solution.');
}

/** The task that stands in a page. */
export const challengeIn = (text: string): Challenge =>
  JSON.parse((/data-proof="([^"]+)"/.exec(text)?.[1] ?? '{}').replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Challenge;

/** A server whose customer portal lets people register, and the ways in which tests do it. */
export async function registering(app: TestApp, rules: Record<string, unknown> = { selfRegistration: 'match-or-pending' }) {
  const people = await portalPeople(app);
  const [{ id: portalId = '' } = {}] = (await app.api<{ items: PortalView[] }>('GET', '/portals')).body.items;
  const setRules = async (body: Record<string, unknown>, portal = portalId) => {
    const answer = await app.api('PATCH', `/portals/${portal}`, { body });
    if (answer.status !== 200) throw new Error(`The rules were refused: ${JSON.stringify(answer.body)}`);
  };
  await setRules(rules);
  let count = 0;

  /** Sends the form from a network of its own, with a proof unless it says otherwise. */
  async function send(form: Record<string, string>, { slug = 'kunden', network = `198.51.100.${++count % 250}`, proof = true } = {}) {
    const page = await app.page('GET', `/${slug}/register`);
    const typed = { salutation: 'frau', firstName: 'Anna', lastName: 'Amsel', password: chosen, homepage: '', ...form };
    const solved: Record<string, string> = proof ? { proof: solve(challengeIn(page.text)) } : {};
    return app.page('POST', `/${slug}/register`, { form: { ...typed, ...solved }, network });
  }

  /** Registers and answers the path of the link in the newest mail that has one. */
  async function register(email: string, form: Record<string, string> = {}, more: { slug?: string } = {}): Promise<string> {
    const { status, text } = await send({ email, ...form }, more);
    if (status !== 303) throw new Error(`${email} could not register: ${text}`);
    return people.newestLink(email);
  }

  const activate = (link: string, password = chosen) => app.page('POST', `${link}/activate`, { form: { password } });

  async function accessOf(email: string): Promise<AccessView | undefined> {
    const rows = await app.database.db
      .selectFrom('access')
      .innerJoin('account', (join) => join.onRef('account.id', '=', 'access.accountId'))
      .select('access.id')
      .where('account.email', '=', email)
      .where('access.deletedAt', 'is', null)
      .execute();
    return rows[0] && (await app.api<AccessView>('GET', `/accesses/${rows[0].id}`)).body;
  }

  /** A company with a contact, as staff keep them. */
  async function contact(fields: Record<string, unknown>, company: Record<string, unknown> = {}): Promise<string> {
    const customer = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Nordbau GmbH', ...company } });
    const { status, body } = await app.api<{ contact: { id: string } }>('POST', '/contacts', {
      body: { customerId: customer.body.id, firstName: 'Anna', lastName: 'Amsel', ...fields },
    });
    if (status !== 201) throw new Error(`The contact was refused: ${JSON.stringify(body)}`);
    return body.contact.id;
  }

  const eventsOf = async (name: string) =>
    (
      await app.api<{ items: { name: string; change: { after?: Record<string, unknown> } }[] }>('GET', '/events', {
        query: { limit: '200' },
      })
    ).body.items.filter((event) => event.name === name);

  return { people, portalId, setRules, send, register, activate, accessOf, contact, eventsOf };
}
