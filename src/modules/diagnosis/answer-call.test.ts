import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hours } from '../../platform/clock.ts';
import { good } from '../contact/contact.fixture.ts';
import { callers } from './diagnosis.fixture.ts';

const { app, search, apply, caller, invitedCaller, create, change, mustEnter, mustFinish, mustBe } = await callers();
const { db } = app.database.owner;
const withPassword = { password: good };

const brief = async (q: string, portalId?: string) =>
  (await search(q, portalId)).items.map(({ name, match, portal, main }) => [name, match, portal?.name ?? null, main?.code ?? null]);

describe('who rings and names …', () => {
  let contactId = '';
  beforeAll(async () => {
    const company = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Gärtnerei Süd', externalId: 'K-4711' } })).body;
    const fields = { customerId: company.id, firstName: 'Jörg', lastName: 'Müller', email: 'joerg.mueller@gaertnerei.example' };
    const { contact, email } = await caller(withPassword, fields);
    contactId = contact.id;
    await mustEnter(email);
  });
  const jörg = ['Jörg Müller', 'exact', 'Kundenportal', null];

  test.each(['joerg.mueller@gaertnerei.example', ' Joerg.Mueller@GAERTNEREI.example ', 'k-4711'])(
    'their address or number: %s',
    async (q) => {
      expect(await brief(q)).toEqual([jörg]);
      expect((await search(q)).main).toBeNull();
    },
  );

  test.each(['Jörg Müller', 'joerg mueller', 'müller süd', 'gärtnerei'])('their name: %s', async (q) => {
    expect(await brief(q)).toEqual([['Jörg Müller', 'text', 'Kundenportal', null]]);
  });

  test.each(['jörk müller', 'Jörg Mühler'])('a name with a typing mistake: %s', async (q) => {
    expect(await brief(q)).toEqual([['Jörg Müller', 'text', 'Kundenportal', null]]);
  });

  test.each([
    ['joerg.muller@gaertnerei.example', 'Ähnliche Adresse: joerg.mueller@gaertnerei.example'],
    ['jörg.müller@gärtnerei.example', 'Ähnliche Adresse: joerg.mueller@gaertnerei.example'],
    ['joerg.meuller@gaertnerei.example', 'Ähnliche Adresse: joerg.mueller@gaertnerei.example'],
    ['joerg.mueller@gartnerei.exmple', 'Ähnliche Adresse: joerg.mueller@gaertnerei.example'],
    ['joerg.mueller@gmx.example', 'Gleicher Name vor dem @, andere Domain: joerg.mueller@gaertnerei.example'],
  ])('an address that is nearly theirs: %s', async (q, sentence) => {
    const { items, main } = await search(q);
    expect(items).toMatchObject([{ name: 'Jörg Müller', match: 'similar', matchSentence: sentence, admitted: true }]);
    mustBe(main, 'near-miss', 'open-access');
    expect(main?.sentence).toBe(
      `Zu „${q}“ ist nichts gespeichert. Sehr ähnlich ist joerg.mueller@gaertnerei.example, und das ist Jörg Müller.`,
    );
    expect(main?.remedy?.path).toBe(`/accesses/${items[0]?.accessId}`);
  });

  test('a former address, and one that waits for its confirmation', async () => {
    const { contact, email } = await invitedCaller({ firstName: 'Pia', lastName: 'Elster' });
    await change(contact.id, { email: 'pia.elster@umgezogen.example' });
    expect((await search(email)).items).toMatchObject([{ name: 'Pia Elster', match: 'alias', email: 'pia.elster@umgezogen.example' }]);
    expect((await search(email)).items[0]?.matchSentence).toMatch(
      /^Frühere Adresse: Am .+ ging dorthin eine E-Mail\. Heute gilt pia\.elster@/,
    );
    const until = new Date(app.clock.now().getTime() + hours(24));
    await sql`update account set new_email = 'pia@neu.example', new_email_until = ${until} where email = 'pia.elster@umgezogen.example'`.execute(
      db,
    );
    expect((await search('pia@neu.example')).items).toMatchObject([
      { name: 'Pia Elster', match: 'alias', matchSentence: expect.stringContaining('noch nicht bestätigt') },
    ]);
  });

  test('an account name that is no address', async () => {
    await caller(withPassword, { lastName: 'Bagger', email: 'bagger@weg.example' });
    await sql`update account set account_name = 'bagger01', account_name_key = 'bagger01' where email = 'bagger@weg.example'`.execute(db);
    expect((await search('Bagger01')).items).toMatchObject([{ match: 'exact', matchSentence: 'Kontoname', accountName: 'bagger01' }]);
    expect((await search('bagger1')).items).toMatchObject([{ match: 'similar', accountName: 'bagger01' }]);
  });

  test('nothing that is known: what to do now', async () => {
    const { items, main } = await search('niemand@nirgends.example');
    expect(items).toEqual([]);
    mustBe(main, 'no-account', 'add-contact');
    expect(main?.sentence).toBe('Zu „niemand@nirgends.example“ gibt es keinen Zugang und keinen Kontakt.');
    expect(main?.remedy?.path).toBe('/contacts/new?email=niemand%40nirgends.example');
    expect((await search('Zzyzx Qwertz')).main?.remedy?.path).toBe('/contacts/new');
  });

  test('a contact without an access: given one, they get in', async () => {
    const { contact } = (await create({ firstName: 'Olga', lastName: 'Ohnezugang' })).body;
    const { items } = await search(String(contact.email));
    expect(items).toMatchObject([{ accessId: null, contactId: contact.id, name: 'Olga Ohnezugang', match: 'exact', admitted: false }]);
    mustBe(items[0]?.main ?? null, 'no-access', 'give-access');
    expect(items[0]?.main?.sentence).toBe('Olga Ohnezugang ist als Kontakt gespeichert, hat aber noch keinen Zugang zu einem Portal.');
    await apply(items[0]?.main?.remedy);
    await mustFinish(String(contact.email));
    expect(await brief(String(contact.email))).toEqual([['Olga Ohnezugang', 'exact', 'Kundenportal', null]]);
  });

  test('a contact whose access was deleted', async () => {
    const { email, accessId } = await caller(withPassword, { lastName: 'Gewesen' });
    await app.api('DELETE', `/accesses/${accessId}`);
    const [item] = (await search(email)).items;
    mustBe(item?.main ?? null, 'deleted', 'give-access');
    await apply(item?.main?.remedy);
    await mustFinish(email);
  });

  test('B077 an access to another portal than the one that is meant', async () => {
    const { body: portal } = await app.api<{ id: string; name: string }>('POST', '/portals', {
      body: { slug: 'handwerk', name: 'Handwerkerportal', kind: 'installer' },
    });
    const { email } = await caller(withPassword, { lastName: 'Anderswo' });
    await mustEnter(email);
    expect(await brief(email)).toEqual([['Anna Anderswo', 'exact', 'Kundenportal', null]]);
    const [item] = (await search(email, portal.id)).items;
    mustBe(item?.main ?? null, 'other-portal', 'give-access');
    expect(item?.main?.sentence).toBe('Anna Anderswo hat keinen Zugang zum Portal Handwerkerportal, aber zu diesem: Kundenportal.');
    expect(item?.main?.remedy?.call?.body).toMatchObject({ portalAccess: { portalId: portal.id } });
    expect((await app.api('GET', '/diagnosis', { query: { q: email, portalId: contactId } })).status).toBe(404);
  });

  test('each of those who are found has their own main cause', async () => {
    const { accessId } = await caller(withPassword, { firstName: 'Eins', lastName: 'Mehrfach' });
    await caller({}, { firstName: 'Zwei', lastName: 'Mehrfach' });
    await app.api('PATCH', `/accesses/${accessId}`, { body: { granted: false } });
    expect(await brief('mehrfach')).toEqual([
      ['Eins Mehrfach', 'text', 'Kundenportal', 'blocked'],
      ['Zwei Mehrfach', 'text', 'Kundenportal', 'never-invited'],
    ]);
  });

  test('a search that is too wide says so', async () => {
    for (let count = 0; count < 14; count++) await create({ lastName: 'Vielfach' });
    const { items, hasMore } = await search('vielfach');
    expect([items.length, hasMore]).toEqual([12, true]);
  });

  test.each(['%', '_', '\\', "'; drop table access; --", '@', 'a@', '@b.example', '☃', 'x'.repeat(200)])(
    '%j finds nobody and breaks nothing',
    async (q) => {
      expect((await search(q)).items).toEqual([]);
    },
  );

  test('rule 13 nothing of another workspace, and nothing without a session', async () => {
    const other = 'ffffffff-0000-7000-8000-00000000000a';
    await sql`insert into workspace (id, slug, name, language, address_form, time_zone, lifetimes, password_minimum_length, created_at)
      select ${other}, 'andere', 'Andere', language, address_form, time_zone, lifetimes, password_minimum_length, created_at from workspace limit 1`.execute(
      db,
    );
    await sql`insert into account (workspace_id, id, kind, account_name, account_name_key, email, created_at)
      values (${other}, ${other}, 'portal', 'fremd@andere.example', 'fremd@andere.example', 'fremd@andere.example', now())`.execute(db);
    expect((await search('fremd@andere.example')).items).toEqual([]);
    expect((await search('frend@andere.example')).items).toEqual([]);
    expect((await app.api('GET', '/diagnosis', { query: { q: 'x' }, cookie: null })).status).toBe(401);
  });
});
