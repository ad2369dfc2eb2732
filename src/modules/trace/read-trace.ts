import { displayAddress, isAddress, parseAddress } from '../../platform/address.ts';
import { languageOf, type Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { type ContactId, findContact, refuseContact } from '../contact/index.ts';
import { findImpossibility, type MailImpossibility, type ReadMessage, readMessages, refuseMail } from '../mail/index.ts';
import { getReminders, nextReminderOn, type ReminderSetting } from '../reminder/index.ts';
import { type MailFacts, reasonOf, type Telling, traceMail, traceOthers } from './compose.ts';
import type { AccessTrace, ContactTrace, MailTrace } from './contract.ts';
import { words } from './phrases.ts';
import { findTracedAccess, listTracedAccesses, listTracedEvents, listTracedLinks, type TracedAccess, type TracedEvent } from './store.ts';

type MessageId = ReadMessage['message']['id'];

/** The way of every mail to a person, by the portals that they have access to. Refuses `contact.unknown`. */
export async function traceContact(work: Work, contactId: ContactId, variant: Variant): Promise<ContactTrace> {
  const { tx, workspace, now } = work;
  if (!(await findContact(tx, workspace.id, contactId))) throw refuseContact('unknown');
  const telling = tellingOf(work, variant);
  const accesses = await listTracedAccesses(tx, workspace.id, contactId, now);
  const mails = await readMessages(work, { contactId }, variant);
  const events = await listTracedEvents(tx, workspace.id, [
    ...unique([...accesses.map(({ accountId }) => accountId), ...mails.flatMap(({ message }) => message.accountId ?? [])]).map(
      subject('account'),
    ),
    ...accesses.map(({ id }) => id).map(subject('access')),
    ...mails.map(({ message }) => message.id).map(subject('message')),
  ]);
  const facts = await withLinks(work, mails, events);
  const outlook = accesses.some(isAwaited) ? await outlookOf(work) : undefined;

  const groups = accesses.map((access): AccessTrace => {
    const own = facts.filter(({ message }) => belongsTo(message, access));
    const ownEvents = events.filter(
      ({ subjectId }) => subjectId === access.id || (subjectId === access.accountId && isFirst(accesses, access)),
    );
    return {
      accessId: access.id,
      portalId: access.portalId,
      portalName: access.portalName,
      nextReminder: outlook ? nextReminder(access, own[0], outlook, telling) : null,
      mails: own.map((mail) => traceMail(mail, telling)),
      others: traceOthers(ownEvents, facts, telling),
    };
  });
  const rest = facts.filter(({ message }) => !accesses.some((access) => belongsTo(message, access)));
  const none = { accessId: null, portalId: null, portalName: null, nextReminder: null, others: [] };
  return { accesses: rest.length ? [...groups, { ...none, mails: rest.map((mail) => traceMail(mail, telling)) }] : groups };
}

/** The way of one mail. Refuses `mail.unknown-message`. */
export async function traceMessage(work: Work, id: MessageId, variant: Variant): Promise<MailTrace> {
  const { tx, workspace } = work;
  const [mail] = await readMessages(work, { ids: [id] }, variant);
  if (!mail) throw refuseMail('unknown-message');
  const { accountId, portalId } = mail.message;
  const access = accountId && portalId ? await findTracedAccess(tx, workspace.id, accountId, portalId) : undefined;
  const events = await listTracedEvents(tx, workspace.id, [
    ...(accountId ? [accountId] : []).map(subject('account')),
    ...(access ? [access.id] : []).map(subject('access')),
    subject('message')(id),
  ]);
  const [facts] = await withLinks(work, [mail], events);
  if (!facts) throw refuseMail('unknown-message');
  return traceMail(facts, tellingOf(work, variant));
}

const tellingOf = ({ now, workspace }: Work, variant: Variant): Telling => ({ now, variant, timeZone: workspace.timeZone });

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const subject =
  <Type extends 'account' | 'access' | 'message'>(type: Type) =>
  (id: string) => ({ type, id });

const belongsTo = ({ accountId, portalId }: ReadMessage['message'], access: TracedAccess): boolean =>
  accountId === access.accountId && portalId === access.portalId;

/** A password belongs to the account; where that has several accesses, it is told once. */
const isFirst = (accesses: readonly TracedAccess[], { id, accountId }: TracedAccess): boolean =>
  accesses.find((access) => access.accountId === accountId)?.id === id;

async function withLinks({ tx, workspace }: Work, mails: readonly ReadMessage[], events: readonly TracedEvent[]): Promise<MailFacts[]> {
  const links = await listTracedLinks(
    tx,
    workspace.id,
    mails.flatMap(({ message }) => message.linkId ?? []),
  );
  return mails.map((mail) => ({ ...mail, events, link: links.find(({ id }) => id === mail.message.linkId) }));
}

/** What decides about reminders to anybody: the setting, and why none could be sent as things stand. */
type Outlook = { setting: ReminderSetting; impossible: MailImpossibility | undefined };

const outlookOf = async (work: Work): Promise<Outlook> => ({
  setting: await getReminders(work),
  impossible: await findImpossibility(work.tx, work.workspace.id, 'invitation_reminder'),
});

const isAwaited = ({ isWaiting, remindersFrom }: TracedAccess): boolean => isWaiting && remindersFrom !== null;

/** When an open invitation is reminded of next, and what will become of that mail as things stand. */
function nextReminder(
  access: TracedAccess,
  newest: ReadMessage | undefined,
  { setting, impossible }: Outlook,
  { variant, now }: Telling,
): AccessTrace['nextReminder'] {
  const { remindersFrom: invitedAt, remindersSent, timeZone, isWaiting, email, isMarked } = access;
  const on = isWaiting && invitedAt ? nextReminderOn({ invitedAt, remindersSent, timeZone }, setting, now) : undefined;
  if (!on) return null;
  const text = words(variant);
  const day = dayWords(on, variant);
  const address = displayAddress(email);
  const reason = impossible ?? (isAddress(parseAddress(email)) ? undefined : 'invalid-address');
  if (reason) return { on, isPossible: false, sentence: text('next-reminder-impossible', { day, reason: reasonOf(reason, variant) }) };
  if (isMarked) return { on, isPossible: false, sentence: text('next-reminder-held', { day, address }) };
  const isLost = newest?.message.recipientAddress === email && ['refused', 'bounced', 'given-up'].includes(newest.view.state);
  return { on, isPossible: true, sentence: text(isLost ? 'next-reminder-doubtful' : 'next-reminder', { day, address }) };
}

/** „Freitag, 13.03.2026“: reminders are planned by days, so the weekday helps. */
const dayWords = (day: string, variant: Variant): string =>
  new Intl.DateTimeFormat(languageOf(variant) === 'en' ? 'en-GB' : 'de-DE', {
    timeZone: 'UTC',
    weekday: 'long',
    day: languageOf(variant) === 'en' ? 'numeric' : '2-digit',
    month: languageOf(variant) === 'en' ? 'long' : '2-digit',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00Z`));
