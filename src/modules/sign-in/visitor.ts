import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, admission, findAccess, listAreaIdsOfAccess } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import { type Contact, findContactOfAccount } from '../contact/index.ts';
import { type Area, listAreas, type Portal } from '../portal/index.ts';

/** Somebody who is signed in to a portal and admitted now. */
export type Visitor = { access: AccessWithFacts; contact: Contact | undefined; areas: Area[] };

/** What a signed-in account may see of a portal. `undefined`: not admitted here (any more); asked at every request, so a block or an expiry bites at once. */
export async function findVisitor(
  work: Pick<Work, 'tx' | 'now' | 'workspace'>,
  portal: Portal,
  accountId: AccountId,
): Promise<Visitor | undefined> {
  const { tx, now, workspace } = work;
  const access = await findAccess(tx, workspace.id, accountId, portal.id);
  if (!access || !admission(access, now).admitted) return undefined;
  const areaIds = await listAreaIdsOfAccess(tx, workspace.id, access.id);
  const areas = await listAreas(tx, workspace.id, [portal.id]);
  return { access, contact: await findContactOfAccount(work, accountId), areas: areas.filter(({ id }) => areaIds.includes(id)) };
}
