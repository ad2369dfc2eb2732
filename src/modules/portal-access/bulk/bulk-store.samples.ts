import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './bulk-store.ts';

const workspaceId = sampleId<'workspace'>();
const planId = sampleId<'bulk-plan'>();
const accessId = sampleId<'access'>();
const reason = { code: 'bulk-row.gone', de: '', en: '' };
const plan = {
  id: planId,
  detail: { action: 'resend' },
  state: 'planned',
  userId: sampleId<'user'>(),
  createdAt: sampleInstant,
  startedAt: null,
  finishedAt: null,
} as const;

export const samples: SamplesOf<typeof store> = {
  insertPlan: (tx) => store.insertPlan(tx, workspaceId, plan),
  insertRows: (tx) => store.insertRows(tx, workspaceId, planId, [{ accessId, state: 'skipped', reason }], 0),
  findPlan: (tx) => store.findPlan(tx, workspaceId, planId),
  lockPlan: (tx) => store.lockPlan(tx, workspaceId, planId),
  listPlans: (tx) => store.listPlans(tx, workspaceId, 20),
  findPlanAtWork: (tx) => store.findPlanAtWork(tx, workspaceId),
  savePlan: (tx) => store.savePlan(tx, workspaceId, planId, { state: 'running', userId: plan.userId, startedAt: sampleInstant }),
  moveRows: {
    'to be done': (tx) => store.moveRows(tx, workspaceId, planId, 'affected', 'waiting'),
    'to be taken back': (tx) => store.moveRows(tx, workspaceId, planId, 'done', 'undo-waiting'),
  },
  finishPlan: (tx) => store.finishPlan(tx, workspaceId, planId, { from: 'running', to: 'done', now: sampleInstant }),
  takeRow: (tx) => store.takeRow(tx, workspaceId, planId, 'waiting'),
  saveRow: {
    'that is done': (tx) =>
      store.saveRow(tx, workspaceId, planId, 1, {
        state: 'done',
        before: { before: { blockedAt: null, blockReason: null, expiresOn: null }, after: { blockedAt: null, expiresOn: null } },
      }),
    'that failed': (tx) => store.saveRow(tx, workspaceId, planId, 1, { state: 'failed', reason }),
  },
  countRowStates: (tx) => store.countRowStates(tx, workspaceId, [planId, planId]),
  listRows: {
    all: (tx) => store.listRows(tx, workspaceId, { planId, state: undefined, after: 0, limit: 50 }),
    'of one state': (tx) => store.listRows(tx, workspaceId, { planId, state: 'failed', after: 0, limit: 50 }),
  },
  listNewestLinks: (tx) => store.listNewestLinks(tx, workspaceId, [sampleId()], ['welcome']),
  findPlanner: (tx) => store.findPlanner(tx, workspaceId, sampleId()),
};
