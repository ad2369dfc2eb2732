import type { Id } from '../../platform/id.ts';
import type { Language } from '../../platform/phrases.ts';
import type { Workspace } from '../workspace/index.ts';
import { refuse } from './refusals.ts';

export type PortalId = Id<'portal'>;
export type AreaId = Id<'area'>;

/** A part of a portal that a person may use. */
export type Area = {
  id: AreaId;
  portalId: PortalId;
  key: string;
  nameDe: string;
  nameEn: string;
  descriptionDe: string;
  descriptionEn: string;
};

/** A door to a site. */
export type Portal = {
  id: PortalId;
  slug: string;
  name: string;
  kind: 'customer' | 'installer' | 'project';
  timeZone: string;
  /** `#rrggbb`, lower case. */
  brandColor: string;
  supportContact: string | null;
  imprintUrl: string | null;
  privacyUrl: string | null;
  /**
   * Whether a contact who has no access yet may fetch a password through „Passwort vergessen“ with the address stored with them (S1, third way).
   * Off: only who was given access gets a mail.
   */
  openToContacts: boolean;
  isDefault: boolean;
  version: number;
};

/** First path segments that belong to the server itself and can be no portal's slug. */
export const reservedSlugs: readonly string[] = ['api', 'assets', 'clients', 'console', 'health', 'metrics', 'setup'];

/** What follows a portal's slug in the addresses of its own pages, today's and those to come, and can be no area's key. */
export const reservedAreaKeys: readonly string[] = ['forgot-password', 'link', 'profile', 'register', 'sign-in', 'sign-out', 'team'];

/** Refuses a portal whose address, or an area whose address, would belong to a page of the server's own: whichever is found first would hide the other. */
export function mustHaveFreeAddresses({ slug }: Pick<Portal, 'slug'>, areas: readonly Pick<Area, 'key'>[]): void {
  if (reservedSlugs.includes(slug)) throw refuse('reserved-slug', { values: { slug }, pointer: '/slug' });
  const taken = areas.find(({ key }) => reservedAreaKeys.includes(key));
  if (taken) throw refuse('reserved-area', { values: { key: taken.key } });
}

type Based = Pick<Workspace, 'baseUrl'>;

/** Every address of a portal is built here, from the configured base URL (rule 2). */
export const portalUrl = ({ baseUrl }: Based, { slug }: Pick<Portal, 'slug'>, path = ''): string => `${baseUrl}/${slug}/${path}`;
export const signInUrl = (workspace: Based, portal: Pick<Portal, 'slug'>): string => portalUrl(workspace, portal, 'sign-in');
export const forgotPasswordUrl = (workspace: Based, portal: Pick<Portal, 'slug'>): string =>
  portalUrl(workspace, portal, 'forgot-password');
export const linkUrl = (workspace: Based, portal: Pick<Portal, 'slug'>, secret: string): string =>
  portalUrl(workspace, portal, `link/${secret}`);

export const areaName = (area: Area, language: Language): string => (language === 'en' ? area.nameEn : area.nameDe);
export const areaDescription = (area: Area, language: Language): string => (language === 'en' ? area.descriptionEn : area.descriptionDe);

/** The areas that a new customer portal starts with. */
export const customerAreas: readonly Omit<Area, 'id' | 'portalId'>[] = [
  {
    key: 'vertraege',
    nameDe: 'Verträge',
    nameEn: 'Contracts',
    descriptionDe: 'Laufende Verträge und ihre Bedingungen',
    descriptionEn: 'Current contracts and their terms',
  },
  {
    key: 'rechnungen',
    nameDe: 'Rechnungen',
    nameEn: 'Invoices',
    descriptionDe: 'Rechnungen und Zahlungen',
    descriptionEn: 'Invoices and payments',
  },
  {
    key: 'anfragen',
    nameDe: 'Anfragen',
    nameEn: 'Requests',
    descriptionDe: 'Fragen stellen und Antworten nachlesen',
    descriptionEn: 'Ask questions and read the answers',
  },
];
