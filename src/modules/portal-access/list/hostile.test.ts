import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { accessListApp } from './list.fixture.ts';

const { app, db, now, addPortal, add, list } = await accessListApp();

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const id = randomUUID();

describe('bad input', () => {
  const refused: Record<string, string>[] = [
    { portalId: 'x' },
    { portalId: '' },
    { portalId: `${id},` },
    { portalId: Array.from({ length: 51 }, () => id).join() },
    { role: 'Kunde;--' },
    { registration: 'invited,drin' },
    { registration: '' },
    { assignment: 'maybe' },
    { granted: 'ja' },
    { admission: 'deleted' },
    { admission: '__proto__' },
    { customerId: "' or 1=1" },
    { mail: 'ok' },
    { expiry: 'never' },
    { expiry: 'soon', expiryDays: '0' },
    { expiry: 'soon', expiryDays: '99999' },
    { expiry: 'soon', expiryDays: '-1' },
    { expiry: 'soon', expiryDays: '1e3' },
    { expiry: 'soon', expiryDays: '' },
    { neverSignedIn: 'false' },
    { createdBefore: '2026-02-30' },
    { createdBefore: '0000-01-01' },
    { createdBefore: 'gestern' },
    { invitedBefore: '2026-13-01' },
    { sort: 'password' },
    { sort: '__proto__' },
    { limit: '0' },
    { limit: '201' },
    { limit: '0x10' },
    { q: 'a'.repeat(201) },
    { q: 'a\u0000b' },
    { offset: '10' },
    { workspaceId: id },
    { cursor: 'bm9wZQ' },
    { cursor: 'x'.repeat(501) },
    { cursor: cursorOf('f', 'access:-name', 'amsel', id) },
    { cursor: cursorOf('f', 'contact:name', 'amsel', id) },
    { cursor: cursorOf('f', 'access:name', 'amsel', 'keine') },
    { cursor: cursorOf('f', 'access:name', 7, id) },
    { cursor: cursorOf('f', 'access:name', 'a\u0000', id) },
    { cursor: cursorOf('s', 'access:name', 'amsel', id) },
    { sort: 'createdAt', cursor: cursorOf('f', 'access:createdAt', '2026-02-30T00:00:00Z', id) },
    { sort: 'createdAt', cursor: cursorOf('f', 'access:createdAt', '0000-01-01T00:00:00Z', id) },
    { sort: 'createdAt', cursor: cursorOf('f', 'access:createdAt', '2026-01-01T00:00:00+23:59', id) },
    { sort: 'createdAt', cursor: cursorOf('f', 'access:createdAt', 'infinity', id) },
    { sort: 'expiresOn', cursor: cursorOf('f', 'access:expiresOn', '2026-02-30', id) },
    { sort: 'expiresOn', cursor: cursorOf('f', 'access:expiresOn', '0000-01-01', id) },
    { sort: 'expiresOn', cursor: cursorOf('f', 'access:expiresOn', 'infinity', id) },
  ];
  test.each(refused)('%j is refused', async (query) => {
    const { status, body } = await app.api<{ code: string }>('GET', '/accesses', { query });
    expect([status, body.code], JSON.stringify(body)).toEqual([422, expect.stringMatching(/^request\./)]);
  });

  const strange: Record<string, string>[] = [
    { q: '' },
    { q: '   ' },
    { q: '%%%' },
    { q: '\\' },
    { q: '"' },
    { q: "'" },
    { q: '\ud83d\ude00' },
    { q: '١٢٣' },
    { q: 'İ ß ẞ' },
    { q: '- - - - - - - - -' },
    { q: 'a b c d e f g h i j' },
    { q: `${'ä'.repeat(200)}` },
    { createdBefore: '0001-01-01' },
    { createdBefore: '9999-12-31' },
    { invitedBefore: '0001-01-01' },
    { expiry: 'soon', expiryDays: '3660' },
    { expiryDays: '5' },
    { sort: 'name', cursor: cursorOf('f', 'access:name', '\ud800', id) },
    { sort: 'name', cursor: cursorOf('b', 'access:name', '', id) },
    { sort: 'createdAt', cursor: cursorOf('f', 'access:createdAt', '9999-12-31T23:59:59Z', id) },
    { sort: 'expiresOn', cursor: cursorOf('b', 'access:expiresOn', '0001-01-01', id) },
  ];
  test.each(strange)('%j is answered', async (query) => {
    expect((await app.api('GET', '/accesses', { query })).status).toBe(200);
  });

  test('a parameter that stands twice, and nested ones, are refused', async () => {
    for (const query of ['q=a&q=b', 'portalId[$ne]=1', 'sort=name&sort=-name', 'limit=1&limit=2']) {
      const { status } = await app.api('GET', `/accesses?${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });

  test('counts and export refuse what the list refuses', async () => {
    expect((await app.api('GET', '/accesses/views', { query: { portalId: 'x' } })).status).toBe(422);
    expect((await app.api('GET', '/accesses/views', { query: { q: 'amsel' } })).status).toBe(422);
    expect((await app.api('GET', '/accesses/export', { query: { cursor: 'x' } })).status).toBe(422);
    expect((await app.api('GET', '/accesses', { cookie: null })).status).toBe(401);
    expect((await app.api('GET', '/accesses/views', { cookie: null })).status).toBe(401);
  });
});

test('rule 13 nothing of another workspace is found, counted, or told apart from what does not exist', async () => {
  const other = randomUUID();
  await sql`insert into workspace (id, slug, name, language, address_form, time_zone, lifetimes, created_at)
    select ${other}, 'anders', 'Anders AG', language, address_form, time_zone, lifetimes, created_at from workspace limit 1`.execute(db);
  const foreignPortal = await addPortal('Fremdes Portal', { workspaceId: other });
  const foreign = await add({ name: 'Fremdling', company: 'Fremd AG', portalId: foreignPortal, registeredAt: now }, other);
  await add({ name: 'Eigene', company: 'Eigen AG' });

  for (const query of [
    { portalId: foreignPortal },
    { portalId: randomUUID() },
    { customerId: foreign.customerId },
    { customerId: randomUUID() },
    { q: 'fremdling' },
    { portalId: `${foreignPortal},${randomUUID()}`, registration: 'registered' },
  ] as Record<string, string>[]) {
    expect(await list(query)).toEqual({ items: [], nextCursor: null, previousCursor: null, total: 0, totalIsEstimate: false });
  }
  expect((await list()).items.map(({ name }) => name)).toEqual(['Anna Eigene']);
  const counts = async (portalId: string) =>
    (await app.api<{ items: { count: number }[] }>('GET', '/accesses/views', { query: { portalId } })).body.items.map(({ count }) => count);
  expect(await counts(foreignPortal)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect((await app.api('GET', `/accesses/${foreign.accessId}`)).status).toBe(404);
});
