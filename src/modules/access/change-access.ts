import { dayIn } from '../../platform/clock.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import { raiseGeneration } from '../account/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { endSessions } from '../session/index.ts';
import type { AccessId } from './access.ts';
import { lockAccess } from './lock-access.ts';
import { type AccessWithFacts, saveGrant } from './store.ts';

/**
 * What staff decide about an access: the switch „Zugang gewährt“ with a reason for switching it off, and the „Ablaufdatum“ (`YYYY-MM-DD`, a day in the
 * portal's time zone; `null`: none). What is absent stays.
 */
export type AccessChange = { granted?: boolean; blockReason?: string | null; expiresOn?: string | null };

/**
 * Blocks, unblocks, or sets the day from which on access is denied (B114, B115). Whoever is shut out before or afterwards loses every session and every
 * open link in this transaction (rule 5): neither a block nor an expiry that is taken back revives an old cookie or an old mail (B119, B120). A day that
 * lies ahead ends nothing yet, and needs no job to come into force. Refuses: unknown, stale.
 */
export async function changeAccess(
  work: Work,
  accessId: AccessId,
  change: AccessChange,
  expectedVersion: number | undefined,
): Promise<AccessWithFacts> {
  const { tx, now, workspace } = work;
  const before = await lockAccess(work, accessId);
  mustBeFresh(before.version, expectedVersion);
  const changed = [recordGrant(work, before, change), recordExpiry(work, before, change)];
  const update = Object.assign({}, ...changed);
  if (!Object.keys(update).length) return before;

  await saveGrant(tx, workspace.id, accessId, update);
  const after = await lockAccess(work, accessId);
  if (isShut(before, now) || isShut(after, now)) await endEverything(work, before);
  return after;
}

function recordGrant({ now, actor, record }: Work, access: AccessWithFacts, { granted, blockReason }: AccessChange) {
  const subject = { type: 'access', id: access.id };
  if (granted === false && (!access.blockedAt || (blockReason !== undefined && blockReason !== access.blockReason))) {
    const reason = blockReason ?? null;
    record('access.blocked', subject, { personal: { reason } });
    return { blockedAt: access.blockedAt ?? now, blockedBy: actor.kind === 'user' ? actor.userId : null, blockReason: reason };
  }
  if (granted && access.blockedAt) {
    record('access.unblocked', subject, { personal: { reason: access.blockReason } });
    return { blockedAt: null, blockedBy: null, blockReason: null };
  }
  return {};
}

function recordExpiry({ record }: Work, access: AccessWithFacts, { expiresOn }: AccessChange) {
  if (expiresOn === undefined || expiresOn === access.expiresOn) return {};
  record('access.expiry-changed', { type: 'access', id: access.id }, { before: { expiresOn: access.expiresOn }, after: { expiresOn } });
  return { expiresOn };
}

const isShut = ({ blockedAt, expiresOn, timeZone }: AccessWithFacts, now: Date): boolean =>
  blockedAt !== null || (expiresOn !== null && dayIn(timeZone, now) >= expiresOn);

async function endEverything({ tx, now, workspace }: Work, { accountId }: AccessWithFacts): Promise<void> {
  await raiseGeneration(tx, workspace.id, accountId);
  await endSessions(tx, workspace.id, accountId, {}, now);
  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: true, cause: 'blocked', now });
}
