import { expect, test } from 'vitest';
import { newId } from '../../../platform/id.ts';
import { createVault } from '../../../platform/secret.ts';
import { vault } from '../mail.fixture.ts';
import { longestTaggedName, taggedIdIn, taggedReturnPath } from './return-tag.ts';

const now = new Date('2026-11-21T13:05:00Z');
const scope = { workspaceId: newId<'workspace'>(now), vault };
const id = newId<'message'>(now);
const tagged = taggedReturnPath('bounces@portal.example.com', id, scope);

test('the address carries the mail and comes back as any server writes it', () => {
  expect(tagged).toMatch(/^bounces\+[0-9a-v]{39}@portal\.example\.com$/);
  expect(taggedIdIn([tagged], scope)).toBe(id);
  expect(taggedIdIn(['bounces@portal.example.com', tagged.toUpperCase()], scope)).toBe(id);
  expect(taggedIdIn([taggedReturnPath('a+b@example.com', id, scope)], scope)).toBe(id);
});

test('ids that begin and end with noughts keep them', () => {
  for (const one of ['00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-7fff-bfff-ffffffffffff'] as (typeof id)[])
    expect(taggedIdIn([taggedReturnPath('b@example.com', one, scope)], scope)).toBe(one);
});

test('the longest name that may carry a tag fills 64 octets', () => {
  expect(taggedReturnPath(`${'x'.repeat(longestTaggedName)}@example.com`, id, scope).indexOf('@')).toBe(64);
});

test('a tag that was forged, cut or is of another workspace or server is none', () => {
  const tag = tagged.slice(8, 47);
  const changed = [...tag].map((digit, at) => `${tag.slice(0, at)}${digit === '0' ? '1' : '0'}${tag.slice(at + 1)}`);
  for (const one of [...changed, tag.slice(1), `${tag}0`, 'v'.repeat(39), ''])
    expect([one, taggedIdIn([`bounces+${one}@portal.example.com`], scope)]).toEqual([one, undefined]);
  expect(taggedIdIn([tagged], { ...scope, workspaceId: newId(now) })).toBeUndefined();
  expect(taggedIdIn([tagged], { ...scope, vault: createVault('another secret key, also long enough') })).toBeUndefined();
});
