import type { Tone } from '../../../web/ui/state-badge.tsx';
import type { ContactAccessView, ContactView } from '../contract.ts';

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

export type NextStep = { step: 'giveAccess' } | { step: 'sendLink' | 'sendLinkAgain'; access: ContactAccessView };

/** The one thing that would bring this person further; none where they can already sign in or somebody closed the door. */
export function nextStepOf(contact: ContactView): NextStep | undefined {
  if (!contact.allowed.includes('give-access')) return undefined;
  if (contact.accesses.length === 0) return { step: 'giveAccess' };
  const waiting = contact.accesses.find((access) => !access.hasPassword && access.reason !== 'blocked' && access.reason !== 'expired');
  if (!waiting) return undefined;
  return { step: waiting.openLink ? 'sendLinkAgain' : 'sendLink', access: waiting };
}
