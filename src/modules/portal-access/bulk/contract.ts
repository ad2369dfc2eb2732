import { z } from 'zod';
import { Instant, line, route, Uuid } from '../../../platform/http/contract.ts';
import { Day } from '../contract.ts';
import { AccessFilterQuery } from '../list/contract.ts';

const tag = 'accesses';

export const bulkActions = ['resend', 'resend-open-older-than', 'block', 'unblock', 'set-expiry'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** How many accesses one plan can hold. */
export const mostRows = 20_000;

/** Which accesses are meant: some by their ids, or all that a list shows with these filters. */
export const BulkSelection = z.union([
  z.strictObject({ ids: z.array(Uuid).min(1).max(5000) }),
  z.strictObject({ query: AccessFilterQuery }),
]);

const selection = { selection: BulkSelection };

export const BulkOrder = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('resend'), ...selection }),
  /** Those among them who have not come in, and got their last mail more than so many days ago. */
  z.strictObject({ action: z.literal('resend-open-older-than'), days: z.number().int().min(1).max(3660), ...selection }),
  z.strictObject({ action: z.literal('block'), reason: line(500).nullable().optional(), ...selection }),
  z.strictObject({ action: z.literal('unblock'), ...selection }),
  /** `null`: without an end. */
  z.strictObject({ action: z.literal('set-expiry'), expiresOn: Day.nullable(), ...selection }),
]);
export type BulkOrder = z.output<typeof BulkOrder>;

export const bulkRowStates = ['affected', 'skipped', 'waiting', 'done', 'failed', 'undo-waiting', 'undone', 'undo-failed'] as const;
export type BulkRowState = (typeof bulkRowStates)[number];

export const BulkRowView = z.object({
  accessId: Uuid,
  name: z.string(),
  email: z.string(),
  portalName: z.string(),
  state: z.enum(bulkRowStates),
  /** Why it is skipped, or failed. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export type BulkRowView = z.infer<typeof BulkRowView>;

export const BulkPlanView = z.object({
  id: Uuid,
  action: z.enum(bulkActions),
  days: z.number().int().nullable(),
  reason: z.string().nullable(),
  expiresOn: Day.nullable(),
  /** Planned, under way, at its end; the same for taking it back. */
  state: z.enum(['planned', 'running', 'done', 'undoing', 'undone']),
  by: z.string(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  counts: z.record(z.enum(bulkRowStates), z.number().int()),
  /** Why accesses are skipped or failed, the most frequent reason first. */
  reasons: z.array(z.object({ state: z.enum(bulkRowStates), code: z.string(), sentence: z.string(), count: z.number().int() })),
  allowed: z.array(z.enum(['apply', 'retry', 'undo'])),
});
export type BulkPlanView = z.infer<typeof BulkPlanView>;

const one = z.object({ planId: Uuid });

export const bulkContract = {
  planBulk: route({
    method: 'POST',
    path: '/accesses/bulk',
    right: 'user',
    tag,
    summary: 'Plan an act upon many accesses: who is affected, who is skipped and why; nothing is changed yet',
    body: BulkOrder,
    response: BulkPlanView,
    status: 201,
  }),
  listBulkPlans: route({
    method: 'GET',
    path: '/accesses/bulk',
    right: 'user',
    tag,
    summary: 'The newest acts upon many accesses',
    response: z.object({ items: z.array(BulkPlanView) }),
  }),
  getBulkPlan: route({
    method: 'GET',
    path: '/accesses/bulk/{planId}',
    right: 'user',
    tag,
    summary: 'A plan and how far it has come',
    params: one,
    response: BulkPlanView,
  }),
  listBulkRows: route({
    method: 'GET',
    path: '/accesses/bulk/{planId}/rows',
    right: 'user',
    tag,
    summary: 'The accesses of a plan, each with what becomes of it',
    params: one,
    query: z.strictObject({
      state: z.enum(bulkRowStates).optional(),
      /** The `next` of the page before. */
      after: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
    }),
    response: z.object({ items: z.array(BulkRowView), next: z.string().nullable() }),
  }),
  applyBulkPlan: route({
    method: 'POST',
    path: '/accesses/bulk/{planId}/apply',
    right: 'user',
    tag,
    summary: 'Carry a plan out; goes on in the background and survives a restart',
    params: one,
    response: BulkPlanView,
    status: 202,
  }),
  retryBulkPlan: route({
    method: 'POST',
    path: '/accesses/bulk/{planId}/retry',
    right: 'user',
    tag,
    summary: 'Try those once more that failed',
    params: one,
    response: BulkPlanView,
    status: 202,
  }),
  undoBulkPlan: route({
    method: 'POST',
    path: '/accesses/bulk/{planId}/undo',
    right: 'user',
    tag,
    summary: 'Take back a block, its end, or an expiry date, wherever nobody has changed it since',
    params: one,
    response: BulkPlanView,
    status: 202,
  }),
};
