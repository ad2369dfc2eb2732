import { expect, test } from 'vitest';
import { meantDomain, neighbours, wellKnownDomains } from './suggest-address.ts';

const nobody = new Map<string, number>();

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmal.com', 'gmail.com'],
  ['gmailcom', 'gmail.com'],
  ['gmx.dee', 'gmx.de'],
  ['wbe.de', 'web.de'],
  ['t-onlin.de', 't-online.de'],
  ['tonline.de', 't-online.de'],
  ['hotmial.de', 'hotmail.de'],
  ['nordbau.example', undefined],
  ['gmial.con', undefined],
])('B067 an address at %s: meant is %s', (typed, meant) => {
  expect(meantDomain(typed, nobody)).toBe(meant);
});

test.each(wellKnownDomains)('nobody at %s is asked whether they meant another provider', (domain) => {
  expect(meantDomain(domain, nobody)).toBeUndefined();
});

test('a domain that is in use here is offered where it is clearly more usual than what was typed', () => {
  expect(meantDomain('nordbua.de', new Map([['nordbau.de', 12]]))).toBe('nordbau.de');
  expect(meantDomain('nordbua.de', new Map([['nordbau.de', 2]]))).toBeUndefined();
  expect(
    meantDomain(
      'nordbaus.de',
      new Map([
        ['nordbau.de', 4],
        ['nordbaus.de', 2],
      ]),
    ),
  ).toBeUndefined();
  expect(meantDomain('web1.de', new Map([['web1.de', 8]]))).toBeUndefined();
});

test('every kind of single mistake is a neighbour, and nothing that is no domain', () => {
  const near = neighbours('web.de');
  for (const one of ['wb.de', 'webb.de', 'wab.de', 'wbe.de', 'web.dde']) expect(near).toContain(one);
  for (const one of ['web.de', 'webde', '.web.de', 'web..de', '-web.de', 'weeb.dee']) expect(near).not.toContain(one);
  expect(neighbours('t-online.de').length).toBeLessThan(1200);
});
