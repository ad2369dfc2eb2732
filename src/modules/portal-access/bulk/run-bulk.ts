import { refuseRequest } from '../../../platform/http/refusals.ts';
import type { Log } from '../../../platform/log.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import type { Perform, Work } from '../../../platform/work.ts';
import { type AccessWithFacts, type LinkMailOutcome, lockAccess } from '../../access/index.ts';
import type { Actor } from '../../audit/index.ts';
import { mayUserSignIn } from '../../user/index.ts';
import { changePortalAccess } from '../assignment/change-portal-access.ts';
import { mustBePossible } from '../policy.ts';
import { type ResendActivation, resend } from '../welcome/resend.ts';
import { type BulkDetail, type BulkPlan, changeBetween, type RowChange, undoOf } from './bulk.ts';
import { findPlanAtWork, findPlanner, finishPlan, saveRow, takeRow } from './bulk-store.ts';
import { reasonOfError } from './plan-bulk.ts';
import { refuseRow } from './refusals.ts';

export type BulkTools = { performFor: (actor: Actor) => Perform; resendActivation: ResendActivation; log: Log };

const rowsAtOnce = 50;

/**
 * Carries some rows of the oldest plan out, each in a transaction of its own together with what it changes, in the name of whoever started the plan. So
 * nothing is done twice after a crash, and several servers share a plan. Answers whether there may be more.
 */
export async function runBulk(tools: BulkTools): Promise<boolean> {
  const system = tools.performFor({ kind: 'system' });
  const found = await system(async ({ tx, workspace }) => {
    const plan = await findPlanAtWork(tx, workspace.id);
    return plan && { plan, user: await findPlanner(tx, workspace.id, plan.userId) };
  });
  if (!found) return false;
  const { plan, user } = found;
  const actor: Actor =
    user && mayUserSignIn(user)
      ? { kind: 'user', userId: user.id, accountId: user.accountId, name: user.name, administrator: user.administrator }
      : { kind: 'anonymous' };
  for (let count = 0; count < rowsAtOnce; count++)
    if (!(await runRow(tools, tools.performFor(actor), plan))) {
      const to = plan.state === 'undoing' ? 'undone' : 'done';
      await system(({ tx, workspace, now }) => finishPlan(tx, workspace.id, plan.id, { from: plan.state, to, now }));
      return false;
    }
  return true;
}

type AtWork = Pick<BulkPlan, 'id' | 'state' | 'detail'>;

/** One row; `false`: none waits. A row that fails says why and never stands in the way of the others. */
async function runRow({ resendActivation, log }: BulkTools, perform: Perform, plan: AtWork): Promise<boolean> {
  const isUndo = plan.state === 'undoing';
  let taken: Awaited<ReturnType<typeof takeRow>>;
  try {
    return await perform(async (work) => {
      const { tx, workspace, actor } = work;
      taken = await takeRow(tx, workspace.id, plan.id, isUndo ? 'undo-waiting' : 'waiting');
      if (!taken) return false;
      if (actor.kind !== 'user') throw refuseRequest('not-allowed');
      const access = await lockAccess(work, taken.accessId);
      const before = isUndo ? await undo(work, plan.detail, access, taken.before) : await act(work, plan.detail, access, resendActivation);
      await saveRow(tx, workspace.id, plan.id, taken.number, { state: isUndo ? 'undone' : 'done', before });
      return true;
    });
  } catch (error) {
    const row = taken;
    if (!row) throw error;
    if (!isRefusal(error)) log.error({ err: error, planId: plan.id, accessId: row.accessId }, 'a row of a bulk act failed');
    await perform(({ tx, workspace }) =>
      saveRow(tx, workspace.id, plan.id, row.number, { state: isUndo ? 'undo-failed' : 'failed', reason: reasonOfError(error) }),
    );
    return true;
  }
}

/** The act upon one access, refused for the same reasons as alone; answers what it changed, where that can be taken back. */
async function act(
  work: Work,
  detail: BulkDetail,
  access: AccessWithFacts,
  resendActivation: ResendActivation,
): Promise<RowChange | undefined> {
  switch (detail.action) {
    case 'resend':
    case 'resend-open-older-than': {
      const { mail } = await resend(work, access.id, resendActivation);
      mustBeSent(mail);
      return undefined;
    }
    case 'block':
      mustBePossible('block', access, work);
      return changeBetween(access, await changePortalAccess(work, access.id, { granted: false, blockReason: detail.reason }, undefined));
    case 'unblock':
      mustBePossible('unblock', access, work);
      return changeBetween(access, await changePortalAccess(work, access.id, { granted: true }, undefined));
    case 'set-expiry':
      if (access.expiresOn === detail.expiresOn) throw refuseRow('same-expiry');
      return changeBetween(access, await changePortalAccess(work, access.id, { expiresOn: detail.expiresOn }, undefined));
  }
}

function mustBeSent(mail: LinkMailOutcome): void {
  if (mail.state === 'queued') return;
  const { reason } = mail;
  const isOfMail = reason === 'template-inactive' || reason === 'no-transport' || reason === 'no-address' || reason === 'invalid-address';
  throw refuseRow(isOfMail ? `mail-${reason}` : 'mail-shut');
}

async function undo(work: Work, detail: BulkDetail, access: AccessWithFacts, change: RowChange | null): Promise<RowChange | undefined> {
  const back = change && undoOf(detail, change, access);
  if (!back) throw refuseRow('changed-since');
  await changePortalAccess(work, access.id, back, undefined);
  return undefined;
}
