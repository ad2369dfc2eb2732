import { type ZodType, z } from 'zod';
import { line, listOf, listQuery, route, type StreamedFile, Uuid } from '../../../platform/http/contract.ts';
import { AccessView, Day } from '../contract.ts';

const tag = 'accesses';

export const accessSorts = [
  'name',
  '-name',
  'createdAt',
  '-createdAt',
  'lastSignInAt',
  '-lastSignInAt',
  'expiresOn',
  '-expiresOn',
] as const;
export const registrationNames = ['none', 'invited', 'activation-sent', 'registered', 'email-change'] as const;
/** „Kann sich anmelden“: the verdict, or one of its reasons. */
export const admissionNames = [
  'admitted',
  'denied',
  'blocked',
  'expired',
  'company-closed',
  'portal-closed',
  'not-registered',
  'no-credential',
] as const;

/** Several at once, with commas between them. */
const several = <Item extends ZodType<string, string>>(item: Item) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50));

/** A number of days in decimal digits. */
const dayCount = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().int().min(1).max(3660));

/** The key of a portal's role. */
const RoleKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

const narrowing = { portalId: several(Uuid).optional(), role: several(RoleKey).optional() };

const filters = {
  ...narrowing,
  registration: several(z.enum(registrationNames)).optional(),
  assignment: z.enum(['pending', 'assigned']).optional(),
  /** „Zugang gewährt“. */
  granted: z.enum(['true', 'false']).optional(),
  admission: z.enum(admissionNames).optional(),
  customerId: Uuid.optional(),
  /** The newest mail to the account was refused, came back, or was given up. */
  mail: z.enum(['failed']).optional(),
  /** `soon`: not yet expired, and expires within `expiryDays`. */
  expiry: z.enum(['expired', 'soon']).optional(),
  /** 30 where it is left out. */
  expiryDays: dayCount.optional(),
  neverSignedIn: z.enum(['true']).optional(),
  /** Before the first minute of this day in the workspace's time zone. */
  createdBefore: Day.optional(),
  invitedBefore: Day.optional(),
};

const list = listQuery(accessSorts);

/** Which accesses are meant: the same words in the address of the list, in that of its export, and wherever „all that are shown“ is meant. */
export const AccessFilterQuery = z.strictObject({ q: line(200).optional(), ...filters });
export type AccessFilterQuery = z.input<typeof AccessFilterQuery>;
export type AccessFilter = z.output<typeof AccessFilterQuery>;

/** The saved views of the list, each a few of its filters. */
export const accessViews = {
  all: {},
  invited: { registration: 'invited' },
  'never-signed-in': { registration: 'registered,email-change', neverSignedIn: 'true' },
  expiring: { expiry: 'soon' },
  blocked: { granted: 'false' },
  pending: { assignment: 'pending' },
  'mail-failed': { mail: 'failed' },
} as const satisfies Record<string, Omit<AccessFilterQuery, 'q' | keyof typeof narrowing>>;
export type AccessViewName = keyof typeof accessViews;
export const accessViewNames = Object.keys(accessViews) as AccessViewName[];

export const accessListContract = {
  listAccesses: route({
    method: 'GET',
    path: '/accesses',
    right: 'user',
    tag,
    summary: 'Portal accesses of every portal, with how far each person has come and whether they can sign in',
    query: list.extend(filters),
    response: listOf(AccessView),
  }),
  countAccessViews: route({
    method: 'GET',
    path: '/accesses/views',
    right: 'user',
    tag,
    summary: 'How many accesses each saved view holds; a count above `most` is told as `most` with `isCapped`',
    query: z.strictObject(narrowing),
    response: z.object({
      most: z.number().int(),
      items: z.array(z.object({ name: z.enum(accessViewNames), count: z.number().int(), isCapped: z.boolean() })),
    }),
  }),
  exportAccesses: route({
    method: 'GET',
    path: '/accesses/export',
    right: 'user',
    tag,
    summary: 'All accesses that a list shows, in its order, as a table in the caller’s language',
    query: AccessFilterQuery.extend({ sort: z.enum(accessSorts).optional() }),
    response: z.custom<StreamedFile>(),
    file: 'text/csv',
  }),
};
