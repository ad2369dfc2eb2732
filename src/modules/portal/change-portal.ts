import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import type { Portal, PortalId } from './portal.ts';
import { refuse } from './refusals.ts';
import { lockPortal, savePortal } from './store.ts';

type Change = Partial<Pick<Portal, 'name' | 'brandColor' | 'supportContact' | 'imprintUrl' | 'privacyUrl' | 'openToContacts'>>;

/** Changes how a portal presents itself. Its slug stays: addresses that were sent out must keep working. */
export async function changePortal(
  { tx, workspace, record }: Work,
  portalId: PortalId,
  change: Change,
  expectedVersion: number | undefined,
): Promise<Portal> {
  const before = await lockPortal(tx, workspace.id, portalId);
  if (!before) throw refuse('unknown');
  mustBeFresh(before.version, expectedVersion);
  const after = await savePortal(tx, workspace.id, portalId, change);
  const [{ supportContact: contactBefore, ...plainBefore }, { supportContact: contactAfter, ...plainAfter }] = [before, after];
  record(
    'portal.changed',
    { type: 'portal', id: portalId },
    {
      before: plainBefore,
      after: plainAfter,
      personal: { before: { supportContact: contactBefore }, after: { supportContact: contactAfter } },
    },
  );
  return after;
}
