import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { hostileTargets as hostile } from './own-path.fixture.ts';
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
