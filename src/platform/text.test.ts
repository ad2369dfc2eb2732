import { expect, test } from 'vitest';
import { hasHiddenCharacter } from './text.ts';

const named = {
  'right-to-left override': 'Amsel\u202egpj.exe',
  'left-to-right isolate': '\u2066Amsel\u2069',
  'right-to-left mark': 'Amsel\u200f',
  'Arabic letter mark': '\u061cAmsel',
  'zero-width space': 'Am\u200bsel',
  'byte order mark in front': '\ufeffAmsel',
  'byte order mark behind': 'Amsel\ufeff',
  'word joiner': 'Am\u2060sel',
  'soft hyphen': 'Am\u00adsel',
  'Hangul filler': '\u3164',
  'tag character': 'Amsel\u{e0041}',
  'nothing but a joiner': '\u200d',
  'a joiner at the end': 'Amsel\u200c',
  'a joiner beside a space': 'Anna \u200dAmsel',
  'two joiners in a row': 'Am\u200c\u200csel',
};

test.each(Object.entries(named))('a hidden character is noticed: %s', (_, text) => {
  expect(hasHiddenCharacter(text)).toBe(true);
});

test.each([
  'Amsel',
  'Jürgen Groß-Ünal',
  'Zoë O’Neill',
  'مریم\u200cسادات',
  'ක්\u200dරිෂ්ණ',
  'क्\u200dष',
  'דוד לוי',
  'فاطمة',
  '李小龍',
  'Nebel u\u0308ber',
  '',
  '  Amsel\t',
])('a name as people write it is none: %s', (text) => {
  expect(hasHiddenCharacter(text)).toBe(false);
});
