import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from './app.fixture.ts';
import { addAdministrator } from './modules/user/index.ts';
import { fillPath } from './platform/http/contract.ts';
import type { ServedRoute } from './platform/http/serve.ts';
import { publicRoutes } from './public-routes.ts';

const app = await testApp();
const colleague = { email: 'kollege@muster.example', password: 'neun Laternen im Nebel' };
let cookie = '';

beforeAll(async () => {
  const passwordHash = await app.hasher.hash(colleague.password);
  const user = await app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(addAdministrator, {
    name: 'Kollege',
    language: 'de',
    passwordHash,
    email: colleague.email,
  });
  await app.database.owner.db.updateTable('user').set({ administrator: false }).where('id', '=', user.id).execute();
  cookie = await app.signIn(colleague.email, colleague.password);
});

const random = '0198a1b2-0000-7000-8000-000000000000';
const pathOf = ({ route }: ServedRoute) =>
  fillPath(route.path, Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, random])));
const ask = (served: ServedRoute, as: string | null) =>
  app.api<{ code?: string }>(served.route.method, pathOf(served), { cookie: as, ...(served.route.body && { body: {} }) });

const named = app.served.map((served) => [served.name, served] as const);
const privateOnes = named.filter(([, { route }]) => route.right !== 'public');
const administrators = named.filter(([, { route }]) => route.right === 'administrator');

describe('rule 13: the rights table', () => {
  test('what is public is exactly what the list names', () => {
    expect(
      named
        .filter(([, { route }]) => route.right === 'public')
        .map(([name]) => name)
        .sort(),
    ).toEqual([...publicRoutes].sort());
  });

  test.each(privateOnes)('%s answers nobody who is not signed in, whatever else is wrong with the request', async (_, served) => {
    const { status, body } = await ask(served, null);
    expect([status, body.code]).toEqual([401, 'request.not-signed-in']);
  });

  test.each(administrators)('%s answers administrators only', async (_, served) => {
    const { status, body } = await ask(served, cookie);
    expect([status, body.code]).toEqual([403, 'request.not-allowed']);
  });

  test.each(privateOnes)('%s never fails on a random id or an empty body', async (_, served) => {
    const own = served.name === 'signOut' || served.name === 'endOtherSessions' ? await app.signIn() : undefined;
    const { status } = await app.api(served.route.method, pathOf(served), {
      ...(own && { cookie: own }),
      ...(served.route.body && { body: {} }),
    });
    expect(status).toBeLessThan(500);
  });
});

describe('rule 19: where requests come from', () => {
  const name = { body: { name: 'Nordbau' } };

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:4000.evil.example' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{ origin: 'http://localhost:4000' }, 201],
  ] as [Record<string, string>, number][])('a change with %j is answered with %s', async (headers, expected) => {
    expect((await app.api('POST', '/customers', { ...name, headers, cookie: await app.signIn() })).status).toBe(expected);
  });

  test('the API takes JSON only', async () => {
    const response = await app.server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { host: 'localhost:4000', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'accountName=a&password=b',
    });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'request.wrong-content-type' });
  });

  test.each([
    '{',
    '[]',
    '"x"',
    '{"accountName":1,"password":{}}',
    '{"__proto__":{"administrator":true},"accountName":"a","password":"b"}',
    '{"accountName":"\\ud800","password":"b"}',
  ])('the body %s is refused, not a crash', async (payload) => {
    const response = await app.server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { host: 'localhost:4000', 'content-type': 'application/json' },
      payload,
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });
});

describe('rule 27: headers of every answer', () => {
  test.each(['/api/v1/me', '/kunden/sign-in', '/console/', '/api/v1/nowhere', '/nowhere/'])('%s', async (url) => {
    const { headers } = await app.server.inject({ method: 'GET', url, headers: { host: 'localhost:4000' } });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  });
});

test.each(['/%', '/kunden/%zz', `/kunden/link/${'x'.repeat(300)}`])(
  'rule 27 an address that cannot be read, %s, is answered like an unknown one, with its headers',
  async (url) => {
    const { statusCode, headers } = await app.server.inject({ method: 'GET', url, headers: { host: 'localhost:4000' } });
    expect(statusCode).toBe(404);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  },
);

test('rule 19 an API address that is written in another way takes no form either', async () => {
  const response = await app.server.inject({
    method: 'POST',
    url: '/%61pi/v1/customers',
    headers: { host: 'localhost:4000', 'content-type': 'application/x-www-form-urlencoded', cookie: await app.signIn() },
    payload: 'name=Nordbau',
  });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({ code: 'request.wrong-content-type' });
});

test('what a stranger may send is short, so that reading it costs nobody else time', async () => {
  const payload = '['.repeat(20_000) + ']'.repeat(20_000);
  for (const url of ['/api/v1/sessions', '/api/v1/setup', '/api/v1/customers', '/nowhere']) {
    const response = await app.server.inject({
      method: 'POST',
      url,
      headers: { host: 'localhost:4000', 'content-type': 'application/json' },
      payload,
    });
    expect([url, response.statusCode]).toEqual([url, 422]);
  }
});

test('rule 15 an empty time zone is refused, and so is a cursor with a day that does not exist', async () => {
  const cookie = await app.signIn();
  expect((await app.api('PATCH', '/workspace', { cookie, body: { timeZone: '' } })).status).toBe(422);
  const cursor = Buffer.from(JSON.stringify(['f', 'contact:-updatedAt', '2024-02-30T00:00:00Z', random])).toString('base64url');
  expect((await app.api('GET', '/contacts', { cookie, query: { sort: '-updatedAt', cursor } })).status).toBe(422);
});

test('the OpenAPI document holds every route', async () => {
  const { json } = await app.server
    .inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost:4000' } })
    .then((response) => ({ json: response.json() as { openapi: string; paths: Record<string, Record<string, unknown>> } }));
  expect(json.openapi).toBe('3.1.0');
  for (const [, { route }] of named) expect(json.paths[route.path]?.[route.method.toLowerCase()]).toBeDefined();
});
