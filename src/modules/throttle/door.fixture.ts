import { later, seconds } from '../../platform/clock.ts';
import type { TestDatabase } from '../../platform/db/db.fixture.ts';
import { newId } from '../../platform/id.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { countSuccess, takeTry } from './take-try.ts';
import { type Limit, signInLimit, type ThrottleSubject } from './throttle.ts';

const start = new Date('2026-11-21T13:00:00.000Z');
export const anna = 'portal:anna@example.com';
export const home = '203.0.113.7';
export const address = (number: number) => `198.51.${100 + Math.floor(number / 250)}.${number % 250}`;

export type Db = TestDatabase<Schema>['db'];

/** A workspace of its own, and a person who tries: at which second, as whom, from where. Answers the seconds to wait. */
export async function door(tx: Db) {
  const id = newId<'workspace'>(start) as WorkspaceId;
  await tx
    .insertInto('workspace')
    .values({
      id,
      slug: `w${id.slice(-12)}`,
      name: 'Muster',
      language: 'de',
      addressForm: 'sie',
      timeZone: 'Europe/Berlin',
      lifetimes: '{}' as never,
      createdAt: start,
    })
    .execute();
  const at = (second: number, db = tx) => ({ tx: db, now: later(start, seconds(second)), workspace: { id } });
  const attempt = (second: number, subject: ThrottleSubject, limit: Limit, db?: Db) =>
    takeTry(at(second, db), limit, subject).catch((error) => {
      if (isRefusal(error, 'throttle.slow-down')) return error.detail.retryAfterSeconds ?? Number.NaN;
      throw error;
    });
  const fail = async (second: number, subject: ThrottleSubject, limit = signInLimit, db?: Db) => {
    const outcome = await attempt(second, subject, limit, db);
    return typeof outcome === 'number' ? outcome : 0;
  };
  const succeed = async (second: number, subject: ThrottleSubject, limit = signInLimit, db?: Db) => {
    const outcome = await attempt(second, subject, limit, db);
    if (typeof outcome === 'number') return outcome;
    await countSuccess(at(second, db), outcome);
    return 0;
  };
  const counters = () =>
    tx.selectFrom('throttle').select(['key', 'failures', 'lastAt', 'blockedUntil']).where('workspaceId', '=', id).execute();
  return { id, at, fail, succeed, counters };
}
