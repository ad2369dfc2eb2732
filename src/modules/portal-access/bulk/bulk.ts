import { days as daysInMilliseconds, later } from '../../../platform/clock.ts';
import type { Id } from '../../../platform/id.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import type { Work } from '../../../platform/work.ts';
import type { AccessWithFacts } from '../../access/index.ts';
import type { UserId } from '../../user/index.ts';
import { actionRefusal } from '../policy.ts';
import { nextMailAt } from '../welcome/policy.ts';
import type { BulkAction, BulkRowState } from './contract.ts';
import { refuseRow } from './refusals.ts';

export type BulkPlanId = Id<'bulk-plan'>;

/** What an act needs besides whom it is done to. */
export type BulkDetail =
  | { action: 'resend' | 'unblock' }
  | { action: 'resend-open-older-than'; days: number }
  | { action: 'block'; reason: string | null }
  | { action: 'set-expiry'; expiresOn: string | null };

export type BulkPlanState = 'planned' | 'running' | 'done' | 'undoing' | 'undone';

/** An act upon many accesses, planned or carried out. `userId`: who planned it, and then who started it. */
export type BulkPlan = {
  id: BulkPlanId;
  detail: BulkDetail;
  state: BulkPlanState;
  userId: UserId;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

export type BulkCounts = Record<BulkRowState, number>;

/** The newest mail with a link to register. */
export type NewestMail = { createdAt: Date; generation: number };

type Judging = Pick<Work, 'actor' | 'now' | 'workspace'> & { newest: NewestMail | undefined; isTwin: boolean };

/**
 * Why an access is left out of an act; `undefined`: it is affected. The same reasons for which the act alone would be refused, and those that only show where
 * there are many: `isTwin` says that the same login is among those before.
 */
export function rowRefusal(
  detail: BulkDetail,
  access: AccessWithFacts,
  { actor, now, workspace, newest, isTwin }: Judging,
): Refusal | undefined {
  switch (detail.action) {
    case 'block':
    case 'unblock':
      return actionRefusal(detail.action, access, { actor, now });
    case 'set-expiry':
      return access.expiresOn === detail.expiresOn ? refuseRow('same-expiry') : actionRefusal('change-expiry', access, { actor, now });
    case 'resend':
    case 'resend-open-older-than': {
      const refusal = actionRefusal('resend', access, { actor, now });
      if (refusal) return refusal;
      if (detail.action === 'resend-open-older-than') {
        if (!newest) return refuseRow('never-mailed');
        if (later(newest.createdAt, daysInMilliseconds(detail.days)) > now)
          return refuseRow('mailed-lately', { values: { days: detail.days } });
      }
      if (isTwin) return refuseRow('same-login');
      return nextMailAt(newest, access, workspace, now) ? refuseRow('wait-for-mail') : undefined;
    }
  }
}

const undoable: readonly BulkAction[] = ['block', 'unblock', 'set-expiry'];

/** What somebody can do with a plan as it stands. A mail that has left cannot be taken back. */
export function planActions({ state, detail }: Pick<BulkPlan, 'state' | 'detail'>, counts: BulkCounts): ('apply' | 'retry' | 'undo')[] {
  if (state === 'planned') return counts.affected ? ['apply'] : [];
  if (state !== 'done') return [];
  return [...(counts.failed ? (['retry'] as const) : []), ...(counts.done && undoable.includes(detail.action) ? (['undo'] as const) : [])];
}

/** What an act changed of one access, so that it can be taken back wherever nobody has changed it since. */
export type RowChange = {
  before: { blockedAt: string | null; blockReason: string | null; expiresOn: string | null };
  after: { blockedAt: string | null; expiresOn: string | null };
};

export const changeBetween = (before: AccessWithFacts, after: AccessWithFacts): RowChange => ({
  before: { blockedAt: before.blockedAt?.toISOString() ?? null, blockReason: before.blockReason, expiresOn: before.expiresOn },
  after: { blockedAt: after.blockedAt?.toISOString() ?? null, expiresOn: after.expiresOn },
});

/** What takes an act back; `undefined`: somebody has decided otherwise since, and that stays. */
export function undoOf(
  { action }: Pick<BulkDetail, 'action'>,
  { before, after }: RowChange,
  access: AccessWithFacts,
): { granted: boolean; blockReason?: string | null } | { expiresOn: string | null } | undefined {
  if (action === 'set-expiry') return access.expiresOn === after.expiresOn ? { expiresOn: before.expiresOn } : undefined;
  if ((access.blockedAt?.toISOString() ?? null) !== after.blockedAt) return undefined;
  return action === 'block' ? { granted: true } : { granted: false, blockReason: before.blockReason };
}
