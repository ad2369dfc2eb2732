import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { goodPassword, portalPeople, readable } from './pages.fixture.ts';

const app = await testApp();
const people = await portalPeople(app);
const { page } = app;

const cookieHeaders = (headers: Record<string, unknown>): string[] => [headers['set-cookie'] ?? []].flat().map(String);

test('rule 19 a hostile wish leads to the portal’s home', async () => {
  await people.add('hanna@amsel.example');
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/kunden/%2e%2e/console/',
    '/kunden/link/abc',
  ]) {
    expect((await page('GET', `/kunden/sign-in?next=${encodeURIComponent(next)}`)).text).not.toContain('name="next"');
    expect(await people.enter('hanna@amsel.example', goodPassword, { next })).toMatchObject({ status: 303, location: '/kunden/' });
  }
});

test('rule 9 known, unknown, expired, blocked and invited names get the same page for a wrong password', async () => {
  await people.add('bernd@amsel.example');
  await people.add('ewald@amsel.example');
  await people.expire('ewald@amsel.example');
  await people.add('bruno@amsel.example');
  await people.block('bruno@amsel.example');
  await people.add('ines@amsel.example', { sendPasswordLink: true });
  const names = ['bernd@amsel.example', 'niemand@amsel.example', 'ewald@amsel.example', 'bruno@amsel.example', 'ines@amsel.example'];
  const answers = [];
  for (const name of names) {
    const { status, text, headers } = await people.enter(name, 'ganz falsch und geheim');
    answers.push({ status, text: text.replaceAll(name, 'NAME'), cookies: headers['set-cookie'] });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('rule 20 too many tries are slowed down with the time to wait', async () => {
  await people.add('ludwig@amsel.example');
  const answers = [];
  for (let count = 0; count < 7; count++) answers.push(await people.enter('ludwig@amsel.example', 'ganz falsch und geheim'));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect(readable(last?.text ?? '')).toMatch(/Zu viele Versuche\. Bitte in (einer|\d+) Sekunden? noch einmal versuchen\./);
  expect(last?.text).toContain('value="ludwig@amsel.example"');
  app.clock.turn(3_600_000);
  expect((await people.enter('ludwig@amsel.example')).status).toBe(303);
});

test('rule 15 forms take their own fields only, each once', async () => {
  const form = { accountName: 'anna@amsel.example', password: goodPassword };
  const sent = (payload: string, type = 'application/x-www-form-urlencoded') =>
    app.server.inject({
      method: 'POST',
      url: '/kunden/sign-in',
      headers: { host: new URL(app.urls.baseUrl).host, 'accept-language': 'de', 'content-type': type },
      payload,
    });
  const urlencoded = new URLSearchParams(form).toString();
  for (const more of [
    'administrator=yes',
    'password=zweites',
    'remember=on',
    'next=/kunden/&next=//evil.example',
    '__proto__=x',
    'constructor=x',
  ]) {
    const response = await sent(`${urlencoded}&${more}`);
    expect(response.statusCode, more).toBe(422);
    expect(response.headers['set-cookie']).toBeUndefined();
  }
  expect((await sent(JSON.stringify(form), 'application/json')).statusCode).toBe(422);
  expect((await sent(urlencoded, 'text/plain')).statusCode).toBe(422);
});

test('names and values that no database takes are refused without an error of ours', async () => {
  for (const accountName of ['a\u0000b', 'a\r\nb', 'x'.repeat(321), '']) expect((await people.enter(accountName)).status).toBe(422);
  for (const path of ['/kun%00den/', '/%5c/', '/kunden/%00', '/kunden/sign-in?next=%00', `/${'k'.repeat(150)}/`, '/KUNDEN/sign-in']) {
    expect((await page('GET', path)).status, path).toBeLessThan(500);
  }
});

test('rule 19 a form that another site sends changes nothing', async () => {
  await people.add('helga@amsel.example');
  const cookie = await people.cookieOf('helga@amsel.example');
  const origins: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ];
  for (const headers of origins) {
    const { status, text } = await page('POST', '/kunden/sign-out', { form: {}, cookie, headers });
    expect(status).toBe(403);
    expect(readable(text)).toContain('Diese Anfrage kam von einer fremden Seite');
  }
  expect((await page('GET', '/kunden/', { cookie })).status).toBe(200);
});

test('rule 27 names with markup stay text on every page', async () => {
  const markup = '<script>alert(1)</script>';
  await people.add('mia@amsel.example', { password: goodPassword }, { firstName: markup, lastName: `"><img src=x onerror=alert(1)>` });
  const cookie = await people.cookieOf('mia@amsel.example');
  for (const path of ['/kunden/', '/kunden/profile', '/kunden/rechnungen']) {
    const { text } = await page('GET', path, { cookie });
    expect(text, path).not.toMatch(/<script>|<img/);
  }
  expect((await page('GET', '/kunden/profile', { cookie })).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect((await people.enter(markup, 'x')).text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"');
});

test('rule 27 pages are private, framed by nobody and load nothing from elsewhere', async () => {
  const { headers, text } = await page('GET', '/kunden/sign-in');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'content-type': 'text/html; charset=utf-8',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).not.toContain('unsafe-inline');
  expect(text).not.toMatch(/<style|style="|<script(?![^>]*src=)/);
});

test('addresses break after „@“ or a dot only, on every page that shows one', async () => {
  const [{ id = '' } = {}] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
  await app.api('PATCH', `/portals/${id}`, { body: { supportContact: 'Service, kundenservice@muster-energie.example' } });
  const email = 'brunhilde.lange@amsel-und-soehne.example';
  await people.add(email);
  const cookie = await people.cookieOf(email);
  const held = (address: string) => {
    const pieces = address.split(/(?<=[@.])/).map((piece) => (piece.includes('-') ? `<span class="piece">${piece}</span>` : piece));
    return `<span class="address">${pieces.join('<wbr>')}</span>`;
  };
  for (const path of ['/kunden/sign-in', '/kunden/forgot-password', '/kunden/forgot-password/sent', '/kunden/link/sent']) {
    const { text } = await page('GET', path);
    expect(text, path).toContain(`Service, ${held('kundenservice@muster-energie.example')}`);
    expect(text, path).not.toContain('kundenservice@muster');
  }
  const profile = await page('GET', '/kunden/profile', { cookie });
  expect(profile.text).toContain(`<dd>${held(email)}</dd>`);
  const link = await people.invite('kunigunde.lange@amsel-und-soehne.example');
  expect((await page('GET', link)).text).toContain(`<dd>${held('kunigunde.lange@amsel-und-soehne.example')}</dd>`);
  await app.api('PATCH', `/portals/${id}`, { body: { supportContact: null } });
});

test('a page with its styles and script weighs less than 50 kB, and those are kept for a year', async () => {
  const { text } = await page('GET', '/kunden/sign-in');
  const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(files).toHaveLength(3);
  const answers = await Promise.all(files.map((path) => page('GET', path)));
  for (const { status, headers } of answers) {
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  const bytes = [text, ...answers.map((answer) => answer.text)].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  expect(bytes).toBeLessThan(50_000);
  expect((await page('GET', '/assets/portal-0000000000.css')).status).toBe(404);
  expect((await page('GET', '/assets/brand-<b>.css')).status).toBe(404);
});

test('rule 19 the session’s cookie is for this server only, and lasts as long as was wished', async () => {
  await people.add('paula@amsel.example');
  const cookieFor = async (more: Record<string, string>) =>
    cookieHeaders((await people.enter('paula@amsel.example', goodPassword, more)).headers).find((header) => header.includes('portal='));
  expect(await cookieFor({})).toMatch(/^pforte-portal=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await cookieFor({ remember: 'yes' })).toMatch(/^pforte-portal=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
});
