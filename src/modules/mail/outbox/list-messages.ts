import type { Page } from '../../../platform/http/list-page.ts';
import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { refuse } from '../refusals.ts';
import { findTransport } from '../setting/setting-store.ts';
import type { MessageDetailView, MessageView } from './contract.ts';
import { findQueuePause } from './hold-store.ts';
import { findMessage, listMessagePage, type Message, type MessageQuery, type Seen } from './message-store.ts';
import { isPaused, presentMessage, presentMessageDetail, type Viewing } from './views.ts';

export const viewingOf = async ({ tx, now, workspace }: Work, variant: Variant): Promise<Viewing> => ({
  now,
  variant,
  timeZone: workspace.timeZone,
  transport: await findTransport(tx, workspace.id),
  stopped: await findQueuePause(tx, workspace.id),
});

export const seenBy = (viewing: Viewing): Seen => ({ now: viewing.now, timeZone: viewing.timeZone, paused: isPaused(viewing) });

/** The outbox, newest first, each mail with its tries. */
export async function listMessages(work: Work, query: MessageQuery, variant: Variant): Promise<Page<MessageView>> {
  const viewing = await viewingOf(work, variant);
  const page = await listMessagePage(work.tx, work.workspace.id, query, seenBy(viewing));
  return { ...page, items: page.items.map((message) => presentMessage(message, viewing)) };
}

/** The newest mails to one person, for their page. */
export async function listMessagesOfContact(work: Work, contactId: Id<'contact'>, variant: Variant): Promise<MessageView[]> {
  const { items } = await listMessages(work, { contactId, limit: 50 }, variant);
  return items;
}

/** A mail as it is stored and as people see it; its body is not part of this. */
export type ReadMessage = { message: Message; view: MessageView };

/** The newest mails to one person, or those that are named, with what led to their state. */
export async function readMessages(
  work: Work,
  meant: { contactId: Id<'contact'> } | { ids: readonly Id<'message'>[] },
  variant: Variant,
): Promise<ReadMessage[]> {
  const viewing = await viewingOf(work, variant);
  const limit = 'ids' in meant ? Math.max(meant.ids.length, 1) : 50;
  const { items } = await listMessagePage(work.tx, work.workspace.id, { ...meant, limit }, seenBy(viewing));
  return items.map((message) => ({ message, view: presentMessage(message, viewing) }));
}

/** One mail with its body, the link masked. Refuses `unknown-message`. */
export async function getMessage(work: Work, id: Id<'message'>, variant: Variant): Promise<MessageDetailView> {
  const message = await findMessage(work.tx, work.workspace.id, id);
  if (!message) throw refuse('unknown-message');
  return presentMessageDetail(message, await viewingOf(work, variant));
}
