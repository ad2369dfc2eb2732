import { days, later } from '../../platform/clock.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { findAccess } from '../access/index.ts';
import { lockAccount } from '../account/index.ts';
import { deleteAccess } from '../portal-access/index.ts';
import type { Registration } from './registration.ts';
import { deleteOldProofs, findRegistration } from './store.ts';
import { deleteRegistration, listOldRegistrations } from './tidy-store.ts';

/** So long after its link ran out a registration that nobody confirmed is kept: whoever calls about it can still be told what happened. */
export const keptAfterLink = days(30);

/**
 * Forgets registrations that nobody confirmed, each in a transaction of its own, with the access and the login that they made; and of those that were
 * confirmed, what was typed. The address is free before already: this only tidies. Answers how many went.
 */
export async function forgetRegistrations(perform: Perform): Promise<number> {
  const old = await perform(async ({ tx, now, workspace }) => {
    await deleteOldProofs(tx, workspace.id, now);
    return listOldRegistrations(tx, workspace.id, later(now, -(workspace.lifetimes.activation + keptAfterLink)));
  });
  for (const one of old) await perform(forget, one);
  return old.length;
}

async function forget(work: Work, { id, accountId, portalId }: Pick<Registration, 'id' | 'accountId' | 'portalId'>): Promise<void> {
  const { tx, now, workspace, record } = work;
  await lockAccount(tx, workspace.id, accountId);
  const registration = await findRegistration(tx, workspace.id, accountId, portalId);
  // Somebody registered anew in between.
  if (!registration || later(registration.mailedAt, workspace.lifetimes.activation + keptAfterLink) > now) return;
  const access = await findAccess(tx, workspace.id, accountId, portalId);
  await deleteRegistration(tx, workspace.id, id);
  if (registration.activatedAt || access?.origin === 'given' || access?.registeredAt || access?.pending === false) return;
  record('registration.forgotten', access ? { type: 'access', id: access.id } : { type: 'account', id: accountId }, {
    after: { portalId },
  });
  if (access) await deleteAccess(work, access.id, undefined);
}
