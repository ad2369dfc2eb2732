import { expect, test } from 'vitest';
import { newSetup, reachable, readSetup, type SetupFields, typedUpTo, writeSetup } from './setup-draft.ts';

const fresh = newSetup('de');
const typed: SetupFields = {
  ...fresh,
  workspace: 'Muster Energie GmbH',
  addressForm: 'du',
  name: 'Karin Kessler',
  email: 'karin@muster.example',
  password: 'drei Eimer Kies im Garten',
};

test('rule 18 what the tab remembers of the set-up is everything but the password', () => {
  expect(writeSetup(typed)).not.toContain('Eimer');
  expect(readSetup(writeSetup(typed), fresh)).toEqual({ ...typed, password: '' });
});

test('whatever else lies in the tab’s memory is as good as nothing', () => {
  for (const text of [null, '', '{', '7', 'null', '[]', '{"workspace":7,"language":"fr","password":"geheim"}'])
    expect(readSetup(text, fresh), String(text)).toEqual(fresh);
});

test('a step is shown once everything before it is there', () => {
  expect(reachable('summary', typed)).toBe('summary');
  expect(reachable('summary', { ...typed, password: '' })).toBe('administrator');
  expect(reachable('summary', fresh)).toBe('company');
  expect(reachable('company', fresh)).toBe('company');
});

test('each step is judged together with those before it', () => {
  expect(Object.keys(typedUpTo('company', typed))).toEqual(['workspace', 'language', 'addressForm', 'timeZone']);
  expect(typedUpTo('administrator', typed)).toEqual(typed);
});
