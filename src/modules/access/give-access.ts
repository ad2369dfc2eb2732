import { refusing } from '../../platform/constraint.ts';
import { type Id, newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { type AccountId, findAccountByName, firstAccountName, insertAccount, lockAccount, raiseGeneration } from '../account/index.ts';
import { type AreaId, findDefaultPortal, findPortal, listAreas, type Portal, type PortalId, refusePortal } from '../portal/index.ts';
import type { AccessRole } from './access.ts';
import { refuse } from './refusals.ts';
import {
  type AssignedAccess,
  insertAccess,
  insertAssignment,
  listAccessesOfContacts,
  listContactIdsOfAccount,
  saveAreas,
  saveRole,
} from './store.ts';

/** Which portal, in which role, with which areas (their keys). What is absent stays as it is, or takes its default on a new access. */
export type AccessOrder = { portalId?: PortalId; role?: AccessRole; areas?: string[] };

/** A contact as far as an access is concerned. `email` is a stored address (rule 10). */
export type AccessHolder = { contactId: Id<'contact'>; email: string | null };

/**
 * Makes sure that a contact has an access to a portal and answers it. An account of the same name that belongs to somebody else is never joined:
 * a matching address is a hint, not a proof (rule 11).
 */
export async function giveAccess(work: Work, holder: AccessHolder, order: AccessOrder): Promise<AssignedAccess> {
  const { tx, workspace } = work;
  const portal = await choosePortal(work, order.portalId);
  const existing = await listAccessesOfContacts(tx, workspace.id, [holder.contactId]);
  const found = existing.find((access) => access.portalId === portal.id);
  const areas = await listAreas(tx, workspace.id, [portal.id]);
  const areaIds = order.areas && areaIdsOf(areas, order.areas);

  if (found) await changeExisting(work, found, order.role, areaIds);
  else await create(work, holder, portal, existing[0]?.accountId, { role: order.role, areaIds: areaIds ?? areas.map(({ id }) => id) });

  const access = (await listAccessesOfContacts(tx, workspace.id, [holder.contactId])).find((candidate) => candidate.portalId === portal.id);
  if (!access) throw new Error('The access that was just given cannot be read.');
  return access;
}

async function choosePortal({ tx, workspace }: Work, portalId: PortalId | undefined): Promise<Portal> {
  const portal = portalId ? await findPortal(tx, workspace.id, portalId) : await findDefaultPortal(tx, workspace.id);
  if (!portal)
    throw portalId
      ? refusePortal('unknown', { pointer: '/portalAccess/portalId' })
      : refuse('portal-needed', { pointer: '/portalAccess/portalId' });
  return portal;
}

function areaIdsOf(areas: { id: AreaId; key: string }[], keys: readonly string[]): AreaId[] {
  return [...new Set(keys)].map((key) => {
    const area = areas.find((candidate) => candidate.key === key);
    if (!area) throw refusePortal('unknown-area', { pointer: '/portalAccess/areas' });
    return area.id;
  });
}

async function changeExisting(
  { tx, workspace, record }: Work,
  access: AssignedAccess,
  role: AccessRole | undefined,
  areaIds: AreaId[] | undefined,
): Promise<void> {
  // Accounts are locked before accesses everywhere, so that two changes wait for each other instead of for ever.
  await lockAccount(tx, workspace.id, access.accountId);
  if (role && role !== access.role) {
    await saveRole(tx, workspace.id, access.id, role);
    await raiseGeneration(tx, workspace.id, access.accountId);
    record('access.role-changed', { type: 'access', id: access.id }, { before: { role: access.role }, after: { role } });
  }
  if (areaIds && !sameSet(areaIds, access.areaIds)) {
    await saveAreas(tx, workspace.id, access.id, access.contactId, areaIds);
    record('access.areas-changed', { type: 'access', id: access.id }, { before: { areaIds: access.areaIds }, after: { areaIds } });
  }
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((entry) => other.includes(entry));

async function create(
  work: Work,
  { contactId, email }: AccessHolder,
  portal: Portal,
  ownAccountId: AccountId | undefined,
  { role = portal.kind === 'installer' ? 'installer' : 'customer', areaIds }: { role?: AccessRole | undefined; areaIds: AreaId[] },
): Promise<void> {
  const { tx, now, workspace, record } = work;
  if (!email) throw refuse('no-address', { pointer: '/email' });
  const accountId = ownAccountId ?? (await openAccount(work, contactId, email));
  const id = newId<'access'>(now);
  await insertAccess(tx, workspace.id, { id, accountId, portalId: portal.id, role, registeredAt: null }, now);
  await insertAssignment(tx, workspace.id, id, contactId, now);
  await saveAreas(tx, workspace.id, id, contactId, areaIds);
  record('access.given', { type: 'access', id }, { after: { accountId, portalId: portal.id, contactId, role, areaIds } });
}

/** The account name of a new person is the e-mail address (B039). */
async function openAccount({ tx, now, workspace, record }: Work, contactId: Id<'contact'>, email: string): Promise<AccountId> {
  const taken = () => refuse('account-name-taken', { pointer: '/email' });
  const existing = await findAccountByName(tx, workspace.id, 'portal', email);
  if (existing) {
    const holders = await listContactIdsOfAccount(tx, workspace.id, existing.id);
    if (!holders.includes(contactId)) throw taken();
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
