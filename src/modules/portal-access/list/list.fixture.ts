import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { testApp } from '../../../app.fixture.ts';
import type { AccessView } from '../contract.ts';

export type Listed = {
  items: AccessView[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
  totalIsEstimate: boolean;
};

/** Facts of an access as a test wants them, straight into the database: states that would take months to reach. */
export type Made = {
  name?: string;
  firstName?: string;
  email?: string;
  accountName?: string;
  company?: string;
  companyClosed?: boolean;
  number?: string;
  portalId?: string;
  role?: string;
  pending?: boolean;
  givenName?: string | null;
  invitedAt?: Date | null;
  activationSentAt?: Date | null;
  registeredAt?: Date | null;
  blockedAt?: Date | null;
  expiresOn?: string | null;
  lastSignInAt?: Date | null;
  createdAt?: Date;
  password?: boolean;
  newEmailUntil?: Date | null;
};

/** A server, and accesses in whatever state. To be called at the top of a test file. */
export async function accessListApp() {
  const app = await testApp();
  const { db } = app.database.owner;
  const now = app.clock.now();
  let count = 0;
  const companies = new Map<string, string>();

  const addPortal = async (name: string, { timeZone = 'Europe/Berlin', closed = false, workspaceId = app.workspace.id as string } = {}) => {
    const id = randomUUID();
    await sql`insert into portal (workspace_id, id, slug, name, kind, time_zone, brand_color, open_to_contacts, created_at, closed_at)
      values (${workspaceId}, ${id}, ${`p${++count}-${id.slice(0, 6)}`}, ${name}, 'installer', ${timeZone}, '#123456', false, ${now}, ${closed ? now : null})`.execute(
      db,
    );
    return id;
  };
  const [first] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  const portalId = String(first?.id);

  const addCompany = async (name: string, isClosed: boolean, workspaceId: string): Promise<string> => {
    const known = companies.get(`${workspaceId} ${name}`);
    if (known) return known;
    const id = randomUUID();
    await sql`insert into customer (workspace_id, id, name, external_id, created_at, updated_at, closed_at)
      values (${workspaceId}, ${id}, ${name}, ${`K-${++count}`}, ${now}, ${now}, ${isClosed ? now : null})`.execute(db);
    companies.set(`${workspaceId} ${name}`, id);
    return id;
  };

  const add = async (made: Made = {}, workspaceId: string = app.workspace.id) => {
    count += 1;
    const [contactId, accountId, accessId] = [randomUUID(), randomUUID(), randomUUID()];
    const { name = `Amsel ${count}`, email = `person${count}@nordbau.example`, company = 'Nordbau GmbH', password = true } = made;
    const customerId = await addCompany(company, made.companyClosed ?? false, workspaceId);
    const createdAt = made.createdAt ?? now;
    await db.transaction().execute(async (tx) => {
      await sql`insert into contact (workspace_id, id, customer_id, first_name, last_name, email, external_id, created_at, updated_at)
        values (${workspaceId}, ${contactId}, ${customerId}, ${made.firstName ?? 'Anna'}, ${name}, ${email}, ${made.number ?? null}, ${now}, ${now})`.execute(
        tx,
      );
      const accountName = made.accountName ?? email;
      await sql`insert into account (workspace_id, id, kind, account_name, account_name_key, email, password_hash, new_email, new_email_until, created_at)
        values (${workspaceId}, ${accountId}, 'portal', ${accountName}, ${accountName.toLowerCase()}, ${email}, ${password ? 'x' : null},
          ${made.newEmailUntil ? `neu.${email}` : null}, ${made.newEmailUntil ?? null}, ${createdAt})`.execute(tx);
      await sql`insert into access (workspace_id, id, account_id, portal_id, role, invited_at, activation_sent_at, registered_at, blocked_at, expires_on,
          last_sign_in_at, given_name, created_at)
        values (${workspaceId}, ${accessId}, ${accountId}, ${made.portalId ?? portalId}, ${made.role ?? 'customer'}, ${made.invitedAt ?? null},
          ${made.activationSentAt ?? null}, ${made.registeredAt === undefined ? now : made.registeredAt}, ${made.blockedAt ?? null},
          ${made.expiresOn ?? null}::date, ${made.lastSignInAt ?? null}, ${made.givenName ?? null}, ${createdAt})`.execute(tx);
      if (!made.pending)
        await sql`insert into assignment (workspace_id, access_id, contact_id, assigned_at) values (${workspaceId}, ${accessId}, ${contactId}, ${now})`.execute(
          tx,
        );
    });
    return { accessId, accountId, contactId, customerId };
  };

  const list = async (query: Record<string, string> = {}): Promise<Listed> => {
    const { status, body } = await app.api<Listed>('GET', '/accesses', { query });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
  /** Every access that a query finds, page by page. */
  const listAll = async (query: Record<string, string> = {}): Promise<AccessView[]> => {
    const items: AccessView[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list({ limit: '200', ...query, ...(cursor && { cursor }) });
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  };

  return { app, db, now, portalId, addPortal, add, list, listAll };
}
