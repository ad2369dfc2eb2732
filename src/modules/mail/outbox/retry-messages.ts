import type { Id } from '../../../platform/id.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { judgeRetry, type RetryVerdict } from '../mail.ts';
import { retryPausedPhrase, retryPhrases } from '../phrases.ts';
import { refuse, refuseRetry } from '../refusals.ts';
import type { MessageDetailView, RetryView } from './contract.ts';
import { getMessage, seenBy, viewingOf } from './list-messages.ts';
import {
  countByStates,
  lockRetryCandidate,
  lockRetryCandidates,
  type MessageFilter,
  makeDue,
  type RetryCandidate,
  reopenMessages,
} from './message-store.ts';

/**
 * Tries one mail once more: an open one is due at once, one that had come to its end begins anew with the same Message-ID.
 * Refuses `unknown-message`, and with the reason what cannot be tried again: a mail with a link never is, because its secret is gone (rule 16).
 */
export async function retryMessage(work: Work, id: Id<'message'>, variant: Variant): Promise<MessageDetailView> {
  const { tx, now, workspace, record } = work;
  const candidate = await lockRetryCandidate(tx, workspace.id, id);
  if (!candidate) throw refuse('unknown-message');
  const verdict = judgeRetry(candidate, now, candidate.hold);
  if (verdict !== 'now' && verdict !== 'again') throw refuseRetry(verdict);

  await tryAgain(work, verdict, [candidate]);
  record('message.retried', { type: 'message', id }, { after: { verdict } });
  return getMessage(work, id, variant);
}

const settledViews = { accepted: ['accepted'], withdrawn: ['withdrawn'] } as const;

/** The same for all mails that match. Answers how many there were, and of the others how many for which reason. */
export async function retryMessages(work: Work, filter: MessageFilter, variant: Variant): Promise<RetryView> {
  const { tx, now, workspace, record } = work;
  const viewing = await viewingOf(work, variant);
  const seen = seenBy(viewing);
  const byVerdict = new Map<RetryVerdict, RetryCandidate[]>();
  for (const candidate of await lockRetryCandidates(tx, workspace.id, filter, seen)) {
    const verdict = judgeRetry(candidate, now, candidate.hold);
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), candidate]);
  }
  // Only those are locked that may have a try ahead of them; the others are counted for what is told.
  const settled = await countByStates(tx, workspace.id, filter, { seen, views: settledViews });
  const countOf = (verdict: RetryVerdict) => byVerdict.get(verdict)?.length ?? 0;
  for (const verdict of ['now', 'again'] as const) await tryAgain(work, verdict, byVerdict.get(verdict) ?? []);

  const retried = countOf('now') + countOf('again');
  const outcomes = [
    ...[...byVerdict].map(([verdict, candidates]) => ({
      verdict,
      count: candidates.length,
      one: candidates.length === 1 ? candidates[0] : undefined,
    })),
    ...settled.filter(({ total }) => total > 0).map(({ name, total }) => ({ verdict: name, count: total, one: undefined })),
  ];
  const all = outcomes.reduce((sum, { count }) => sum + count, 0);
  if (retried) record('mail-queue.retried', { type: 'workspace', id: workspace.id }, { after: { count: retried, skipped: all - retried } });
  const waits = seen.paused ? ` ${say(retryPausedPhrase, variant)}` : '';
  return {
    retried,
    skipped: all - retried,
    outcomes: outcomes.map(({ verdict, count, one }) => ({
      verdict,
      count,
      sentence: say(retryPhrases[verdict], variant) + (verdict === 'now' || verdict === 'again' ? waits : ''),
      contactId: one?.contactId ?? null,
    })),
  };
}

const tryAgain = ({ tx, now, workspace }: Work, verdict: 'now' | 'again', candidates: readonly RetryCandidate[]): Promise<void> => {
  const ids = candidates.map(({ id }) => id);
  return verdict === 'now' ? makeDue(tx, workspace.id, ids, now) : reopenMessages(tx, workspace.id, ids, now);
};
