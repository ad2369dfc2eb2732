import { refusing } from '../../platform/constraint.ts';
import { type Id, newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { type AccountId, findAccountByName, firstAccountName, insertAccount, lockAccount } from '../account/index.ts';
import {
  type AreaId,
  findDefaultPortal,
  findPortal,
  listAreas,
  listRoles,
  type Portal,
  type PortalId,
  type Role,
  refusePortal,
  startingAreas,
  usualRole,
} from '../portal/index.ts';
import type { AccessRole } from './access.ts';
import { areaIdsOf, changeOpening, goneMeanwhile } from './change-opening.ts';
import { refuse } from './refusals.ts';
import { saveGiven } from './registered-store.ts';
import {
  type AssignedAccess,
  findAccess,
  insertAccess,
  insertAssignment,
  listAccessesOfContacts,
  listContactIdsOfAccount,
  saveAreas,
} from './store.ts';
import { takeOverUnproven } from './take-over-unproven.ts';

/** Which portal, in which role, with which areas (their keys). What is absent stays as it is, or takes its default on a new access. */
export type AccessOrder = { portalId?: PortalId; role?: AccessRole; areas?: string[] };

/** A contact as far as an access is concerned. `email` is a stored address (rule 10). */
export type AccessHolder = { contactId: Id<'contact'>; email: string | null };

/**
 * Makes sure that a contact has an access to a portal and answers it. An account of the same name that belongs to somebody else is never joined:
 * a matching address is a hint, not a proof (rule 11). Whoever has a password already is registered at once (B077). `at`: where in the request the order stands.
 */
export async function giveAccess(work: Work, holder: AccessHolder, order: AccessOrder, at = '/portalAccess'): Promise<AssignedAccess> {
  const { tx, workspace } = work;
  const portal = await choosePortal(work, order.portalId, at);
  const existing = await listAccessesOfContacts(tx, workspace.id, [holder.contactId]);
  const found = existing.find((access) => access.portalId === portal.id);
  const areas = await listAreas(tx, workspace.id, [portal.id]);
  const areaIds = order.areas && areaIdsOf(areas, order.areas, `${at}/areas`);
  const role = await chooseRole(work, portal, order.role, at);

  if (found) await changeOpening(work, found, { role: order.role && role.key, areaIds });
  else {
    const start = { role: role.key, areaIds: areaIds ?? startingAreas(role, areas) };
    await refusing(create(work, holder, portal, existing[0]?.accountId, start), goneMeanwhile);
  }

  const access = (await listAccessesOfContacts(tx, workspace.id, [holder.contactId])).find((candidate) => candidate.portalId === portal.id);
  if (!access) throw new Error('The access that was just given cannot be read.');
  return access;
}

async function choosePortal({ tx, workspace }: Work, portalId: PortalId | undefined, at: string): Promise<Portal> {
  const portal = portalId ? await findPortal(tx, workspace.id, portalId) : await findDefaultPortal(tx, workspace.id);
  if (!portal)
    throw portalId ? refusePortal('unknown', { pointer: `${at}/portalId` }) : refuse('portal-needed', { pointer: `${at}/portalId` });
  return portal;
}

async function chooseRole({ tx, workspace }: Work, portal: Portal, key: AccessRole | undefined, at: string): Promise<Role> {
  const wanted = key ?? usualRole(portal);
  const role = (await listRoles(tx, workspace.id, [portal.id])).find((one) => one.key === wanted);
  if (!role) throw refusePortal('unknown-role', { pointer: `${at}/role` });
  return role;
}

async function create(
  work: Work,
  { contactId, email }: AccessHolder,
  portal: Portal,
  ownAccountId: AccountId | undefined,
  { role, areaIds }: { role: AccessRole; areaIds: AreaId[] },
): Promise<void> {
  const { tx, now, workspace, record } = work;
  if (!email) throw refuse('no-address', { pointer: '/email' });
  const accountId = ownAccountId ?? (await openAccount(work, contactId, email));
  // Locked, because a password that is set at the same moment registers only the accesses that it sees.
  const account = await lockAccount(tx, workspace.id, accountId);
  const asked = await findAccess(tx, workspace.id, accountId, portal.id);
  const id = asked?.id ?? newId<'access'>(now);
  if (asked?.origin === 'self-registration' && !asked.registeredAt) await saveGiven(tx, workspace.id, id, role);
  if (!asked)
    await insertAccess(
      tx,
      workspace.id,
      { id, accountId, portalId: portal.id, role, registeredAt: account?.hasPassword ? now : null },
      now,
    );
  await insertAssignment(tx, workspace.id, id, contactId, now);
  await saveAreas(tx, workspace.id, id, contactId, areaIds);
  record('access.given', { type: 'access', id }, { after: { accountId, portalId: portal.id, contactId, role, areaIds } });
}

/** The account name of a new person is the e-mail address (B039). */
async function openAccount(work: Work, contactId: Id<'contact'>, email: string): Promise<AccountId> {
  const { tx, now, workspace, record } = work;
  const taken = () => refuse('account-name-taken', { pointer: '/email' });
  const existing = await findAccountByName(tx, workspace.id, 'portal', email);
  if (existing) {
    const holders = await listContactIdsOfAccount(tx, workspace.id, existing.id);
    if (!holders.includes(contactId) && !(await takeOverUnproven(work, existing.id, email))) throw taken();
    return existing.id;
  }
  const id = newId<'account'>(now);
  await refusing(
    insertAccount(tx, workspace.id, { id, kind: 'portal', accountName: firstAccountName(email), email, passwordHash: null }, now),
    {
      one_account_name: taken,
    },
  );
  record('account.opened', { type: 'account', id }, { after: { kind: 'portal', contactId }, personal: { accountName: email } });
  return id;
}
