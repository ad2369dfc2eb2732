import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

const own = [
  '/kunden/',
  '/kunden/profile',
  '/kunden/rechnungen',
  '/kunden/rechnungen/2026-03',
  '/kunden/anfragen?nummer=12&offen=ja',
  '/kunden/a.b_c~d',
  '/kunden/?seite=2',
  '/kunden/x?a=%C3%A4',
];

/** Each of these has led somebody's visitors astray somewhere. */
const hostile: unknown[] = [
  '//evil.example',
  '//evil.example/kunden/',
  '///evil.example/kunden/',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example/kunden/',
  'https://evil.example/kunden/',
  'https:/evil.example/kunden/',
  'https:evil.example',
  'HTTPS://evil.example',
  'http:\\\\evil.example',
  'javascript:alert(1)',
  'javascript://kunden/%0aalert(1)',
  'JaVaScRiPt:alert(1)//kunden/',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'mailto:a@evil.example',
  'file:///etc/passwd',
  '/kunden//evil.example',
  '/kunden/..//evil.example',
  '/kunden/../console/',
  '/kunden/../../evil',
  '/kunden/./x',
  '/kunden/..',
  '/kunden/.',
  '/kunden/x/..',
  '/kunden/.well-known',
  '/kunden/%2e%2e/console/',
  '/kunden/%2E%2E',
  '/kunden/%2f%2fevil.example',
  '/kunden/%5cevil.example',
  '/kunden/%00',
  '/kunden/%0d%0aSet-Cookie:x=y',
  '/kunden/x\r\nSet-Cookie: x=y',
  '/kunden/x\nLocation: https://evil.example',
  '/kunden/\tx',
  '\t//evil.example',
  ' /kunden/',
  '/kunden/ x',
  '/kunden/x\u0000',
  '/\u0009/evil.example',
  '/kunden/\u2028',
  '／／evil.example',
  '/kunden／x',
  '/kunden/x@evil.example',
  '/kunden/x:y',
  '@evil.example/kunden/',
  '//kunden@evil.example/kunden/',
  '/kunden',
  'kunden/',
  '/kundenx/',
  '/kunden.evil/',
  '/Kunden/',
  '/installateure/',
  '/console/',
  '/api/v1/me',
  '/',
  '',
  '?next=/kunden/',
  '/kunden/x#//evil.example',
  '/kunden/x?a=b?c',
  '/kunden/x?a=<script>',
  '/kunden/x?next=https://evil.example',
  '/kunden/<script>alert(1)</script>',
  '/kunden/"onmouseover="alert(1)',
  '/kunden/sign-in',
  '/kunden/sign-out',
  '/kunden/forgot-password',
  '/kunden/link/1VaQbmsp37-gyjrlZZ0alggobyn6s9pghNkFAyvtP-4',
  `/kunden/${'a'.repeat(600)}`,
  undefined,
  null,
  ['/kunden/', '//evil.example'],
  { toString: () => '/kunden/' },
];

test('rule 19 after signing in one is led to the portal’s own pages', () => {
  for (const path of own) expect(ownPath(path, 'kunden')).toBe(path);
});

test(`rule 19 ${hostile.length} hostile targets lead nowhere`, () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  for (const target of hostile) expect(ownPath(target, 'kunden'), JSON.stringify(target)).toBeUndefined();
});

test('rule 19 whatever is let through is read by a browser as it stands', () => {
  const piece = constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '?',
    '#',
    ':',
    '@',
    '%',
    '2e',
    '2f',
    '5c',
    'a',
    '-',
    '=',
    '&',
    ' ',
    '\t',
    '\n',
    '\u0000',
    'é',
    'kunden',
    'evil.example',
    'javascript:',
  );
  let letThrough = 0;
  const stays = (pieces: string[]) => {
    const path = ownPath(`/kunden/${pieces.join('')}`, 'kunden') ?? ownPath(pieces.join(''), 'kunden');
    if (path === undefined) return true;
    letThrough += 1;
    return new URL(path, 'https://portal.example').href === `https://portal.example${path}`;
  };
  assert(property(array(piece, { maxLength: 6 }), stays), { numRuns: 5000 });
  expect(letThrough).toBeGreaterThan(100);
});
