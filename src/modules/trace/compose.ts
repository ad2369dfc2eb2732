import { formatInstant } from '../../platform/instant.ts';
import { say, type Variant } from '../../platform/phrases.ts';
import { causePhrases, type ReadMessage, wordsOf } from '../mail/index.ts';
import type { MailTrace, TraceItem } from './contract.ts';
import { type TraceWord, words } from './phrases.ts';
import type { TracedEvent, TracedLink, Visit } from './store.ts';

/** What a line of time is told with. `timeZone`: of the workspace. */
export type Telling = { variant: Variant; timeZone: string; now: Date };

/** All that is known about one mail. The events may be those of others as well. */
export type MailFacts = ReadMessage & { link: TracedLink | undefined; events: readonly TracedEvent[] };

type Attempt = ReadMessage['message']['attempts'][number];
type Told = Omit<TraceItem, 'at' | 'messageId'> & { at: Date | null };

/** The way of one mail, from whoever asked for it to the first sign-in with the password that its link set. */
export function traceMail(facts: MailFacts, telling: Telling): MailTrace {
  const { message, view } = facts;
  const told = [
    ...asking(facts, telling),
    ...message.attempts.map((attempt) => tellAttempt(attempt, message.claimedUntil, telling)),
    ...eventsOfMail(facts, telling),
    ...ending(facts, telling),
    ...(facts.link ? wayOfLink(facts, facts.link, telling) : []),
  ];
  return {
    messageId: message.id,
    template: view.template,
    templateLabel: view.templateLabel,
    recipientAddress: view.recipientAddress,
    state: view.state,
    queuedAt: view.queuedAt,
    hasLink: message.linkId !== null,
    items: present(told, message.id),
  };
}

/** The oldest first; how things stand at this moment comes last. What happened at the same time stays in the order it was told. */
export const present = (told: readonly Told[], messageId: string | null): TraceItem[] =>
  told
    .toSorted((one, other) => (one.at?.getTime() ?? Infinity) - (other.at?.getTime() ?? Infinity) || 0)
    .map((item) => ({ ...item, at: item.at?.toISOString() ?? null, messageId }));

const known = (at: Date | null, kind: Told['kind'], sentence: string, detail: string | null = null): Told => ({
  at,
  kind,
  sentence,
  certainty: 'known',
  actor: null,
  detail: detail || null,
});

function asking({ message, view, events }: MailFacts, { variant }: Telling): Told[] {
  const text = words(variant);
  const issued = events.find(
    ({ name, change }) =>
      (name === 'link.issued' && message.linkId !== null && change.after?.linkId === message.linkId) ||
      (name.endsWith('-notice.queued') && change.after?.messageId === message.id),
  );
  const reminder = events.find(({ name, change }) => name === 'invitation-reminder.queued' && change.after?.messageId === message.id);
  const queued = known(message.queuedAt, 'queued', text('queued', { address: view.recipientAddress }));
  if (!issued) return [queued];
  const actor = issued.actorName;
  const number = Number(reminder?.change.after?.number ?? 0);
  const sentence = text(askedBy(message.templateKey, issued, number), { actor: actor ?? '', number });
  return [{ ...known(message.queuedAt, 'requested', sentence), actor }, queued];
}

function askedBy(template: ReadMessage['message']['templateKey'], { actorKind, actorName }: TracedEvent, reminder: number): TraceWord {
  if (template === 'invitation_reminder') return reminder ? 'requested-reminder-number' : 'requested-reminder';
  if (actorKind === 'user') return actorName === null ? 'requested-unknown-user' : 'requested-user';
  if (actorKind === 'anonymous') return 'requested-renewed';
  if (actorKind === 'person') return 'requested-person';
  return template === 'reset_password' ? 'requested-forgotten' : 'requested-system';
}

function tellAttempt(attempt: Attempt, claimedUntil: Date | null, { variant, now }: Telling): Told {
  const text = words(variant);
  const { number, startedAt, endedAt, outcome, host, transport } = attempt;
  const answer = answerOf(attempt);
  const cause = attempt.cause ? say(causePhrases[attempt.cause], variant) : '';
  if (!endedAt || !outcome)
    return known(startedAt, 'attempt', text(claimedUntil && claimedUntil > now ? 'running' : 'interrupted', { number }));
  if (outcome === 'accepted') {
    if (transport === 'test-mailbox') return known(endedAt, 'kept', text('kept'));
    return known(endedAt, 'accepted', host ? text('accepted-by', { host }) : text('accepted'), answer);
  }
  if (outcome === 'refused') return known(endedAt, 'refused', text('refused', { cause }).trim(), answer);
  if (outcome === 'unknown') return known(endedAt, 'attempt', text('unknown', { number, cause }).trim(), answer);
  return known(endedAt, 'attempt', text('attempt', { number, cause: cause || text('deferred') }), answer);
}

/** The server's words; the codes are put before them only where the words do not begin with them. */
function answerOf({ code, enhancedCode, answer }: Pick<Attempt, 'code' | 'enhancedCode' | 'answer'>): string | null {
  if (!answer) return [code, enhancedCode].filter(Boolean).join(' ') || null;
  return code && !answer.startsWith(String(code)) ? `${code} ${answer}` : answer;
}

function eventsOfMail({ message, events }: MailFacts, { variant }: Telling): Told[] {
  const text = words(variant);
  return events
    .filter(({ subjectId }) => subjectId === message.id)
    .flatMap(({ at, name, actorName: actor }) => {
      const by = { actor: actor ?? '' };
      if (name === 'message.retried') return [{ ...known(at, 'retried', text(actor ? 'retried' : 'retried-unknown', by)), actor }];
      if (name === 'address.released') return [{ ...known(at, 'released', text(actor ? 'released' : 'released-unknown', by)), actor }];
      return name === 'message.delayed' ? [known(at, 'delayed', text('delayed'), reported(message))] : [];
    });
}

const reported = ({ bounceStatus, bounceAnswer }: ReadMessage['message']): string | null =>
  wordsOf({ status: bounceStatus, answer: bounceAnswer }) || null;

function ending({ message, view }: MailFacts, { variant }: Telling): Told[] {
  const text = words(variant);
  if (message.bouncedAt) return [known(message.bouncedAt, 'bounced', text('bounced'), reported(message))];
  if (message.refusedAt && !message.attempts.some(({ outcome }) => outcome === 'refused')) {
    const cause = message.cause ? say(causePhrases[message.cause], variant) : '';
    return [known(message.refusedAt, 'refused', text('refused', { cause }).trim())];
  }
  if (message.givenUpAt) return [known(message.givenUpAt, 'given-up', text('given-up'))];
  if (view.state === 'withdrawn') {
    const cause = message.withdrawnAt ? message.cause : 'link-expired';
    const sentence = text('withdrawn', { cause: cause ? say(causePhrases[cause], variant) : '' }).trim();
    return [known(message.withdrawnAt ?? message.expiresAt, 'withdrawn', sentence)];
  }
  if (view.settledAt !== null) return [];
  return [known(null, view.state === 'held' ? 'held' : 'waiting', view.sentence)];
}

/** Who looked at the link, what became of it, and of the password that it set. A mail that never left has none of that to tell. */
function wayOfLink({ message, events }: MailFacts, link: TracedLink, telling: Telling): Told[] {
  const text = words(telling.variant);
  const visits = link.visits.map((visit) => tellVisit(visit, link, telling));
  if (link.usedAt) {
    const set = events.find(
      ({ name, subjectId, at }) => name === 'password.set' && subjectId === link.accountId && at.getTime() === link.usedAt?.getTime(),
    );
    const signedIn = set?.signedInAt ? [known(set.signedInAt, 'signed-in', text('signed-in'))] : [];
    return [...visits, known(link.usedAt, 'password-set', text('password-set')), ...signedIn];
  }
  if (!message.acceptedAt) return visits;
  if (link.supersededAt && link.supersededAt < link.expiresAt)
    return [...visits, known(link.supersededAt, 'superseded', text('superseded'))];
  return link.expiresAt <= telling.now ? [...visits, known(link.expiresAt, 'expired', text('expired'))] : visits;
}

function tellVisit(visit: Visit, link: TracedLink, { variant, timeZone }: Telling): Told {
  const text = words(variant);
  const { at, reason, program, further, lastAt } = visit;
  const dead = (['used', 'superseded', 'expired'] as const).find((name) => {
    const since = link[`${name === 'expired' ? 'expires' : name}At`];
    return since !== null && since <= at;
  });
  const last = () => formatInstant(lastAt, timeZone, variant, { zone: false });
  const parts = [
    text(reason ? `machine-${reason}` : 'opened'),
    program && text('visitor', { program }),
    dead && text(`no-longer-${dead}`),
    further > 0 && text(further === 1 ? 'further-one' : 'further-many', { count: further, at: last() }),
  ];
  return {
    at,
    kind: reason ? 'machine' : 'opened',
    sentence: parts.filter(Boolean).join(' '),
    certainty: 'presumed',
    actor: null,
    detail: null,
  };
}

/** What came about without one of these mails: passwords that were set otherwise, and mails that could not even be queued. */
export function traceOthers(events: readonly TracedEvent[], told: readonly MailFacts[], { variant }: Telling): TraceItem[] {
  const text = words(variant);
  const byMail = new Set(told.map(({ link }) => link?.usedAt?.getTime()));
  const others = events.flatMap((event): Told[] => {
    const { at, name, change, actorName, signedInAt } = event;
    const unsent = unsentBy(event);
    if (unsent) return [known(at, 'not-sent', text(unsent, { reason: reasonOf(change.after?.reason, variant) }))];
    if (name !== 'password.set' || byMail.has(at.getTime())) return [];
    const origin = (['oneself', 'staff', 'operator'] as const).find((by) => by === change.after?.by) ?? 'link';
    const set = known(at, 'password-set', text(`password-set-${origin}`, { actor: actorName ?? text('somebody') }));
    return [{ ...set, actor: actorName }, ...(signedInAt ? [known(signedInAt, 'signed-in', text('signed-in'))] : [])];
  });
  return present(others, null);
}

function unsentBy({ name, change }: TracedEvent): TraceWord | undefined {
  if (name === 'invitation-reminder.not-possible') return 'not-sent-reminder';
  if (name.endsWith('-notice.not-possible')) return 'not-sent-notice';
  return name === 'password-reset.requested' && change.after?.outcome === 'not-possible' ? 'not-sent-forgotten' : undefined;
}

const reasons = [
  'template-inactive',
  'no-transport',
  'no-address',
  'invalid-address',
  'blocked',
  'deleted',
  'company-closed',
  'portal-closed',
] as const;

/** Why a mail could not be sent, in a sentence. */
export function reasonOf(reason: unknown, variant: Variant): string {
  const text = words(variant);
  return text(reason === 'expired' ? 'access-expired' : (reasons.find((name) => name === reason) ?? 'no-reason'));
}
