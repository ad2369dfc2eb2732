import { oneOf, textOf } from '../../../web/search.ts';
import type { MessageView } from '../contract.ts';
import { messageStates } from './message-state.tsx';

/** What the address of the outbox can say. */
export type QueueSearch = { q?: string | undefined; state?: MessageView['state'] | undefined; cursor?: string | undefined };

export const readQueueSearch = (search: Record<string, unknown>): QueueSearch => ({
  q: textOf(search, 'q'),
  state: oneOf(search, 'state', messageStates),
  cursor: textOf(search, 'cursor'),
});
