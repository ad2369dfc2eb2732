import { seconds } from '../../../platform/clock.ts';
import type { MailboxFault } from './failure.ts';
import { type ImapLimits, type ImapTrust, type MailboxTarget, openMailbox } from './session.ts';

/** Somebody waits in front of the screen. */
const checkLimits: ImapLimits = { connect: seconds(10), silence: seconds(15), whole: seconds(20) };

/** Connects, signs in and opens the folder; answers how many mails lie in it, or why that did not work. Reads and changes nothing. */
export async function checkMailbox(
  target: MailboxTarget | 'password-unreadable',
  { limits = checkLimits, ...trust }: ImapTrust & { limits?: ImapLimits } = {},
): Promise<MailboxFault | { count: number }> {
  if (target === 'password-unreadable') return { failure: target, answer: null };
  const session = await openMailbox(target, limits, trust);
  if ('failure' in session) return session;
  await session.close();
  return { count: session.count };
}
