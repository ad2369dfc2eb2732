import type { Kysely } from 'kysely';
import { later, minutes } from '../../../platform/clock.ts';
import type { Schema } from '../../schema.ts';
import { putWaitingAside, withdrawLoneCopies } from './aside-store.ts';

/** How long a mail that something holds is left alone, and a copy whose mail waits: no longer than people are ready to wait where nobody wakes it. */
const [heldFor, copyFor] = [minutes(10), minutes(1)];
const atATime = 1000;

/** Before each round: what is due and cannot leave yet is put aside, and copies of what never left are ended. */
export async function settleWaiting(db: Kysely<Schema>, now: Date): Promise<void> {
  await withdrawLoneCopies(db, now);
  await putWaitingAside(db, { now, heldUntil: later(now, heldFor), copyUntil: later(now, copyFor) }, atATime);
}
