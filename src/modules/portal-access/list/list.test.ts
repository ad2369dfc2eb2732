import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { days, later } from '../../../platform/clock.ts';
import type { AccessView } from '../contract.ts';
import { accessListApp } from './list.fixture.ts';

const { app, db, now, portalId, addPortal, add, list, listAll } = await accessListApp();

const names = (items: AccessView[]) => items.map(({ name }) => name.replace('Anna ', ''));
const find = async (query: Record<string, string>) => names((await list(query)).items);

describe('one list over all portals', () => {
  let installers = '';
  beforeAll(async () => {
    installers = await addPortal('Installateurportal');
    await add({ name: 'Kundin', company: 'Quellwerk' });
    await add({ name: 'Installateurin', company: 'Quellwerk', portalId: installers, role: 'installer' });
    await add({ name: 'Leiterin', company: 'Quellwerk', portalId: installers, role: 'team-admin' });
  });
  const q = 'quellwerk';

  test('B103 the users of several portals stand in one list, and the source tells them apart', async () => {
    const { items, total } = await list({ q });
    expect(total).toBe(3);
    expect(items.map(({ name, portal }) => [name, portal.name])).toEqual([
      ['Anna Installateurin', 'Installateurportal'],
      ['Anna Kundin', 'Kundenportal'],
      ['Anna Leiterin', 'Installateurportal'],
    ]);
  });

  test('B103 the source can be filtered: one portal, several, one that nobody enters', async () => {
    expect(await find({ q, portalId })).toEqual(['Kundin']);
    expect(await find({ q, portalId: installers })).toEqual(['Installateurin', 'Leiterin']);
    expect(await find({ q, portalId: `${portalId},${installers}` })).toHaveLength(3);
    expect(await find({ q, portalId: await addPortal('Leer') })).toEqual([]);
  });

  test('B065 the users of a portal are filtered by role', async () => {
    expect(await find({ portalId: installers, role: 'installer' })).toEqual(['Installateurin']);
    expect(await find({ portalId: installers, role: 'installer,team-admin' })).toEqual(['Installateurin', 'Leiterin']);
    expect(await find({ portalId: installers, role: 'customer' })).toEqual([]);
    expect(await find({ q, role: 'customer' })).toEqual(['Kundin']);
  });

  test('B104 every user has both statuses', async () => {
    await add({ name: 'Offen', company: 'Statuswerk', registeredAt: null, invitedAt: now, password: false });
    await add({ company: 'Statuswerk', email: 'gast@statuswerk.example', givenName: 'Gast Statuswerk', pending: true });
    const { items } = await list({ q: 'statuswerk' });
    expect(items.map(({ name, assignment, registration }) => [name, assignment, registration])).toEqual([
      ['Gast Statuswerk', 'pending', 'registered'],
      ['Anna Offen', 'assigned', 'invited'],
    ]);
    for (const item of (await list()).items) {
      expect(['pending', 'assigned']).toContain(item.assignment);
      expect(['none', 'invited', 'activation-sent', 'registered', 'email-change']).toContain(item.registration);
    }
  });

  test('an access that was deleted is not in the list', async () => {
    const { accessId } = await add({ name: 'Gelöscht', company: 'Löschwerk' });
    expect(await find({ q: 'löschwerk' })).toEqual(['Gelöscht']);
    await sql`update access set deleted_at = ${now} where id = ${accessId}`.execute(db);
    expect(await find({ q: 'löschwerk' })).toEqual([]);
  });
});

test('letters are folded to those that people type instead', async () => {
  const { rows } = await sql<{
    folded: string;
  }>`select pforte_fold('Müller Țepeș Žižek Łukasz Dvořák Gülşen Ýmir Straße') as folded`.execute(db);
  expect(rows[0]?.folded).toBe('muller tepes zizek lukasz dvorak gulsen ymir strasse');
});

describe('search', () => {
  beforeAll(async () => {
    await add({ name: 'Müller-Lüdenscheidt', firstName: 'Jörg', company: 'Gärtnerei Süd', number: 'P-4711', email: 'joerg@sued.example' });
    await add({ name: 'Zufall', accountName: 'bagger01', email: 'z@zufall.example' });
    await add({ email: 'nina@frei.example', givenName: 'Nina Österreicher', pending: true });
  });

  test.each([
    'Müller-Lü',
    'mueller-lue',
    'muller-lu',
    'LÜDENSCHEIDT',
    'jörg müller',
    'gärtnerei',
    'gaertnerei lüden',
    'p-4711',
    'joerg@su',
    '4711 jörg',
  ])('part of a name, address, company or number, whatever the Umlaut: %s', async (q) => {
    expect((await list({ q })).items.map(({ name }) => name)).toEqual(['Jörg Müller-Lüdenscheidt']);
  });

  test.each(['lüdenscheit', 'luedenschiedt', 'gärtnerrei', 'jörk müller-lüdenscheidt'])(
    'typing mistakes as a second try: %s',
    async (q) => {
      expect((await list({ q })).items.map(({ name }) => name)).toContain('Jörg Müller-Lüdenscheidt');
    },
  );

  test('the account name, and the name as it was typed at registration', async () => {
    expect(await find({ q: 'agger01' })).toEqual(['Zufall']);
    expect(await find({ q: 'oesterreich' })).toEqual(['Nina Österreicher']);
  });

  test.each(['%', '_', '\\', 'qqqqzzz', "'; drop table access; --"])('%j finds nobody and breaks nothing', async (q) => {
    expect(await find({ q })).toEqual([]);
  });

  test('a search is narrowed by filters', async () => {
    expect(await find({ q: 'zufall', granted: 'false' })).toEqual([]);
    expect(await find({ q: 'zufall', granted: 'true' })).toEqual(['Zufall']);
  });
});

describe('pages', () => {
  const company = 'Sortiererei';
  const people = ['Zander', 'Äpfelbeck', 'Adler', 'Özil', 'Oster', 'Ähre', 'Azur'];
  let customerId = '';
  beforeAll(async () => {
    for (const [index, name] of people.entries())
      ({ customerId } = await add({
        name,
        company,
        createdAt: later(now, -days(index)),
        lastSignInAt: index % 2 ? later(now, -days(index)) : null,
        expiresOn: index % 3 ? `2027-01-1${index}` : null,
      }));
  });
  const page = (query: Record<string, string>) => list({ customerId, limit: '3', ...query });

  const orders = {
    name: ['Adler', 'Ähre', 'Äpfelbeck', 'Azur', 'Oster', 'Özil', 'Zander'],
    createdAt: ['Azur', 'Ähre', 'Oster', 'Özil', 'Adler', 'Äpfelbeck', 'Zander'],
  };
  test.each(['name', '-name', 'createdAt', '-createdAt', 'lastSignInAt', '-lastSignInAt', 'expiresOn', '-expiresOn'])(
    'by %s they go forward and back without losing or doubling anybody',
    async (sort) => {
      const seen: string[][] = [];
      let current = await page({ sort });
      expect(current).toMatchObject({ total: 7, totalIsEstimate: false, previousCursor: null });
      for (;;) {
        seen.push(names(current.items));
        if (!current.nextCursor) break;
        current = await page({ sort, cursor: current.nextCursor });
      }
      expect(seen.map((entries) => entries.length)).toEqual([3, 3, 1]);
      expect(seen.flat().toSorted()).toEqual(people.toSorted());
      const back = await page({ sort, cursor: String(current.previousCursor) });
      expect(names(back.items)).toEqual(seen[1]);
      expect(names((await page({ sort, cursor: String(back.previousCursor) })).items)).toEqual(seen[0]);
      const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
      expect(names((await page({ sort: other, limit: '7' })).items)).toEqual(seen.flat().reverse());
      const known = orders[sort as keyof typeof orders];
      if (known) expect(seen.flat()).toEqual(known);
    },
  );

  test('who never signed in comes first by last sign-in, who has no end comes last by expiry', async () => {
    const signIns = (await page({ sort: 'lastSignInAt', limit: '7' })).items.map(({ lastSignInAt }) => lastSignInAt);
    expect(signIns.slice(0, 4)).toEqual([null, null, null, null]);
    expect(signIns.slice(4)).toEqual(signIns.slice(4).toSorted());
    const ends = (await page({ sort: 'expiresOn', limit: '7' })).items.map(({ expiresOn }) => expiresOn);
    expect(ends.slice(4)).toEqual([null, null, null]);
    expect(ends.slice(0, 4)).toEqual(ends.slice(0, 4).toSorted());
  });

  test('searches with more than a thousand hits are paged in the order of the list, to the end', async () => {
    await sql`
      with made as (select n, gen_random_uuid() as account_id from generate_series(1, 1203) as n), accounts as (
        insert into account (workspace_id, id, kind, account_name, account_name_key, email, created_at)
        select ${app.workspace.id}, account_id, 'portal', 'masse' || n || '@masse.example', 'masse' || n || '@masse.example', 'masse' || n || '@masse.example', ${now} from made)
      insert into access (workspace_id, id, account_id, portal_id, role, created_at, given_name)
      select ${app.workspace.id}, gen_random_uuid(), account_id, ${portalId}, 'customer', ${now}, 'Masse ' || lpad(n::text, 4, '0') from made`.execute(
      db,
    );
    const found = await listAll({ q: 'masse.example' });
    expect(found).toHaveLength(1203);
    expect(found.map(({ name }) => name)).toEqual(found.map(({ name }) => name).toSorted());
    expect(await list({ q: 'masse.example' })).toMatchObject({ totalIsEstimate: true });
  });
});
