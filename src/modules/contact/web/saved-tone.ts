import type { Tone } from '../../../web/ui/state-badge.tsx';
import type { LinkMailView, SavedContact } from '../contract.ts';

const under: readonly LinkMailView['arrival'][] = ['on-its-way', 'handed-over'];

/** Good only while everything that saving asked for is under way: a mail that waits, lies there or got lost is nothing to be content with. */
export function savedToneOf({ mail, notices }: Pick<SavedContact, 'mail' | 'notices'>, message: LinkMailView | null | undefined): Tone {
  const isWanting = [mail, ...notices].some(({ state, held }) => state === 'not-possible' || held !== undefined);
  return isWanting || (message && !under.includes(message.arrival)) ? 'warn' : 'good';
}
