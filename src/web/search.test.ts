import { describe, expect, test } from 'vitest';
import { oneOf, readSearch, safeNext, writeSearch } from './search.ts';

describe('rule 19: after signing in only own relative paths are followed', () => {
  test.each([
    ['/console/customers?access=invited', '/customers?access=invited'],
    ['/customers?q=anna#top', '/customers?q=anna#top'],
    ['/console', '/'],
    ['/console/', '/'],
    [undefined, '/'],
    ['', '/'],
  ])('%s leads to %s', (next, path) => {
    expect(safeNext(next)).toBe(path);
  });

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'customers',
    '/console//evil.example',
    '/console/\\evil.example',
    '/ /evil.example',
  ])('%j leads to the overview', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});

test('addresses of lists carry plain text: a search for 007 stays 007 and nothing empty is written', () => {
  const address = writeSearch({ q: '007', sort: '-name', access: undefined, cursor: '' });
  expect(address).toBe('?q=007&sort=-name');
  expect(readSearch(address)).toEqual({ q: '007', sort: '-name' });
});

test('a word of the address that the list does not know is left out', () => {
  expect(oneOf({ access: 'everybody' }, 'access', ['with', 'without'])).toBeUndefined();
  expect(oneOf({ access: 'with' }, 'access', ['with', 'without'])).toBe('with');
});
