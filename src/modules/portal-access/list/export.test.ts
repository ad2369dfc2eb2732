import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accessListApp } from './list.fixture.ts';

const { app, db, now, portalId, add, listAll } = await accessListApp();

async function exported(query: Record<string, string>, headers: Record<string, string> = {}) {
  const cookie = await app.signIn();
  const answer = await app.server.inject({
    method: 'GET',
    url: '/api/v1/accesses/export',
    query,
    headers: { host: new URL(app.workspace.baseUrl).host, cookie, ...headers },
  });
  return {
    ...answer,
    lines: answer.body
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n'),
  };
}

test('the export holds exactly what is shown, in its order, with the words of the list', async () => {
  await add({ name: 'Zander', company: 'Auszug GmbH', email: 'z@auszug.example', expiresOn: '2026-05-01', lastSignInAt: now });
  await add({ name: 'Äpfelbeck', company: 'Auszug GmbH', email: 'a@auszug.example', registeredAt: null, invitedAt: now, password: false });
  await add({ name: 'Fremd', company: 'Andere GmbH' });
  const { statusCode, headers, body, lines } = await exported({ q: 'auszug', sort: '-name' });
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe('attachment; filename="portal-zugaenge-2026-03-10.csv"');
  expect(body.startsWith('\uFEFF')).toBe(true);
  expect(lines).toEqual([
    'Name;Kontoname;E-Mail;Quelle;Unternehmen;Rolle;Zuordnung Status;Registrierungsstatus;Kann sich anmelden;Grund;Letzte Anmeldung;Eingeladen am;Registriert am;Angelegt am;Ablaufdatum',
    'Anna Zander;z@auszug.example;z@auszug.example;Kundenportal;Auszug GmbH;Kunde;Zugeordnet;Registriert;ja;;2026-03-10 10:00;;2026-03-10 10:00;2026-03-10 10:00;2026-05-01',
    'Anna Äpfelbeck;a@auszug.example;a@auszug.example;Kundenportal;Auszug GmbH;Kunde;Zugeordnet;Eingeladen;nein;Die Registrierung ist noch nicht abgeschlossen: Es wurde noch kein Passwort festgelegt.;;2026-03-10 10:00;;2026-03-10 10:00;',
  ]);
});

test('rule 28 formulas in names, companies and addresses are neutralised', async () => {
  await add({
    name: 'Formel',
    firstName: '=HYPERLINK("http://evil.example")',
    company: '@SUM(1;2)',
    email: '+49@formel.example',
    accountName: '+49 40 123456',
  });
  const { lines } = await exported({ q: 'formel' });
  expect(lines[1]).toMatch(
    /^"'=HYPERLINK\(""http:\/\/evil\.example""\) Formel";\+49 40 123456;'\+49@formel\.example;Kundenportal;"'@SUM\(1;2\)";/,
  );
});

test('rule 21 taking the list away is an event with its filters; what was searched for stands apart', async () => {
  await exported({ q: 'auszug', registration: 'invited', portalId });
  const { items } = (
    await app.api<{ items: { name: string; change: unknown; personal: unknown }[] }>('GET', '/events', { query: { limit: '20' } })
  ).body;
  expect(items.find(({ name }) => name === 'access.exported')).toMatchObject({
    change: { after: { registration: ['invited'], portalId: [portalId] } },
    personal: { search: 'auszug' },
  });
});

test('the export speaks the language of the caller', async () => {
  await app.api('PATCH', '/me', { body: { name: 'Karin Kessler', language: 'en' } });
  const { headers, lines } = await exported({ q: 'auszug' });
  expect(headers['content-disposition']).toContain('portal-accesses-');
  expect(lines[0]).toMatch(/^Name,Account name,E-mail,Source,Company,/);
  expect(lines[1]).toContain('Invited,no,Registration is not complete');
  await app.api('PATCH', '/me', { body: { name: 'Karin Kessler', language: 'de' } });
});

test('thousands are sent, each once; bad filters are refused before the first row', async () => {
  await sql`
    with made as (select n, gen_random_uuid() as account_id from generate_series(1, 2345) as n), accounts as (
      insert into account (workspace_id, id, kind, account_name, account_name_key, email, created_at)
      select ${app.workspace.id}, account_id, 'portal', 'masse' || n || '@masse.example', 'masse' || n || '@masse.example', 'masse' || n || '@masse.example', ${now} from made)
    insert into access (workspace_id, id, account_id, portal_id, role, created_at, given_name)
    select ${app.workspace.id}, gen_random_uuid(), account_id, ${portalId}, 'customer', ${now}, 'Masse' from made`.execute(db);
  for (const query of [{}, { q: 'masse' }, { sort: '-createdAt' }, { sort: 'expiresOn', assignment: 'pending' }] as Record<
    string,
    string
  >[]) {
    const { lines } = await exported(query);
    const wanted = (await listAll(query)).map(({ accountName }) => accountName);
    expect(wanted.length).toBeGreaterThan(2300);
    expect(lines.slice(1).map((line) => line.split(';')[1])).toEqual(wanted);
  }
  expect((await exported({ registration: 'drin' })).statusCode).toBe(422);
  expect((await exported({ limit: '5' })).statusCode).toBe(422);
}, 60_000);

test('nobody exports without signing in', async () => {
  expect((await app.api('GET', '/accesses/export', { cookie: null })).status).toBe(401);
});
