import { displayAddress } from '../../../platform/address.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import { maskLink } from '../delivery/link-mask.ts';
import { hasExpired, type MessageCause, type MessageState, messageState } from '../mail.ts';
import { answerPhrase, causePhrases, keptPhrase, maskedLinkPhrase, statePhrases } from '../phrases.ts';
import type { Transport } from '../setting/setting-store.ts';
import { templateOf } from '../template/templates.ts';
import type { AttemptView, MessageDetailView, MessageView } from './contract.ts';
import type { Attempt, Message, MessageWithBody } from './message-store.ts';

/** What a presentation needs besides the record itself. */
export type Viewing = { now: Date; variant: Variant; timeZone: string; transport: Transport | undefined };

/** While the transport does not work, or is switched off, open mails wait for it and not for a try of their own. */
export const isPaused = (transport: Transport | undefined): boolean =>
  !transport || transport.transport === 'none' || transport.pausedSince !== null;

/** A mail for people: what it is, how far it has come and why, in a sentence. Its body is not part of this. */
export function presentMessage(message: Message, viewing: Viewing): MessageView {
  const { now, variant, transport } = viewing;
  const state = messageState(message, now, isPaused(transport));
  const settledAt = settledAtOf(message, now);
  const nextAttemptAt = settledAt ? null : nextTryOf(message, transport);
  return {
    id: message.id,
    template: message.templateKey,
    templateLabel: say(templateOf(message.templateKey).label, variant),
    subject: message.subject,
    recipientName: message.recipientName,
    recipientAddress: displayAddress(message.recipientAddress),
    contactId: message.contactId,
    state,
    sentence: sentenceOf(message, state, { ...viewing, settledAt, nextAttemptAt }),
    queuedAt: message.queuedAt.toISOString(),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
    attempts: message.attempts.map(presentAttempt),
  };
}

function settledAtOf(message: Message, now: Date): Date | null {
  const ended = message.acceptedAt ?? message.refusedAt ?? message.givenUpAt ?? message.withdrawnAt;
  return ended ?? (hasExpired(message, now) ? message.expiresAt : null);
}

function nextTryOf(message: Message, transport: Transport | undefined): Date {
  const pausedUntil = transport?.pausedUntil ?? null;
  return pausedUntil && pausedUntil > message.nextAttemptAt ? pausedUntil : message.nextAttemptAt;
}

type Sentencing = Viewing & { settledAt: Date | null; nextAttemptAt: Date | null };

/** State, cause, and the server's words, as far as there are any. */
function sentenceOf(
  message: Message,
  state: MessageState,
  { now, variant, timeZone, transport, settledAt, nextAttemptAt }: Sentencing,
): string {
  const last = message.attempts.findLast((attempt) => attempt.endedAt);
  const kept = state === 'accepted' && last?.transport === 'test-mailbox';
  const at = settledAt ? formatInstant(settledAt, timeZone, variant, { zone: false }) : '';
  const next = nextAttemptAt ? formatInstant(nextAttemptAt, timeZone, variant, { zone: false }) : '';
  const parts = [say(kept ? keptPhrase : statePhrases[state], variant, { at, next })];
  const cause = causeOf(message, state, { now, transport });
  if (cause) parts.push(say(causePhrases[cause], variant));
  const answer = state === 'paused' ? transport?.pauseAnswer : state === 'withdrawn' || state === 'queued' ? null : last?.answer;
  if (answer && state !== 'accepted') parts.push(say(answerPhrase, variant, { answer }));
  return parts.join(' ');
}

function causeOf(message: Message, state: MessageState, { now, transport }: Pick<Viewing, 'now' | 'transport'>): MessageCause | null {
  if (state === 'accepted' || state === 'queued') return null;
  if (state === 'paused') return transport?.pauseCause ?? null;
  if (state === 'withdrawn' && !message.withdrawnAt && hasExpired(message, now)) return 'link-expired';
  return message.cause;
}

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
