import type { Kysely } from 'kysely';
import { later } from '../../platform/clock.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { KnownBrowser } from './known-browser.ts';
import { refuseToHurry } from './refusals.ts';
import { countTry, deleteOld, findSince, type JudgedCounter, rememberSince, settleSuccess, type TakenCounter } from './store.ts';
import {
  browsersForgottenKey,
  counterLifetimeMilliseconds,
  countersOf,
  type Limit,
  ownKey,
  ownNetworkKey,
  ownNetworkMilliseconds,
  signInLimit,
  type ThrottleSubject,
} from './throttle.ts';

/** The part of `Work` that counting needs. */
type Counting = { tx: Kysely<Schema>; now: Date; workspace: { id: WorkspaceId } };

/** A try that was let through and is counted; to be handed to `countSuccess` where it turns out to be right. */
export type Try = { limit: Limit; subject: ThrottleSubject; counters: TakenCounter[] };

/**
 * Lets a try through and counts it, as a failure until `countSuccess` says otherwise. Counted before it is examined (and in a transaction that
 * commits before), so that a hundred tries at the same moment are not a hundred free ones. Refuses `throttle.slow-down`; a refused try counts nowhere.
 */
export async function takeTry({ tx, now, workspace }: Counting, limit: Limit, subject: ThrottleSubject): Promise<Try> {
  const judged = await countTry(tx, workspace.id, now, {
    counters: countersOf(workspace.id, limit, subject),
    ownNetwork: ownNetworkKey(workspace.id, subject),
    ownSince: later(now, -ownNetworkMilliseconds),
  });
  const waitSeconds = waitFor(judged, now);
  if (waitSeconds > 0) throw refuseToHurry(waitSeconds);
  return { limit, subject, counters: judged.map(({ key, blockedUntil }) => ({ key, blockedUntil })) };
}

function waitFor(judged: JudgedCounter[], now: Date): number {
  const shutUntil = judged[0]?.shutUntil;
  if (shutUntil) return Math.ceil((shutUntil.getTime() - now.getTime()) / 1000);
  // Another try was faster by a blink; how long it made the pause is seen by the next one.
  return judged.every(({ counted }) => counted) ? 0 : 1;
}

/**
 * The try was right: it is no failure, the account's failures from this network (or from this browser of its own) are forgotten; after a sign-in the
 * network is its own.
 */
export async function countSuccess({ tx, now, workspace }: Counting, { limit, subject, counters }: Try): Promise<void> {
  await settleSuccess(tx, workspace.id, now, {
    taken: counters,
    emptied: ownKey(workspace.id, limit, subject),
    ownNetwork: limit === signInLimit ? ownNetworkKey(workspace.id, subject) : undefined,
  });
}

/**
 * Somebody proved in another way that the account is theirs (spent a link from its mail): a sign-in from this network is neither slowed down by
 * their own failures before nor by what others do elsewhere. The way in for an owner whose account is under attack.
 */
export async function trustNetwork({ tx, now, workspace }: Counting, subject: ThrottleSubject): Promise<void> {
  await settleSuccess(tx, workspace.id, now, {
    taken: [],
    emptied: ownKey(workspace.id, signInLimit, subject),
    ownNetwork: ownNetworkKey(workspace.id, subject),
  });
}

/**
 * The number of a browser that the account is known to use, unless its browsers were forgotten after its mark was made. A mark that is good names an
 * account that exists, so this question tells nobody anything new (rule 9).
 */
export async function stillKnown(
  { tx, workspace }: Counting,
  account: string,
  browser: KnownBrowser | undefined,
): Promise<string | undefined> {
  if (!browser) return undefined;
  const forgottenAt = await findSince(tx, workspace.id, browsersForgottenKey(workspace.id, account));
  return forgottenAt && browser.markedAt < forgottenAt ? undefined : browser.number;
}

/**
 * A password that somebody else may have known is gone: browsers in which it was typed are not known any more and count as strangers. The account's own
 * networks stay, so that its owner is not shut out at home (rule 20): from there only few tries are free.
 */
export const forgetBrowsers = ({ tx, now, workspace }: Counting, account: string): Promise<void> =>
  rememberSince(tx, workspace.id, browsersForgottenKey(workspace.id, account), now);

/** Removes counters that are empty by now and networks that are nobody's any more. Answers how many rows went. Only tidies: nothing waits for it. */
export const forgetOld = ({ tx, now, workspace }: Counting): Promise<number> =>
  deleteOld(tx, workspace.id, { counters: later(now, -counterLifetimeMilliseconds), ownNetworks: later(now, -ownNetworkMilliseconds) });
