import { isTimeZone } from '../../platform/clock.ts';
import { refusing } from '../../platform/constraint.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import { changeConsents } from './change-consents.ts';
import type { ConsentOrder } from './consent.ts';
import { slugConstraints } from './open-portal.ts';
import { mustHaveFreeAddresses, type Portal, type PortalId, type PortalRules } from './portal.ts';
import { refuse } from './refusals.ts';
import { mustAgree, tidyRules } from './rules.ts';
import { clearDefaultPortal, lockPortal, lockPortals, savePortal } from './store.ts';

type Fields =
  | 'slug'
  | 'name'
  | 'kind'
  | 'timeZone'
  | 'brandColor'
  | 'supportContact'
  | 'imprintUrl'
  | 'privacyUrl'
  | 'openToContacts'
  | 'tellOfImpersonation';

/** What is absent stays. `isDefault` is only ever given to a portal: that takes it from another one. */
export type PortalChange = Partial<Pick<Portal, Fields> & PortalRules> & {
  isDefault?: true;
  closed?: boolean;
  consents?: ConsentOrder[];
};

/**
 * Changes a portal. A slug that is given up keeps leading here, so that addresses in mails that were sent keep working. Switching a portal off ends nothing
 * that is stored: the verdict over everybody who has access to it changes at once, and changes back when it is switched on again.
 */
export async function changePortal(
  work: Work,
  portalId: PortalId,
  { closed, consents, ...change }: PortalChange,
  expectedVersion: number | undefined,
): Promise<Portal> {
  const { tx, now, workspace } = work;
  if (change.isDefault) await lockPortals(tx, workspace.id);
  const before = await lockPortal(tx, workspace.id, portalId);
  if (!before) throw refuse('unknown');
  mustBeFresh(before.version, expectedVersion);
  const fields = tidyRules(change);
  mustBePossible(before, fields);

  if (fields.isDefault && !before.isDefault) await clearDefaultPortal(tx, workspace.id);
  const closedAt = closed === undefined ? before.closedAt : closed ? (before.closedAt ?? now) : null;
  const after = await refusing(savePortal(tx, workspace.id, portalId, { ...fields, closedAt }), slugConstraints);
  if (consents) await changeConsents(work, portalId, consents);
  recordChange(work, before, after);
  return after;
}

function mustBePossible(before: Portal, change: Partial<Portal>): void {
  if (change.slug !== undefined) mustHaveFreeAddresses({ slug: change.slug }, []);
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) throw refuse('unknown-time-zone', { pointer: '/timeZone' });
  mustAgree({ ...before, ...change });
}

function recordChange({ record }: Work, before: Portal, after: Portal): void {
  const subject = { type: 'portal', id: before.id };
  if (after.closedAt && !before.closedAt) record('portal.closed', subject);
  if (before.closedAt && !after.closedAt) record('portal.reopened', subject);
  const [was, is] = [partsOf(before), partsOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  record('portal.changed', subject, {
    before: was.plain,
    after: is.plain,
    personal: { before: was.personal, after: is.personal },
  });
}

/** Whom to ask and who is told are people. */
function partsOf({ supportContact, pendingNoticeTo, closedAt: _, version: __, ...plain }: Portal) {
  return { plain, personal: { supportContact, pendingNoticeTo } };
}
