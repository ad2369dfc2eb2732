import { z } from 'zod';
import { deniedOf, Instant, line, optionalLine, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'portals';

export const portalKinds = ['customer', 'installer', 'project'] as const;
/** off · exactly one contact fits, else refused · else it waits for an assignment · else a contact is created. */
export const selfRegistrations = ['off', 'match-or-refuse', 'match-or-pending', 'match-or-create'] as const;
export const identifiers = ['email', 'customer-number', 'name-and-postcode'] as const;

/** A part of a portal. `name` and `description` are in the caller's language. */
export const AreaView = z.object({
  id: Uuid,
  key: z.string(),
  name: z.string(),
  description: z.string(),
  nameDe: z.string(),
  nameEn: z.string(),
  descriptionDe: z.string(),
  descriptionEn: z.string(),
});
export type AreaView = z.infer<typeof AreaView>;

/** What an access can be in its portal. */
export const RoleView = z.object({
  key: z.string(),
  /** In the caller's language. */
  name: z.string(),
  nameDe: z.string(),
  nameEn: z.string(),
  isTeamAdmin: z.boolean(),
  startsWithAll: z.boolean(),
  /** Keys of the areas that a new access of this role opens. */
  areas: z.array(z.string()),
  /** Every portal has it: it can be renamed, but not removed. */
  isFixed: z.boolean(),
  /** What somebody becomes where nobody says otherwise. */
  isUsual: z.boolean(),
});
export type RoleView = z.infer<typeof RoleView>;

/** What people agree to when they register. `version` counts the wordings under one key. */
export const ConsentView = z.object({
  key: z.string(),
  version: z.number().int(),
  textDe: z.string(),
  textEn: z.string(),
  url: z.string().nullable(),
  required: z.boolean(),
});

const portalActions = ['edit', 'close', 'reopen', 'delete'] as const;

export const PortalView = z.object({
  id: Uuid,
  slug: z.string(),
  /** Slugs that the portal had before. Addresses with them lead here, and no other portal can take them. */
  formerSlugs: z.array(z.string()),
  name: z.string(),
  kind: z.enum(portalKinds),
  timeZone: z.string(),
  brandColor: z.string(),
  supportContact: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  /** Whether people stored as contacts may fetch their first password through the forgotten-password page. */
  openToContacts: z.boolean(),
  isDefault: z.boolean(),
  /** Whether a person hears of it when staff acted as them. */
  tellOfImpersonation: z.boolean(),
  /** Since when it is switched off: nobody gets in, nothing is lost. */
  closedAt: Instant.nullable(),
  selfRegistration: z.enum(selfRegistrations),
  identifiers: z.array(z.enum(identifiers)),
  allowedDomains: z.array(z.string()),
  refusedDomains: z.array(z.string()),
  consents: z.array(ConsentView),
  /** Staff who are told of registrations that wait. */
  pendingNoticeTo: z.array(z.string()),
  oneAccessPerContact: z.boolean(),
  teamMaySetPasswords: z.boolean(),
  /** Days before an expiry date on which the person is reminded; `null`: never. */
  expiryReminderDays: z.number().int().nullable(),
  areas: z.array(AreaView),
  roles: z.array(RoleView),
  version: z.number().int(),
  allowed: z.array(z.enum(portalActions)),
  denied: deniedOf(portalActions),
});
export type PortalView = z.infer<typeof PortalView>;

/** Addresses that staff copy and send by hand (B019, B023). */
export const PortalAddresses = z.object({ signIn: z.string(), forgotPassword: z.string(), forgotPasswordShort: z.string().nullable() });

/** How many people have what: asked for where something is about to be taken away. Living accesses only. */
export const PortalNumbers = z.object({
  accesses: z.number().int(),
  areas: z.array(z.object({ id: Uuid, people: z.number().int() })),
  roles: z.array(z.object({ key: z.string(), people: z.number().int() })),
});
export type PortalNumbers = z.infer<typeof PortalNumbers>;

const one = z.object({ portalId: Uuid });
const oneArea = z.object({ portalId: Uuid, areaId: Uuid });
const oneRole = z.object({ portalId: Uuid, roleKey: z.string().max(63) });
const httpUrl = line(500).pipe(z.url({ protocol: /^https?$/ }));
const lowerCase = (most: number) => line(most, 1).transform((text) => text.toLowerCase());

const looks = {
  brandColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  supportContact: optionalLine(300).optional(),
  imprintUrl: httpUrl.nullable().optional(),
  privacyUrl: httpUrl.nullable().optional(),
  timeZone: z.string().max(60).optional(),
};

const ConsentOrder = z.strictObject({
  key: lowerCase(63),
  textDe: line(1000, 1),
  textEn: line(1000, 1),
  url: httpUrl.nullable().default(null),
  required: z.boolean(),
});

const rules = {
  selfRegistration: z.enum(selfRegistrations).optional(),
  identifiers: z.array(z.enum(identifiers)).max(10).optional(),
  allowedDomains: z.array(line(253, 1)).max(100).optional(),
  refusedDomains: z.array(line(253, 1)).max(100).optional(),
  consents: z.array(ConsentOrder).max(20).optional(),
  pendingNoticeTo: z.array(line(320, 1)).max(20).optional(),
  oneAccessPerContact: z.boolean().optional(),
  teamMaySetPasswords: z.boolean().optional(),
  tellOfImpersonation: z.boolean().optional(),
  expiryReminderDays: z.number().int().min(1).max(365).nullable().optional(),
};

const areaWords = { nameDe: line(100, 1), nameEn: line(100, 1), descriptionDe: line(300), descriptionEn: line(300) };
const roleWords = {
  nameDe: line(100, 1),
  nameEn: line(100, 1),
  isTeamAdmin: z.boolean(),
  startsWithAll: z.boolean(),
  areas: z.array(z.string().max(63)).max(50),
};

const change = { method: 'PATCH', right: 'administrator', tag } as const;

export const portalContract = {
  listPortals: route({
    method: 'GET',
    path: '/portals',
    right: 'user',
    tag,
    summary: 'Portals',
    response: z.object({ items: z.array(PortalView) }),
  }),
  getPortal: route({
    method: 'GET',
    path: '/portals/{portalId}',
    right: 'user',
    tag,
    summary: 'One portal',
    params: one,
    response: PortalView,
    versioned: true,
  }),
  openPortal: route({
    method: 'POST',
    path: '/portals',
    right: 'administrator',
    tag,
    summary: 'Open a portal',
    body: z.strictObject({ slug: lowerCase(63), name: line(100, 1), kind: z.enum(portalKinds), ...looks }),
    response: PortalView,
    status: 201,
    versioned: true,
  }),
  changePortal: route({
    ...change,
    path: '/portals/{portalId}',
    summary: 'Change a portal: address, name, looks, rules of registration, default, switched off or on',
    params: one,
    body: z.strictObject({
      slug: lowerCase(63).optional(),
      name: line(100, 1).optional(),
      kind: z.enum(portalKinds).optional(),
      ...looks,
      openToContacts: z.boolean().optional(),
      isDefault: z.literal(true).optional(),
      closed: z.boolean().optional(),
      ...rules,
    }),
    response: PortalView,
    versioned: true,
  }),
  deletePortal: route({
    method: 'DELETE',
    path: '/portals/{portalId}',
    right: 'administrator',
    tag,
    summary: 'Delete a portal to which nobody ever had access',
    params: one,
    versioned: true,
  }),
  getPortalAddresses: route({
    method: 'GET',
    path: '/portals/{portalId}/addresses',
    right: 'user',
    tag,
    summary: 'The addresses of a portal, to copy',
    params: one,
    response: PortalAddresses,
  }),
  getPortalNumbers: route({
    method: 'GET',
    path: '/portals/{portalId}/numbers',
    right: 'user',
    tag,
    summary: 'How many people have access to a portal, each of its areas, each of its roles',
    params: one,
    response: PortalNumbers,
  }),
  addArea: route({
    method: 'POST',
    path: '/portals/{portalId}/areas',
    right: 'administrator',
    tag,
    summary: 'Add an area',
    params: one,
    body: z.strictObject({ key: lowerCase(63), ...areaWords }),
    response: PortalView,
    status: 201,
    versioned: true,
  }),
  changeArea: route({
    ...change,
    path: '/portals/{portalId}/areas/{areaId}',
    summary: 'Rename or describe an area',
    params: oneArea,
    body: z.strictObject(areaWords).partial(),
    response: PortalView,
    versioned: true,
  }),
  orderAreas: route({
    method: 'PUT',
    path: '/portals/{portalId}/areas',
    right: 'administrator',
    tag,
    summary: 'Put the areas into an order',
    params: one,
    body: z.strictObject({ areaIds: z.array(Uuid).max(50) }),
    response: PortalView,
    versioned: true,
  }),
  removeArea: route({
    method: 'DELETE',
    path: '/portals/{portalId}/areas/{areaId}',
    right: 'administrator',
    tag,
    summary: 'Remove an area, and with it everybody’s way into it',
    params: oneArea,
    response: z.object({ people: z.number().int() }),
    versioned: true,
  }),
  addRole: route({
    method: 'POST',
    path: '/portals/{portalId}/roles',
    right: 'administrator',
    tag,
    summary: 'Add a role',
    params: one,
    body: z.strictObject({ key: lowerCase(63), ...roleWords }),
    response: PortalView,
    status: 201,
    versioned: true,
  }),
  changeRole: route({
    ...change,
    path: '/portals/{portalId}/roles/{roleKey}',
    summary: 'Change a role: its name, what it may, what it starts with',
    params: oneRole,
    body: z.strictObject(roleWords).partial(),
    response: PortalView,
    versioned: true,
  }),
  removeRole: route({
    method: 'DELETE',
    path: '/portals/{portalId}/roles/{roleKey}',
    right: 'administrator',
    tag,
    summary: 'Remove a role that nobody has',
    params: oneRole,
    versioned: true,
  }),
};
