import type { Kysely } from 'kysely';
import { type Clock, later, minutes } from '../../platform/clock.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Perform } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { Workspace } from '../workspace/index.ts';
import { type DoctorTools, planCheck, saveCheck } from './check-domain.ts';
import { examine } from './examine.ts';
import { isDue } from './mail-domain.ts';
import { claimCheck } from './store.ts';

/** After so long a check that was begun counts as lost with its server. */
const claimMilliseconds = minutes(10);

type Place = { db: Kysely<Schema>; clock: Clock; workspace: Workspace; perform: Perform };

/**
 * Checks the domain of a workspace if that is due: every day, and after a change of the settings. Of several servers one does it. Answers whether it
 * did. Where nothing leaves, or the sender has no real domain, DNS is not asked.
 */
export async function checkDomainIfDue(
  { db, clock, workspace, perform }: Place,
  { resolver, installation }: DoctorTools,
): Promise<boolean> {
  const plan = await planUnlessUnset(perform, installation);
  if (!plan?.isReal || !plan.sending.leaves) return false;
  const { stored, route, sending, selectors, basis } = plan;
  const now = clock.now();
  const facts = { checkedAt: stored?.checkedAt ?? null, basis: stored?.basis ?? null, findings: stored?.report?.findings ?? [] };
  if (!isDue(facts, basis, now)) return false;
  const claim = { workspaceId: workspace.id, seen: facts.checkedAt, now, until: later(now, claimMilliseconds) };
  if (!(await claimCheck(db, claim))) return false;
  await perform(saveCheck, basis, await examine(resolver, route, sending, selectors), false);
  return true;
}

async function planUnlessUnset(perform: Perform, installation: DoctorTools['installation']) {
  try {
    return await perform(planCheck, installation);
  } catch (error) {
    if (isRefusal(error, 'mail-domain.no-settings')) return undefined;
    throw error;
  }
}
