import type { LinkMailView } from '../contract.ts';

const soon = 2_000;
const later = 15_000;
const lazily = 60_000;

/**
 * How often to look at a person again, in milliseconds; `false` where no mail with a link is under way. One that was just asked for leaves within
 * seconds, and whoever asked wants to see it go; one that waits for its next attempt takes longer; one that was taken may still come back.
 */
export function pollingOf(mails: readonly (Pick<LinkMailView, 'state' | 'settledAt'> | null)[] | undefined): number | false {
  const known = (mails ?? []).filter((mail) => mail !== null);
  if (known.length === 0) return false;
  const open = known.filter(({ settledAt }) => settledAt === null);
  if (open.length === 0) return known.some(({ state }) => state === 'accepted') ? lazily : false;
  return open.some(({ state }) => state === 'queued') ? soon : later;
}
