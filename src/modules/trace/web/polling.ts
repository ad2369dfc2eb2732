import type { MailTrace } from '../contract.ts';

const soon = 2_000;
const later = 15_000;
const lazily = 60_000;

/**
 * How often to look again, in milliseconds: a mail that was just asked for leaves within seconds; one that was taken may be opened at any time; with the
 * first sign-in its way is at its end (`false`).
 */
export function pollingOf(mails: readonly Pick<MailTrace, 'state' | 'items' | 'hasLink'>[] | undefined): number | false {
  if (!mails?.length) return false;
  if (mails.some(({ state }) => state === 'queued')) return soon;
  if (mails.some(({ items }) => items.at(-1)?.at === null)) return later;
  return mails.find(({ hasLink }) => hasLink)?.items.some(({ kind }) => kind === 'signed-in') ? false : lazily;
}
