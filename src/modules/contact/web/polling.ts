import type { MessageView } from '../../mail/contract.ts';

const soon = 2_000;
const later = 15_000;

/**
 * How often to look again, in milliseconds; `false` once every mail is settled. A mail that was just asked for leaves within seconds, and whoever asked
 * wants to see it go; one that waits for its next attempt takes longer.
 */
export function pollingOf(messages: readonly Pick<MessageView, 'state' | 'settledAt'>[] | undefined): number | false {
  const open = (messages ?? []).filter(({ settledAt }) => settledAt === null);
  if (open.length === 0) return false;
  return open.some(({ state }) => state === 'queued') ? soon : later;
}
