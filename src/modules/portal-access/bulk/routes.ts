import type { Call, Handlers } from '../../../platform/http/serve.ts';
import type { Work } from '../../../platform/work.ts';
import type { BulkDetail, BulkPlan, BulkPlanId } from './bulk.ts';
import { findPlan, listPlans } from './bulk-store.ts';
import type { BulkOrder, BulkPlanView, bulkContract } from './contract.ts';
import { planBulk, type Selection } from './plan-bulk.ts';
import { refuse } from './refusals.ts';
import { applyBulk, retryBulk, undoBulk } from './start-bulk.ts';
import { presentPlans, presentRows } from './views.ts';

const idOf = ({ planId }: { planId: string }) => planId as BulkPlanId;

/** `wake`: there is something to do for the worker. */
export const bulkHandlers = ({ wake }: { wake: () => void }): Handlers<typeof bulkContract> => ({
  planBulk: async (call) => {
    const { selection } = call.body;
    return presentOne(call, await call.perform(planBulk, selection as Selection, detailOf(call.body)));
  },
  listBulkPlans: async ({ perform, variant }) => ({
    items: await perform(async (work) => presentPlans(work, await listPlans(work.tx, work.workspace.id, 20), variant)),
  }),
  getBulkPlan: async (call) => presentOne(call, await call.perform(mustFind, idOf(call.params))),
  listBulkRows: async ({ perform, params, query: { state, after }, variant }) =>
    perform(async (work) => {
      const plan = await mustFind(work, idOf(params));
      return presentRows(work, { planId: plan.id, state, after: Number(after ?? 0) }, variant);
    }),
  applyBulkPlan: async (call) => started(call, await call.perform(applyBulk, idOf(call.params)), wake),
  retryBulkPlan: async (call) => started(call, await call.perform(retryBulk, idOf(call.params)), wake),
  undoBulkPlan: async (call) => started(call, await call.perform(undoBulk, idOf(call.params)), wake),
});

function detailOf(order: BulkOrder): BulkDetail {
  switch (order.action) {
    case 'block':
      return { action: 'block', reason: order.reason ?? null };
    case 'set-expiry':
      return { action: 'set-expiry', expiresOn: order.expiresOn };
    case 'resend-open-older-than':
      return { action: 'resend-open-older-than', days: order.days };
    default:
      return { action: order.action };
  }
}

async function mustFind({ tx, workspace }: Work, id: BulkPlanId): Promise<BulkPlan> {
  const plan = await findPlan(tx, workspace.id, id);
  if (!plan) throw refuse('unknown');
  return plan;
}

async function presentOne({ perform, variant }: Call, plan: BulkPlan): Promise<BulkPlanView> {
  const [view] = await perform((work) => presentPlans(work, [plan], variant));
  if (!view) throw refuse('unknown');
  return view;
}

async function started(call: Call, plan: BulkPlan, wake: () => void): Promise<BulkPlanView> {
  wake();
  return presentOne(call, plan);
}
