import type { Call } from '../../platform/http/serve.ts';
import type { Language } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { listAreas } from './area-store.ts';
import type { Consent } from './consent.ts';
import { listConsents } from './consent-store.ts';
import type { PortalView } from './contract.ts';
import { deletionRefusal } from './delete-portal.ts';
import { type Area, areaDescription, areaName, type Portal, type PortalId } from './portal.ts';
import { fixedRoles, type Role, roleName, startingAreas, usualRole } from './role.ts';
import { listRoles } from './role-store.ts';
import { listFormerSlugs, listUsedPortals } from './store.ts';

/** What is known beside some portals: the same few statements for any number of them. */
type Surroundings = {
  areas: Area[];
  roles: Role[];
  consents: Consent[];
  formerSlugs: { portalId: PortalId; slug: string }[];
  used: ReadonlySet<PortalId>;
};

/** Presents portals in the order in which they came. */
export async function presentPortals({ tx, workspace }: Work, portals: readonly Portal[], call: Presenter): Promise<PortalView[]> {
  const ids = portals.map(({ id }) => id);
  const around: Surroundings = {
    areas: await listAreas(tx, workspace.id, ids),
    roles: await listRoles(tx, workspace.id, ids),
    consents: await listConsents(tx, workspace.id, ids),
    formerSlugs: await listFormerSlugs(tx, workspace.id, ids),
    used: await listUsedPortals(tx, workspace.id, ids),
  };
  return portals.map((portal) => presentPortal(portal, around, call));
}

type Presenter = Pick<Call, 'actor' | 'language' | 'variant'>;

function presentPortal(portal: Portal, around: Surroundings, { actor, language, variant }: Presenter): PortalView {
  const own = <Part extends { portalId: PortalId }>(parts: readonly Part[]) => parts.filter(({ portalId }) => portalId === portal.id);
  const areas = own(around.areas);
  const denial = deletionRefusal(portal, around.used.has(portal.id));
  const mayChange = actor.kind === 'user' && actor.administrator;
  return {
    ...portal,
    closedAt: portal.closedAt?.toISOString() ?? null,
    formerSlugs: own(around.formerSlugs).map(({ slug }) => slug),
    consents: own(around.consents).map(({ portalId: _, ...consent }) => consent),
    areas: areas.map((area) => presentArea(area, language)),
    roles: own(around.roles).map((role) => presentRole(role, portal, areas, language)),
    allowed: mayChange ? ['edit', portal.closedAt ? 'reopen' : 'close', ...(denial ? [] : (['delete'] as const))] : [],
    denied: mayChange && denial ? [{ action: 'delete', code: denial.code, sentence: denial.sentence(variant) }] : [],
  };
}

function presentArea(area: Area, language: Language): PortalView['areas'][number] {
  const { portalId: _, ...words } = area;
  return { ...words, name: areaName(area, language), description: areaDescription(area, language) };
}

function presentRole(role: Role, portal: Portal, areas: readonly Area[], language: Language): PortalView['roles'][number] {
  const { key, nameDe, nameEn, isTeamAdmin, startsWithAll } = role;
  const opened = startingAreas(role, areas);
  return {
    key,
    name: roleName(role, language),
    nameDe,
    nameEn,
    isTeamAdmin,
    startsWithAll,
    areas: areas.filter(({ id }) => opened.includes(id)).map((area) => area.key),
    isFixed: fixedRoles.includes(key),
    isUsual: key === usualRole(portal),
  };
}
