import { expect, test } from 'vitest';
import { commandPhrases, terminalVariant } from './cli-phrases.ts';

test('the command line speaks German where the terminal does, and English everywhere else', () => {
  for (const LANG of ['de_DE.UTF-8', 'de', 'de_AT', 'de-CH', 'DE_de']) expect(terminalVariant({ LANG }), LANG).toBe('de');
  for (const LANG of ['en_GB.UTF-8', 'C', 'C.UTF-8', 'POSIX', 'del_US', 'fr_FR', '']) expect(terminalVariant({ LANG }), LANG).toBe('en');
  expect(terminalVariant({})).toBe('en');
});

test('LC_ALL goes before LC_MESSAGES, and that before LANG; an empty one does not count', () => {
  expect(terminalVariant({ LC_ALL: 'de_DE', LC_MESSAGES: 'en_US', LANG: 'en_US' })).toBe('de');
  expect(terminalVariant({ LC_ALL: '', LC_MESSAGES: 'de_DE', LANG: 'en_US' })).toBe('de');
  expect(terminalVariant({ LC_ALL: 'C', LANG: 'de_DE' })).toBe('en');
});

test('both languages name the same commands and options', () => {
  const named = (text: string) => text.match(/pforte [a-z]+( [a-z]+)?(?= |$)|--[a-z-]+/gm)?.map((found) => found.trim());
  const [german, english] = [commandPhrases('de')('usage'), commandPhrases('en')('usage')];
  expect(german.split('\n').length).toBe(english.split('\n').length);
  expect(german.match(/--[a-z-]+/g)).toEqual(english.match(/--[a-z-]+/g));
  expect(named(german)?.length).toBeGreaterThan(5);
  expect(german).toContain('Notzugang');
});
