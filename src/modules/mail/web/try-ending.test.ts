import { expect, test } from 'vitest';
import { type Look, tryEndingOf } from './try-ending.ts';

const asked = '2026-11-21T13:05:00.000Z';
const look = (at: number, nextTryAt: string): Look => ({ at, pause: { nextTryAt, cause: 'Der Mailserver hat die Anmeldung abgelehnt.' } });
const begun = '2026-11-21T13:10:00.100Z';
const failed = '2026-11-21T13:10:00.900Z';

test('„Jetzt versuchen“ that ends the pause says that sending works again', () => {
  expect(tryEndingOf(asked, [look(0, asked), look(500, begun), { at: 1000, pause: null }])).toEqual({ ended: 'works' });
});

test('„Jetzt versuchen“ that fails again says so with the cause, once the try is over and not while it is under way', () => {
  expect(tryEndingOf(asked, [])).toEqual({ ended: 'not-yet' });
  expect(tryEndingOf(asked, [look(0, asked)])).toEqual({ ended: 'not-yet' });
  expect(tryEndingOf(asked, [look(0, asked), look(500, begun), look(1000, begun)])).toEqual({ ended: 'not-yet' });
  expect(tryEndingOf(asked, [look(0, asked), look(500, begun), look(1000, failed)])).toEqual({
    ended: 'fails',
    cause: 'Der Mailserver hat die Anmeldung abgelehnt.',
  });
});

test('a failure that came between two looks is told after a while', () => {
  expect(tryEndingOf(asked, [look(500, failed), look(15_000, failed)])).toEqual({ ended: 'not-yet' });
  expect(tryEndingOf(asked, [look(500, failed), look(15_500, failed)])).toMatchObject({ ended: 'fails' });
  expect(tryEndingOf(asked, [look(500, asked), look(60_000, asked)])).toEqual({ ended: 'not-yet' });
});
