import type { Work } from '../../platform/work.ts';
import { findAccessById } from '../access/index.ts';
import type { ActingUser, Actor } from '../audit/index.ts';
import { findContactOfAccount } from '../contact/index.ts';
import type { Session, SessionId } from '../session/index.ts';
import { findActing } from './store.ts';

/**
 * The user who acts as the person in an acting session. Asked with every request: without the right, without the session of the console that it was
 * begun in, after a change of the user's password or after its end there is nobody. `user` and `userSessionId` are what the browser's other cookie proves.
 */
export async function findActingUser(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  session: Session,
  { user, userSessionId }: { user: Actor; userSessionId: SessionId },
): Promise<ActingUser | undefined> {
  if (user.kind !== 'user' || !user.mayImpersonate || !session.impersonationId) return undefined;
  const acting = await findActing(tx, workspace.id, { id: session.impersonationId, userId: user.userId, userSessionId, now });
  const access = acting && (await findAccessById(tx, workspace.id, acting.accessId));
  if (!access || access.accountId !== session.accountId) return undefined;
  const wish = { portalId: access.portalId, contactId: session.contactId };
  const contact = await findContactOfAccount({ tx, workspace }, session.accountId, wish);
  const personName = contact
    ? [contact.title, contact.firstName, contact.lastName].filter(Boolean).join(' ')
    : (access.givenName ?? access.accountName);
  return { impersonationId: acting.id, accessId: access.id, userId: user.userId, name: user.name, personName, endsAt: acting.endsAt };
}
