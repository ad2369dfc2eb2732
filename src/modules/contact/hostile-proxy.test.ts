import { expect, test } from 'vitest';
import { linkIn, peopleApp } from './contact.fixture.ts';

const { app, newAddress, person, sentTo } = await peopleApp({
  PFORTE_TRUSTED_PROXIES: '127.0.0.1',
  PFORTE_BASE_URL: 'https://portal.muster.example',
  PFORTE_BASE_DOMAIN: 'muster.example',
});
const { baseUrl } = app.workspace;

/** As a proxy passes on what a client wrote into its own headers. */
const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.9' };

test('rule 20 what a trusted proxy says about the host is believed, and nobody else is', async () => {
  const ask = (network: string) =>
    app.page('POST', '/kunden/forgot-password', {
      network,
      headers: { ...forwarded, host: 'elsewhere.muster.example', 'x-forwarded-host': new URL(baseUrl).host, origin: baseUrl },
      form: { typed: newAddress() },
    });
  expect((await ask('127.0.0.1')).status).toBe(303);
  expect((await ask('192.0.2.1')).status).toBe(403);
});

test('rule 19 a strange origin stays strange, whatever a trusted proxy or the request itself says about the host', async () => {
  const ask = (headers: Record<string, string>) =>
    app.page('POST', '/kunden/forgot-password', {
      network: '127.0.0.1',
      headers: { origin: 'https://evil.example', ...headers },
      form: { typed: newAddress() },
    });
  expect((await ask(forwarded)).status).toBe(403);
  expect((await ask({ host: 'evil.example' })).status).toBe(403);
});

test('rule 2 behind a trusted proxy links still begin with the configured base URL', async () => {
  const email = newAddress();
  const made = await app.api('POST', '/contacts', {
    headers: forwarded,
    body: person({ email, portalAccess: { sendPasswordLink: true } }),
  });
  expect(made.status).toBe(201);
  const asked = await app.page('POST', '/kunden/forgot-password', { headers: forwarded, form: { typed: email } });
  expect([asked.status, asked.location]).toEqual([303, '/kunden/forgot-password/sent']);
  const mails = await sentTo(email);
  expect(mails).toHaveLength(2);
  for (const { text, html } of mails) {
    expect(linkIn(text)).toMatch(new RegExp(`^${RegExp.escape(`${baseUrl}/kunden/link/`)}`));
    expect(baseUrl).toMatch(/^https:\/\/[a-z-]+\.muster\.example$/);
    expect(text + html).not.toContain('evil');
  }
});
