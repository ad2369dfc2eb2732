import { mustBeFresh } from '../../../platform/http/version.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, listAccessesOfAccount, listAssignments, lockAccess } from '../../access/index.ts';
import { raiseGeneration } from '../../account/index.ts';
import { withdrawMails } from '../../mail/index.ts';
import { endSessions } from '../../session/index.ts';
import { countSessions, countWaitingMails, markAccessDeleted, markAccountDeleted } from './assignment-store.ts';

/** What deleting an access takes along. `otherPortals`: by name, those that the same login still opens. */
export type Deletion = { sessions: number; waitingMails: number; otherPortals: string[] };

export async function describeDeletion(work: Work, accessId: AccessId): Promise<Deletion> {
  const { tx, now, workspace } = work;
  const { accountId } = await lockAccess(work, accessId);
  const others = await othersOf(work, { accountId, id: accessId });
  return {
    sessions: (await countSessions(tx, workspace.id, [accountId], now)).get(accountId) ?? 0,
    waitingMails: await countWaitingMails(tx, workspace.id, accountId, { onlyWithLink: others.length > 0 }),
    otherPortals: others.map(({ portalName }) => portalName),
  };
}

/**
 * „Zugang löschen“: nobody enters this portal by it any more, at once. Without another portal the login goes too, with every mail to it that still waits, and
 * its name is free again; the contact stays, with what is known of it. Refuses: unknown, stale.
 */
export async function deleteAccess(work: Work, accessId: AccessId, expectedVersion: number | undefined): Promise<void> {
  const { tx, now, workspace, record } = work;
  const access = await lockAccess(work, accessId);
  mustBeFresh(access.version, expectedVersion);
  const { accountId, portalId, role, accountName, email } = access;
  const isLast = (await othersOf(work, access)).length === 0;
  const contactIds = (await listAssignments(tx, workspace.id, accessId)).map(({ contactId }) => contactId);

  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: !isLast, cause: 'account-deleted', now });
  await raiseGeneration(tx, workspace.id, accountId);
  await endSessions(tx, workspace.id, accountId, {}, now);
  await markAccessDeleted(tx, workspace.id, accessId, now);
  if (isLast) await markAccountDeleted(tx, workspace.id, accountId, now);
  record(
    'access.deleted',
    { type: 'access', id: accessId },
    { before: { accountId, portalId, role, contactIds }, after: { loginDeleted: isLast }, personal: { before: { accountName, email } } },
  );
}

const othersOf = async (
  { tx, workspace }: Pick<Work, 'tx' | 'workspace'>,
  { accountId, id }: Pick<AccessWithFacts, 'accountId' | 'id'>,
): Promise<AccessWithFacts[]> => (await listAccessesOfAccount(tx, workspace.id, accountId)).filter((one) => one.id !== id);
