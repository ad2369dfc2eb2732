import type { Language } from '../../platform/phrases.ts';
import type { AreaId, Portal, PortalId } from './portal.ts';

/** What an access is in its portal. */
export type Role = {
  portalId: PortalId;
  key: string;
  nameDe: string;
  nameEn: string;
  /** Whether it lets somebody manage the people of their own company. */
  isTeamAdmin: boolean;
  /** A new access of this role opens every area that there is at that moment; otherwise `areaIds`. */
  startsWithAll: boolean;
  areaIds: AreaId[];
};

/** The roles that every portal has. They can be renamed, and stay. */
export const fixedRoles: readonly string[] = ['customer', 'installer', 'team-admin'];

/** What somebody becomes where nobody says otherwise. */
export const usualRole = ({ kind }: Pick<Portal, 'kind'>): string => (kind === 'installer' ? 'installer' : 'customer');

/** The areas that a new access of a role opens. */
export const startingAreas = ({ startsWithAll, areaIds }: Role, areas: readonly { id: AreaId }[]): AreaId[] =>
  areas.map(({ id }) => id).filter((id) => startsWithAll || areaIds.includes(id));

export const roleName = ({ nameDe, nameEn }: Pick<Role, 'nameDe' | 'nameEn'>, language: Language): string =>
  language === 'en' ? nameEn : nameDe;
