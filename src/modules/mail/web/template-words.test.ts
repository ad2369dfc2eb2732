import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TemplateView } from '../contract.ts';
import { templatePhrases } from './template-phrases.ts';
import { fieldWords, savedWord, shownContent } from './template-words.ts';

const field = (name: string, de: string, en: string): TemplateView['fields'][number] => ({
  name,
  label: de,
  always: true,
  isAddress: false,
  inText: { de: { shown: de, sample: '' }, 'de-DU': { shown: de, sample: '' }, en: { shown: en, sample: '' } },
});
const fields = [
  field('validUntil', 'bis wann', 'until when'),
  field('accountName', 'Kontoname', 'Account name'),
  field('link', 'Link', 'Link'),
];
const german = fieldWords(fields, 'de');

test('a field reads like a part of the sentence, and is stored by its name', () => {
  expect(german.shown('Der Link gilt {validUntil}.')).toBe('Der Link gilt {bis wann}.');
  expect(fieldWords(fields, 'en').shown('It is valid {validUntil}.')).toBe('It is valid {until when}.');
  expect(german.stored('Der Link gilt {bis wann}.')).toBe('Der Link gilt {validUntil}.');
});

test.each([
  ['{kontoname}', '{accountName}'],
  ['{ Kontoname }', '{accountName}'],
  ['{Account name}', '{accountName}'],
  ['{accountName}', '{accountName}'],
  ['{Kontonmae}', '{Kontonmae}'],
  ['{{Kontoname}}', '{{accountName}}'],
  ['{}', '{}'],
  ['{constructor}', '{constructor}'],
  ['Kontoname', 'Kontoname'],
])('what somebody types by hand is understood where it can be: %s', (typed, stored) => {
  expect(german.stored(typed)).toBe(stored);
});

test('whatever stands in a text, showing and storing it changes nothing', () => {
  const part = fc.oneof(fc.constantFrom('{', '}', '{link}', '{validUntil}', '{count}', '\n', ' '), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const stored = german.stored(parts.join(''));
      expect(german.stored(german.shown(stored))).toBe(stored);
      const shown = german.shown(stored);
      expect(
        german
          .pieces(shown)
          .map(({ text }) => text)
          .join(''),
      ).toBe(shown);
    }),
  );
});

test('fields, what is none, and loose braces are told apart', () => {
  expect(german.pieces('a {Kontoname} {anrede} } b').map(({ kind, text }) => [kind, text])).toEqual([
    ['said', 'a '],
    ['field', '{Kontoname}'],
    ['said', ' '],
    ['unknown', '{anrede}'],
    ['said', ' '],
    ['unknown', '}'],
    ['said', ' b'],
  ]);
});

test('a comparison shows the same words as the editor', () => {
  const content = {
    subject: '{accountName}',
    preheader: '',
    blocks: [
      { kind: 'button' as const, label: '{validUntil}', to: 'link' },
      { kind: 'button' as const, label: 'x', to: 'https://example.com/{link}' },
      { kind: 'facts' as const, facts: [{ label: '{link}', text: '{validUntil}' }] },
    ],
  };
  expect(shownContent(content, german)).toEqual({
    subject: '{Kontoname}',
    preheader: '',
    blocks: [
      { kind: 'button', label: '{bis wann}', to: '{Link}' },
      { kind: 'button', label: 'x', to: 'https://example.com/{link}' },
      { kind: 'facts', facts: [{ label: '{Link}', text: '{bis wann}' }] },
    ],
  });
});

test('saving the words of a template that is switched off does not say that mails leave with them from now on', () => {
  const say = templatePhrases('de');
  expect(say(savedWord(true))).toContain('Ab jetzt gehen E-Mails');
  expect(say(savedWord(false))).toContain('sobald es eingeschaltet ist');
  expect(say(savedWord(false))).not.toContain('Ab jetzt');
});
