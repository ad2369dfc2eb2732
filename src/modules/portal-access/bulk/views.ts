import { displayAddress } from '../../../platform/address.ts';
import { languageOf, type Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { listAccesses } from '../../access/index.ts';
import { listContactsOfAccesses, listUserNames } from '../store.ts';
import { type BulkCounts, type BulkPlan, type BulkPlanId, planActions } from './bulk.ts';
import { countRowStates, listRows, type Row, type RowReason, type StateCount } from './bulk-store.ts';
import { type BulkPlanView, type BulkRowState, type BulkRowView, bulkRowStates } from './contract.ts';

const countsIn = (states: readonly StateCount[], id: BulkPlanId): BulkCounts => {
  const counts = Object.fromEntries(bulkRowStates.map((state) => [state, 0])) as BulkCounts;
  for (const { planId, state, count } of states) if (planId === id) counts[state] += count;
  return counts;
};

export const countsOf = async ({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, id: BulkPlanId): Promise<BulkCounts> =>
  countsIn(await countRowStates(tx, workspace.id, [id]), id);

const sentenceOf = (reason: RowReason, variant: Variant): string => reason[languageOf(variant)];

/** Plans with how far each has come: the same few statements for any number of them. */
export async function presentPlans({ tx, workspace }: Work, plans: readonly BulkPlan[], variant: Variant): Promise<BulkPlanView[]> {
  const states = await countRowStates(
    tx,
    workspace.id,
    plans.map(({ id }) => id),
  );
  const names = await listUserNames(tx, workspace.id, [...new Set(plans.map(({ userId }) => userId))]);
  return plans.map((plan) => {
    const { id, detail, userId, createdAt, startedAt, finishedAt, state } = plan;
    const counts = countsIn(states, id);
    return {
      id,
      action: detail.action,
      days: detail.action === 'resend-open-older-than' ? detail.days : null,
      reason: detail.action === 'block' ? detail.reason : null,
      expiresOn: detail.action === 'set-expiry' ? detail.expiresOn : null,
      state,
      by: names.get(userId) ?? '–',
      createdAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      finishedAt: finishedAt?.toISOString() ?? null,
      counts,
      reasons: states.flatMap((one) =>
        one.planId === id && one.reason
          ? [{ state: one.state, code: one.reason.code, sentence: sentenceOf(one.reason, variant), count: one.count }]
          : [],
      ),
      allowed: planActions(plan, counts),
    };
  });
}

const pageSize = 100;

/** A page of the accesses of a plan, by the names that they have now. */
export async function presentRows(
  { tx, workspace }: Work,
  { planId, state, after }: { planId: BulkPlanId; state: BulkRowState | undefined; after: number },
  variant: Variant,
): Promise<{ items: BulkRowView[]; next: string | null }> {
  const rows = await listRows(tx, workspace.id, { planId, state, after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const ids = shown.map(({ accessId }) => accessId);
  const accesses = new Map((await listAccesses(tx, workspace.id, ids)).map((access) => [access.id, access]));
  const contacts = await listContactsOfAccesses(tx, workspace.id, ids);
  const presented = shown.map((row: Row): BulkRowView => {
    const access = accesses.get(row.accessId);
    const contact = contacts.find(({ accessId }) => accessId === row.accessId);
    const contactName = contact && [contact.title, contact.firstName, contact.lastName].filter(Boolean).join(' ');
    return {
      accessId: row.accessId,
      name: contactName ?? access?.givenName ?? access?.accountName ?? '–',
      email: access ? displayAddress(access.email) : '',
      portalName: access?.portalName ?? '',
      state: row.state,
      code: row.code,
      sentence: row.reason && sentenceOf(row.reason, variant),
    };
  });
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { items: presented, next: last ? String(last.number) : null };
}
