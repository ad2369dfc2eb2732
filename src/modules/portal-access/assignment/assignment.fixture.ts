import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TestApp } from '../../../app.fixture.ts';
import { type AccessId, insertAccess, setPast } from '../../access/index.ts';
import { insertAccount } from '../../account/index.ts';
import type { SavedContact } from '../../contact/contract.ts';
import type { PortalId } from '../../portal/index.ts';
import type { CandidateView, ToldAccess } from './contract.ts';

export const knownPassword = 'zwölf Spatzen auf dem Dach';

type Applicant = {
  name?: string | null;
  email?: string;
  /** What they typed besides. */
  number?: string;
  postcode?: string;
  company?: string;
  portalId?: string;
  activated?: boolean;
};

export type Answer<Body> = { status: number; body: Body & { code?: string; errors?: { pointer: string; detail: string }[] } };

/** People who registered themselves and whom no contact could be found for, and the staff who look for one. To be called at the top of a test file. */
export async function applicants(app: TestApp) {
  const { db } = app.database.owner;
  const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const passwordHash = await app.hasher.hash(knownPassword);
  const [portal] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  const portalId = String(portal?.id);
  let count = 0;

  /** A registration that waits („Ausstehend“), of somebody who knows `knownPassword`. */
  async function apply(applicant: Applicant = {}): Promise<{ id: string; email: string; accountId: string }> {
    const { name = 'Gast', email = `gast${++count}@frei.example`, activated = true } = applicant;
    const [id, accountId] = [randomUUID(), randomUUID()];
    const now = app.clock.now();
    const ofPortal = (applicant.portalId ?? portalId) as PortalId;
    await perform(async ({ tx, workspace }) => {
      const account = { id: accountId as never, kind: 'portal', accountName: email, email, passwordHash } as const;
      await insertAccount(tx, workspace.id, account, now);
      const access = {
        id: id as AccessId,
        accountId: account.id,
        portalId: ofPortal,
        role: 'customer',
        registeredAt: activated ? now : null,
      };
      await insertAccess(tx, workspace.id, { ...access, origin: 'self-registration', givenName: name }, now);
      await setPast(tx, workspace.id, access.id, { activationSentAt: now });
    });
    const { number = null, postcode = null, company = null } = applicant;
    if (number ?? postcode ?? company)
      await sql`insert into registration (workspace_id, id, account_id, portal_id, first_name, last_name, customer_number, postal_code, company_name,
          consents, variant, requested_at, mailed_at)
        values (${app.workspace.id}, ${randomUUID()}, ${accountId}, ${ofPortal}, ${(name ?? '').split(' ')[0] ?? ''}, ${name?.split(' ').at(-1) ?? 'x'},
          ${number}, ${postcode}, ${company}, '[]', 'de', ${now}, ${now})`.execute(db);
    return { id, email, accountId };
  }

  const addCompany = async (name: string, more: Record<string, unknown> = {}) =>
    (await app.api<{ id: string }>('POST', '/customers', { body: { name, ...more } })).body.id;
  const home = await addCompany('Nordbau GmbH');

  async function addContact(fields: Record<string, unknown> = {}) {
    const person = { customerId: home, salutation: 'frau', firstName: 'Anna', lastName: 'Amsel', ...fields };
    const { status, body } = await app.api<SavedContact>('POST', '/contacts', { body: person });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.contact;
  }

  const candidates = async (id: string, q?: string) =>
    (
      await app.api<{ items: CandidateView[]; given: Record<string, string | null> }>('GET', `/accesses/${id}/candidates`, {
        query: q === undefined ? {} : { q },
      })
    ).body;
  const assign = (id: string, body: object, version?: number): Promise<Answer<ToldAccess>> =>
    app.api('POST', `/accesses/${id}/assign`, { body, ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }) });
  const unassign = (id: string, contactId: string): Promise<Answer<ToldAccess>> =>
    app.api('POST', `/accesses/${id}/unassign`, { body: { contactId } });
  const read = async (id: string) => (await app.api<ToldAccess>('GET', `/accesses/${id}`)).body;
  const signIn = (accountName: string, password = knownPassword) =>
    app.page('POST', '/kunden/sign-in', { form: { accountName, password } });
  const mailsTo = async (address: string) => {
    await app.work();
    return (await app.mails()).filter(({ recipient }) => recipient.includes(address));
  };
  const eventsOf = async (subjectId: string) =>
    (
      await app.api<{ items: { name: string; change: { before: Record<string, unknown>; after: Record<string, unknown> } }[] }>(
        'GET',
        '/events',
        {
          query: { subjectId, limit: '100' },
        },
      )
    ).body.items;

  return { portalId, home, apply, addCompany, addContact, candidates, assign, unassign, read, signIn, mailsTo, eventsOf };
}
