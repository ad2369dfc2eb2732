import { expect, test } from 'vitest';
import { queueViews } from '../contract.ts';
import { readQueueSearch, statesOfView, viewOfStates } from './queue-search.ts';

test('the address of the queue says several states, a template, a portal, a person and days; what is none of them is left out', () => {
  const id = '01980000-0000-7000-8000-000000000001';
  const search = {
    q: 'anna',
    state: 'bounced,refused,nonsense',
    template: 'welcome',
    portalId: id,
    contactId: id,
    from: '2026-11-01',
    to: '2026-11-30',
  };
  expect(readQueueSearch(search)).toEqual({ ...search, state: 'refused,bounced', cursor: undefined });
  const nothing = { state: 'x', template: '../', portalId: 'p', contactId: '1', from: 'yesterday', to: '1.1.2026' };
  expect(Object.values(readQueueSearch(nothing)).filter(Boolean)).toEqual([]);
});

test('a saved view is known again by its address, however its states are ordered', () => {
  for (const name of Object.keys(queueViews) as (keyof typeof queueViews)[])
    expect(viewOfStates(readQueueSearch({ state: statesOfView(name) }).state)).toBe(name);
  expect(viewOfStates(readQueueSearch({ state: 'given-up,bounced,refused' }).state)).toBe('failed');
  expect(viewOfStates('refused')).toBeUndefined();
});
