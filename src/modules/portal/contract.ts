import { z } from 'zod';
import { line, optionalLine, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'portals';

export const AreaView = z.object({ id: Uuid, key: z.string(), name: z.string(), description: z.string() });

export const PortalView = z.object({
  id: Uuid,
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['customer', 'installer', 'project']),
  timeZone: z.string(),
  brandColor: z.string(),
  supportContact: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  /** Whether people stored as contacts may fetch their first password through the forgotten-password page. */
  openToContacts: z.boolean(),
  isDefault: z.boolean(),
  areas: z.array(AreaView),
  version: z.number().int(),
  allowed: z.array(z.enum(['edit'])),
});
export type PortalView = z.infer<typeof PortalView>;

/** Addresses that staff copy and send by hand (B019, B023). */
export const PortalAddresses = z.object({ signIn: z.string(), forgotPassword: z.string(), forgotPasswordShort: z.string().nullable() });

const one = z.object({ portalId: Uuid });
const httpUrl = line(500).pipe(z.url({ protocol: /^https?$/ }));

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
  changePortal: route({
    method: 'PATCH',
    path: '/portals/{portalId}',
    right: 'administrator',
    tag,
    summary: 'Change name, colour, whom to ask, legal links',
    params: one,
    body: z.strictObject({
      name: line(100, 1).optional(),
      brandColor: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .optional(),
      supportContact: optionalLine(300).optional(),
      imprintUrl: httpUrl.nullable().optional(),
      privacyUrl: httpUrl.nullable().optional(),
      openToContacts: z.boolean().optional(),
    }),
    response: PortalView,
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
};
