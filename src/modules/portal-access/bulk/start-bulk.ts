import { refuseRequest } from '../../../platform/http/refusals.ts';
import type { Work } from '../../../platform/work.ts';
import { type BulkPlan, type BulkPlanId, type BulkPlanState, planActions } from './bulk.ts';
import { lockPlan, moveRows, savePlan } from './bulk-store.ts';
import type { BulkRowState } from './contract.ts';
import { refuse } from './refusals.ts';
import { countsOf } from './views.ts';

/** Starts a plan; from here on it goes on in the background, in the name of whoever started it. Refuses: unknown, started already, nobody affected. */
export const applyBulk = (work: Work, id: BulkPlanId): Promise<BulkPlan> =>
  start(work, id, { action: 'apply', from: 'affected', to: 'waiting', state: 'running' });

/** „Nur Fehler erneut“. Refuses: unknown, still under way, nothing has failed. */
export const retryBulk = (work: Work, id: BulkPlanId): Promise<BulkPlan> =>
  start(work, id, { action: 'retry', from: 'failed', to: 'waiting', state: 'running' });

/** Takes an act back wherever nobody has changed it since. Refuses: unknown, still under way, a mail that has left. */
export const undoBulk = (work: Work, id: BulkPlanId): Promise<BulkPlan> =>
  start(work, id, { action: 'undo', from: 'done', to: 'undo-waiting', state: 'undoing' });

type Start = {
  action: 'apply' | 'retry' | 'undo';
  from: BulkRowState;
  to: BulkRowState;
  state: BulkPlanState;
};

async function start(work: Work, id: BulkPlanId, { action, from, to, state }: Start): Promise<BulkPlan> {
  const { tx, now, workspace, actor, record } = work;
  if (actor.kind !== 'user') throw refuseRequest('not-allowed');
  const plan = await lockPlan(tx, workspace.id, id);
  if (!plan) throw refuse('unknown');
  const counts = await countsOf(work, id);
  if (!planActions(plan, counts).includes(action)) throw whyNot(plan, action);
  const count = await moveRows(tx, workspace.id, id, from, to);
  const change = { state, userId: actor.userId, startedAt: plan.startedAt ?? now, finishedAt: null };
  await savePlan(tx, workspace.id, id, change);
  const subject = { type: 'workspace', id: workspace.id };
  const after = { action: plan.detail.action, count, ...(action === 'retry' && { again: true }) };
  if (action === 'undo') record('access.bulk-undone', subject, { after });
  else record('access.bulk-applied', subject, { after });
  return { ...plan, ...change };
}

function whyNot({ state }: BulkPlan, action: Start['action']) {
  if (action === 'apply') return refuse(state === 'planned' ? 'nothing-affected' : 'not-planned');
  return refuse(action === 'retry' ? 'nothing-failed' : 'not-undoable');
}
