import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { portalPeople, readable } from '../../sign-in/pages.fixture.ts';

const app = await testApp({ PFORTE_BASE_URL: 'https://portal.muster.example' });
const { page } = app;
app.server.get('/broken', async () => {
  throw new Error('a fault of ours with a secret: hunter2');
});
app.server.get('/away', async () => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
});

test('an unknown page is told in the frame of the portal that was meant, with the way on', async () => {
  for (const path of ['/kunden/rechnungen/1/2', '/gibt-es-nicht/', '/kunden/link/a/b/c', '/favicon.ico']) {
    const { status, text, headers } = await page('GET', path);
    expect(status, path).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<title>Diese Seite gibt es nicht · Kundenportal');
    expect(text).toContain('<a class="button" href="/kunden/">Zur Startseite</a>');
  }
  expect((await page('GET', '/kunden/a/b', { headers: { 'accept-language': 'en' } })).text).toContain('This page does not exist');
  expect((await page('GET', '/console/assets/nichts.js')).text).not.toContain('Kundenportal');
});

test('an error of ours is told with the number to quote, and nothing about its inside', async () => {
  const { status, text } = await page('GET', '/broken');
  expect(status).toBe(500);
  expect(readable(text)).toMatch(/Es wurde nichts geändert\. Bei Rückfragen bitte diese Nummer nennen: [\da-f-]{36}\./);
  expect(text).not.toContain('hunter2');
});

test('without a database there is still a page', async () => {
  const { status, text, headers } = await page('GET', '/away');
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('5');
  expect(readable(text)).toContain('Gerade nicht erreichbar Die Datenbank ist gerade nicht erreichbar.');
});

test('rule 19 rule 27 behind TLS cookies are __Host- and Secure, and browsers are told to stay there', async () => {
  const people = await portalPeople(app);
  await people.add('anna@amsel.example');
  const { headers } = await people.enter('anna@amsel.example');
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-pforte-portal=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    expect.stringMatching(/^__Host-pforte-known-person=[\w-]+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
});

test('rule 27 an address that cannot be read is answered with the same headers as one that does not exist', async () => {
  const rule27 = [
    'content-security-policy',
    'strict-transport-security',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'referrer-policy',
    'x-content-type-options',
    'x-frame-options',
    'cache-control',
    'content-type',
  ];
  const headersOf = async (path: string) => {
    const { status, headers } = await page('GET', path);
    return { status, ...Object.fromEntries(rule27.map((name) => [name, headers[name]])) };
  };
  const unknown = await headersOf('/gibt-es-nicht');
  expect(unknown).toMatchObject({ status: 404, 'strict-transport-security': 'max-age=31536000' });
  for (const path of ['/%E0%A4%A', '/kunden/%', '/kunden/link/%E0%A4%A']) {
    expect(await headersOf(path), path).toEqual({ ...unknown, ...(path.includes('/link/') && { 'referrer-policy': 'no-referrer' }) });
  }
});
