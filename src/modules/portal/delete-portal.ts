import { refusing } from '../../platform/constraint.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { deleteArea, listAreas } from './area-store.ts';
import type { Portal, PortalId } from './portal.ts';
import { refuse } from './refusals.ts';
import { deletePortalRow, listUsedPortals, lockPortal } from './store.ts';

/** Why a portal cannot be deleted; `undefined` where it can. The one function behind the refusal and behind what a view offers. */
export const deletionRefusal = ({ isDefault }: Pick<Portal, 'isDefault'>, wasUsed: boolean): Refusal | undefined => {
  if (isDefault) return refuse('is-default');
  return wasUsed ? refuse('had-access') : undefined;
};

/** Only a portal to which nobody ever had access can be deleted: no history is left without its door. */
export async function deletePortal(
  { tx, workspace, record }: Work,
  portalId: PortalId,
  expectedVersion: number | undefined,
): Promise<void> {
  const portal = await lockPortal(tx, workspace.id, portalId);
  if (!portal) throw refuse('unknown');
  mustBeFresh(portal.version, expectedVersion);
  const refusal = deletionRefusal(portal, (await listUsedPortals(tx, workspace.id, [portalId])).has(portalId));
  if (refusal) throw refusal;

  const hadAccess = () => refuse('had-access');
  for (const area of await listAreas(tx, workspace.id, [portalId])) await deleteArea(tx, workspace.id, area.id);
  await refusing(deletePortalRow(tx, workspace.id, portalId), {
    access_workspace_id_portal_id_fkey: hadAccess,
    access_role: hadAccess,
    one_time_link_workspace_id_portal_id_fkey: hadAccess,
  });
  record('portal.deleted', { type: 'portal', id: portalId }, { before: { name: portal.name, slug: portal.slug, kind: portal.kind } });
}
