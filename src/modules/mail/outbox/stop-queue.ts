import { later } from '../../../platform/clock.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { transportPause } from '../mail.ts';
import { refuse } from '../refusals.ts';
import { presentPause } from '../setting/views.ts';
import { type QueueView, queueViews } from './contract.ts';
import { bringProbeForward, deleteQueuePause, findQueuePause, insertQueuePause } from './hold-store.ts';
import { seenBy, viewingOf } from './list-messages.ts';
import { countByStates, countWaiting, type MessageFilter } from './message-store.ts';
import { presentStop } from './views.ts';

/** At least so long, in milliseconds, a transport that does not work is left alone, whoever presses: a server may lock out whoever knocks too often. */
const leastPause = 10_000;

/** The queue as a whole: whether mail leaves, what stops it, and how many mails each view has. */
export async function getQueue(work: Work, filter: MessageFilter, variant: Variant): Promise<QueueView> {
  const { tx, now, actor, workspace } = work;
  const viewing = await viewingOf(work, variant);
  const { transport, stopped } = viewing;
  const waiting = await countWaiting(tx, workspace.id, now);
  const views = await countByStates(tx, workspace.id, filter, { seen: seenBy(viewing), views: { ...queueViews, all: undefined } });
  const transportPause = transport ? presentPause(transport, viewing) : null;
  const mayStop = actor.kind === 'user' && actor.administrator;
  return {
    stopped: stopped ? presentStop(stopped, viewing) : null,
    transportPause,
    waiting,
    views,
    allowed: [...(mayStop ? ([stopped ? 'resume' : 'pause'] as const) : []), ...(transportPause && !stopped ? (['try-now'] as const) : [])],
  };
}

/** Stops the queue by hand: nothing leaves any more, also after a restart, and nothing is lost. Stopping what is stopped changes nothing. */
export async function pauseQueue(work: Work, variant: Variant): Promise<QueueView> {
  const { tx, now, actor, workspace, record } = work;
  if (actor.kind !== 'user') throw new Error('Only a user stops the queue.');
  const pause = { workspaceId: workspace.id, pausedAt: now, pausedBy: actor.userId, pausedByName: actor.name };
  if (await insertQueuePause(tx, pause)) record('mail-queue.paused', { type: 'workspace', id: workspace.id });
  return getQueue(work, {}, variant);
}

/** Lets the queue go on. A transport that does not work keeps its own pause. */
export async function resumeQueue(work: Work, variant: Variant): Promise<QueueView> {
  const { tx, workspace, record } = work;
  const ended = await deleteQueuePause(tx, workspace.id);
  if (ended) record('mail-queue.resumed', { type: 'workspace', id: workspace.id }, { before: { since: ended.pausedAt.toISOString() } });
  return getQueue(work, {}, variant);
}

/**
 * „Jetzt versuchen“: the one try at the end of a transport's pause comes now. Refuses `transport-works`, `queue-stopped`, and `tried-just-now`, so that
 * pressing again and again does not lock us out at a server that counts wrong passwords.
 */
export async function tryTransport(work: Work, variant: Variant): Promise<QueueView> {
  const { tx, now, workspace, record } = work;
  const { transport } = await viewingOf(work, variant);
  if (!transport?.pausedSince) throw refuse('transport-works');
  if (await findQueuePause(tx, workspace.id)) throw refuse('queue-stopped');
  const before = later(now, transportPause - leastPause);
  if (!(await bringProbeForward(tx, workspace.id, now, before))) throw refuse('tried-just-now', { retryAfterSeconds: leastPause / 1000 });
  record('mail-queue.tried', { type: 'workspace', id: workspace.id });
  return getQueue(work, {}, variant);
}
