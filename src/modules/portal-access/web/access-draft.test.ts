import { expect, test } from 'vitest';
import { type AccessFields, changeOf } from './access-draft.ts';

const base: AccessFields = {
  email: 'a@b.example',
  granted: true,
  blockReason: '',
  expiresOn: '',
  role: 'customer',
  areas: { one: ['x', 'y'], two: [] },
};
const change = (part: Partial<AccessFields>, from: AccessFields = base) => changeOf(from, { ...from, ...part });

test('only what was changed is sent', () => {
  expect(change({})).toEqual({});
  expect(change({ role: 'team-admin' })).toEqual({ role: 'team-admin' });
  expect(change({ areas: { one: ['y', 'x'], two: ['x'] } })).toEqual({ contacts: [{ contactId: 'two', areas: ['x'] }] });
});

test('B114 B115 a reason goes with the switch that is off only, an empty day means none', () => {
  expect(change({ granted: false, blockReason: ' Umzug ' })).toEqual({ granted: false, blockReason: 'Umzug' });
  expect(change({ granted: false })).toEqual({ granted: false, blockReason: null });
  expect(change({ blockReason: 'Umzug' })).toEqual({});
  const blocked = { ...base, granted: false, blockReason: 'Umzug', expiresOn: '2030-01-01' };
  expect(change({ granted: true }, blocked)).toEqual({ granted: true });
  expect(change({ blockReason: 'Anderer' }, blocked)).toEqual({ granted: false, blockReason: 'Anderer' });
  expect(change({ expiresOn: '' }, blocked)).toEqual({ expiresOn: null });
});
