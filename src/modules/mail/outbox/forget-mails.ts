import type { Work } from '../../../platform/work.ts';
import { deleteEndedMessages } from './forget-store.ts';

/** So many go in one transaction, so that none of them holds up the queue. */
const atATime = 500;

/**
 * Deletes the oldest mails that were queued before an instant and have come to their end, with their tries and what came back of them. What waits is never
 * deleted, except for a held copy, which goes with its mail; and an address stays marked. Answers whether there are more.
 */
export async function forgetMails({ tx, now, workspace }: Work, before: Date): Promise<boolean> {
  return (await deleteEndedMessages(tx, workspace.id, { before, now, limit: atATime })) === atATime;
}
