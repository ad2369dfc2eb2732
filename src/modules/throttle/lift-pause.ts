import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { type CounterRange, emptyCounters, listShutCounters } from './pause-store.ts';
import { type CounterKind, hashedName, type Limit } from './throttle.ts';

type Counting = { tx: Kysely<Schema>; now: Date; workspace: { id: WorkspaceId } };

/** Until when an account's next try has to wait. `strangers`: only from networks that are not its own. */
export type Pause = { until: Date; by: 'own' | 'strangers' };

/** The counters of an account in a limit, wherever its tries come from; those of networks belong to nobody. */
function rangesOf(workspaceId: string, { name, plans }: Limit, account: string): CounterRange[] {
  const who = hashedName(workspaceId, account);
  const whole = (kind: CounterKind) => `${name}:${kind}:${who}`;
  const ranges: [CounterKind, string, string][] = [
    ['pair', `${whole('pair')}|`, `${whole('pair')}}`],
    ['browser', `${whole('browser')}|`, `${whole('browser')}}`],
    ['browsers', whole('browsers'), `${whole('browsers')} `],
    ['account', whole('account'), `${whole('account')} `],
  ];
  return ranges.filter(([kind]) => plans[kind]).map(([kind, from, before]) => ({ account, kind, from, before }));
}

/** Which of some accounts (each as a limit counts it: `portal:anna@example.com`) are slowed down now. */
export async function listPauses(
  { tx, now, workspace }: Counting,
  limit: Limit,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Pause>> {
  if (!accounts.length) return new Map();
  const ranges = accounts.flatMap((account) => rangesOf(workspace.id, limit, account));
  const pauses = new Map<string, Pause>();
  for (const { account, kind, until } of await listShutCounters(tx, workspace.id, ranges, now)) {
    const by = kind === 'account' ? 'strangers' : 'own';
    const known = pauses.get(account);
    // What meets the owner at home is told before what meets strangers.
    if (!known || (by === known.by ? until > known.until : by === 'own')) pauses.set(account, { until, by });
  }
  return pauses;
}

/** Lets an account be tried again at once; the networks from which others guess stay slowed down. Answers whether it was. */
export const liftPause = async ({ tx, now, workspace }: Counting, limit: Limit, account: string): Promise<boolean> =>
  (await emptyCounters(tx, workspace.id, rangesOf(workspace.id, limit, account), now)) > 0;
