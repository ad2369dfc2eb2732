import { createHash } from 'node:crypto';
import { days } from '../../platform/clock.ts';
import { networkOf } from './network.ts';

/**
 * Who tries: the account (any text that names it, known or not, with its kind: `portal:anna@example.com`) and the address it comes from.
 * `browser`: the number of a browser that this account is known to use; it is counted by itself, wherever it is.
 */
export type ThrottleSubject = { account?: string; network: string; browser?: string | undefined };

/** How one counter slows down. A counter is a bucket with a leak: tries fill it, time empties it. */
export type Plan = {
  /** So many tries in a row cost no pause. */
  freeTries: number;
  /** The pause after the last free try; it doubles with each further one. */
  firstPauseSeconds: number;
  longestPauseSeconds: number;
  /** After so long one counted try is forgotten; in the long run no more tries than one in this time get through. */
  drainSeconds: number;
};

/**
 * What is counted by: this account from this network, this account from strange networks, strange accounts from this network; or, instead of all three,
 * this account from one of its own browsers, and from all of them: whoever once knew the password may have made many.
 */
export type CounterKind = 'pair' | 'account' | 'network' | 'browser' | 'browsers';

/** One thing that is slowed down: its name, which is part of the keys, and its counters. */
export type Limit = { name: string; plans: Partial<Record<CounterKind, Plan>> };

/** One counter of a limit for a subject, as the store asks for it. */
export type AskedCounter = {
  key: string;
  /** Also judged where the account has signed in from this network before. */
  always: boolean;
  drainSeconds: number;
  /** The pause after one, two, three … tries; the last one counts for all further ones. */
  pauses: number[];
};

/** A network from which an account signed in is its own for so long. */
export const ownNetworkMilliseconds = days(90);

/** Signing in. What a person may choose as a password costs a hundred million guesses or more; one try in a quarter of an hour gets nobody there. */
export const signInLimit: Limit = {
  name: 'sign-in',
  plans: {
    pair: { freeTries: 5, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 3600 },
    browser: { freeTries: 5, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 3600 },
    browsers: { freeTries: 20, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 900 },
    account: { freeTries: 20, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 900 },
    // Thousands of strangers may share one address of a mobile network, so this one is patient and forgets fast.
    network: { freeTries: 60, firstPauseSeconds: 1, longestPauseSeconds: 300, drainSeconds: 30 },
  },
};

/** Confirming one's own password while signed in (changing it, adding a factor). */
export const confirmPasswordLimit: Limit = {
  name: 'confirm-password',
  plans: {
    pair: { freeTries: 5, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 3600 },
    account: { freeTries: 20, firstPauseSeconds: 1, longestPauseSeconds: 900, drainSeconds: 900 },
  },
};

/** Asking for a link because the password is forgotten. Every request counts, because none can fail. */
export const forgottenPasswordLimit: Limit = {
  name: 'forgotten-password',
  plans: {
    pair: { freeTries: 3, firstPauseSeconds: 30, longestPauseSeconds: 900, drainSeconds: 600 },
    account: { freeTries: 10, firstPauseSeconds: 30, longestPauseSeconds: 900, drainSeconds: 600 },
    network: { freeTries: 30, firstPauseSeconds: 5, longestPauseSeconds: 300, drainSeconds: 60 },
  },
};

/** Submitting the form behind a link. Its secret cannot be guessed; this spares the password hashing. */
export const linkLimit: Limit = {
  name: 'link',
  plans: { network: { freeTries: 30, firstPauseSeconds: 1, longestPauseSeconds: 60, drainSeconds: 10 } },
};

/** Seconds to wait after so many counted tries: none for the free ones but the last, then doubling. */
export function pauseAfter(tries: number, { freeTries, firstPauseSeconds, longestPauseSeconds }: Plan): number {
  if (tries < freeTries) return 0;
  return Math.min(firstPauseSeconds * 2 ** (tries - freeTries), longestPauseSeconds);
}

/** Every pause of a plan in order, up to the first of the longest. */
export function pausesOf(plan: Plan): number[] {
  const pauses: number[] = [];
  while (pauses.at(-1) !== plan.longestPauseSeconds) pauses.push(pauseAfter(pauses.length + 1, plan));
  return pauses;
}

/** The counters that a limit keeps for a subject, in the order in which they are locked. */
export function countersOf(workspaceId: string, limit: Limit, subject: ThrottleSubject): AskedCounter[] {
  const keys = counterKeys(workspaceId, limit, subject);
  const { plans } = limit;
  return (Object.keys(plans) as CounterKind[])
    .flatMap((kind) => {
      const [key, plan] = [keys[kind], plans[kind]];
      return key && plan
        ? [{ key, always: kind !== 'account' && kind !== 'network', drainSeconds: plan.drainSeconds, pauses: pausesOf(plan) }]
        : [];
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** The counter that only this person's own tries fill, as far as anybody can tell: a success empties it. */
export function ownKey(workspaceId: string, limit: Limit, subject: ThrottleSubject): string | undefined {
  const { browser, pair } = counterKeys(workspaceId, limit, subject);
  return browser ?? pair;
}

/** Where it is remembered that an account signed in from a network; the same for all limits. */
export const ownNetworkKey = (workspaceId: string, { account, network }: ThrottleSubject): string | undefined =>
  account === undefined ? undefined : `known:${hashedName(workspaceId, account)}|${networkOf(network)}`;

/** Where it is remembered since when the browsers that an account was known to use are no longer known. Begins as the keys of networks do, and is kept as long. */
export const browsersForgottenKey = (workspaceId: string, account: string): string => `known:${hashedName(workspaceId, account)}|browsers`;

/** A limit that does not count browsers by themselves counts whoever comes with a known one as everybody else. */
function counterKeys(
  workspaceId: string,
  { name: limitName, plans }: Limit,
  { account, network, browser }: ThrottleSubject,
): Partial<Record<CounterKind, string>> {
  const from = networkOf(network);
  const onlyNetwork = { network: `${limitName}:network:${from}` };
  if (account === undefined) return onlyNetwork;
  const who = hashedName(workspaceId, account);
  if (browser !== undefined && plans.browser)
    return { browser: `${limitName}:browser:${who}|${browser}`, browsers: `${limitName}:browsers:${who}` };
  return { ...onlyNetwork, pair: `${limitName}:pair:${who}|${from}`, account: `${limitName}:account:${who}` };
}

/**
 * Names are hashed, known or not: people type all kinds of things into the field for their name, now and then their password. Known names have no
 * key of another kind, so nothing tells them from unknown ones (rule 9).
 */
export const hashedName = (workspaceId: string, account: string): string =>
  createHash('sha256').update(`${workspaceId}\0${account}`).digest('base64url').slice(0, 22);

/** Counters that nobody has touched for so long are empty, or as good as. */
export const counterLifetimeMilliseconds = days(7);
