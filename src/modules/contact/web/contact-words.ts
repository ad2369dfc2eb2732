import type { Tone } from '../../../web/ui/state-badge.tsx';
import type { ContactAccessView, ContactView, LinkMailView } from '../contract.ts';

type Named = Pick<ContactView, 'firstName' | 'lastName' | 'title'>;

export const nameOf = ({ title, firstName, lastName }: Named): string => [title, firstName, lastName].filter(Boolean).join(' ');

export type AccessWord =
  | 'stateNone'
  | 'stateAdmitted'
  | 'stateInvited'
  | 'stateNoPassword'
  | 'stateBlocked'
  | 'stateExpired'
  | 'stateRefused';

/** The word for the server's verdict. Nothing is decided here: `admitted`, `reason` and `registration` come with the record. */
export function wordOf(access: ContactAccessView | undefined): { word: AccessWord; tone: Tone } {
  if (!access) return { word: 'stateNone', tone: 'calm' };
  if (access.admitted) return { word: 'stateAdmitted', tone: 'good' };
  if (access.reason === 'blocked') return { word: 'stateBlocked', tone: 'bad' };
  if (access.reason === 'expired') return { word: 'stateExpired', tone: 'bad' };
  if (access.registration === 'invited') return { word: 'stateInvited', tone: 'wait' };
  if (!access.hasPassword) return { word: 'stateNoPassword', tone: 'warn' };
  return { word: 'stateRefused', tone: 'bad' };
}

/** Whether somebody was asked in, may come in, and has not done so yet. */
export const isAwaited = ({ hasPassword, reason }: ContactAccessView): boolean =>
  !hasPassword && reason !== 'blocked' && reason !== 'expired';

const mailWords = {
  'on-its-way': undefined,
  'handed-over': undefined,
  waiting: { word: 'mailWaiting', tone: 'warn' },
  held: { word: 'mailHeld', tone: 'warn' },
  'not-arrived': { word: 'mailNotArrived', tone: 'bad' },
  'not-sent': { word: 'mailNotSent', tone: 'warn' },
  'other-address': { word: 'mailOtherAddress', tone: 'warn' },
} as const satisfies Record<LinkMailView['arrival'], { word: string; tone: Tone } | undefined>;

/** Beside the registration: what is wrong with the mail that carries the link, while it still matters. */
export const mailWordOf = (access: ContactAccessView | undefined) =>
  access?.linkMail && isAwaited(access) ? mailWords[access.linkMail.arrival] : undefined;

/** Whether the mail with the open link never got to the person, so that nobody has that link. */
export const isLinkLost = ({ linkMail }: ContactAccessView): boolean =>
  linkMail !== null && ['not-arrived', 'not-sent', 'other-address'].includes(linkMail.arrival);

export type NextStep = { step: 'giveAccess' } | { step: 'sendLink' | 'sendLinkAgain'; access: ContactAccessView };

/** The one thing that would bring this person further; none where they can already sign in or somebody closed the door. */
export function nextStepOf(contact: ContactView): NextStep | undefined {
  if (!contact.allowed.includes('give-access')) return undefined;
  if (contact.accesses.length === 0) return { step: 'giveAccess' };
  const waiting = contact.accesses.find(isAwaited);
  if (!waiting) return undefined;
  return { step: waiting.openLink ? 'sendLinkAgain' : 'sendLink', access: waiting };
}
