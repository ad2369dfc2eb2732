import { newId } from '../../platform/id.ts';
import { newSecret } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, findAccessById, lockAccess } from '../access/index.ts';
import { mailPersonOf } from '../contact/index.ts';
import { sendNotice } from '../mail/index.ts';
import { mailPortal, type Portal } from '../portal/index.ts';
import { deviceName, endActingSessions, insertSession, type SessionId } from '../session/index.ts';
import type { Impersonation } from './impersonation.ts';
import { impersonationRefusal } from './policy.ts';
import { refuse } from './refusals.ts';
import { endImpersonations, findStartable, markStarted } from './store.ts';

/** Where the address was opened. */
export type Opening = { secret: string; portal: Portal; userSessionId: SessionId; device: string; network: string };

/** What stands behind a one-time address, before anything is begun. */
export type Startable = { impersonation: Impersonation; access: AccessWithFacts; personName: string };

/** Looks at an address without touching it. Refuses what cannot be begun in this browser now, whatever the reason. */
export async function seeStartable(
  work: Work,
  { secret, portal, userSessionId }: Pick<Opening, 'secret' | 'portal' | 'userSessionId'>,
): Promise<Startable> {
  const { tx, now, workspace, actor } = work;
  const impersonation = await findStartable(tx, workspace.id, secret, userSessionId, now);
  const access = impersonation && (await findAccessById(tx, workspace.id, impersonation.accessId));
  if (!access || access.portalId !== portal.id) throw refuse('gone');
  const refusal = impersonationRefusal(access, actor, now);
  if (refusal) throw refusal;
  const { person } = await mailPersonOf(work, access);
  return { impersonation, access, personName: [person.title, person.firstName, person.lastName].filter(Boolean).join(' ') };
}

/**
 * Begins to act as the person: a session of its own, which touches none of theirs and is no sign-in of theirs, and is over when it was said to be. Whatever
 * else this browser did in somebody's name ends. The person is told by mail where the portal wishes so. Answers the session's secret.
 */
export async function startImpersonation(work: Work, opening: Opening): Promise<{ secret: string; endsAt: Date }> {
  const { tx, now, workspace, record } = work;
  const { impersonation } = await seeStartable(work, opening);
  const access = await lockAccess(work, impersonation.accessId);
  const refusal = impersonationRefusal(access, work.actor, now);
  if (refusal) throw refusal;
  const { id, endsAt } = impersonation;
  if (!(await markStarted(tx, workspace.id, id, now))) throw refuse('gone');

  const others = await endImpersonations(tx, workspace.id, { userSessionId: opening.userSessionId, except: id }, now);
  for (const other of others)
    record('impersonation.ended', { type: 'access', id: other.accessId }, { after: { impersonationId: other.id } });
  await endActingSessions(
    tx,
    workspace.id,
    others.map((other) => other.id),
    now,
  );

  const secret = newSecret();
  const session = {
    id: newId<'session'>(now),
    accountId: access.accountId,
    remembered: false,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: endsAt,
    device: deviceName(opening.device),
    network: opening.network,
    contactId: null,
    impersonationId: id,
  };
  const started = await insertSession(tx, workspace.id, { ...session, generation: access.generation, kind: 'portal' }, secret);
  if (!started) throw refuse('gone');
  record(
    'impersonation.started',
    { type: 'access', id: access.id },
    { after: { impersonationId: id, endsAt }, personal: { reason: impersonation.reason } },
  );
  if (opening.portal.tellOfImpersonation) await tell(work, opening.portal, access, impersonation.reason);
  return { secret, endsAt };
}

async function tell(work: Work, portal: Portal, access: AccessWithFacts, reason: string): Promise<void> {
  const { workspace, actor } = work;
  await sendNotice(work, {
    ...(await mailPersonOf(work, access)),
    template: 'impersonation_notice',
    address: access.email,
    accountName: access.accountName,
    accountId: access.accountId,
    portal: mailPortal(workspace, portal),
    details: { actor: actor.kind === 'user' ? actor.name : '', reason },
  });
}
