import { days, later } from '../../platform/clock.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { readNewMarks } from '../mail/index.ts';
import type { BounceAlarmView } from './contract.ts';
import { countUnmatched, findLastUnmatched } from './report-store.ts';
import { findMailbox } from './store.ts';
import { unmatchedKept } from './take-bounce.ts';
import { presentFailure } from './views.ts';

/** For so long what came back stands on the overview; the mark itself stays until somebody releases it. */
const shownFor = days(7);

/** What of bounces waits for somebody. */
export async function readBounceAlarm(work: Work, variant: Variant): Promise<BounceAlarmView> {
  const { tx, now, workspace } = work;
  const since = later(now, -shownFor);
  const mailbox = await findMailbox(tx, workspace.id);
  const count = await countUnmatched(tx, workspace.id, since);
  const last = await findLastUnmatched(tx, workspace.id);
  return {
    marked: await readNewMarks(work, since),
    mailboxFailure: mailbox ? presentFailure(mailbox, variant) : null,
    unmatched: { count, lastAt: last?.toISOString() ?? null, isMore: count >= unmatchedKept },
  };
}
