import { expect, test } from 'vitest';
import { AccessFilterQuery, accessViewNames, accessViews } from '../list/contract.ts';
import { filterOf, readAccessSearch, searchOfView, viewOf } from './access-search.ts';

const id = '01980000-0000-7000-8000-000000000001';

test('whatever stands in the address, only what the list understands gets through', () => {
  const read = readAccessSearch({
    q: 'x'.repeat(500),
    portalId: `${id},nichts,${id}`,
    role: 'customer,Kunde;--',
    registration: 'invited,drin',
    assignment: 'maybe',
    granted: 'ja',
    admission: '__proto__',
    customerId: 'x',
    mail: 'ok',
    expiry: 'soon',
    expiryDays: '0',
    neverSignedIn: 'false',
    createdBefore: '0000-01-01',
    sort: 'password',
    other: 'x',
  });
  expect(filterOf(read)).toEqual({
    q: 'x'.repeat(200),
    portalId: `${id},${id}`,
    role: 'customer',
    registration: 'invited',
    expiry: 'soon',
  });
  expect(AccessFilterQuery.safeParse(filterOf(read)).success).toBe(true);
});

test('every saved view has an address of its own, which the list understands', () => {
  for (const name of accessViewNames) {
    const search = readAccessSearch(searchOfView(name, {}));
    expect(viewOf(search)).toBe(name);
    expect(AccessFilterQuery.safeParse(accessViews[name]).success).toBe(true);
  }
});

test('another view keeps where somebody looks and what they look for, and drops the rest', () => {
  const search = readAccessSearch({ q: 'amsel', portalId: id, role: 'customer', sort: '-name', granted: 'false', cursor: 'abc' });
  expect(viewOf(search)).toBe('blocked');
  expect(searchOfView('pending', search)).toEqual({ q: 'amsel', portalId: id, role: 'customer', sort: '-name', assignment: 'pending' });
});

test('a view with one filter more is no saved view any more', () => {
  expect(viewOf(readAccessSearch({ granted: 'false', neverSignedIn: 'true' }))).toBeUndefined();
  expect(viewOf(readAccessSearch({ expiry: 'soon', expiryDays: '7' }))).toBeUndefined();
});
