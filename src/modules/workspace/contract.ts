import { z } from 'zod';
import { longestLifetime, parseLifetime, shortestLifetime } from '../../platform/duration.ts';
import { line, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'workspace';

export const LifetimesView = z.object({
  setPassword: z.string(),
  welcome: z.string(),
  activation: z.string(),
  reset: z.string(),
  emailChange: z.string(),
  invitation: z.string(),
  session: z.string(),
  sessionRemembered: z.string(),
  impersonation: z.string(),
  resendCooldown: z.string(),
});

export const WorkspaceView = z.object({
  id: Uuid,
  slug: z.string(),
  name: z.string(),
  language: z.enum(['de', 'en']),
  addressForm: z.enum(['sie', 'du']),
  timeZone: z.string(),
  /** Lengths of time like `48h`. */
  lifetimes: LifetimesView,
  passwordMinimumLength: z.number().int(),
  version: z.number().int(),
  allowed: z.array(z.enum(['edit'])),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;

type LifetimeName = keyof typeof LifetimesView.shape;

/** A length of time like `48h`, within the bounds of its name. */
const lifetime = (name: LifetimeName) =>
  z
    .string()
    .refine((text) => parseLifetime(text, name) !== undefined, {
      params: { sentence: 'lifetime', least: shortestLifetime, most: longestLifetime[name] },
    })
    .meta({ pattern: '^\\s*\\d{1,6}[smhd]\\s*$' });

export const WorkspaceChange = z.strictObject({
  name: line(200, 1).optional(),
  language: z.enum(['de', 'en']).optional(),
  addressForm: z.enum(['sie', 'du']).optional(),
  timeZone: z.string().max(60).optional(),
  lifetimes: z
    .strictObject(
      Object.fromEntries((Object.keys(LifetimesView.shape) as LifetimeName[]).map((name) => [name, lifetime(name).optional()])) as Record<
        LifetimeName,
        z.ZodOptional<ReturnType<typeof lifetime>>
      >,
    )
    .optional(),
  passwordMinimumLength: z.number().int().min(8).max(64).optional(),
});

export const workspaceContract = {
  getWorkspace: route({
    method: 'GET',
    path: '/workspace',
    right: 'user',
    tag,
    summary: 'The workspace and its rules',
    response: WorkspaceView,
    versioned: true,
  }),
  changeWorkspace: route({
    method: 'PATCH',
    path: '/workspace',
    right: 'administrator',
    tag,
    summary: 'Change the workspace',
    body: WorkspaceChange,
    response: WorkspaceView,
    versioned: true,
  }),
};
