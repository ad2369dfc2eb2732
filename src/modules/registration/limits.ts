import type { Limit } from '../throttle/index.ts';

/** Sending the form with a proof of work. Every form counts, because none can fail; whole offices share one address. */
export const registrationLimit: Limit = {
  name: 'registration',
  plans: { network: { freeTries: 20, firstPauseSeconds: 5, longestPauseSeconds: 300, drainSeconds: 60 } },
};

/** Without one (no JavaScript, or a robot): a few from each network, and all of them together not faster than a person at a counter could be served. */
export const unprovenLimit: Limit = {
  name: 'registration-unproven',
  plans: {
    account: { freeTries: 30, firstPauseSeconds: 5, longestPauseSeconds: 60, drainSeconds: 20 },
    network: { freeTries: 3, firstPauseSeconds: 60, longestPauseSeconds: 900, drainSeconds: 600 },
  },
};

/** Each form that would bring a mail to an address, from wherever; `account` is the address, known or not. Nobody's mailbox is to be filled. */
export const addressLimit: Limit = {
  name: 'registration-address',
  plans: { account: { freeTries: 4, firstPauseSeconds: 60, longestPauseSeconds: 900, drainSeconds: 600 } },
};

/** Typing the password behind an activation link; `account` is the link. Only who has the mail can try at all. */
export const activationLimit: Limit = {
  name: 'activation',
  plans: { account: { freeTries: 5, firstPauseSeconds: 2, longestPauseSeconds: 900, drainSeconds: 600 } },
};
