import { describe, expect, test } from 'vitest';
import { distance, resemblance, slipsOf } from './near-miss.ts';

describe('addresses that a slip of the fingers makes of another', () => {
  test.each([
    ['a letter is wrong', 'anna.amsal@nordbau.example'],
    ['a letter is missing', 'anna.amsl@nordbau.example'],
    ['a letter is doubled', 'anna.ammsel@nordbau.example'],
    ['two letters are swapped', 'anna.amsle@nordbau.example'],
    ['two slips', 'ana.amsel@nordbua.example'],
    ['the domain has a slip', 'anna.amsel@nrodbau.example'],
    ['in capitals', 'Anna.Amsel@NORDBAU.example'],
  ])('%s: %s', (_, typed) => {
    expect(resemblance(typed, 'anna.amsel@nordbau.example')).toBe('similar');
  });

  test.each([
    ['jörg.müller@gärtnerei.example', 'joerg.mueller@gaertnerei.example'],
    ['joerg.mueller@gaertnerei.example', 'joerg.mueller@gärtnerei.example'],
    ['strauss@see.example', 'strauß@see.example'],
  ])('Umlauts and how they are spelled out are one: %s, %s', (typed, stored) => {
    expect(resemblance(typed, stored)).toBe('similar');
  });

  test('the same name at another provider', () => {
    expect(resemblance('anna.amsel@gmx.example', 'anna.amsel@nordbau.example')).toBe('same-local-part');
  });

  test.each([
    ['info@gmx.example', 'info@nordbau.example'],
    ['anna.amsel@nordbau.example', 'bernd.amsel@nordbau.example'],
    ['a@b.example', 'c@d.example'],
    ['ab@c.de', 'xy@c.de'],
    ['anna', 'anna.amsel@nordbau.example'],
  ])('another address is another address: %s, %s', (typed, stored) => {
    expect(resemblance(typed, stored)).toBeUndefined();
  });
});

describe('Damerau-Levenshtein', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abcd', 'badc', 2],
    ['abc', 'ab', 1],
    ['abc', 'xyz', 3],
    ['kitten', 'sitting', 3],
    ['abc', 'abcdefgh', 3],
  ])('%j, %j: %d', (one, other, expected) => {
    expect(distance(one, other, 2)).toBe(Math.min(expected, 3));
  });
});

describe('everything that is one slip away', () => {
  const stored = 'anna.amsel@nordbau.example';
  test.each([
    'ana.amsel@nordbau.example',
    'annna.amsel@nordbau.example',
    'anna.amsle@nordbau.example',
    'anna-amsel@nordbau.example',
    stored,
  ])('%s leads to the stored one', (typed) => {
    expect(slipsOf(typed)).toContain(stored);
  });

  test('Umlauts in a domain are looked for as they are stored', () => {
    expect(slipsOf('info@gaertnerei.example')).toContain('info@xn--grtnerei-0za.example');
  });

  test('however much is typed, they are counted', () => {
    expect(slipsOf('x'.repeat(200)).length).toBeLessThan(7_000);
  });
});
