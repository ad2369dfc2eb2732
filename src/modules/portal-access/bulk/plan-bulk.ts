import { refuseRequest } from '../../../platform/http/refusals.ts';
import { newId } from '../../../platform/id.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AccessWithFacts, listAccesses } from '../../access/index.ts';
import type { AccountId } from '../../account/index.ts';
import type { AccessFilter } from '../list/contract.ts';
import { nextAccesses } from '../list/list-accesses.ts';
import { invitationPurposes } from '../welcome/resend.ts';
import { type BulkDetail, type BulkPlan, rowRefusal } from './bulk.ts';
import { insertPlan, insertRows, listNewestLinks, type NewRow, type RowReason } from './bulk-store.ts';
import { mostRows } from './contract.ts';
import { refuse, refuseRow } from './refusals.ts';

export type Selection = { ids: AccessId[] } | { query: AccessFilter };

const stretch = 1000;

/**
 * Plans an act upon many accesses: judges each by the same rules as the act alone, and changes nothing yet. Refuses a selection of nobody, and of more than
 * twenty thousand.
 */
export async function planBulk(work: Work, selection: Selection, detail: BulkDetail): Promise<BulkPlan> {
  const { tx, now, workspace, actor } = work;
  if (actor.kind !== 'user') throw refuseRequest('not-allowed');
  const ids = 'ids' in selection ? [...new Set(selection.ids)] : await idsOf(work, selection.query);
  if (!ids.length) throw refuse('nobody', { pointer: '/selection' });
  const plan: BulkPlan = {
    id: newId<'bulk-plan'>(now),
    detail,
    state: 'planned',
    userId: actor.userId,
    createdAt: now,
    startedAt: null,
    finishedAt: null,
  };
  await insertPlan(tx, workspace.id, plan);
  const seen = new Set<AccountId>();
  for (let from = 0; from < ids.length; from += stretch) {
    const rows = await judge(work, detail, ids.slice(from, from + stretch), seen);
    await insertRows(tx, workspace.id, plan.id, rows, from + 1);
  }
  return plan;
}

/** All that a list shows, in its order. */
async function idsOf(work: Work, query: AccessFilter): Promise<AccessId[]> {
  const ids: AccessId[] = [];
  for (let after: Parameters<typeof nextAccesses>[2]['after']; ; ) {
    const { ids: next, end } = await nextAccesses(work, query, { after, limit: stretch });
    ids.push(...next);
    if (ids.length > mostRows) throw refuse('too-many', { values: { most: mostRows.toLocaleString('de-DE') }, pointer: '/selection' });
    if (!end) return ids;
    after = end;
  }
}

/** Ids that are not there, or belong to others, are skipped like those that have gone meanwhile (rule 13). */
async function judge(work: Work, detail: BulkDetail, ids: readonly AccessId[], seen: Set<AccountId>): Promise<NewRow[]> {
  const { tx, workspace } = work;
  const accesses = new Map((await listAccesses(tx, workspace.id, ids)).map((access) => [access.id, access]));
  const accountIds = [...new Set([...accesses.values()].map(({ accountId }) => accountId))];
  const mails = detail.action.startsWith('resend') ? await listNewestLinks(tx, workspace.id, accountIds, invitationPurposes) : undefined;
  return ids.flatMap((accessId): NewRow[] => {
    const access: AccessWithFacts | undefined = accesses.get(accessId);
    // A row points to its access: one that was never ours has none.
    if (!access) return [];
    const refusal = rowRefusal(detail, access, { ...work, newest: mails?.get(access.accountId), isTwin: seen.has(access.accountId) });
    if (!refusal) seen.add(access.accountId);
    return [{ accessId, state: refusal ? 'skipped' : 'affected', reason: refusal && reasonOf(refusal) }];
  });
}

/** A refusal as it is kept with its row, in both languages of the console. */
export const reasonOf = (refusal: Refusal): RowReason => ({ code: refusal.code, de: refusal.sentence('de'), en: refusal.sentence('en') });

/** Why a row failed: a refusal in its own words, anything else as an error of ours. */
export const reasonOfError = (error: unknown): RowReason => reasonOf(isRefusal(error) ? error : refuseRow('error'));
