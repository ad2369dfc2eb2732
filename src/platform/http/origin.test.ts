import { expect, test } from 'vitest';
import { mustBeOwnOrigin, type OwnOrigins } from './origin.ts';

const nowhere: OwnOrigins = { baseUrl: undefined, baseDomain: undefined };
const one: OwnOrigins = { baseUrl: 'https://portal.example.com', baseDomain: undefined };
const several: OwnOrigins = { baseUrl: 'https://portal.example.com:8443', baseDomain: 'pforte.example.com' };

/** `host` is what the request says of itself, which is as true as whoever sent it. */
function passes(own: OwnOrigins, host: string, headers: Record<string, string>, method = 'POST'): boolean {
  try {
    mustBeOwnOrigin({ method, headers, host, hostname: host.replace(/:\d+$/, '') }, own);
    return true;
  } catch {
    return false;
  }
}

test('rule 19 with a base URL its origin passes whatever the host says, and no other origin does', () => {
  for (const host of ['portal.example.com', '127.0.0.1:4000', 'evil.example', 'portal.example.com.evil.example', ''])
    expect(passes(one, host, { origin: 'https://portal.example.com' }), host).toBe(true);
  for (const origin of [
    'https://evil.example',
    'http://portal.example.com',
    'https://portal.example.com:8443',
    'https://portal.example.com.evil.example',
    'https://evilportal.example.com',
    'https://sub.portal.example.com',
    'https://portal.example.com@evil.example',
    'null',
    '',
  ])
    for (const host of ['portal.example.com', URL.parse(origin)?.host ?? 'evil.example'])
      expect(passes(one, host, { origin }), `${origin} at ${host}`).toBe(false);
});

test('rule 13 a workspace’s own host passes below the base domain, another workspace’s does not', () => {
  const amsel = { origin: 'https://amsel.pforte.example.com:8443' };
  expect(passes(several, 'amsel.pforte.example.com:8443', amsel)).toBe(true);
  expect(passes(several, 'Amsel.Pforte.example.com', amsel)).toBe(true);
  expect(passes(several, 'anders.pforte.example.com:8443', amsel)).toBe(false);
  expect(passes(several, 'evil.example', amsel)).toBe(false);
  for (const origin of ['http://amsel.pforte.example.com:8443', 'https://amsel.pforte.example.com', 'https://amselpforte.example.com:8443'])
    expect(passes(several, URL.parse(origin)?.host ?? '', { origin }), origin).toBe(false);
});

test('without a base URL the host of the request decides', () => {
  expect(passes(nowhere, 'localhost:4000', { origin: 'http://localhost:4000' })).toBe(true);
  expect(passes(nowhere, 'localhost:4000', { origin: 'http://localhost:4001' })).toBe(false);
  expect(passes(nowhere, 'localhost:4000', { origin: 'null' })).toBe(false);
});

test('what a browser says of the site decides first; reading is free, and a client that is no browser passes', () => {
  expect(passes(one, 'portal.example.com', { 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(true);
  expect(passes(one, 'portal.example.com', { 'sec-fetch-site': 'same-site', origin: 'https://portal.example.com' })).toBe(false);
  expect(passes(one, 'portal.example.com', { 'sec-fetch-site': 'cross-site', origin: 'https://portal.example.com' })).toBe(false);
  expect(passes(one, 'portal.example.com', { origin: 'https://evil.example' }, 'GET')).toBe(true);
  expect(passes(one, 'portal.example.com', {})).toBe(true);
});
