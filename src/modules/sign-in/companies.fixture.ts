import type { TestApp } from '../../app.fixture.ts';
import type { SavedContact } from '../contact/contract.ts';
import type { portalPeople } from './pages.fixture.ts';

type People = Awaited<ReturnType<typeof portalPeople>>;

/** Accesses that act for nobody yet, or for several companies. */
export function assignments(app: TestApp, people: People) {
  const { db } = app.database.owner;
  const workspaceId = app.workspace.id;

  const accessOf = (email: string) =>
    db
      .selectFrom('access')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'access.workspaceId').onRef('account.id', '=', 'access.accountId'),
      )
      .select(['access.id', 'access.accountId', 'access.lastSignInAt', 'access.version'])
      .where('account.email', '=', email)
      .where('access.deletedAt', 'is', null)
      .executeTakeFirstOrThrow();

  /** Takes an assignment back, or all of them. */
  async function unassign(email: string, contactId?: string): Promise<void> {
    const { id } = await accessOf(email);
    await db
      .deleteFrom('assignment')
      .where('workspaceId', '=', workspaceId)
      .where('accessId', '=', id)
      .$if(contactId !== undefined, (query) => query.where('contactId', '=', contactId as never))
      .execute();
  }

  async function assign(email: string, contactId: string, areaKeys: string[]): Promise<void> {
    const { id: accessId } = await accessOf(email);
    await db
      .insertInto('assignment')
      .values({ workspaceId, accessId, contactId: contactId as never, assignedAt: app.clock.now() })
      .execute();
    const areas = await db.selectFrom('area').select(['id', 'key']).where('workspaceId', '=', workspaceId).execute();
    for (const { id: areaId } of areas.filter(({ key }) => areaKeys.includes(key)))
      await db
        .insertInto('assignmentArea')
        .values({ workspaceId, accessId, contactId: contactId as never, areaId })
        .execute();
  }

  /** A person of another company, without an access of their own. */
  async function contactAt(company: string, person: { firstName: string; lastName: string }): Promise<string> {
    const { body: customer } = await app.api<{ id: string }>('POST', '/customers', { body: { name: company } });
    const { body } = await app.api<SavedContact>('POST', '/contacts', { body: { customerId: customer.id, salutation: 'frau', ...person } });
    return body.contact.id;
  }

  /** Switches a company off, or on again. */
  const closeCompany = (name: string, closedAt: Date | null = app.clock.now()) =>
    db.updateTable('customer').set({ closedAt }).where('workspaceId', '=', workspaceId).where('name', '=', name).execute();

  /** A person with two companies: the bakery with contracts and bills, the mill with requests. */
  async function withTwo(email: string): Promise<{ bakery: string; mill: string; cookie: string }> {
    const { contact } = await people.add(email, { password: 'zwölf Spatzen auf dem Dach', areas: ['vertraege', 'rechnungen'] });
    app.clock.turn(1000);
    const mill = await contactAt(`Mühle ${email}`, { firstName: 'Annegret', lastName: 'Amsel-Müller' });
    await assign(email, mill, ['anfragen']);
    return { bakery: contact.id, mill, cookie: await people.cookieOf(email) };
  }

  return { accessOf, unassign, assign, contactAt, closeCompany, withTwo };
}
