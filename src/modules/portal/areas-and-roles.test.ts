import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/id.ts';
import type { SavedContact } from '../contact/contract.ts';
import type { PortalView } from './contract.ts';
import { portalsApp } from './portals.fixture.ts';

const { app, open, read, list, numbers, create, change } = await portalsApp();

type Refused = { code: string; errors?: { pointer: string }[] };
const at = <Answer = PortalView>(portal: Pick<PortalView, 'id'>, method: string, path: string, body?: unknown) =>
  app.api<Answer & Refused>(method, `/portals/${portal.id}${path}`, body === undefined ? {} : { body });
const words = (name: string) => ({ nameDe: name, nameEn: `${name} en`, descriptionDe: '', descriptionEn: '' });
const role = (key: string, more: object = {}) => ({
  key,
  nameDe: 'Hausverwaltung',
  nameEn: 'Caretaker',
  isTeamAdmin: false,
  startsWithAll: true,
  areas: [],
  ...more,
});
const keysOf = (portal: PortalView) => portal.areas.map(({ key }) => key);
const accessOf = ({ contact }: SavedContact, { id }: Pick<PortalView, 'id'>) => contact.accesses.find(({ portalId }) => portalId === id);

describe('areas', () => {
  test('are added, renamed, put in order; the portal says so in both languages', async () => {
    const portal = (await open()).body;
    expect((await at(portal, 'POST', '/areas', { key: 'Lager', ...words('Lager') })).status).toBe(201);
    const [first] = portal.areas;
    await at(portal, 'PATCH', `/areas/${first?.id}`, { nameDe: 'Umbenannt', descriptionEn: 'Changed' });
    const now = await read(portal.id);
    expect(now.areas[0]).toMatchObject({ key: first?.key, nameDe: 'Umbenannt', nameEn: first?.nameEn, descriptionEn: 'Changed' });
    expect(keysOf(now)).toEqual([...keysOf(portal), 'lager']);
    const turned = [...now.areas].reverse().map(({ id }) => id);
    expect(keysOf((await at(portal, 'PUT', '/areas', { areaIds: turned })).body)).toEqual(keysOf(now).reverse());
    expect(now.version).toBe(3);
  });

  test.each([
    ['sign-in', 422, 'portal.reserved-area'],
    ['register', 422, 'portal.reserved-area'],
    ['Ü', 422, 'portal.malformed-key'],
    ['a/b', 422, 'portal.malformed-key'],
    ['auftraege', 409, 'portal.area-key-taken'],
  ])('the key „%s“ is refused', async (key, status, code) => {
    const answer = await at((await open()).body, 'POST', '/areas', { key, ...words('Neu') });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('an order that leaves one out, names one twice, or names one of another portal is refused', async () => {
    const [portal, other] = [(await open()).body, (await open()).body];
    const [one, two, three] = portal.areas.map(({ id }) => id);
    for (const areaIds of [
      [one, two],
      [one, two, two],
      [one, two, other.areas[0]?.id],
      [one, two, three, three],
    ])
      expect((await at(portal, 'PUT', '/areas', { areaIds })).body.code).toBe('portal.other-areas');
  });

  test('removing one closes it to everybody at once and says to how many it was open', async () => {
    const portal = (await open({ slug: 'abriss', kind: 'customer' })).body;
    const [area] = portal.areas;
    const saved = await Promise.all(
      [1, 2, 3].map(() => create({ portalAccess: { portalId: portal.id, password: 'vier graue Esel am Deich' } })),
    );
    const [somebody] = saved.map(({ body }) => body);
    await change(String(somebody?.contact.id), { portalAccess: { portalId: portal.id, areas: ['rechnungen'] } });
    expect((await numbers(portal.id)).areas.find(({ id }) => id === area?.id)?.people).toBe(2);

    const accountName = String(saved[1]?.body.contact.email);
    const { cookie } = await app.page('POST', '/abriss/sign-in', { form: { accountName, password: 'vier graue Esel am Deich' } });
    expect((await app.page('GET', `/abriss/${area?.key}`, { cookie })).status).toBe(200);
    expect((await at(portal, 'DELETE', `/areas/${area?.id}`)).body).toEqual({ people: 2 });
    expect((await app.page('GET', `/abriss/${area?.key}`, { cookie })).status).toBe(404);
    expect((await app.page('GET', '/abriss/rechnungen', { cookie })).status).toBe(200);
    expect(keysOf(await read(portal.id))).not.toContain(area?.key);
    expect((await at(portal, 'DELETE', `/areas/${area?.id}`)).status).toBe(404);
  });

  test('rule 14 an area that is removed while it is opened to somebody: no way into it is left', async () => {
    for (let round = 0; round < 5; round++) {
      const portal = (await open()).body;
      const { contact } = (await create({ portalAccess: { portalId: portal.id, areas: [] } })).body;
      const [area] = portal.areas;
      const [gone, opened] = await Promise.all([
        at(portal, 'DELETE', `/areas/${area?.id}`),
        change(contact.id, { portalAccess: { portalId: portal.id, areas: [area?.key] } }),
      ]);
      expect(gone.status).toBe(200);
      expect([200, 422]).toContain(opened.status);
      expect(keysOf(await read(portal.id))).not.toContain(area?.key);
    }
  });
});

describe('roles', () => {
  test('a portal’s own role is given by its key, and starts with its own areas', async () => {
    const portal = (await open({ kind: 'customer' })).body;
    const added = await at(portal, 'POST', '/roles', role('hausverwaltung', { startsWithAll: false, areas: ['anfragen'] }));
    expect(added.body.roles.at(-1)).toMatchObject({
      key: 'hausverwaltung',
      name: 'Hausverwaltung',
      areas: ['anfragen'],
      isFixed: false,
      isUsual: false,
    });

    const own = (await create({ portalAccess: { portalId: portal.id, role: 'hausverwaltung' } })).body;
    expect(accessOf(own, portal)).toMatchObject({ role: 'hausverwaltung', areas: ['anfragen'] });
    const chosen = (await create({ portalAccess: { portalId: portal.id, role: 'hausverwaltung', areas: ['rechnungen'] } })).body;
    expect(accessOf(chosen, portal)).toMatchObject({ areas: ['rechnungen'] });
    const usual = (await create({ portalAccess: { portalId: portal.id } })).body;
    expect(accessOf(usual, portal)).toMatchObject({ role: 'customer', areas: ['vertraege', 'rechnungen', 'anfragen'] });
    expect((await numbers(portal.id)).roles).toContainEqual({ key: 'hausverwaltung', people: 2 });

    const form = (await app.api<{ portals: { id: string; roles: unknown[] }[] }>('GET', '/contacts/access-form')).body;
    expect(form.portals.find(({ id }) => id === portal.id)?.roles.at(-1)).toEqual({
      key: 'hausverwaltung',
      name: 'Hausverwaltung',
      areas: ['anfragen'],
      isUsual: false,
    });
  });

  test('a role is renamed, and given other areas; who has it keeps theirs', async () => {
    const portal = (await open({ kind: 'customer' })).body;
    const saved = (await create({ portalAccess: { portalId: portal.id } })).body;
    const changed = await at(portal, 'PATCH', '/roles/customer', { nameDe: 'Mieter', startsWithAll: false, areas: ['vertraege'] });
    expect(changed.body.roles[0]).toMatchObject({
      key: 'customer',
      nameDe: 'Mieter',
      nameEn: 'Customer',
      areas: ['vertraege'],
      isFixed: true,
    });
    expect((await change(saved.contact.id, { firstName: 'Berta' })).body.contact.accesses[0]?.areas).toHaveLength(3);
    await at(portal, 'DELETE', `/areas/${portal.areas[0]?.id}`);
    expect((await read(portal.id)).roles[0]?.areas).toEqual([]);
  });

  test('one that somebody has, or that every portal has, is not removed; one that only deleted accesses had is', async () => {
    const portal = (await open()).body;
    await at(portal, 'POST', '/roles', role('gast'));
    const { contact } = (await create({ portalAccess: { portalId: portal.id, role: 'gast' } })).body;
    expect((await at(portal, 'DELETE', '/roles/gast')).body).toMatchObject({ code: 'portal.role-in-use' });
    expect((await at(portal, 'DELETE', '/roles/team-admin')).body).toMatchObject({ code: 'portal.fixed-role' });
    expect((await at(portal, 'DELETE', '/roles/niemand')).status).toBe(404);
    const accessId = contact.accesses[0]?.accessId as never;
    await app.database.owner.db.updateTable('access').set({ deletedAt: app.clock.now() }).where('id', '=', accessId).execute();
    expect((await at(portal, 'DELETE', '/roles/gast')).status).toBe(204);
  });

  test.each([
    [{ key: 'customer' }, 'portal.role-key-taken'],
    [{ key: 'Gast!' }, 'portal.malformed-key'],
    [{ key: 'gast', areas: ['gibt-es-nicht'] }, 'portal.unknown-area'],
  ])('a role like %j is refused', async (order, code) => {
    expect((await at((await open()).body, 'POST', '/roles', role('x', order))).body.code).toBe(code);
  });
});

test('rule 13 a role or an area of another portal, or of another workspace, is never accepted', { timeout: 60_000 }, async () => {
  const mine = (await open({ kind: 'customer' })).body;
  const other = (await open({ kind: 'installer' })).body;
  await at(mine, 'POST', '/roles', role('meine'));
  await at(other, 'POST', '/roles', role('andere'));
  const [roles, areas] = [(await read(mine.id)).roles.map(({ key }) => key), keysOf(mine)];
  const { contact } = (await create({ portalAccess: { portalId: mine.id } })).body;

  const anyRole = fc.constantFrom('meine', 'andere', 'customer', 'team-admin', '', 'Customer', 'meine ', '../x', '__proto__');
  const anyAreas = fc.uniqueArray(fc.constantFrom(...areas, ...keysOf(other), 'sign-in', '', '__proto__', other.areas[0]?.id ?? ''), {
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(anyRole, anyAreas, async (wanted, keys) => {
      const answer = await change(contact.id, { portalAccess: { portalId: mine.id, role: wanted, areas: keys } });
      const isOurs = roles.includes(wanted) && keys.every((key) => areas.includes(key));
      expect([wanted, keys, answer.status]).toEqual([wanted, keys, isOurs ? 200 : 422]);
    }),
    { numRuns: 150, seed: 4 },
  );

  // What a mistake of ours would try: the database refuses it without us.
  const [accessId, foreignArea] = [contact.accesses[0]?.accessId ?? '', other.areas[0]?.id ?? ''];
  const { db } = app.database.owner;
  await expect(sql`update access set role = 'andere' where id = ${accessId}`.execute(db)).rejects.toThrow('access_role');
  await expect(
    sql`insert into assignment_area select workspace_id, access_id, contact_id, ${foreignArea}::uuid from assignment where access_id = ${accessId}`.execute(
      db,
    ),
  ).rejects.toThrow('not one of the portal');
  const elsewhere = newId<'workspace'>(app.clock.now());
  await sql`insert into workspace (id, slug, name, language, address_form, time_zone, lifetimes, created_at)
    select ${elsewhere}, 'anderswo', name, language, address_form, time_zone, lifetimes, created_at from workspace where id = ${app.workspace.id}`.execute(
    db,
  );
  await sql`insert into portal (workspace_id, id, slug, name, kind, time_zone, brand_color, open_to_contacts, created_at)
    select ${elsewhere}, id, slug, name, kind, time_zone, brand_color, open_to_contacts, created_at from portal where id = ${mine.id}`.execute(
    db,
  );
  await expect(sql`update access set workspace_id = ${elsewhere} where id = ${accessId}`.execute(db)).rejects.toThrow();
  expect((await list()).filter(({ id }) => id === mine.id)).toHaveLength(1);
  await sql`delete from portal where workspace_id = ${elsewhere}`.execute(db);
  await sql`delete from workspace where id = ${elsewhere}`.execute(db);
});
