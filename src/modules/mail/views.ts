import { displayAddress } from '../../platform/address.ts';
import { formatInstant } from '../../platform/instant.ts';
import { say, type Variant } from '../../platform/phrases.ts';
import type { AttemptView, MailSettingView, MessageDetailView, MessageView, TemplateView, TestMailView } from './contract.ts';
import { maskLink } from './delivery/link-mask.ts';
import { hasExpired, type MessageCause, type MessageState, messageState } from './mail.ts';
import type { Attempt, ListedTestMail, Message, MessageWithBody } from './message-store.ts';
import { answerPhrase, causePhrases, keptPhrase, maskedLinkPhrase, pausePhrase, statePhrases } from './phrases.ts';
import type { Transport } from './store.ts';
import { fieldsOf } from './template/fields.ts';
import { render } from './template/render.ts';
import { sampleRequest, sampleSender } from './template/sample.ts';
import type { Template } from './template/template.ts';
import { templateOf } from './template/templates.ts';

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

/** A template with a preview in every form of address, filled with the made-up sample. */
export function presentTemplate(
  template: Template,
  {
    variant,
    active,
    lastSentAt,
    mayBeSwitched,
  }: { variant: Variant; active: boolean; lastSentAt: Date | undefined; mayBeSwitched: boolean },
): TemplateView {
  return {
    key: template.key,
    section: template.section,
    label: say(template.label, variant),
    description: say(template.description, variant),
    active,
    consequence: say(template.consequence, variant),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    previews: (['de', 'de-DU', 'en'] as const).map((form) => ({ variant: form, ...preview(template, form) })),
    allowed: mayBeSwitched ? ['switch'] : [],
  };
}

/** The sample mail of a template in one form of address. */
export function preview(template: Template, variant: Variant) {
  const { link, ...rest } = sampleRequest(template.key, variant);
  const request = template.needsLink && link ? { ...rest, link } : rest;
  const { portal } = request;
  const fields = fieldsOf(request, { ...sampleSender, linkUrl: link?.url ?? '' });
  const letterhead = {
    brandColor: portal?.brandColor ?? '#1f4e79',
    imprintUrl: portal?.imprintUrl ?? null,
    privacyUrl: portal?.privacyUrl ?? null,
  };
  return render(template.content[variant], { fields, letterhead, variant });
}

export function presentSetting(
  transport: Transport,
  { variant, timeZone, waiting }: { variant: Variant; timeZone: string; waiting: number },
): MailSettingView {
  const { pausedSince, pausedUntil, pauseCause, pauseAnswer, version: _, ...setting } = transport;
  const since = pausedSince && formatInstant(pausedSince, timeZone, variant, { zone: false });
  const cause = pauseCause ? say(causePhrases[pauseCause], variant) : '';
  return {
    ...setting,
    pause:
      pausedSince && since
        ? {
            since: pausedSince.toISOString(),
            nextTryAt: (pausedUntil ?? pausedSince).toISOString(),
            sentence: say(pausePhrase, variant, { since, cause }),
            answer: pauseAnswer,
          }
        : null,
    waiting,
  };
}

export const presentTestMail = ({ receivedAt, ...mail }: ListedTestMail): TestMailView => ({
  ...mail,
  receivedAt: receivedAt.toISOString(),
});
