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

export type PortalKind = 'customer' | 'installer' | 'project';

/** What becomes of somebody who asks to come in: nothing, or what follows from whether exactly one contact fits what they typed. */
export type SelfRegistration = 'off' | 'match-or-refuse' | 'match-or-pending' | 'match-or-create';

/** What a contact is recognised by. */
export type Identifier = 'email' | 'customer-number' | 'name-and-postcode';

/** By which rules people come into a portal. */
export type PortalRules = {
  selfRegistration: SelfRegistration;
  identifiers: Identifier[];
  /** Domains of addresses, stored form; empty: all but the refused ones. A subdomain counts with its domain. */
  allowedDomains: string[];
  refusedDomains: string[];
  /** Addresses of staff who are told of a registration that waits for an assignment (B123). */
  pendingNoticeTo: string[];
  /** Whether a contact may have one access to this portal only (B124). */
  oneAccessPerContact: boolean;
  teamMaySetPasswords: boolean;
  /** How many days before an „Ablaufdatum“ the person is reminded; `null`: never. */
  expiryReminderDays: number | null;
};

export const firstRules: PortalRules = {
  selfRegistration: 'off',
  identifiers: ['email'],
  allowedDomains: [],
  refusedDomains: [],
  pendingNoticeTo: [],
  oneAccessPerContact: false,
  teamMaySetPasswords: true,
  expiryReminderDays: 14,
};

/** A door to a site. */
export type Portal = PortalRules & {
  id: PortalId;
  slug: string;
  name: string;
  kind: PortalKind;
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
  /** Whether a person is told by mail when one of ours has acted in their name. */
  tellOfImpersonation: boolean;
  isDefault: boolean;
  /** Since when it is switched off: then nobody signs in here, and nobody is forgotten. */
  closedAt: Date | null;
  version: number;
};

/** First path segments that belong to the server itself and can be no portal's slug. */
export const reservedSlugs: readonly string[] = ['api', 'assets', 'clients', 'console', 'health', 'metrics', 'setup'];

/** Of lower-case letters, digits and hyphens, and of neither at its ends; the same in slugs and in the keys of areas, roles and consents. */
const keyPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
export const isKey = (text: string): boolean => keyPattern.test(text);

/** What follows a portal's slug in the addresses of its own pages, today's and those to come, and can be no area's key. */
export const reservedAreaKeys: readonly string[] = [
  'acting',
  'address-confirmed',
  'company',
  'forgot-password',
  'link',
  'profile',
  'register',
  'sign-in',
  'sign-out',
  'team',
  'waiting',
];

/** Refuses a portal whose address, or an area whose address, would belong to a page of the server's own: whichever is found first would hide the other. */
export function mustHaveFreeAddresses({ slug }: Pick<Portal, 'slug'>, areas: readonly Pick<Area, 'key'>[]): void {
  if (!isKey(slug)) throw refuse('malformed-slug', { pointer: '/slug' });
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

/** Leads to the company of one of a person's contacts, and on to a page of the portal (`/slug/…`). */
export const companyUrl = (workspace: Based, portal: Pick<Portal, 'slug'>, contactId: Id<'contact'>, next?: string): string =>
  portalUrl(workspace, portal, `company/${contactId}${next === undefined ? '' : `?${new URLSearchParams({ next })}`}`);

export const areaName = (area: Pick<Area, 'nameDe' | 'nameEn'>, language: Language): string =>
  language === 'en' ? area.nameEn : area.nameDe;
export const areaDescription = (area: Area, language: Language): string => (language === 'en' ? area.descriptionEn : area.descriptionDe);
