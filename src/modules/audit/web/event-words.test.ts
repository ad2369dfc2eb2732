import { expect, test } from 'vitest';
import { changedFields } from './event-words.ts';

test('rule 21 an event is told field by field, before and after, without what stayed the same', () => {
  const change = { before: { city: 'Berlin', name: 'Amsel', street: null }, after: { city: 'Köln', name: 'Amsel', street: '' } };
  expect(changedFields(change, {})).toEqual([{ field: 'city', before: 'Berlin', after: 'Köln' }]);
});

test('personal details stand beside the change, however they are kept', () => {
  expect(changedFields({ after: { administrator: true } }, { name: 'Sabine' })).toEqual([
    { field: 'administrator', before: undefined, after: true },
    { field: 'name', before: undefined, after: 'Sabine' },
  ]);
});

test('a switched template is named although its name stayed the same', () => {
  const change = { before: { template: 'set_password', active: true }, after: { template: 'set_password', active: false } };
  expect(changedFields(change).map(({ field }) => field)).toEqual(['template', 'active']);
});

test('anything unexpected in an event is no reason to fail', () => {
  expect(changedFields(null, undefined, 'text', 7, [])).toEqual([]);
});
