import { displayAddress } from '../../../platform/address.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import { hasExpired, judgeRetry, type MessageCause, type MessageState, messageState } from '../mail.ts';
import {
  answerPhrase,
  causePhrases,
  delayPhrase,
  holdEndPhrase,
  holdPhrases,
  keptPhrase,
  maskedLinkPhrase,
  statePhrases,
  stoppedPhrase,
  stoppedStatePhrase,
} from '../phrases.ts';
import type { Transport } from '../setting/setting-store.ts';
import { templateOf } from '../template/templates.ts';
import { wordsOf } from './address-verdict.ts';
import type { AddressMarkView, AttemptView, MessageDetailView, MessageView, QueueStopView } from './contract.ts';
import type { AddressMark, QueuePause } from './hold-store.ts';
import { maskLink } from './link-mask.ts';
import type { Attempt, Message, MessageWithBody } from './message-store.ts';

/** What a presentation needs besides the record itself. `stopped`: somebody has stopped the queue by hand. */
export type Viewing = {
  now: Date;
  variant: Variant;
  timeZone: string;
  transport: Transport | undefined;
  stopped: QueuePause | undefined;
};

/** While the transport does not work, is switched off, or the queue is stopped, open mails wait for that and not for a try of their own. */
export const isPaused = ({ transport, stopped }: Pick<Viewing, 'transport' | 'stopped'>): boolean =>
  !transport || transport.transport === 'none' || transport.pausedSince !== null || stopped !== undefined;

/** A mail for people: what it is, how far it has come and why, in a sentence. Its body is not part of this. */
export function presentMessage(message: Message, viewing: Viewing): MessageView {
  const { now, variant, transport } = viewing;
  const state = messageState(message, now, { hold: message.hold, paused: isPaused(viewing) });
  const verdict = judgeRetry(message, now, message.hold);
  const settledAt = settledAtOf(message, now);
  const nextAttemptAt = settledAt || state === 'held' || viewing.stopped ? null : nextTryOf(message, transport);
  return {
    id: message.id,
    template: message.templateKey,
    templateLabel: say(templateOf(message.templateKey).label, variant),
    subject: message.subject,
    recipientName: message.recipientName,
    recipientAddress: displayAddress(message.recipientAddress),
    contactId: message.contactId,
    portalId: message.portalId,
    state,
    heldBecause: state === 'held' ? message.hold : null,
    sentence: sentenceOf(message, state, { ...viewing, settledAt, nextAttemptAt }),
    queuedAt: message.queuedAt.toISOString(),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
    attempts: message.attempts.map(presentAttempt),
    allowed: [
      ...(verdict === 'now' || verdict === 'again' ? (['retry'] as const) : []),
      ...(verdict === 'link-gone' && message.contactId ? (['send-new-link'] as const) : []),
      ...(message.hold === 'address-marked' && (state === 'held' || state === 'bounced') ? (['release-address'] as const) : []),
    ],
  };
}

function settledAtOf(message: Message, now: Date): Date | null {
  const ended = message.bouncedAt ?? message.acceptedAt ?? message.refusedAt ?? message.givenUpAt ?? message.withdrawnAt;
  return ended ?? (hasExpired(message, now) ? message.expiresAt : null);
}

function nextTryOf(message: Message, transport: Transport | undefined): Date {
  const pausedUntil = transport?.pausedUntil ?? null;
  return pausedUntil && pausedUntil > message.nextAttemptAt ? pausedUntil : message.nextAttemptAt;
}

type Sentencing = Viewing & { settledAt: Date | null; nextAttemptAt: Date | null };

/** State, cause, and the server's words, as far as there are any. */
function sentenceOf(message: Message, state: MessageState, viewing: Sentencing): string {
  const { variant, timeZone, settledAt, nextAttemptAt, stopped } = viewing;
  const told = (at: Date | null) => (at ? formatInstant(at, timeZone, variant, { zone: false }) : '');
  if (state === 'held' && message.hold) {
    const end = message.expiresAt && say(holdEndPhrase, variant, { end: told(message.expiresAt) });
    return [say(statePhrases.held, variant), say(holdPhrases[message.hold], variant), end].filter(Boolean).join(' ');
  }
  if (state === 'paused' && stopped) return say(stoppedStatePhrase, variant, { by: stopped.pausedByName, since: told(stopped.pausedAt) });
  const last = message.attempts.findLast((attempt) => attempt.endedAt);
  const kept = state === 'accepted' && last?.transport === 'test-mailbox';
  const parts = [say(kept ? keptPhrase : statePhrases[state], variant, { at: told(settledAt), next: told(nextAttemptAt) })];
  const cause = causeOf(message, state, viewing);
  if (cause) parts.push(say(causePhrases[cause], variant));
  const reported = wordsOf({ status: message.bounceStatus, answer: message.bounceAnswer });
  if (state === 'accepted' && reported) parts.push(say(delayPhrase, variant, { answer: reported }));
  const answer = state === 'bounced' ? reported : answerOf(message, state, viewing);
  if (answer) parts.push(say(answerPhrase, variant, { answer }));
  return parts.join(' ');
}

function answerOf(message: Message, state: MessageState, { transport }: Pick<Viewing, 'transport'>): string | null | undefined {
  if (state === 'paused') return transport?.pauseAnswer;
  if (state === 'withdrawn' || state === 'queued' || state === 'accepted') return null;
  return message.attempts.findLast((attempt) => attempt.endedAt)?.answer;
}

function causeOf(message: Message, state: MessageState, { now, transport }: Pick<Viewing, 'now' | 'transport'>): MessageCause | null {
  if (state === 'accepted' || state === 'queued' || state === 'bounced') return null;
  if (state === 'paused') return transport?.pauseCause ?? null;
  if (state === 'withdrawn' && !message.withdrawnAt && hasExpired(message, now)) return 'link-expired';
  return message.cause;
}

/** Who stopped the queue, and when. */
export function presentStop(stopped: QueuePause, { variant, timeZone }: Pick<Viewing, 'variant' | 'timeZone'>): QueueStopView {
  const since = formatInstant(stopped.pausedAt, timeZone, variant, { zone: false });
  return {
    since: stopped.pausedAt.toISOString(),
    by: stopped.pausedByName,
    sentence: say(stoppedPhrase, variant, { by: stopped.pausedByName, since }),
  };
}

/** Why mails to an address are held. */
export const presentMark = ({ since, messageId, status, answer }: AddressMark, variant: Variant): AddressMarkView => ({
  since: since.toISOString(),
  messageId,
  status,
  answer,
  sentence: say(holdPhrases['address-marked'], variant),
});

const presentAttempt = ({ messageId: _, cause: __, ...attempt }: Attempt): AttemptView => ({
  ...attempt,
  startedAt: attempt.startedAt.toISOString(),
  endedAt: attempt.endedAt?.toISOString() ?? null,
});

/** One mail whole. Its link is masked, also while it could still be used (rule 16). */
export function presentMessageDetail(message: MessageWithBody, viewing: Viewing): MessageDetailView {
  const masked = maskLink(message, say(maskedLinkPhrase, viewing.variant));
  return { ...presentMessage(message, viewing), messageId: message.messageId, ...masked };
}
