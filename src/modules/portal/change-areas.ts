import { refusing } from '../../platform/constraint.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { countPeopleByArea, deleteArea, insertAreas, listAreas, lockArea, saveArea } from './area-store.ts';
import { type Area, type AreaId, isKey, mustHaveFreeAddresses, type Portal, type PortalId } from './portal.ts';
import { refuse } from './refusals.ts';
import { lockPortal, savePortal } from './store.ts';

export type AreaOrder = Pick<Area, 'key' | 'nameDe' | 'nameEn' | 'descriptionDe' | 'descriptionEn'>;
export type AreaChange = Partial<Omit<AreaOrder, 'key'>>;

const mostAreas = 50;

/** Locks the portal, so that its areas change one after the other, and reads them. */
export async function lockWithAreas({ tx, workspace }: Work, portalId: PortalId, expectedVersion: number | undefined) {
  const portal = await lockPortal(tx, workspace.id, portalId);
  if (!portal) throw refuse('unknown');
  mustBeFresh(portal.version, expectedVersion);
  return { portal, areas: await listAreas(tx, workspace.id, [portalId]) };
}

/** Adds an area behind the others. It is open to nobody yet. Refuses: key malformed, reserved or taken. */
export async function addArea(work: Work, portalId: PortalId, order: AreaOrder, expectedVersion?: number): Promise<Portal> {
  const { tx, now, workspace, record } = work;
  const { portal, areas } = await lockWithAreas(work, portalId, expectedVersion);
  if (!isKey(order.key)) throw refuse('malformed-key', { pointer: '/key' });
  mustHaveFreeAddresses(portal, [order]);
  if (areas.length >= mostAreas) throw refuse('too-many', { values: { most: mostAreas } });

  const area: Area = { ...order, id: newId<'area'>(now), portalId };
  await refusing(insertAreas(tx, workspace.id, [area], areas.length), { area_key: () => refuse('area-key-taken', { pointer: '/key' }) });
  record('portal.area-added', { type: 'portal', id: portalId }, { after: toldOf(area) });
  return savePortal(tx, workspace.id, portalId, {});
}

/** Renames or describes an area. Its key stays: the address of the area is made of it. */
export async function changeArea(
  work: Work,
  portalId: PortalId,
  areaId: AreaId,
  change: AreaChange,
  expectedVersion?: number,
): Promise<Portal> {
  const { tx, workspace, record } = work;
  const { portal, areas } = await lockWithAreas(work, portalId, expectedVersion);
  const before = mustFind(areas, areaId);
  if (!Object.keys(change).length) return portal;
  await saveArea(tx, workspace.id, areaId, change);
  record('portal.area-changed', { type: 'portal', id: portalId }, { before: toldOf(before), after: toldOf({ ...before, ...change }) });
  return savePortal(tx, workspace.id, portalId, {});
}

/** Puts the areas into an order; `areaIds` names each of them once. */
export async function orderAreas(work: Work, portalId: PortalId, areaIds: readonly AreaId[], expectedVersion?: number): Promise<Portal> {
  const { tx, workspace, record } = work;
  const { areas } = await lockWithAreas(work, portalId, expectedVersion);
  const isWhole = areaIds.length === areas.length && new Set(areaIds).size === areas.length;
  const ordered = areaIds.flatMap((id) => areas.find((area) => area.id === id) ?? []);
  if (!isWhole || ordered.length !== areas.length) throw refuse('other-areas', { pointer: '/areaIds' });
  for (const [index, { id }] of ordered.entries()) await saveArea(tx, workspace.id, id, { position: index + 1 });
  const keys = (list: readonly Area[]) => ({ areas: list.map(({ key }) => key) });
  record('portal.areas-ordered', { type: 'portal', id: portalId }, { before: keys(areas), after: keys(ordered) });
  return savePortal(tx, workspace.id, portalId, {});
}

/** Removes an area, and with it everybody's way into it. Answers to how many people it was open. */
export async function removeArea(work: Work, portalId: PortalId, areaId: AreaId, expectedVersion?: number): Promise<{ people: number }> {
  const { tx, workspace, record } = work;
  const { areas } = await lockWithAreas(work, portalId, expectedVersion);
  const area = mustFind(areas, areaId);
  await lockArea(tx, workspace.id, areaId);
  const people = (await countPeopleByArea(tx, workspace.id, [areaId])).get(areaId) ?? 0;
  await deleteArea(tx, workspace.id, areaId);
  record('portal.area-removed', { type: 'portal', id: portalId }, { before: { ...toldOf(area), people } });
  await savePortal(tx, workspace.id, portalId, {});
  return { people };
}

function mustFind(areas: readonly Area[], areaId: AreaId): Area {
  const area = areas.find(({ id }) => id === areaId);
  if (!area) throw refuse('no-such-area');
  return area;
}

const toldOf = ({ key, nameDe, nameEn, descriptionDe, descriptionEn }: AreaOrder) => ({
  key,
  nameDe,
  nameEn,
  descriptionDe,
  descriptionEn,
});
