import { answered, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import { writeCursor } from '../../../platform/http/list-page.ts';
import { type AccessFilter, accessViewNames } from './contract.ts';
import * as store from './list-store.ts';

const scopeOf = (filter: AccessFilter): store.ListScope => ({
  workspaceId: sampleId<'workspace'>(),
  filter,
  seen: { now: sampleInstant, timeZone: 'Europe/Berlin' },
});
const id = sampleId<'access'>();
const manyHits = Array.from({ length: 1001 }, () => ({ id }));
const afterOf = (name: string, key: 'text' | 'instant' | 'day', value: string) =>
  writeCursor({ direction: 'forward', key: value, id }, { name: `access:${name}`, key });

export const samples: SamplesOf<typeof store> = {
  listAccessIds: {
    'by name': (tx) => store.listAccessIds(tx, scopeOf({}), { limit: 50 }),
    'the page before': (tx) =>
      store.listAccessIds(tx, scopeOf({}), {
        limit: 50,
        cursor: writeCursor({ direction: 'backward', key: 'amsel', id }, { name: 'access:name', key: 'text' }),
      }),
    'by name downwards, a search with few hits': answered([[{ id }]], (tx) =>
      store.listAccessIds(tx, scopeOf({ q: 'Amsel' }), { sort: '-name', limit: 50 }),
    ),
    'a search with many hits': answered([manyHits], (tx) => store.listAccessIds(tx, scopeOf({ q: 'Amsel' }), { limit: 50 })),
    'a search for typing mistakes': (tx) => store.listAccessIds(tx, scopeOf({ q: 'Amslin' }), { limit: 50 }),
    'by creation': (tx) =>
      store.listAccessIds(tx, scopeOf({}), {
        sort: 'createdAt',
        cursor: afterOf('createdAt', 'instant', '2026-03-01T00:00:00Z'),
        limit: 50,
      }),
    'by last sign-in downwards': (tx) =>
      store.listAccessIds(tx, scopeOf({}), {
        sort: '-lastSignInAt',
        cursor: afterOf('-lastSignInAt', 'instant', '2026-03-01T00:00:00Z'),
        limit: 50,
      }),
    'by expiry': (tx) =>
      store.listAccessIds(tx, scopeOf({}), { sort: 'expiresOn', cursor: afterOf('expiresOn', 'day', '2026-03-01'), limit: 50 }),
  },
  listAccessStretch: {
    'the first': (tx) => store.listAccessStretch(tx, scopeOf({}), { after: undefined, limit: 1000 }),
    'a next one': (tx) => store.listAccessStretch(tx, scopeOf({}), { after: { key: 'amsel', id }, limit: 1000 }),
  },
  countViews: answered([[{}]], (tx) =>
    store.countViews(
      tx,
      Object.fromEntries(accessViewNames.map((name) => [name, scopeOf({})])) as Parameters<typeof store.countViews>[1],
      1000,
    ),
  ),
};
