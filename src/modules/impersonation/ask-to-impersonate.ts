import { refuseRequest } from '../../platform/http/refusals.ts';
import { newId } from '../../platform/id.ts';
import { newSecret } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessId, lockAccess } from '../access/index.ts';
import { findAccount } from '../account/index.ts';
import { findPortal, portalUrl } from '../portal/index.ts';
import type { SessionId } from '../session/index.ts';
import { type Impersonation, termsOf } from './impersonation.ts';
import { impersonationRefusal } from './policy.ts';
import { insertImpersonation } from './store.ts';

/** An address in the portal, where the user begins to act as the person. */
export type Offer = Pick<Impersonation, 'id' | 'startableUntil' | 'endsAt'> & { url: string };

/**
 * „Als Nutzer anmelden“: gives the one-time address, for the browser of this session of the console only. Nobody is signed in by that yet.
 * Refuses: unknown; without the right; while the person themselves is not admitted.
 */
export async function askToImpersonate(
  work: Work,
  accessId: AccessId,
  { reason, userSessionId }: { reason: string; userSessionId: SessionId },
): Promise<Offer> {
  const { tx, now, workspace, actor, record } = work;
  const access = await lockAccess(work, accessId);
  const refusal = impersonationRefusal(access, actor, now);
  if (refusal) throw refusal;
  const user = actor.kind === 'user' ? await findAccount(tx, workspace.id, actor.accountId) : undefined;
  if (actor.kind !== 'user' || !user) throw refuseRequest('not-allowed');
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal) throw new Error('The portal of an access does not exist.');

  const secret = newSecret();
  const { userId } = actor;
  const terms = termsOf(workspace, now);
  const id = newId<'impersonation'>(now);
  const open = { id, accessId, userId, userSessionId, userGeneration: user.generation, reason, createdAt: now };
  await insertImpersonation(tx, workspace.id, { ...open, ...terms, startedAt: null, endedAt: null }, secret);
  record(
    'impersonation.asked',
    { type: 'access', id: accessId },
    { after: { impersonationId: id, endsAt: terms.endsAt }, personal: { reason } },
  );
  return { id, ...terms, url: portalUrl(workspace, portal, `acting/link/${secret}`) };
}
