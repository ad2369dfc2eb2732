import type { Refusal } from '../../../platform/refusal.ts';
import { type AccessWithFacts, linkRefusal, registration } from '../../access/index.ts';
import type { OneTimeLink } from '../../link/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { refuse } from './refusals.ts';

/** Whoever is shut out gets no mail with a link (B015). */
function shutRefusal(access: AccessWithFacts, now: Date): Refusal | undefined {
  const closure = linkRefusal(access, now);
  return closure && refuse(`mail-while-${closure}`);
}

/** Why the mail that lets somebody in is not sent again: they are in already (B074), or shut out. The pause between two mails is asked for when it is sent. */
export function resendRefusal(access: AccessWithFacts, now: Date): Refusal | undefined {
  if (access.hasPassword) return refuse('has-password');
  if (access.registeredAt) return refuse('has-registered');
  return shutRefusal(access, now);
}

/** Why a password is not reset: there never was one, or the person is shut out. */
export function resetRefusal(access: AccessWithFacts, now: Date): Refusal | undefined {
  if (!access.hasPassword && !access.registeredAt) return refuse('not-registered-yet');
  return shutRefusal(access, now);
}

/** Whether an address waits that can be given up. */
export const isChangingAddress = (access: AccessWithFacts, now: Date): boolean => registration(access, now) === 'email-change';

/**
 * From when on the next mail may go to the same address. A mail whose link has been overtaken by a change of the account, say to an address that was
 * corrected, keeps nobody waiting. `undefined`: at once.
 */
export function nextMailAt(
  newest: Pick<OneTimeLink, 'createdAt' | 'generation'> | undefined,
  access: Pick<AccessWithFacts, 'generation'>,
  { lifetimes }: Pick<Workspace, 'lifetimes'>,
  now: Date,
): Date | undefined {
  if (!newest || newest.generation !== access.generation) return undefined;
  const at = new Date(newest.createdAt.getTime() + lifetimes.resendCooldown);
  return at > now ? at : undefined;
}
