import { beforeAll, describe, expect, test } from 'vitest';
import { linkIn, pathOf } from '../contact/contact.fixture.ts';
import type { SavedContact } from '../contact/contract.ts';
import { addAdministrator } from '../user/index.ts';
import type { PortalView } from './contract.ts';
import { reservedSlugs } from './portal.ts';
import { portalsApp } from './portals.fixture.ts';

const { app, open, read, list, changePortal, numbers, create, change, person, setPassword, sentTo, signIn, invited, newAddress } =
  await portalsApp();

const signInAt = (slug: string, accountName: string, password = 'vier graue Esel am Deich') =>
  app.page('POST', `/${slug}/sign-in`, { form: { accountName, password } });

/** Somebody who is registered in a portal, with the cookie of a live session there. */
async function registeredIn(portal: Pick<PortalView, 'id' | 'slug'>, fields: Record<string, unknown> = {}) {
  const { contact } = (await create({ ...fields, portalAccess: { portalId: portal.id, sendPasswordLink: true } })).body;
  const [mail] = await sentTo(String(contact.email));
  await setPassword(linkIn(mail?.text));
  const { cookie } = await signInAt(portal.slug, String(contact.email));
  return { contact, cookie, accountName: String(contact.email) };
}

describe('opening a portal', () => {
  test('S3 S5 it starts with the areas of its kind, the roles that every portal has, nobody in it and no self-registration', async () => {
    const { status, body } = await open({ slug: 'installateure', kind: 'installer', timeZone: 'Europe/Vienna' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      slug: 'installateure',
      kind: 'installer',
      timeZone: 'Europe/Vienna',
      isDefault: false,
      openToContacts: false,
      closedAt: null,
      selfRegistration: 'off',
      identifiers: ['email'],
      expiryReminderDays: 14,
      oneAccessPerContact: false,
      teamMaySetPasswords: true,
      consents: [],
      formerSlugs: [],
      version: 1,
      allowed: ['edit', 'close', 'delete'],
    });
    expect(body.areas.map(({ key }) => key)).toEqual(['auftraege', 'anmeldungen', 'unterlagen']);
    expect(body.roles.map(({ key, isFixed, isTeamAdmin, isUsual }) => [key, isFixed, isTeamAdmin, isUsual])).toEqual([
      ['customer', true, false, false],
      ['installer', true, false, true],
      ['team-admin', true, true, false],
    ]);
    expect(await numbers(body.id)).toMatchObject({ accesses: 0 });
    expect((await app.page('GET', '/installateure/sign-in')).status).toBe(200);
  });

  test.each([...reservedSlugs, 'Kunden GmbH', '-a', 'ü', 'a'.repeat(64), '', 'link/../x'])('its slug cannot be „%s“', async (slug) => {
    const { status, body } = await open({ slug });
    expect([status, (body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, '/slug']);
  });

  test('a time zone that does not exist is refused at its field', async () => {
    expect((await open({ timeZone: 'Europe/Entenhausen' })).body).toMatchObject({
      code: 'portal.unknown-time-zone',
      errors: [{ pointer: '/timeZone' }],
    });
  });

  test('rule 14 of ten who open a portal at one slug at the same moment, one does', async () => {
    await list();
    const answers = await Promise.all(Array.from({ length: 10 }, () => open({ slug: 'wettlauf' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    expect((await list()).filter(({ slug }) => slug === 'wettlauf')).toHaveLength(1);
  });
});

describe('a slug that changes', () => {
  test('addresses in mails that were sent lead to the portal for ever, with all that follows the slug', async () => {
    const portal = (await open({ slug: 'projekt-a', kind: 'project' })).body;
    const { contact } = (await create({ portalAccess: { portalId: portal.id, sendPasswordLink: true } })).body;
    const [mail] = await sentTo(String(contact.email));
    const link = pathOf(linkIn(mail?.text));
    expect(link).toMatch(/^\/projekt-a\/link\//);

    expect((await changePortal(portal.id, { slug: 'projekt-b' })).body).toMatchObject({ slug: 'projekt-b', formerSlugs: ['projekt-a'] });
    expect((await changePortal(portal.id, { slug: 'projekt-c' })).body).toMatchObject({ formerSlugs: ['projekt-a', 'projekt-b'] });
    const moved = await app.page('GET', link);
    expect(moved).toMatchObject({ status: 302, location: link.replace('projekt-a', 'projekt-c') });
    expect(moved.headers['referrer-policy']).toBe('no-referrer');
    expect((await app.page('GET', '/projekt-b/sign-in?next=%2Fprojekt-c%2F')).location).toBe('/projekt-c/sign-in?next=%2Fprojekt-c%2F');
    // A form that was open before the change is still taken.
    expect((await app.page('POST', link, { form: { password: 'vier graue Esel am Deich' } })).status).toBe(303);
    expect((await signInAt('projekt-a', String(contact.email))).location).toBe('/projekt-c/');
  });

  test.each(['/alt-1//evil.example', '/alt-1/%2f%2fevil.example', '/%61lt-1/x', '/alt-1?//evil.example'])(
    'rule 19 an old address never leads off our origin: %s',
    async (path) => {
      const known = (await list()).find(({ slug, formerSlugs }) => slug === 'neu-1' || formerSlugs.includes('neu-1'));
      const portal = known ?? (await open({ slug: 'alt-1' })).body;
      if (!known) await changePortal(portal.id, { slug: 'neu-1' });
      const { location } = await app.page('GET', path);
      if (location) expect(new URL(location, app.urls.baseUrl).origin).toBe(new URL(app.urls.baseUrl).origin);
    },
  );

  test('no other portal can take a slug that somebody’s old mails name; the portal itself can have it back', async () => {
    const first = (await open({ slug: 'einst' })).body;
    await changePortal(first.id, { slug: 'jetzt' });
    expect((await open({ slug: 'einst' })).body).toMatchObject({ code: 'portal.slug-taken', errors: [{ pointer: '/slug' }] });
    const other = (await open()).body;
    expect((await changePortal(other.id, { slug: 'einst' })).body.code).toBe('portal.slug-taken');
    expect((await changePortal(first.id, { slug: 'einst' })).body).toMatchObject({ slug: 'einst', formerSlugs: ['jetzt'] });
  });

  test('rule 14 two portals that want one slug at the same moment: one gets it, and it leads there', async () => {
    const pair = [(await open()).body, (await open()).body];
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(pair.map(({ id }) => changePortal(id, { slug: `begehrt-${round}` })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = pair[answers.findIndex(({ status }) => status === 200)];
      expect((await list()).find(({ slug }) => slug === `begehrt-${round}`)?.id).toBe(winner?.id);
    }
  });
});

describe('the default portal', () => {
  test('there is one at any time, whoever chooses at the same moment; it gives up by another one being chosen only', async () => {
    const portals = [(await open()).body, (await open()).body, (await open()).body];
    const answers = await Promise.all(portals.map(({ id }) => changePortal(id, { isDefault: true })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [chosen, ...more] = (await list()).filter(({ isDefault }) => isDefault);
    expect([portals.some(({ id }) => id === chosen?.id), more]).toEqual([true, []]);
    expect((await app.page('GET', '/clients/')).location).toBe(`/${chosen?.slug}/sign-in`);
    expect((await changePortal(String(chosen?.id), { isDefault: false })).status).toBe(422);
    const kunden = (await list()).find(({ slug }) => slug === 'kunden');
    await changePortal(String(kunden?.id), { isDefault: true });
    expect((await app.page('GET', '/clients/')).location).toBe('/kunden/sign-in');
  });
});

describe('a portal that is switched off', () => {
  test('bites at the next request of a live session, says whom to ask, ends nothing that is stored', async () => {
    const portal = (await open({ slug: 'heizung', supportContact: 'service@muster.example' })).body;
    const { cookie, accountName } = await registeredIn(portal);
    expect((await app.page('GET', '/heizung/', { cookie })).status).toBe(200);

    const closed = (await changePortal(portal.id, { closed: true })).body;
    expect(closed).toMatchObject({ closedAt: app.clock.now().toISOString(), allowed: ['edit', 'reopen'] });
    for (const path of ['/', '/profile', '/auftraege', '/sign-in', '/forgot-password', `/link/${'x'.repeat(43)}`]) {
      const { status, text } = await app.page('GET', `/heizung${path}`, { cookie });
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain('Dieses Portal ist zurzeit abgeschaltet');
      expect(text.replaceAll('<wbr>', '')).toContain('service@muster.example');
      expect(text).not.toContain('<form');
    }
    const [right, wrong] = [await signInAt('heizung', accountName), await signInAt('heizung', 'niemand@muster.example', 'falsch geraten')];
    expect([right.status, right.cookie, right.text]).toEqual([403, '', wrong.text]);

    await changePortal(portal.id, { closed: false });
    expect((await app.page('GET', '/heizung/', { cookie })).status).toBe(200);
  });

  test('B015 no mail with a link to it can be asked for, and the answer says why', async () => {
    const portal = (await open()).body;
    const { contact } = (await create({ portalAccess: { portalId: portal.id, sendPasswordLink: true } })).body;
    await changePortal(portal.id, { closed: true });
    const again = await change(contact.id, { portalAccess: { portalId: portal.id, sendPasswordLink: true } });
    expect(again.body.mail).toMatchObject({ state: 'not-possible', reason: 'portal-closed' });
    expect(again.body.contact.accesses[0]).toMatchObject({ admitted: false, reason: 'portal-closed' });
  });

  test('other portals of the same person stay open, and leaving works everywhere', async () => {
    const [one, other] = [(await open({ slug: 'haus-1' })).body, (await open({ slug: 'haus-2' })).body];
    const { contact, cookie } = await registeredIn(one);
    await change(contact.id, { portalAccess: { portalId: other.id, password: 'acht grüne Pappeln im Wind' } });
    const again = await signInAt('haus-1', String(contact.email), 'acht grüne Pappeln im Wind');
    await changePortal(one.id, { closed: true });
    expect((await app.page('GET', '/haus-2/', { cookie: again.cookie })).status).toBe(200);
    expect(cookie).not.toBe('');
    const left = await app.page('POST', '/haus-1/sign-out', { form: {}, cookie: again.cookie });
    expect(left.status).toBe(303);
    expect((await app.page('GET', '/haus-2/', { cookie: again.cookie })).status).toBe(303);
  });
});

describe('deleting a portal', () => {
  test('works while nobody ever had access, and takes its areas, roles and old addresses along', async () => {
    const portal = (await open({ slug: 'probe-1' })).body;
    await changePortal(portal.id, { slug: 'probe-2', consents: [{ key: 'agb', textDe: 'Ja', textEn: 'Yes', required: true }] });
    expect((await app.api('DELETE', `/portals/${portal.id}`)).status).toBe(204);
    expect((await app.api('GET', `/portals/${portal.id}`)).status).toBe(404);
    expect((await open({ slug: 'probe-1' })).status).toBe(201);
  });

  test('is refused once somebody had access, even if it is gone, and for the default portal', async () => {
    const portal = (await open()).body;
    const { contact } = (await create({ portalAccess: { portalId: portal.id } })).body;
    await app.database.owner.db
      .updateTable('access')
      .set({ deletedAt: app.clock.now() })
      .where('portalId', '=', portal.id as never)
      .execute();
    expect(contact.accesses).toHaveLength(1);
    expect(await read(portal.id)).toMatchObject({ allowed: ['edit', 'close'], denied: [{ action: 'delete', code: 'portal.had-access' }] });
    expect((await app.api('DELETE', `/portals/${portal.id}`)).body).toMatchObject({ code: 'portal.had-access' });
    const kunden = (await list()).find(({ isDefault }) => isDefault);
    expect((await app.api('DELETE', `/portals/${kunden?.id}`)).body).toMatchObject({ code: 'portal.is-default' });
  });

  test('rule 14 a portal that is deleted while somebody gets access to it: one of both is told no', async () => {
    for (let round = 0; round < 5; round++) {
      const portal = (await open()).body;
      const [gone, given] = await Promise.all([
        app.api('DELETE', `/portals/${portal.id}`),
        app.api<SavedContact>('POST', '/contacts', { body: person({ email: newAddress(), portalAccess: { portalId: portal.id } }) }),
      ]);
      const outcome = [gone.status, given.status].join();
      expect(['204,404', '204,422', '409,201']).toContain(outcome);
    }
  });
});

describe('rule 13: who may', () => {
  let cookie = '';
  beforeAll(async () => {
    const colleague = { name: 'Kollege', language: 'de', email: 'kollege@muster.example' } as const;
    const passwordHash = await app.hasher.hash('neun Laternen im Nebel');
    const system = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
    const user = await system(addAdministrator, { ...colleague, passwordHash });
    await app.database.owner.db.updateTable('user').set({ administrator: false }).where('id', '=', user.id).execute();
    cookie = await app.signIn(colleague.email, 'neun Laternen im Nebel');
  });

  test('a user who is no administrator sees portals and changes none', async () => {
    const portal = (await open()).body;
    const [area] = portal.areas;
    const read = (await app.api<PortalView>('GET', `/portals/${portal.id}`, { cookie })).body;
    expect([read.allowed, read.denied]).toEqual([[], []]);
    const words = { nameDe: 'A', nameEn: 'A' };
    for (const [method, path, body] of [
      ['PATCH', '', { closed: true }],
      ['DELETE', '', undefined],
      ['POST', '/areas', { key: 'neu', ...words, descriptionDe: '', descriptionEn: '' }],
      ['PATCH', `/areas/${area?.id}`, words],
      ['DELETE', `/areas/${area?.id}`, undefined],
      ['PUT', '/areas', { areaIds: [] }],
      ['POST', '/roles', { key: 'neu', ...words, isTeamAdmin: true, startsWithAll: true, areas: [] }],
      ['PATCH', '/roles/customer', { isTeamAdmin: true }],
      ['DELETE', '/roles/customer', undefined],
    ] as const)
      expect([method, path, (await app.api(method, `/portals/${portal.id}${path}`, { cookie, body })).status]).toEqual([method, path, 403]);
  });

  test('a change on an older state is refused', async () => {
    const portal = (await open()).body;
    await changePortal(portal.id, { name: 'Neu' });
    expect((await changePortal(portal.id, { name: 'Alt' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await app.api('DELETE', `/portals/${portal.id}`, { headers: { 'if-match': '"1"' } })).status).toBe(412);
  });
});

test('the first portal stays as it was: people reach it at /kunden/', async () => {
  const { contact, link } = await invited();
  await setPassword(link);
  expect((await signIn(String(contact.email))).location).toBe('/kunden/');
});
